"""Threads of pools are threads too: they are counted from their start until their pool is shut down, idle ones as well.

They were left out once; programs that watch how many threads to_thread() makes came out with one.
"""
import asyncio, threading, time
from concurrent.futures import ThreadPoolExecutor

def names():
    return threading.active_count(), [t.name for t in threading.enumerate()]

def work(seconds):
    time.sleep(seconds)
    return threading.current_thread().name, len(threading.enumerate())

async def main():
    print(names())
    task = asyncio.create_task(asyncio.to_thread(work, 1))
    await asyncio.sleep(0.5)
    print(names())
    more = asyncio.gather(*(asyncio.to_thread(work, 0.1) for _ in range(3)))
    await asyncio.sleep(0.05)
    print(names())
    print(await more)
    await task
    print(names(), [t.is_alive() for t in threading.enumerate()])
    pool = ThreadPoolExecutor(2, thread_name_prefix="pool")
    print(await asyncio.get_running_loop().run_in_executor(pool, work, 0.1))
    print(names())


asyncio.run(main())
