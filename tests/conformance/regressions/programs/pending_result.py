# Regression: the result of a task that is not done was worded as by tasks written in Python; users have those in C.
import asyncio


async def main():
    task = asyncio.create_task(asyncio.sleep(1))
    future = asyncio.get_running_loop().create_future()
    for waiting in (task, future):
        for ask in (waiting.result, waiting.exception):
            try:
                ask()
            except asyncio.InvalidStateError as error:
                print(type(waiting).__name__, error)


asyncio.run(main())
