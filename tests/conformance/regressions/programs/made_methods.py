"""A method may be made by hand, as plug-ins do: types.MethodType was a type that could not be called."""
import asyncio
import enum
import types


class Worker:
    def __init__(self, name):
        self.name = name


async def run(self, seconds):
    await asyncio.sleep(seconds)
    print(self.name, "is done")


class State(enum.Enum):
    IDLE = 1


async def main():
    workers = [Worker("one"), Worker("two")]
    for worker in workers:
        worker.run = types.MethodType(run, worker)
    await asyncio.gather(*(worker.run(0.1 * i) for i, worker in enumerate(workers)))
    print(types.MethodType(len, [1, 2, 3])(), workers[0].run.__func__ is run)
    for arguments in [(), (run,), (1, 2), (run, None), (run, 1, 2)]:
        try:
            types.MethodType(*arguments)
        except TypeError as error:
            print(error)
    # Until 3.10 an enumeration without words of its own was "An enumeration."
    print(State.__doc__)


asyncio.run(main())
