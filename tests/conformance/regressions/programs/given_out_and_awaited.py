"""A future that was given out by `__await__`, and not taken up, cannot be awaited, by asyncio's own coroutines neither.

Here wait_for() and its like waited for it all the same.
"""
import asyncio


async def main():
    for way in (lambda future: future, lambda future: asyncio.wait_for(future, None), lambda future: asyncio.wait_for(future, 1)):
        future = asyncio.get_running_loop().create_future()
        next(future.__await__())
        asyncio.get_running_loop().call_later(0.1, lambda: future.done() or future.set_result("set"))
        try:
            print(await way(future))
        except RuntimeError as error:
            print(error)


asyncio.run(main())
