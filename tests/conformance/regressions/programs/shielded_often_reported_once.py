# A future that is shielded several times has one function that reports its exception once nobody looks at it (3.14).
import asyncio


async def fail(delay):
    await asyncio.sleep(delay)
    raise ValueError(delay)


async def hold(inner, delay):
    try:
        await asyncio.wait_for(asyncio.shield(inner), delay)
    except asyncio.TimeoutError:
        print('gave up after', delay)


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print(context['message'], repr(context.get('exception'))))
    inner = asyncio.create_task(fail(0.5), name='inner')
    await asyncio.gather(*(hold(inner, delay) for delay in (0.1, 0.2, 0.2, 0.3)))
    await asyncio.sleep(1)
    print(inner.done())


asyncio.run(main())
