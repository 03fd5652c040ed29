# Up to 3.10 a cancelled task keeps the error that ended it: each `await` has it as its context, and what its traceback
# holds lives as long as the task. Since 3.11 the first `await` takes it along.
import asyncio


class Resource:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print(self.name, "is gone")


async def work(name):
    resource = Resource(name)
    await asyncio.sleep(5)
    print(resource.name)


async def awaits_again():
    task = asyncio.create_task(work("again"))
    await asyncio.sleep(0)
    task.cancel("enough")
    for attempt in range(3):
        try:
            await task
        except asyncio.CancelledError as error:
            print(attempt, repr(error), repr(error.__context__))
    for ask in task.result, task.exception:
        try:
            ask()
        except asyncio.CancelledError as error:
            print(ask.__name__, repr(error), repr(error.__context__))
    print("asked")
    await asyncio.sleep(0)
    del task, ask
    print("forgotten")
    await asyncio.sleep(1)


async def main():
    await awaits_again()
    task = asyncio.create_task(work("once"))
    await asyncio.sleep(1)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("caught")


asyncio.run(main())
