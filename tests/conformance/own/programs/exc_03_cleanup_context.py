# While asyncio.run cleans up after a failure, that failure is being handled: what tasks raise then has it as its context.
import asyncio


def chain(error):
    return "-" if error is None else f"{error!r}<{chain(error.__cause__)}|{chain(error.__context__)}>"


async def job(name):
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError as error:
        print(name, chain(error))
        try:
            raise KeyError(name)
        except KeyError as inner:
            print(name, chain(inner))
            raise


async def numbers():
    try:
        yield 1
    finally:
        try:
            raise LookupError("closing")
        except LookupError as error:
            print("generator", chain(error))


async def main(fails):
    global generator
    generator = numbers()
    await generator.__anext__()
    tasks.append(asyncio.create_task(job("job")))
    await asyncio.sleep(0.1)
    if fails:
        raise ZeroDivisionError("main")


tasks = []
for fails in (False, True):
    try:
        asyncio.run(main(fails))
    except ZeroDivisionError as error:
        print("run", chain(error))
