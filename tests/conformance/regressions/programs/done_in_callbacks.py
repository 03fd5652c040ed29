"""A callback of a pool's future asks for its result, or takes a lock that is free, on the worker's thread: nothing blocks there, but it was refused."""
import asyncio
import concurrent.futures
import threading
import time

lock = threading.Lock()
results = []


def job(number):
    time.sleep(0.1)
    if number == 1:
        raise ValueError(number)
    return number * number


def show(future):
    with lock:
        results.append(future.exception() or future.result())
    print(threading.current_thread().name, results[-1])


async def main():
    with concurrent.futures.ThreadPoolExecutor(2, 'jobs') as pool:
        futures = [pool.submit(job, number) for number in range(3)]
        for future in futures:
            future.add_done_callback(show)
        await asyncio.sleep(0.5)
        futures[0].add_done_callback(show)
    print(results)


asyncio.run(main())
