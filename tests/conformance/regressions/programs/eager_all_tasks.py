# Regression: a task that runs its first step while it is made was not among all_tasks() then.
# python >= 3.12
import asyncio


def names():
    return sorted(task.get_name() for task in asyncio.all_tasks())


async def inner():
    print('inner', names())
    await asyncio.sleep(0)
    print('inner later', names())


async def outer():
    print('outer', names())
    task = asyncio.create_task(inner(), name='inner')
    print('outer', names())
    await task


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    task = asyncio.create_task(outer(), name='outer')
    print('main', names())
    await task
    print('end', names())


asyncio.run(main())
