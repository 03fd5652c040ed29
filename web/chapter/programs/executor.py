import asyncio
import time
from concurrent.futures import ThreadPoolExecutor

threads = 8  #: 1..12

def convert(number):
    time.sleep(0.1)
    return number

async def main():
    # what the default is where os.cpu_count() is 4
    loop = asyncio.get_running_loop()
    loop.set_default_executor(ThreadPoolExecutor(threads))
    print(await asyncio.gather(*[
        asyncio.to_thread(convert, n) for n in range(12)]))

asyncio.run(main())
