# What is thrown into a coroutine or a generator that has not begun is raised on the line of its definition.
import asyncio

HERE = (lambda: 0).__code__.co_filename


def places(error):
    found, entry = [], error.__traceback__
    while entry is not None:
        if entry.tb_frame.f_code.co_filename == HERE:
            found.append((entry.tb_lineno, entry.tb_frame.f_code.co_name))
        entry = entry.tb_next
    return found


def same(function):
    return function


@same
async def job(
    name,
):
    """The line is the decorator's."""
    await asyncio.sleep(1)


def numbers():
    try:
        yield 1
    finally:
        print("not reached before the start")


async def ticks():
    yield 1


async def main():
    task = asyncio.create_task(job("a"))
    task.cancel()
    try:
        await task
    except asyncio.CancelledError as error:
        print("task", places(error)[-1:] if places(error)[-1][1] == "job" else "a new exception")
    for generator in (numbers(), (number for number in [1]), job("b")):
        for _ in range(2):
            try:
                generator.throw(KeyError("k"))
            except (KeyError, RuntimeError) as error:
                print(repr(error), places(error)[1:])
    generator = ticks()
    for _ in range(2):
        try:
            print(await generator.athrow(KeyError("k")))
        except KeyError as error:
            print(repr(error), places(error)[1:])


asyncio.run(main())
