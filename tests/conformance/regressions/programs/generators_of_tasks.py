"""Since 3.12 a generator is no coroutine: wait() and as_completed() take one that gives tasks or coroutines. Before,
both refuse it by its type."""
import asyncio


async def work(number):
    await asyncio.sleep(number)
    return number


async def main():
    try:
        done, pending = await asyncio.wait(asyncio.create_task(work(number)) for number in range(3))
        print(len(done), len(pending))
    except TypeError as error:
        print(error)
    try:
        for each in asyncio.as_completed(work(number) for number in range(3)):
            print(await each)
    except TypeError as error:
        print(error)

    def numbers():
        yield 1

    try:
        await asyncio.wait({numbers()})
    except TypeError as error:
        print(type(error).__name__, str(error)[:18])
    print(asyncio.iscoroutine(numbers()))


asyncio.run(main())
