# Regression: a CancelledError thrown into a frame that handles another exception had no context.
import asyncio


def chain(exc):
    names = []
    while exc is not None:
        names.append(type(exc).__name__)
        exc = exc.__context__
    return names


async def inner():
    try:
        raise KeyError('inner')
    except KeyError:
        await asyncio.sleep(1)


async def outer():
    try:
        1 / 0
    finally:
        await inner()


async def caught():
    try:
        raise ValueError('first')
    except ValueError:
        try:
            await asyncio.sleep(1)
        except asyncio.CancelledError:
            raise LookupError('second')


def generator():
    try:
        raise OSError('handled')
    except OSError:
        yield 1


async def main():
    for work in (outer, caught):
        task = asyncio.create_task(work())
        await asyncio.sleep(0.1)
        task.cancel()
        try:
            await task
        except (asyncio.CancelledError, LookupError) as exc:
            print(work.__name__, chain(exc))
    await asyncio.sleep(0)
    gen = generator()
    next(gen)
    try:
        gen.throw(RuntimeError('thrown'))
    except RuntimeError as exc:
        print(chain(exc))


asyncio.run(main())
