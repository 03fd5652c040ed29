"""asyncio.create_eager_task_factory was refused, and a factory that gave a class of its own broke gather."""
# python >= 3.12
import asyncio
def make_task(*args, **kwargs):
    make_task.made += 1
    print("init", sorted(kwargs))
    return asyncio.Task(*args, **kwargs)
make_task.made = 0
async def quick(n):
    print('quick', n)
    return n
async def slow(n):
    print('slow', n)
    await asyncio.sleep(0.01)
    return n * 2
async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.create_eager_task_factory(make_task))
    a = asyncio.create_task(quick(1), name='first')
    print(a.done(), a.get_name(), a.get_coro())
    b = asyncio.create_task(slow(2))
    print(b.done())
    print(await asyncio.gather(a, b, quick(3)), make_task.made)
    async with asyncio.TaskGroup() as g:
        t = g.create_task(slow(5), name='in group')
        u = g.create_task(quick(6))
        print(u.done())
    print(t.result(), u.result(), t.get_name())
    loop.set_task_factory(asyncio.create_eager_task_factory(asyncio.Task))
    c = asyncio.create_task(quick(9)); print(c.done(), loop.get_task_factory().__name__)
    loop.set_task_factory(asyncio.create_eager_task_factory(lambda coro, **kw: asyncio.Task(coro, loop=kw['loop'], eager_start=kw['eager_start'])))
    c = asyncio.create_task(slow(9), name='lambda'); print(c.done(), c.get_name()); await c
    loop.set_task_factory(None)
    c = asyncio.create_task(quick(9)); print(c.done()); await c
asyncio.run(main())
