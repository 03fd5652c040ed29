import asyncio

how = "semaphore"  #: semaphore | workers

JOBS = range(240)

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
    if how == "semaphore":
        gate = asyncio.Semaphore(12)
        await asyncio.gather(
            *[gated(n, gate) for n in JOBS])
    else:
        pages = asyncio.Queue(maxsize=12)
        for _ in range(12):
            asyncio.create_task(worker(pages))
        for page in JOBS:
            await pages.put(page)
        await pages.join()

asyncio.run(main())
