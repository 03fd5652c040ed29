# concurrent.futures by hand and by pools, and threads: futures.txt is what CPython 3.10 to 3.12 print.
import asyncio
import concurrent.futures
import re
import threading
import time
from concurrent.futures import ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION, CancelledError, Future, ThreadPoolExecutor, TimeoutError, as_completed, wait


def attempt(function, *arguments, **named):
    try:
        return function(*arguments, **named)
    except BaseException as error:
        return re.sub(r" at 0x[0-9a-f]+", "", f"{type(error).__name__}: {error}")


def shown(value):
    return re.sub(r" at 0x[0-9a-f]+", "", repr(value))


def work(seconds, result=None):
    time.sleep(seconds)
    if isinstance(result, Exception):
        raise result
    return result


def broken_start():
    raise ValueError("cannot start")


def bad_callback(future):
    raise KeyError("in callback")


def by_hand():
    future = Future()
    print(shown(future), future.running(), future.done(), future.cancelled(), attempt(future.result, timeout=0), attempt(future.exception, 0))
    future.add_done_callback(lambda done: print("called", done.result()))
    print(future.set_running_or_notify_cancel(), shown(future), future.cancel())
    future.set_result("value")
    print(shown(future), future.result(), future.exception(), attempt(future.set_result, 1), attempt(future.set_exception, ValueError()), attempt(future.set_running_or_notify_cancel) if False else "")
    future.add_done_callback(lambda done: print("called at once"))
    future.add_done_callback(bad_callback)
    failed = Future()
    failed.set_exception(ValueError("by hand"))
    print(shown(failed), attempt(failed.result), repr(failed.exception()))
    cancelled = Future()
    print(cancelled.cancel(), cancelled.cancel(), shown(cancelled), attempt(cancelled.result), attempt(cancelled.exception), cancelled.set_running_or_notify_cancel(), shown(cancelled), attempt(cancelled.set_result, 1))


def pools():
    with ThreadPoolExecutor(2, thread_name_prefix="pool") as pool:
        futures = [pool.submit(work, 0.5, "slow"), pool.submit(work, 0.1, "fast"), pool.submit(work, 0.2, ValueError("bad")), pool.submit(work, 0.1, "last")]
        print(futures[3].cancel(), attempt(futures[0].result, 0.05), [shown(future) for future in futures])
        done, pending = wait(futures, return_when=FIRST_COMPLETED)
        print(len(done), len(pending))
        done, pending = wait(futures, return_when=FIRST_EXCEPTION)
        print(len(done), len(pending))
        done, pending = wait(futures, timeout=0.001)
        print(len(done), len(pending), wait(futures, return_when=ALL_COMPLETED).done == set(futures))
        print([attempt(future.result) for future in futures], list(pool.map(lambda x: x * 2, [1, 2, 3])), attempt(lambda: list(pool.map(work, [0.1, 0.2], timeout=0.15))), attempt(lambda: list(pool.map(work, [0.1], [ValueError("mapped")]))))
        print([future.result() for future in as_completed([pool.submit(work, 0.2, "second"), pool.submit(work, 0.1, "first")])])
    print(attempt(pool.submit, work, 1), attempt(ThreadPoolExecutor, 0), attempt(ThreadPoolExecutor, initializer=5), attempt(ThreadPoolExecutor().submit))
    pool = ThreadPoolExecutor(1)
    futures = [pool.submit(work, 0.1, number) for number in range(3)]
    time.sleep(0.05)
    pool.shutdown(wait=False, cancel_futures=True)
    print([future.cancelled() for future in futures], futures[0].result())
    broken = ThreadPoolExecutor(1, initializer=broken_start)
    future = broken.submit(work, 0.1)
    print(attempt(future.result), attempt(broken.submit, work, 0.1))


def threads():
    lock, gate = threading.Lock(), threading.Event()
    print(lock.acquire(), lock.acquire(blocking=False), lock.acquire(timeout=0.01), lock.locked(), lock.release(), attempt(lock.release), attempt(lock.acquire, False, 1), attempt(lock.acquire, timeout=-2))
    thread = threading.Thread(target=lambda: (gate.wait(), print("through", threading.current_thread().name)), name="waiter", daemon=True)
    print(thread.name, thread.daemon, thread.is_alive(), thread.ident, attempt(thread.join))
    thread.start()
    print(thread.is_alive(), attempt(thread.start), thread.join(0.1), thread.is_alive())
    gate.set()
    thread.join()
    gate.clear()
    print(gate.is_set(), gate.wait(0.05), thread.is_alive(), threading.current_thread() is threading.main_thread(), threading.main_thread().name, threading.active_count() >= 1, attempt(threading.current_thread().join))
    bounded = threading.BoundedSemaphore(1)
    print(bounded.acquire(), bounded.acquire(blocking=False), bounded.acquire(timeout=0.01), bounded.release(), attempt(bounded.release), attempt(threading.Semaphore, -1))
    r = threading.RLock()
    with r, r:
        print(r.acquire(), r.release())
    print(attempt(r.release))
    c = threading.Condition()
    print(attempt(c.notify), attempt(c.wait))
    with c:
        print(c.wait(0.01), c.wait_for(lambda: True), c.notify_all())
    timer = threading.Timer(0.1, print, ["timer"])
    timer.start()
    timer.join()
    cancelled = threading.Timer(5, print, ["never"])
    cancelled.start()
    cancelled.cancel()
    cancelled.join()
    failing = threading.Thread(target=work, args=(0, ValueError("in thread")))
    failing.start()
    failing.join()


async def mixed():
    loop = asyncio.get_running_loop()
    print(await asyncio.to_thread(work, 0.1, "threaded"), await loop.run_in_executor(None, work, 0.1, "executed"))
    with ThreadPoolExecutor(1) as pool:
        future = pool.submit(work, 0.1, "wrapped")
        print(await asyncio.wrap_future(future), await asyncio.gather(loop.run_in_executor(pool, work, 0.1, 1), return_exceptions=True))
        outer = asyncio.wrap_future(pool.submit(work, 0.2, "never seen"))
        behind = pool.submit(work, 0.1)
        wrapped = asyncio.wrap_future(behind)
        await asyncio.sleep(0.05)
        print(outer.cancel(), wrapped.cancel())
        await asyncio.sleep(0)
        print(behind.cancelled())
    other = asyncio.run_coroutine_threadsafe(asyncio.sleep(0.1, "from here"), loop)
    print(await asyncio.wrap_future(other), attempt(asyncio.run_coroutine_threadsafe, 5, loop))
    result = await asyncio.to_thread(lambda: asyncio.run_coroutine_threadsafe(asyncio.sleep(0.1, "from a thread"), loop).result())
    print(result, attempt(loop.run_in_executor, 5, work))
    try:
        await asyncio.to_thread(work, 0.1, StopIteration("stop")) if False else await asyncio.to_thread(work, 0.1, LookupError("looked"))
    except LookupError as error:
        print(repr(error))


by_hand()
pools()
threads()
asyncio.run(mixed())
