import asyncio

eager = True  #: True | False

CACHE = {"a": 1, "b": 2}

async def look_up(key):
    if key in CACHE:  # no await on this way
        return CACHE[key]
    await asyncio.sleep(0.1)
    return 0

async def main():
    loop = asyncio.get_running_loop()
    if eager:  # since Python 3.12
        loop.set_task_factory(asyncio.eager_task_factory)
    tasks = [asyncio.create_task(look_up(key)) for key in "abc"]
    print([task.done() for task in tasks])
    print(await asyncio.gather(*tasks))

asyncio.run(main())
