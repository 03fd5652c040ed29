"""A handle holds its callback and arguments until its turn is over, and the clock has gone on.

Here a future that only its done callback still had died one step of the clock too early.
"""
import asyncio


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone:", self.name, asyncio.get_running_loop().time())


async def main():
    loop = asyncio.get_running_loop()
    for add in (lambda future: future.add_done_callback(lambda done: print("done", loop.time())),
                lambda future: loop.call_later(0.1, lambda kept: print("called", loop.time()), future)):
        future = loop.create_future()
        future.set_result(Noisy(str(len(repr(add)) > 0)))
        add(future)
        del future
        await asyncio.sleep(0.2)
        print("-", loop.time())


asyncio.run(main())
