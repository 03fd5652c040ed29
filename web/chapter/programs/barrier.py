import asyncio

ending = "normal"  #: normal | exception | cancelled
swallow = False    #: True | False

class Connection:
    async def __aenter__(self):
        await asyncio.sleep(0.2)  # greet, log in
        print("open")
        return self

    async def __aexit__(self, exc_type, exc, tb):
        print("closing:", exc_type and exc_type.__name__)
        await asyncio.sleep(0.1)  # flush, say goodbye
        print("closed")
        return swallow            # True suppresses

async def work():
    async with Connection():
        await asyncio.sleep(0.15)
        if ending == "exception":
            raise ValueError("a bad row")
        await asyncio.sleep(0.15)
    print("work goes on after the block")

async def main():
    task = asyncio.create_task(work())
    if ending == "cancelled":
        await asyncio.sleep(0.4)
        task.cancel()
    try:
        await task
    except (ValueError, asyncio.CancelledError) as e:
        print("work ended by", type(e).__name__)

asyncio.run(main())
