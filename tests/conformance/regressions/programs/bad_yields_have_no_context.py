"""What a task is told that yielded something wrong has no context, even if whoever runs the loop is handling an exception: it had that one."""
import asyncio


class Wrong:
    def __await__(self):
        yield 5


async def late():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError as cancelled:
        try:
            await Wrong()
        except RuntimeError as error:
            print(error, repr(error.__context__), repr(cancelled.__context__))


async def main():
    asyncio.create_task(late())
    await asyncio.sleep(0)
    raise SystemExit('bye')


try:
    asyncio.run(main())
except SystemExit as error:
    print(repr(error), repr(error.__context__))

loop = asyncio.new_event_loop()
try:
    raise KeyError('handled')
except KeyError:
    try:
        loop.run_until_complete(asyncio.wait_for(asyncio.shield(loop.create_task(late())), 0.1))
    except asyncio.TimeoutError:
        print('late')
    for task in asyncio.all_tasks(loop):
        task.cancel()
        loop.run_until_complete(task)
loop.close()
