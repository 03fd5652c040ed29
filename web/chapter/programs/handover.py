import asyncio

async def fetch(seconds):
    await asyncio.sleep(seconds)
    return f"{seconds} s"

JOBS = {"north": 0.3, "south": 0.1, "east": 0.2}

async def main():
    async with asyncio.TaskGroup() as group:
        tasks = {group.create_task(fetch(seconds)): name
                 for name, seconds in JOBS.items()}
        # 3.13: the very tasks that went in come out
        async for task in asyncio.as_completed(tasks):
            print(tasks[task], "took", task.result())

asyncio.run(main())
