import asyncio

shape = "group"  #: sequential | gather | group
orders = "fail"  #: work | fail

async def request(name, seconds):
    await asyncio.sleep(seconds)
    if name == "orders" and orders == "fail":
        raise LookupError(name)
    print("got", name)

PARTS = [("user", 0.1), ("orders", 0.2), ("news", 0.3)]

async def page():
    if shape == "sequential":
        for part in PARTS:
            await request(*part)
    elif shape == "gather":
        await asyncio.gather(
            *[request(*part) for part in PARTS])
    else:
        async with asyncio.TaskGroup() as group:
            for part in PARTS:
                group.create_task(request(*part))

async def main():
    try:
        await page()
    except (LookupError, ExceptionGroup) as problem:
        print("page failed:", type(problem).__name__)
    await asyncio.sleep(0.2)  # what is still running?

asyncio.run(main())
