# A program in which tasks wait for everything that there is to wait for: stories_test.cpp reads what is said of it.
import asyncio, threading, time
from concurrent.futures import ThreadPoolExecutor
lock = asyncio.Lock()
event = asyncio.Event()
condition = asyncio.Condition()
queue = asyncio.Queue(1)
stack = asyncio.LifoQueue()
ranked = asyncio.PriorityQueue()
gate = asyncio.BoundedSemaphore(1)

async def hold():
    async with lock:
        await asyncio.sleep(0.1)

async def hear():
    await event.wait()

async def consume():
    async with condition:
        await condition.wait()

async def produce():
    for number in range(3):
        await queue.put(number)
    await queue.join()

async def take():
    while True:
        await asyncio.sleep(0.05)
        await queue.get()
        queue.task_done()

async def empty():
    await queue.get()

async def meet(barrier):
    await barrier.wait()

async def guarded():
    async with gate:
        await asyncio.sleep(0.02)

async def late():
    try:
        async with asyncio.timeout(0.05):
            await asyncio.sleep(1)
    except TimeoutError:
        print("late")

async def fails():
    await asyncio.sleep(0.01)
    raise ValueError("no")

def block(seconds):
    time.sleep(seconds)
    return seconds

async def main():
    loop = asyncio.get_running_loop()
    barrier = asyncio.Barrier(2)
    stack.put_nowait(1)
    ranked.put_nowait(1)
    async with asyncio.TaskGroup() as group:
        for work in (hold(), hold(), hear(), consume(), produce(), meet(barrier), meet(barrier), guarded(), guarded(), late()):
            group.create_task(work)
        taker = asyncio.create_task(take())
        await asyncio.sleep(0.2)
        event.set()
        async with condition:
            condition.notify_all()
    taker.cancel()
    future = loop.create_future()
    loop.call_later(0.1, future.set_result, 1)
    await future
    loop.call_soon(print, "soon")
    await asyncio.sleep(0)
    print(await asyncio.to_thread(block, 0.1), await asyncio.shield(asyncio.sleep(0.1, "shielded")))
    for done in asyncio.as_completed([asyncio.sleep(0.1), asyncio.sleep(0.2)]):
        await done
    await asyncio.wait([asyncio.create_task(asyncio.sleep(0.1))])
    print(await asyncio.gather(fails(), hold(), return_exceptions=True))
    await asyncio.wait_for(hold(), 1)
    with ThreadPoolExecutor(2) as pool:
        await asyncio.gather(*[loop.run_in_executor(pool, block, 0.1) for _ in range(3)])
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fails())
            group.create_task(hold())
    except* ValueError:
        print("group failed")
    waiting = asyncio.create_task(empty())
    await asyncio.sleep(0)
    waiting.cancel()
    time.sleep(0.1)

asyncio.run(main())
