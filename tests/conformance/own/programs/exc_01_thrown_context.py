# What is thrown into a coroutine gets the exception that this coroutine is handling as its context; what its callers handle does not count.
import asyncio


def chain(error):
    return "-" if error is None else f"{error!r}<{chain(error.__cause__)}|{chain(error.__context__)}>"


async def leaf(depth):
    if depth == 0:
        await asyncio.sleep(1)
    else:
        await leaf(depth - 1)


async def handling(depth):
    try:
        raise ValueError("handled")
    except ValueError:
        await leaf(depth)


async def handling_twice(depth):
    try:
        raise ValueError("handled")
    except ValueError:
        try:
            await leaf(depth)
        except asyncio.CancelledError as error:
            print("inside", chain(error))
            raise


async def finishing(depth):
    try:
        raise ValueError("handled")
    finally:
        await leaf(depth)


async def handling_in_leaf(depth):
    try:
        await handling(depth)
    except asyncio.CancelledError:
        await asyncio.sleep(0.2)
        raise KeyError("instead")


async def main():
    for job in (handling, handling_twice, finishing, handling_in_leaf):
        for depth in (0, 2):
            task = asyncio.create_task(job(depth))
            await asyncio.sleep(0.1)
            task.cancel()
            try:
                await task
            except BaseException as error:
                print(job.__name__, depth, chain(error))


def numbers():
    try:
        raise IndexError(1)
    except IndexError:
        try:
            yield 1
        except KeyError as error:
            print("generator", chain(error))
            raise


asyncio.run(main())
for steps in range(3):
    try:
        raise OSError("outer")
    except OSError:
        generator = numbers()
        for _ in range(steps):
            next(generator, None)
        try:
            generator.throw(KeyError("thrown"))
        except KeyError as error:
            print(steps, chain(error))
