"""A task that waits for something which only leads back to it is unused, whatever it waits by: gc.collect() ends it."""
import asyncio
import contextlib
import gc
import weakref


class Thing:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone:", self.name)


class Owner:
    def __init__(self, thing):
        self.thing = thing
        self.event = asyncio.Event()
        self.task = asyncio.create_task(self.run())

    async def run(self):
        await self.event.wait()


def future():
    return asyncio.get_running_loop().create_future()


async def by_future(thing):
    await future()


async def by_owner(thing):
    Owner(thing)


async def by_lock(thing):
    lock = asyncio.Lock()
    async with lock:
        async with lock:
            print("never", thing)


async def by_semaphore(thing):
    semaphore = asyncio.Semaphore(1)
    async with semaphore:
        async with semaphore:
            print("never", thing)


async def by_condition(thing):
    condition = asyncio.Condition()
    async with condition:
        await condition.wait()


async def by_predicate(thing):
    condition = asyncio.Condition()
    async with condition:
        await condition.wait_for(lambda: thing is None)


async def by_put(thing):
    queue = asyncio.Queue(1)
    await queue.put(thing)
    await queue.put(thing)


async def by_join(thing):
    queue = asyncio.Queue()
    queue.put_nowait(thing)
    await queue.join()


async def by_shield(thing):
    await asyncio.shield(future())


async def by_gather(thing):
    await asyncio.gather(future(), by_future(Thing("inner of gather")))


async def by_wait(thing):
    await asyncio.wait([asyncio.ensure_future(by_future(Thing("inner of wait")))])


async def by_completion(thing):
    for completed in asyncio.as_completed([future()]):
        await completed


async def by_wait_for(thing):
    await asyncio.wait_for(future(), None)


async def by_generator(thing):
    async def generator():
        yield 1
        await future()

    async for _ in generator():
        pass


async def by_manager(thing):
    @contextlib.asynccontextmanager
    async def manager():
        try:
            yield thing
        finally:
            print("closing", thing.name)

    async with manager():
        await future()


async def by_stack(thing):
    async with contextlib.AsyncExitStack() as stack:
        stack.callback(print, "popped", thing.name)
        await future()


async def in_a_loop(thing):
    for _ in [thing, thing]:
        await future()


async def in_a_handler(thing):
    try:
        raise KeyError(thing)
    except KeyError:
        await future()


async def in_its_exception(thing):
    asyncio.current_task().thing = thing
    asyncio.current_task().me = asyncio.current_task()
    raise ValueError("nobody asks")


async def main():
    for name, function in list(globals().items()):
        if name.startswith(("by_", "in_")):
            weak = weakref.ref(asyncio.ensure_future(function(Thing(name))))
            await asyncio.sleep(0)
            await asyncio.sleep(0)
            print("--", name)
            gc.collect()
            print(weak())
            await asyncio.sleep(0)
            print(len(asyncio.all_tasks()))

    asyncio.create_task(asyncio.wait_for(by_future(Thing("a timer leads to it")), 1))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    gc.collect()
    await asyncio.sleep(2)


gc.disable()
asyncio.run(main())
