"""What synchronizes tasks has no loop until a task has to wait for it, and then that of the task."""
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    primitives = [asyncio.Lock(), asyncio.Event(), asyncio.Condition(), asyncio.Semaphore(1), asyncio.BoundedSemaphore(1),
                  asyncio.Queue(1), asyncio.PriorityQueue(), asyncio.LifoQueue()]
    print([primitive._loop for primitive in primitives])
    lock, event = primitives[:2]
    async with lock:
        print("taken at once", lock._loop)
        waiter = asyncio.create_task(lock.acquire())
        await asyncio.sleep(0)
        print("waited for", lock._loop is loop)
    await waiter
    print(event._get_loop() is loop, event._loop is loop)
    return event


event = asyncio.run(main())
try:
    asyncio.run(event.wait())
except RuntimeError as error:
    print("bound to a different event loop" in str(error))
try:
    print(asyncio.Lock()._get_loop())
except RuntimeError as error:
    print(error)
