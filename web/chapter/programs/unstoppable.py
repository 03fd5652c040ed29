import asyncio
import time

def export():
    print("thread: begins")
    time.sleep(0.5)
    print("thread: still wrote the file")

async def main():
    try:
        async with asyncio.timeout(0.2):
            await asyncio.to_thread(export)
    except TimeoutError:
        print("loop: gave up waiting")
    await asyncio.sleep(0.1)
    print("loop: goes on")

asyncio.run(main())
