# Regression: generators of functions under types.coroutine could not be awaited.
import asyncio
import types


@types.coroutine
def switch():
    got = yield
    return got


@types.coroutine
def wrapped(value):
    return plain(value)


def plain(value):
    yield
    return value


async def count(name):
    for number in range(2):
        print(name, number)
        await switch()
    return await wrapped(name * 2)


async def main():
    print(await asyncio.gather(count('a'), count('b')))
    by_hand = count('c')
    print(by_hand.send(None), by_hand.send('sent'))
    by_hand.close()


asyncio.run(main())

if hasattr(asyncio, 'coroutine'):
    @asyncio.coroutine
    def old():
        yield from asyncio.sleep(1)
        return 'old'

    @asyncio.coroutine
    def older():
        return asyncio.sleep(1, 'older')

    print(asyncio.run(old()), asyncio.iscoroutinefunction(old))
    loop = asyncio.new_event_loop()
    print(loop.run_until_complete(older()))
