# Regression: what an exception handler gets and reads: keys of the program's own, callbacks with their arguments (hidden
# since 3.13), no place for methods, the context of the task that failed (since 3.12), and what set_debug costs.
import asyncio
import contextvars
import functools

who = contextvars.ContextVar('who', default='nobody')


def handler(loop, context):
    print(context['message'], repr(context.get('exception')), sorted(context.keys() - {'source_traceback'}), who.get())


def broken(*args, **kwargs):
    raise ValueError(len(args))


def decorated(function):
    @functools.wraps(function)
    def wrapper(*args):
        return function(*args)
    return wrapper


@decorated
def wrapped(x):
    raise LookupError(x)


class Server:
    def tick(self, times):
        1 / 0

    def __call__(self):
        raise OSError('called')

    def __repr__(self):
        return '<server>'


async def fails():
    who.set('the task')
    asyncio.get_running_loop().call_soon(broken)
    await asyncio.sleep(0)


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    who.set('main')
    loop.call_soon(broken, 1, 'a text that is longer than thirty characters', [1, 2, 3, 4, 5, 6, 7], {'a': (1,)}, 10 ** 50)
    loop.call_soon(functools.partial(functools.partial(broken, 1), 2, key=3), 4)
    loop.call_soon(Server().tick, 3)
    loop.call_later(0.1, Server())
    loop.call_soon(wrapped, None)
    print(str(loop.call_later(5, broken, 'later')).partition(' ')[2])
    await fails()
    await asyncio.sleep(0.2)
    mine = {'message': 'by hand', 'extra': [1]}
    loop.set_exception_handler(lambda loop, context: print(context is mine, context))
    loop.call_exception_handler(mine)
    task = asyncio.create_task(fails(), name='waits')
    await asyncio.sleep(0)
    loop.set_exception_handler(handler)
    loop.call_exception_handler({'message': 'about a task', 'task': task})
    await asyncio.sleep(1)
    loop.set_debug(True)
    loop.call_soon(broken, 'shown')
    await asyncio.sleep(0)
    loop.set_debug(False)
    await asyncio.sleep(0)
    print(round(loop.time(), 6))

    async def stubborn():
        try:
            await asyncio.sleep(1)
        except asyncio.CancelledError:
            await asyncio.sleep(1)

    task = asyncio.create_task(stubborn(), name='stubborn')
    await asyncio.sleep(0)
    task.cancel()
    print(task)
    await asyncio.sleep(0)
    print(task)

asyncio.run(main())
