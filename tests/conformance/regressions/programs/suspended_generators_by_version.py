# gi_suspended and cr_suspended came with 3.11, ag_suspended with 3.12; the states that inspect tells are as before.
import asyncio
import inspect


def numbers():
    print('inside', inspect.getgeneratorstate(running))
    yield 1


async def sleeper():
    await asyncio.sleep(1)


async def ticks():
    yield 'tick'
    await asyncio.sleep(1)
    yield 'tock'


def told(thing, name):
    try:
        return getattr(thing, name)
    except AttributeError as error:
        return error


running = numbers()
print(inspect.getgeneratorstate(running), told(running, 'gi_suspended'), hasattr(running, 'gi_running'))
next(running)
print(inspect.getgeneratorstate(running), told(running, 'gi_suspended'))
running.close()
print(inspect.getgeneratorstate(running), told(running, 'gi_suspended'))


async def main():
    nap = sleeper()
    print(inspect.getcoroutinestate(nap), told(nap, 'cr_suspended'))
    task = asyncio.create_task(nap)
    await asyncio.sleep(0.5)
    print(inspect.getcoroutinestate(nap), told(nap, 'cr_suspended'))
    await task
    print(inspect.getcoroutinestate(nap), told(nap, 'cr_suspended'))
    native = asyncio.sleep(3)
    print(inspect.getcoroutinestate(native), told(native, 'cr_suspended'))
    native.close()
    print(inspect.getcoroutinestate(native), told(native, 'cr_suspended'))
    clock = ticks()
    print(told(clock, 'ag_suspended'), await anext(clock), told(clock, 'ag_suspended'), clock.ag_running)
    step = asyncio.ensure_future(anext(clock, 'never'))
    await asyncio.sleep(0.5)
    print(told(clock, 'ag_suspended'), clock.ag_running, await step)
    await clock.aclose()
    print(told(clock, 'ag_suspended'))
    print([name for name in ('gi_suspended', 'cr_suspended', 'ag_suspended') for kind in (running, nap, clock) if hasattr(type(kind), name)])


asyncio.run(main())
