"""__await__() has to give an iterator: not a coroutine, whoever made it, nor a future. Attributes that C reads from the object
itself are refused in fewer words."""
import asyncio
import contextvars
import types


class Given:
    def __init__(self, what):
        self.what = what

    def __await__(self):
        return self.what


@types.coroutine
def steps():
    yield from asyncio.sleep(0).__await__()
    return 'steps'


async def main():
    future = asyncio.get_running_loop().create_future()
    future.set_result(3)
    for what in (asyncio.sleep(0), steps(), future, asyncio.current_task(), asyncio.sleep(0, 'slept').__await__(),
                 future.__await__(), iter(future), iter(()), [], None):
        try:
            print(await Given(what))
        except TypeError as error:
            print(type(what).__name__, error)
        if asyncio.iscoroutine(what):
            what.close()
    for thing, name in [(contextvars.ContextVar('limit'), 'name'), (range(3), 'start'), (main, '__closure__'), (1j, 'real'),
                        (1, 'real'), (asyncio.Queue().get, '__func__'), (main.__code__, 'co_name'), (list[int], '__origin__'),
                        (future, '_state'), (asyncio.current_task(), '_coro')]:
        try:
            setattr(thing, name, 1)
        except AttributeError as error:
            print(error)


asyncio.run(main())
