import asyncio

order = "gather"  #: gather | as_completed

SECONDS = [0.1, 0.2, 0.1, 0.9, 0.2, 0.1]

async def fetch(seconds):
    await asyncio.sleep(seconds)
    return seconds

async def store(result):
    await asyncio.sleep(0.1)
    print("stored", result)

async def main():
    start = asyncio.create_task
    jobs = [start(fetch(s)) for s in SECONDS]
    if order == "gather":
        for result in await asyncio.gather(*jobs):
            await store(result)
    else:
        for upcoming in asyncio.as_completed(jobs):
            await store(await upcoming)

asyncio.run(main())
