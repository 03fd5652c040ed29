"""Futures of a class that derives from asyncio.Future are futures: gather(), shield() and wait_for() wait for them as they are.

Here they were wrapped in tasks, as any other awaitable is, which took a name, two steps, and their cancellation.
"""
import asyncio


class Noted(asyncio.Future):
    pass


def made(value=None, delay=0.1):
    loop = asyncio.get_running_loop()
    future = Noted(loop=loop)
    future.note = f'note of {value}'
    if value is not None:
        loop.call_later(delay, lambda: future.done() or future.set_result(value))
    return future


async def waits_for(future):
    return await future


async def main():
    first = made(1)
    print(asyncio.isfuture(first), asyncio.ensure_future(first) is first, asyncio.wrap_future(first) is first)
    print(await first, first.note)
    print(await asyncio.gather(made(2), first, made(3)))
    print(await asyncio.shield(made(4)), asyncio.shield(first) is first)
    print(await asyncio.wait_for(made(5), 1))
    late = made()
    try:
        await asyncio.wait_for(late, 0.1)
    except asyncio.TimeoutError as error:
        print(repr(error), late.cancelled())
    left = made()
    task = asyncio.create_task(waits_for(left))
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.wait([task])
    print(left.cancelled(), task.get_name())
    child = made()
    group = asyncio.gather(child, made(6))
    group.cancel('all')
    try:
        await group
    except asyncio.CancelledError:
        print(child.cancelled())
    failed = made()
    failed.set_exception(LookupError('failed'))
    print(await asyncio.gather(failed, return_exceptions=True))
    last = asyncio.create_task(asyncio.sleep(0))
    print(last.get_name())
    await last


asyncio.run(main())
loop = asyncio.new_event_loop()
future = Noted(loop=loop)
loop.call_later(0.1, future.set_result, 7)
print(loop.run_until_complete(future), loop.time())
loop.close()
