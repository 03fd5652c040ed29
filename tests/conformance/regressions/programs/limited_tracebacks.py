# Regression: traceback functions with a limit, Task.get_stack and Task.print_stack were refused.
import asyncio
import sys
import traceback


async def deepest(x):
    if x > 1:
        raise LookupError(
            'deep',
            x,
        )
    await asyncio.sleep(1)
    return 10 // x


async def deeper(x):
    try:
        return await deepest(x)
    except ZeroDivisionError as error:
        raise RuntimeError('wrapped') from error


async def main():
    for x in (0, 2):
        try:
            await asyncio.gather(deeper(x), asyncio.sleep(0))
        except Exception as error:
            for limit in (None, 0, 1, 2, -1, 100):
                traceback.print_exc(limit=limit)
                print(len(traceback.extract_tb(error.__traceback__, limit)), len(traceback.format_tb(error.__traceback__, limit)))
            traceback.print_exc(1, sys.stdout)
            print(''.join(traceback.format_exception(type(error), error, error.__traceback__, limit=-2, chain=False)))
    waiting = asyncio.create_task(deeper(1), name='waiting')
    failing = asyncio.create_task(deepest(5), name='failing')
    await asyncio.sleep(0.1)
    for task in (waiting, failing):
        print([(frame.f_code.co_name, frame.f_lineno) for frame in task.get_stack()], len(task.get_stack(limit=1)))
        task.print_stack(file=sys.stdout)
        task.print_stack(limit=1)
    waiting.cancel()
    print(await asyncio.gather(waiting, failing, return_exceptions=True))
    waiting.print_stack()

asyncio.run(main())
