# An asynchronous generator that ends while something is thrown into its aclose(): up to 3.12 it is running ever after,
# and the next step says so, once.
import asyncio


async def numbers(how):
    try:
        yield 1
        yield 2
    finally:
        try:
            await asyncio.sleep(1)
        except asyncio.CancelledError:
            if how == 'fails':
                raise KeyError(how)
            if how == 'is cancelled':
                raise


async def attempt(what, step):
    try:
        print(what, repr(await step))
    except (Exception, asyncio.CancelledError) as error:
        print(what, repr(error))


async def main():
    for how in 'is cancelled', 'fails', 'ends':
        generator = numbers(how)
        await anext(generator)
        task = asyncio.ensure_future(asyncio.wait_for(generator.aclose(), 0.1))
        await asyncio.wait([task])
        print(how, repr(task.exception()), generator.ag_running)
        await attempt('asend', generator.asend(None))
        await attempt('aclose', generator.aclose())
        await attempt('athrow', generator.athrow(ValueError))
        await attempt('asend', generator.asend(None))
    thrown = numbers('ends')
    await anext(thrown)
    task = asyncio.ensure_future(thrown.athrow(ValueError('thrown')))
    await asyncio.sleep(0.1)
    task.cancel()
    await asyncio.wait([task])
    print(repr(task.exception()), thrown.ag_running)
    await attempt('asend', thrown.asend(None))


asyncio.run(main())
