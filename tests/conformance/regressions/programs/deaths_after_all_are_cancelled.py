"""A task that was cancelled keeps the frames of its cancellation as long as it lives (up to 3.10), and what is in them.

Whoever cancels all tasks at the end holds them until the loop has come to rest; the marks in the story die after that. They
died with the main task where the frame had an `except` that did not fit.
"""
import asyncio
class Mark:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)
async def gives(name):
    await asyncio.sleep(0.001)
    return Mark(name)
async def story():
    future = asyncio.get_running_loop().create_future()
    made = [asyncio.create_task(gives("first")), asyncio.create_task(gives("second"))]
    try:
        await future
    except Exception as error:
        print(type(error).__name__)
async def main():
    print(await asyncio.gather(asyncio.sleep(0.0001), story(), return_exceptions=True))
asyncio.run(main())
