"""A future that was given out to somebody who did not take it up refuses to be awaited again; sleep() looks at its delay when it begins, not when it is called."""
import asyncio


async def waits(future):
    return await future


async def main():
    future = asyncio.get_running_loop().create_future()
    by_hand = waits(future)
    print(by_hand.send(None) is future)
    for again in (waits(future), future):
        try:
            await again
        except RuntimeError as error:
            print(error)
    try:
        by_hand.send(None)
    except RuntimeError as error:
        print('by hand:', error)
    future.set_result(5)
    print(await future, await waits(future))

    wrong = asyncio.sleep('a')
    print('called', wrong.__name__)
    try:
        await wrong
    except TypeError as error:
        print(error)
    asyncio.sleep(None).close()


asyncio.run(main())
