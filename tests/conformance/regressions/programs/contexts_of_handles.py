"""What a handle of asyncio's own keeps: a copy of the context in which it was made, as long as it lives.

A timer that was cancelled stays in the loop's heap, with its context, until it comes to the top; the last one of these lives on while the
loop waits. A done-callback of gather(), shield() or run_until_complete() keeps the context of who asked for it. What is only in such a
context dies with the handle, not before. asyncio's callbacks run in theirs.
"""
import asyncio
import contextvars
import sys

label = contextvars.ContextVar('label', default='none')


class Held:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print(f'{self.name} ends')


def say(*words):
    print(f'{asyncio.get_running_loop().time():.5f}', *words)


async def sleeper(name, seconds):
    label.set(Held(name))
    await asyncio.sleep(seconds)


async def cancelled_sleep():
    task = asyncio.create_task(sleeper('slept', 0.3))
    await asyncio.sleep(0.1)
    task.cancel()
    await asyncio.wait([task])
    del task
    say('its timer is left')
    await asyncio.sleep(0.1)
    say('still')
    await asyncio.sleep(0.2)
    say('gone')


async def limited():
    label.set(Held('limited'))
    await asyncio.wait_for(asyncio.sleep(0.01), 0.2)
    say('in time')


async def cancelled_limits():
    await asyncio.create_task(limited())
    say('its limit is left')
    await asyncio.sleep(0.1)
    await asyncio.sleep(0.2)
    say('gone')


async def asker(children):
    label.set(Held('asked'))
    future = asyncio.gather(*children, return_exceptions=True)
    label.set(Held('later'))
    return future


async def gathered():
    children = [asyncio.create_task(asyncio.sleep(0.1 * n)) for n in (1, 2)]
    future = await asyncio.create_task(asker(children))
    say('asked for')
    await children[0]
    say('one is done')
    await future
    say('all are')


async def protector(inner):
    label.set(Held('shield'))
    await asyncio.wait([asyncio.shield(inner)], timeout=0.1)


async def shielded():
    inner = asyncio.create_task(asyncio.sleep(0.2))
    await asyncio.create_task(protector(inner))
    say('left alone')
    await inner
    say('done')
    await asyncio.sleep(0)
    say('and heard of')


async def replaced():
    label.set(Held('before'))
    await asyncio.sleep(0.1)
    label.set('after')
    say('after the sleep')


async def kept_by_traceback():
    label.set(Held('in the frame'))
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError as error:
        kept = error
    label.set('other')
    say('the frame of sleep() is kept')
    del kept
    say('let go, but in the heap')


class Noisy:
    def __del__(self):
        print('Noisy ends where label is', label.get())


async def noisy(value):
    label.set(value)
    return Noisy()


async def dropped_in_callback():
    label.set('of main')
    task = asyncio.create_task(noisy('of the task'))
    completed = asyncio.as_completed([task])
    del task
    label.set('changed')
    await asyncio.sleep(0.1)
    del completed


async def main():
    for story in (cancelled_sleep, cancelled_limits, gathered, shielded, replaced, kept_by_traceback, dropped_in_callback):
        task = asyncio.create_task(story(), name=story.__name__)
        if story is kept_by_traceback:
            await asyncio.sleep(0.05)
            task.cancel()
        await task
        del task
        say(story.__name__, 'is over')
    await asyncio.sleep(1)
    say('end')


asyncio.run(main())
if sys.version_info >= (3, 11):
    async def waits(group, name):
        label.set(Held(name))
        group.create_task(asyncio.sleep(0.2))

    async def with_group():
        async with asyncio.TaskGroup() as group:
            group.create_task(waits(group, 'of a parent'))
            await asyncio.sleep(0.1)
            say('the child is there')
        say('group over')
        async with asyncio.timeout(0.1) as limit:
            limit.reschedule(asyncio.get_running_loop().time() + 0.3)

    asyncio.run(with_group())
