import asyncio
import time

def convert(number):
    time.sleep(0.1)

async def main():
    # four processors: the default pool has 4 + 4 threads
    await asyncio.gather(*[
        asyncio.to_thread(convert, n) for n in range(12)])

asyncio.run(main())
