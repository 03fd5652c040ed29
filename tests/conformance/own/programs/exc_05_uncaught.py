# An exception that nobody catches keeps its frames while asyncio.run cleans up: the generator in them is closed by a task.
import asyncio


async def ticks():
    try:
        yield 1
        yield 2
    finally:
        await asyncio.sleep(0.1)
        print("ticks closed")


async def main():
    asynchronous = ticks()
    await asynchronous.__anext__()
    raise ValueError("uncaught")


print("begin")
asyncio.run(main())
