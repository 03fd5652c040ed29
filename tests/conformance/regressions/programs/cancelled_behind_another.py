"""A timer that was cancelled behind another comes to its turn with it, and ends there.

Here it went, with what it kept, as soon as it was due. CPython's loop only drops those at the top of its heap before it looks what is due.
"""
import asyncio
import contextvars

label = contextvars.ContextVar('label', default='none')


class Held:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print(self.name, 'ends')


async def limited(name, limit):
    label.set(Held(name))
    await asyncio.wait_for(asyncio.sleep(0.01), limit)


async def main():
    loop = asyncio.get_running_loop()
    loop.call_later(0.2, print, 'first')
    await asyncio.gather(limited('second', 0.2), limited('third', 0.2), limited('last', 0.4))
    loop.call_later(0.18998, print, 'fourth')
    await asyncio.sleep(0.18997)
    print('slept')
    await asyncio.sleep(1)
    print('end')


asyncio.run(main())
