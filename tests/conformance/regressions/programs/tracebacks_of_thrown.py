"""Until 3.11 what is thrown into a coroutine, comes out of it and into one that is handling another exception loses the places in between; until 3.10 that other one gets back the traceback with which its handler got it."""
import asyncio


def places(error):
    found, entry = [], error.__traceback__
    while entry is not None:
        if entry.tb_frame.f_code.co_filename == places.__code__.co_filename:
            found.append((entry.tb_lineno, entry.tb_frame.f_code.co_name))
        entry = entry.tb_next
    return found


async def inner(future):
    await future


async def handling(future):
    try:
        raise LookupError
    except LookupError:
        await inner(future)


async def outer(future):
    try:
        raise KeyError
    except KeyError:
        await handling(future)


async def finally_looks(future):
    try:
        raise KeyError
    except KeyError as error:
        try:
            await inner(future)
        finally:
            print(places(error))


async def raises(error):
    raise error


async def main():
    loop = asyncio.get_running_loop()
    for function in inner, handling, outer, finally_looks:
        future = loop.create_future()
        task = asyncio.create_task(function(future))
        loop.call_later(0.1, future.set_exception, ValueError(1))
        await asyncio.wait([task])
        error = task.exception()
        print(function.__name__, places(error), error.__context__ and places(error.__context__))
    driven = outer(loop.create_future())
    driven.send(None)
    try:
        driven.throw(ValueError(2))
    except ValueError as error:
        print(places(error), places(error.__context__))
    try:
        try:
            raise ValueError('again')
        except ValueError as error:
            await asyncio.create_task(raises(error))
    except ValueError as error:
        print(places(error))


asyncio.run(main())
