"""In debug mode a loop looks at what it is given, and refuses calls from other threads: what is said to schedule nothing must fail.

What is refused so is done nevertheless: the future has its result, and has forgotten its callbacks. A closed loop
refuses in the same way, without debug mode.
"""
import asyncio


async def job():
    pass


def attempt(what, function, *args):
    try:
        result = function(*args)
        print(what, result if result is None or isinstance(result, bool) else type(result).__name__)
    except Exception as error:
        print(what, type(error).__name__, error)


async def main():
    loop = asyncio.get_running_loop()
    plain, watched, cancelled = loop.create_future(), loop.create_future(), loop.create_future()
    for future in (watched, cancelled):
        future.add_done_callback(lambda future: print("called"))
    event, queue, lock = asyncio.Event(), asyncio.Queue(), asyncio.Lock()
    await lock.acquire()
    waiting = [asyncio.create_task(coroutine) for coroutine in (event.wait(), queue.get(), lock.acquire())]
    sleeping = asyncio.create_task(asyncio.sleep(9))
    await asyncio.sleep(0)

    def elsewhere():
        attempt("call_soon", loop.call_soon, print)
        attempt("result", plain.set_result, 1)
        attempt("watched", watched.set_result, 1)
        attempt("done", watched.done)
        attempt("callback", watched.add_done_callback, print)
        attempt("cancel", cancelled.cancel)
        attempt("cancelled", cancelled.cancelled)
        attempt("event", event.set)
        attempt("is set", event.is_set)
        attempt("put", queue.put_nowait, 1)
        attempt("release", lock.release)
        attempt("task", sleeping.cancel)
        attempt("threadsafe", loop.call_soon_threadsafe, print, "called safely")

    await asyncio.to_thread(elsewhere)
    await asyncio.sleep(0.1)
    print([task.done() for task in waiting], sleeping.done())
    for callback in (job, 5):
        attempt("call_soon", loop.call_soon, callback)
        attempt("call_soon_threadsafe", loop.call_soon_threadsafe, callback)
    return loop


for debug in (False, True):
    print("debug", debug)
    if debug:
        asyncio.run(main(), debug=True)

loop = asyncio.new_event_loop()
watched, cancelled = loop.create_future(), loop.create_future()
for future in (watched, cancelled):
    future.add_done_callback(print)
loop.close()
attempt("closed", watched.set_result, 1)
attempt("done", watched.done)
attempt("closed", cancelled.cancel)
attempt("closed", watched.add_done_callback, print)
