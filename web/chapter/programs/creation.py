import asyncio

how = "semaphore"  #: semaphore | workers | acquire_first
jobs = 240         #: 24 | 240 | 10000

async def crawl(page):
    await asyncio.sleep(0.1)

async def gated(page, gate):
    async with gate:
        await crawl(page)

async def worker(pages):
    while True:
        await crawl(await pages.get())
        pages.task_done()

async def main():
    gate = asyncio.Semaphore(12)
    if how == "semaphore":     # all tasks exist at once
        await asyncio.gather(
            *[gated(n, gate) for n in range(jobs)])
    elif how == "workers":     # twelve tasks, one queue
        pages = asyncio.Queue(maxsize=12)
        for _ in range(12):
            asyncio.create_task(worker(pages))
        for page in range(jobs):
            await pages.put(page)
        await pages.join()
    else:                      # a permit, then a task
        async with asyncio.TaskGroup() as group:
            for page in range(jobs):
                await gate.acquire()
                task = group.create_task(crawl(page))
                task.add_done_callback(
                    lambda _: gate.release())

asyncio.run(main())
