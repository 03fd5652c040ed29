# `with` gives the program the object of its own class, where the class derives from TaskGroup, Runner or an executor.
# python >= 3.11
import asyncio
from concurrent.futures import ThreadPoolExecutor
from contextlib import AsyncExitStack, ExitStack


class Crew(asyncio.TaskGroup):
    def __init__(self, name):
        super().__init__()
        self.name = name
        self.helpers = []

    def help(self, coroutine):
        task = self.create_task(coroutine)
        self.helpers.append(task)
        return task

    async def __aexit__(self, *error):
        for task in self.helpers:
            task.cancel()
        return await super().__aexit__(*error)


class Plain(asyncio.TaskGroup):
    pass


class Pool(ThreadPoolExecutor):
    def twice(self, number):
        return number * 2


class Starter(asyncio.Runner):
    def start(self, coroutine):
        return self.run(coroutine)


async def main():
    crew = Crew('night')
    async with crew as entered:
        entered.help(asyncio.sleep(10))
        entered.create_task(asyncio.sleep(0.1))
        await asyncio.sleep(0.2)
    print(entered is crew, entered.name, [task.cancelled() for task in crew.helpers])
    async with Plain() as plain:
        print(type(plain).__name__, plain)
    async with AsyncExitStack() as stack:
        print(type(await stack.enter_async_context(Crew('day'))).__name__)
    with ExitStack() as stack:
        print(stack.enter_context(Pool(1)).twice(4))
    with Pool(2) as pool:
        print(type(pool).__name__, pool.twice(21))
    try:
        await crew.__aenter__()
    except RuntimeError as error:
        print(type(error).__name__)


with Starter() as starter:
    print(type(starter).__name__)
    starter.start(main())
