import asyncio

JOBS = {"A": 0.3, "B": 0.1, "C": 0.2}

async def fetch(name):
    await asyncio.sleep(JOBS[name])
    return name

def start():
    return [
        asyncio.create_task(fetch(name), name=name)
        for name in JOBS
    ]

async def with_gather():
    for name in await asyncio.gather(*start()):
        print("gather:", name)

async def with_as_completed():
    for upcoming in asyncio.as_completed(start()):
        print("as_completed:", await upcoming)

async def main():
    other = asyncio.create_task(with_gather())
    await with_as_completed()
    await other

asyncio.run(main())
