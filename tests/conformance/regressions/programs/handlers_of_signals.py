# A signal handler that is a coroutine function was taken; CPython says at once that the loop would never await it.
import asyncio


async def shutdown():
    print("never awaited")


class Service:
    async def stop(self):
        print("never awaited")


def attempt(function, *arguments):
    try:
        return function(*arguments)
    except TypeError as error:
        return error


async def main():
    loop = asyncio.get_running_loop()
    loop.set_debug(True)
    print(attempt(loop.call_soon, shutdown))
    print(attempt(loop.call_soon, Service().stop))
    print(attempt(loop.call_soon, 5))
    loop.set_debug(False)


asyncio.run(main())
