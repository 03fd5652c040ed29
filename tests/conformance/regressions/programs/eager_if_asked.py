"""3.14: create_task of a loop, a group and asyncio takes eager_start, which also answers for the eager factory: it was not known."""
# python >= 3.14
import asyncio


async def work(name):
    print(name, 'begins')
    await asyncio.sleep(0)
    return name


async def quick(name):
    print(name)
    return name


async def main():
    loop = asyncio.get_running_loop()
    for factory in None, asyncio.eager_task_factory, lambda loop, coro, **options: (print(sorted(options)), asyncio.Task(coro, loop=loop, **options))[1]:
        loop.set_task_factory(factory)
        for start in True, False:
            one = asyncio.create_task(quick('one'), eager_start=start, name='first')
            two = loop.create_task(work('two'), eager_start=start)
            print(one.done(), two.done(), one.get_name())
            async with asyncio.TaskGroup() as group:
                three = group.create_task(quick('three'), eager_start=start)
                print(three.done())
            print(await asyncio.gather(one, two))
        await asyncio.create_task(work('unasked'))
    loop.set_task_factory(None)


asyncio.run(main())
