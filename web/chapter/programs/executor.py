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
    loop.set_default_executor(
        ThreadPoolExecutor(threads, "pool"))
    jobs = [asyncio.to_thread(convert, n)
            for n in range(12)]
    print(await asyncio.gather(*jobs))

asyncio.run(main())
