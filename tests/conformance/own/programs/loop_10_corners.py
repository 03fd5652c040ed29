# Corners of the loop's interface: debug, signals, executors, policies, loops by hand, tasks of other kinds, and late arrivals.
import asyncio
import contextlib
import re


def attempt(function, *arguments, **named):
    try:
        return function(*arguments, **named)
    except BaseException as error:
        return re.sub(r" at 0x[0-9a-f]+", "", f"{type(error).__name__}: {error}")


async def attempted(awaitable):
    try:
        return await awaitable
    except BaseException as error:
        return re.sub(r" at (0x[0-9a-f]+|/[^ ]*)|<Task.*?]>", "", f"{type(error).__name__}: {error}")


async def work(seconds=0.1, result="worked"):
    await asyncio.sleep(seconds)
    return result


def yields_number():
    yield 5


class YieldsNumber:
    def __await__(self):
        yield 5


class YieldsFuture:
    def __init__(self, future):
        self.future = future

    def __await__(self):
        yield self.future


class Pretender:
    """Looks like a future, by the mark that asyncio looks for."""

    _asyncio_future_blocking = None


async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_debug(), loop.is_closed(), asyncio._get_running_loop() is loop, asyncio.current_task().get_name(), len(asyncio.all_tasks()))
    for awaitable in (YieldsNumber(), YieldsFuture(loop.create_future()), asyncio.ensure_future(work()), asyncio.shield(work()), asyncio.wait_for(work(), 5), asyncio.gather(work(), work(0.05))):
        print(await attempted(awaitable))
    task = asyncio.create_task(work())
    task.cancel("first")
    task.cancel("second")
    print(await attempted(task), task.cancelled(), task.cancel(), attempt(task.exception))
    done, pending = await asyncio.wait([asyncio.create_task(work(0.1)), asyncio.create_task(work(0.3))], timeout=0.2)
    print(len(done), len(pending), [await other for other in pending])
    for return_when in (asyncio.FIRST_COMPLETED, asyncio.FIRST_EXCEPTION, asyncio.ALL_COMPLETED):
        done, pending = await asyncio.wait({asyncio.create_task(work(0.1)), asyncio.create_task(work(0.2))}, return_when=return_when)
        print(return_when, len(done), len(pending))
        await asyncio.gather(*pending)
    print([await attempted(next_one) for next_one in asyncio.as_completed([work(0.2, "b"), work(0.1, "a")])], await attempted(next(iter(asyncio.as_completed([work(0.5)], timeout=0.1)))))
    print(attempt(asyncio.shield, 5), attempt(asyncio.gather, 5), attempt(asyncio.as_completed, 5) if False else "", attempt(asyncio.run, main()) if False else "", asyncio.iscoroutinefunction(work), asyncio.iscoroutinefunction(print), asyncio.isfuture(task), asyncio.isfuture(Pretender()))
    condition = asyncio.Condition()
    async with condition:
        print(await attempted(asyncio.wait_for(condition.wait(), 0.1)), condition.locked(), await condition.wait_for(lambda: "true at once"))
    queue = asyncio.Queue(maxsize=1)
    await queue.put(1)
    print(attempt(queue.put_nowait, 2), await attempted(asyncio.wait_for(queue.put(2), 0.1)), queue.full(), queue.empty(), queue.qsize(), queue.maxsize, await queue.get(), queue.task_done(), await queue.join())
    event = asyncio.Event()
    waiter = asyncio.create_task(event.wait())
    await asyncio.sleep(0)
    event.set()
    event.clear()
    print(await waiter, event.is_set())
    semaphore = asyncio.Semaphore(1)
    async with semaphore:
        print(semaphore.locked(), await attempted(asyncio.wait_for(semaphore.acquire(), 0.1)), semaphore._value)
    print(semaphore.locked(), await semaphore.acquire(), semaphore.release())
    async with contextlib.AsyncExitStack() as stack:
        stack.push_async_callback(work, 0.1)
        stack.callback(print, "closed")
    print(await loop.shutdown_default_executor(), await loop.shutdown_asyncgens())
    handle = loop.call_later(0.1, print, "never")
    print(handle.when() - loop.time() > 0.09, handle.cancel(), handle.cancelled())
    future = asyncio.Future()
    future.add_done_callback(lambda done: print("called with", done.result()))
    loop.call_later(0.1, future.set_result, "late")
    print(await future, await future, future.result(), future.exception(), asyncio.Future(loop=loop).done())
    print(await asyncio.sleep(-1, "negative"), await asyncio.sleep(0, "zero"), await asyncio.sleep(True, "true"))
    late = asyncio.create_task(work(10))
    late.add_done_callback(lambda done: print("late is cancelled", done.cancelled()))


loop = asyncio.new_event_loop()
print(loop.is_running(), loop.is_closed(), attempt(asyncio.get_running_loop), loop.run_until_complete(work(0.1, "by hand")), attempt(loop.run_until_complete, 5))
future = loop.create_future()
loop.call_later(0.1, future.set_result, "future by hand")
loop.call_later(0.2, loop.stop)
print(loop.run_until_complete(future), loop.run_forever(), loop.close(), loop.is_closed(), loop.close())
closed = work()
print(attempt(loop.run_until_complete, closed), closed.close(), attempt(loop.call_soon, print), attempt(loop.run_forever))
asyncio.run(main())
