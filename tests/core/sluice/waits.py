"""Threads that wait for everything that there is to wait for, while Python code takes time; see stories_test.cpp."""
import asyncio
import sys
import threading
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

lock = threading.Lock()


def hold():
    with lock:
        time.sleep(0.1)


def compute(rounds):
    return sum([i for i in range(rounds)])


def read():
    with open("notes.txt") as file:
        return len(file.read())


def join():
    thread = threading.Thread(target=time.sleep, args=(0.05,))
    thread.start()
    thread.join()


async def main():
    loop = asyncio.get_running_loop()
    print("warned", file=sys.stderr)
    await asyncio.gather(asyncio.to_thread(hold), asyncio.to_thread(hold))
    await asyncio.gather(asyncio.to_thread(read), asyncio.to_thread(join))
    await asyncio.gather(asyncio.to_thread(compute, 20000), asyncio.to_thread(compute, 20000))
    with ThreadPoolExecutor(1) as pool:
        print(pool.submit(compute, 10).result())
    with ProcessPoolExecutor(2) as pool:
        print(await asyncio.gather(*[loop.run_in_executor(pool, compute, 20000) for _ in range(3)]))
    print(read())
    timer = loop.call_later(5, print, "never")
    timer.cancel()


if __name__ == "__main__":
    asyncio.run(main())
