# Regression: a program that ends with the CancelledError of a coroutine that had not begun crashed when the line of its failure was
# looked up: that frame stands at no instruction yet.
import asyncio


async def never_begins():
    await asyncio.sleep(1)


async def main():
    task = asyncio.create_task(never_begins(), name='never')
    task.cancel()
    await task


asyncio.run(main())
