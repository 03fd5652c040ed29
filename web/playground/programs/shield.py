import asyncio

protect = True  #: True | False

async def commit():
    await asyncio.sleep(0.2)
    print("committed")

async def save():
    writing = asyncio.create_task(commit())
    if protect:
        await asyncio.shield(writing)
    else:
        await writing

async def main():
    task = asyncio.create_task(save())
    await asyncio.sleep(0.1)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("save was cancelled")
    await asyncio.sleep(0.2)

asyncio.run(main())
