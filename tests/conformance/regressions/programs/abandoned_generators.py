"""What becomes of a generator that nobody holds any more: its weak references end first, then its `finally` runs.

An asynchronous one that was first asked where no loop ran has no hooks, and is closed at once, like a plain one. Both
were seen in the test of a bug report (gh-95584): the weak reference was still alive in the hook, and the generator without
hooks was dropped in silence.
"""
import asyncio
import weakref


async def numbers(name):
    try:
        yield 1
    finally:
        print(name, 'finally')


def plain():
    try:
        yield 1
    finally:
        print('plain finally', reference() is None)


class Noted:
    def __del__(self):
        print('deleted', reference() is None)


async def main():
    global reference
    held = numbers('held by a loop')
    await held.__anext__()
    reference = weakref.ref(held, lambda gone: print('callback'))
    del held
    print('main', reference() is None)
    await asyncio.sleep(0)


loop = asyncio.new_event_loop()
generator = numbers('without hooks')
loop.run_until_complete(generator.__anext__())
reference = weakref.ref(generator)
del generator
print('dropped', reference() is None)
loop.run_until_complete(main())
loop.close()

generator = plain()
next(generator)
reference = weakref.ref(generator, lambda gone: print('callback'))
del generator
noted = Noted()
reference = weakref.ref(noted, lambda gone: print('callback'))
del noted
