import asyncio

async def worker(jobs):
    try:
        while True:
            job = await jobs.get()
            await asyncio.sleep(0.1)
            print("did", job)
    except asyncio.QueueShutDown:  # since Python 3.13
        print("no more work")

async def main():
    jobs = asyncio.Queue()
    async with asyncio.TaskGroup() as group:
        for _ in range(2):
            group.create_task(worker(jobs))
        for job in range(1, 6):
            await jobs.put(job)
        jobs.shutdown()

asyncio.run(main())
