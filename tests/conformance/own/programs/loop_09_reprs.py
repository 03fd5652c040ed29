# How asyncio's objects show themselves in each state, and what their methods refuse.
import asyncio
import re


def shown(value):
    text = re.sub(r" at 0x[0-9a-f]+", "", repr(value))
    return re.sub(r"(/[^ :]*/|<)?loop_09_reprs\.py", "loop_09_reprs.py", text)


def attempt(function, *arguments, **named):
    try:
        return function(*arguments, **named)
    except BaseException as error:
        return re.sub(r" at 0x[0-9a-f]+", "", f"{type(error).__name__}: {error}")


def callback(*arguments):
    print("callback", len(arguments))


class Holder:
    def method(self, future):
        pass


async def waits(seconds=0.1):
    await asyncio.sleep(seconds)
    return "done"


async def fails():
    raise ValueError("failed")


async def hold(lock):
    async with lock:
        await asyncio.sleep(0.1)


async def attempted(awaitable):
    try:
        return await awaitable
    except BaseException as error:
        return re.sub(r" at 0x[0-9a-f]+", "", f"{type(error).__name__}: {error}")


async def main():
    loop = asyncio.get_running_loop()
    lock, event, condition, semaphore, bounded = asyncio.Lock(), asyncio.Event(), asyncio.Condition(), asyncio.Semaphore(2), asyncio.BoundedSemaphore(1)
    queue, stack, priority = asyncio.Queue(2), asyncio.LifoQueue(), asyncio.PriorityQueue(5)
    print(*map(shown, (lock, event, condition, semaphore, bounded, queue, stack, priority)), sep="\n")
    tasks = [asyncio.create_task(hold(thing), name=f"hold {number}") for number, thing in enumerate((lock, lock, condition, condition, semaphore, semaphore, semaphore, bounded, bounded))]
    tasks += [asyncio.create_task(event.wait()), asyncio.create_task(queue.get()), asyncio.create_task(queue.get())]
    await asyncio.sleep(0)
    print(*map(shown, (lock, event, condition, semaphore, bounded, queue)), sep="\n")
    event.set()
    queue.put_nowait(1)
    queue.put_nowait(2)
    stack.put_nowait("item")
    print(*map(shown, (event, queue, stack)), sep="\n")
    await asyncio.gather(*tasks)
    print(*map(shown, (lock, event, condition, semaphore, bounded, queue)), sep="\n")
    print(attempt(lock.release), attempt(bounded.release), attempt(condition.notify), attempt(asyncio.Semaphore, -1), attempt(queue.task_done), attempt(queue.task_done), attempt(queue.task_done), attempt(queue.get_nowait), attempt(asyncio.Condition, 5) if False else "")
    future = loop.create_future()
    print(shown(future), future.get_loop() is loop, future._loop is loop if False else "", attempt(future.result), attempt(future.exception))
    future.add_done_callback(callback)
    print(shown(future))
    future.add_done_callback(Holder().method)
    print(shown(future))
    print(future.remove_done_callback(print))
    future.set_result("r" * 60)
    print(shown(future), attempt(future.set_result, 1), attempt(future.set_exception, ValueError()), future.cancel())
    await asyncio.sleep(0)
    broken = loop.create_future()
    print(attempt(broken.set_exception, 5), attempt(loop.create_future().set_exception, StopIteration), broken.set_exception(KeyError), shown(broken), repr(broken.exception()))
    gone = loop.create_future()
    gone.cancel("why")
    print(shown(gone), attempt(gone.result), attempt(gone.exception))
    task = asyncio.create_task(waits(), name="named")
    print(shown(task), attempt(task.set_result, 1), attempt(task.set_exception, ValueError()), attempt(task.result), task.get_name(), task.set_name(5), task.get_name(), task.get_coro().__name__, task.done(), task.cancelling() if hasattr(task, "cancelling") else 0)
    await asyncio.sleep(0)
    print(shown(task))
    task.add_done_callback(callback)
    await task
    print(shown(task))
    failing = asyncio.create_task(fails(), name="failing")
    cancelled = asyncio.create_task(waits(), name="cancelled")
    await asyncio.sleep(0)
    cancelled.cancel()
    print(shown(cancelled))
    await asyncio.wait([failing, cancelled])
    print(shown(failing), shown(cancelled))
    handle, timer = loop.call_soon(callback, 1), loop.call_later(5, callback)
    print(shown(handle), timer.when() > 4, handle.cancelled(), handle.cancel(), shown(handle), timer.cancel(), timer.cancelled())
    gathering = asyncio.gather(waits(), waits())
    print(shown(gathering), await gathering, shown(gathering))
    print(loop.is_running(), loop.is_closed(), loop.get_debug(), loop.get_exception_handler(), asyncio._get_running_loop() is loop, asyncio.get_event_loop() is loop)
    for function, arguments in ((loop.call_soon, (waits,)), (loop.call_later, (None, callback)), (loop.set_exception_handler, (5,)), (asyncio.ensure_future, (5,)), (asyncio.wrap_future, (5,)), (asyncio.isfuture, (5,)), (asyncio.iscoroutine, (5,))):
        print(getattr(function, "__name__", function), attempt(function, *arguments))
    for awaitable in (asyncio.wait([]), asyncio.wait([asyncio.create_task(waits(0))], return_when="never"), asyncio.wait(asyncio.create_task(waits(0))), asyncio.wait_for(5, 1), asyncio.shield(future), asyncio.gather(), asyncio.wait_for(waits(), 0), asyncio.wait_for(waits(), -1), asyncio.wait_for(future, None)):
        print(await attempted(awaitable))
    loop.set_exception_handler(lambda loop, context: print("handler", sorted(context), context["message"]))
    print(loop.get_exception_handler() is not None)
    loop.call_exception_handler({"message": "by hand"})
    loop.call_soon(lambda: 1 / 0)
    await asyncio.sleep(0)
    loop.set_exception_handler(None)
    loop.call_exception_handler({"message": "to the default"})
    loop.default_exception_handler({"message": "default by name", "future": gone})
    lonely = asyncio.create_task(fails(), name="lonely")
    await asyncio.sleep(0)
    del lonely
    await asyncio.sleep(0)


asyncio.run(main())
