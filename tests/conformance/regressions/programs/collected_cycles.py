"""gc.collect() ends what only a cycle holds: weak references die, finalizers run in the order of making, tasks complain."""
import asyncio
import gc
import weakref


class Node:
    def __init__(self, name):
        self.name = name
        self.other = None

    def __del__(self):
        print("gone:", self.name)


def pair():
    first, second = Node("first"), Node("second")
    first.other, second.other = second, first
    return weakref.ref(first, lambda reference: print("callback", reference() is None))


def closure():
    node = Node("in a closure")

    def again():
        return again, node

    return weakref.ref(again)


class Revived:
    kept = []

    def __init__(self):
        self.me = self

    def __del__(self):
        print("revived")
        self.kept.append(self)


def by_traceback():
    node = Node("in a traceback")
    try:
        raise ValueError("kept")
    except ValueError as error:
        node.other = error


async def forever(queue, name):
    node = Node(name)
    try:
        await queue.get()
    finally:
        print("finally of", name, node.other)


async def main():
    reference = pair()
    print("before", reference() is not None)
    gc.collect()
    print("after", reference())

    reference = closure()
    gc.collect()
    print(reference())

    Revived()
    gc.collect()
    print(len(Revived.kept), Revived.kept[0].me is Revived.kept[0])
    Revived.kept.clear()
    gc.collect()

    by_traceback()
    print("the traceback holds it")
    gc.collect()

    asyncio.create_task(forever(asyncio.Queue(), "a task that nobody holds"))
    await asyncio.sleep(0)
    gc.collect()
    await asyncio.sleep(0)
    print(len(asyncio.all_tasks()))

    kept = asyncio.create_task(forever(asyncio.Queue(), "a task that main holds"))
    await asyncio.sleep(0)
    gc.collect()
    print(kept.done(), len(asyncio.all_tasks()))
    kept.cancel()
    await asyncio.wait([kept])

    future = asyncio.get_running_loop().create_future()
    future.mine = [future]
    future.set_exception(ValueError("nobody asks"))
    del future
    gc.collect()
    print("end")


gc.disable()
asyncio.run(main())
