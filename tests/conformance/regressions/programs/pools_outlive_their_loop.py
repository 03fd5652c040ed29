"""A pool that nothing refers to any more lives until its jobs are done; when its loop was closed first, the end of a job took the program down."""
import asyncio
import time


def work(name, seconds):
    time.sleep(seconds)
    print('worked', name)
    return name


async def main():
    loop = asyncio.get_running_loop()
    loop.run_in_executor(None, work, 'late', 0.1)
    print('main ends')


loop = asyncio.new_event_loop()
loop.run_until_complete(main())
loop.close()
del loop
print('module ends')
