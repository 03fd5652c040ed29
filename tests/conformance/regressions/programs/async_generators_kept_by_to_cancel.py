# Regression: an abandoned asynchronous generator inside another one was closed before shutdown_asyncgens.
# python >= 3.12
# The outer one's aclose() is cancelled; the frames in the traceback of its CancelledError lead to _cancel_all_tasks, whose
# set of tasks holds it, so that the inner one lives on.
import asyncio


async def count():
    try:
        number = 0
        while True:
            yield number
            number += 1
    finally:
        print('count closes')
        await asyncio.sleep(0)
        print('count has closed')


async def double(source):
    try:
        async for number in source:
            yield number * 2
    finally:
        print('double closes')


async def returns():
    async for number in double(double(count())):
        if number > 5:
            return
        print(number)


async def leaves_a_comprehension():
    numbers = (number + 1 async for number in double(count()))
    print(await anext(numbers))


async def leaves_a_task():
    async def consume():
        async for number in double(count()):
            print(number)
            await asyncio.sleep(1)

    task = asyncio.create_task(consume())
    await asyncio.sleep(0.1)


for main in returns, leaves_a_comprehension, leaves_a_task:
    print(main.__name__)
    asyncio.run(main())
