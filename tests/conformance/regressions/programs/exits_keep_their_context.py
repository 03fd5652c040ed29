"""SystemExit that comes out of the loop, while another exception is being handled, keeps the context with which it was raised: it got the handled one in its place."""
import asyncio


def chain(error):
    names = []
    while error is not None:
        names.append(repr(error))
        error = error.__context__
    return names


async def stays(kind):
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        raise kind('stays')
    finally:
        await asyncio.sleep(0)


async def main(kind):
    tasks.append(asyncio.create_task(stays(kind)))
    await asyncio.sleep(0.01)
    raise LookupError('main')


tasks = []
for kind in SystemExit, KeyboardInterrupt, ValueError:
    try:
        asyncio.run(main(kind))
    except BaseException as error:
        print(kind.__name__, chain(error))
    try:
        tasks[-1].result()
    except BaseException as error:
        print(chain(error))

loop = asyncio.new_event_loop()
try:
    raise KeyError('handled')
except KeyError:
    try:
        task = loop.create_task(stays(SystemExit))
        loop.call_later(0.01, task.cancel)
        loop.run_until_complete(task)
    except SystemExit as error:
        print(chain(error))
loop.close()
