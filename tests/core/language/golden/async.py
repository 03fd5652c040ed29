# Everything that waits.
import asyncio


async def worker(gate, jobs):
    async with gate as permit, asyncio.timeout(1):
        async for job in jobs:
            if job is None:
                continue
            result = await job(permit)
            yield result
        else:
            return
    await asyncio.sleep(0)


async def main(limit=2, *names, loop=None, **rest):
    gate = asyncio.Semaphore(limit)
    tasks = [asyncio.create_task(worker(gate, name)) for name in names]
    try:
        done, _ = await asyncio.wait(tasks)
        return [x async for x in done if await x]
    except* ValueError as group:
        print(group)
    finally:
        await gate.release()


asyncio.run(main())
