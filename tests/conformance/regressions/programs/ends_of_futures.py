"""What a future holds goes in the order of CPython's fields: its first callback before the context of that, of the others the context first; then its outcome. Since 3.13 the attributes of a class that derives go before all of it: gather's future has its children in one."""
import asyncio
import contextvars
import functools

label = contextvars.ContextVar('label')


class Mark:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('del', self.name)


def in_context(name, function, *args):
    def run():
        label.set(Mark(name))
        return function(*args)
    return contextvars.Context().run(run)


def quiet(*marks):
    print('called with', len(marks))


async def gives(name):
    return Mark(name)


async def fails(name):
    mark = Mark(name)
    raise ValueError(mark.name)


async def stops(name):
    mark = Mark(name)
    raise asyncio.CancelledError(mark.name)


async def main():
    loop = asyncio.get_running_loop()
    together = asyncio.gather(gives('a'), stops('b'), fails('c'), gives('d'), return_exceptions=True)
    await asyncio.wait([together])
    together = None
    print('gathered')
    future = loop.create_future()
    for number in range(3):
        in_context(f'context {number}', future.add_done_callback, functools.partial(print, Mark(f'callback {number}')))
    future = None
    print('future')
    handle = in_context('context', loop.call_later, 5, print, Mark('argument'), Mark('other'))
    handle = in_context('context of call_soon', loop.call_soon, functools.partial(quiet, Mark('callable')), Mark('first'))
    handle = None
    await asyncio.sleep(0)
    print('handles')

    class Own(asyncio.Future):
        pass
    own = Own()
    own.set_result(Mark('result'))
    own.extra = Mark('attribute')
    own = None
    print('own')
asyncio.run(main())
