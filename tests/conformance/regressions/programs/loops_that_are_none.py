"""Where a loop is expected, something else is given: asyncio.all_tasks(3) ended the process.

The loop that a program kept from before it ran has no current task; and None as the loop of run_coroutine_threadsafe() has
no method to call, as CPython says.
"""
import asyncio


async def job():
    await asyncio.sleep(0)


def attempt(function, *args, **options):
    try:
        print(function.__name__, function(*args, **options))
    except (AttributeError, TypeError) as error:
        print(function.__name__, type(error).__name__, error)


async def main():
    print(len(asyncio.all_tasks(3)), len(asyncio.all_tasks(other)), len(asyncio.all_tasks()), len(asyncio.all_tasks(None)))
    print(asyncio.current_task(other), asyncio.current_task(3), asyncio.current_task(asyncio.get_running_loop()).get_name())
    coroutine = job()
    attempt(asyncio.run_coroutine_threadsafe, coroutine, None)
    attempt(asyncio.run_coroutine_threadsafe, coroutine, 3)
    attempt(asyncio.run_coroutine_threadsafe, job, None)
    attempt(asyncio.set_event_loop, 3) if hasattr(asyncio, 'timeout') else None
    await coroutine


other = asyncio.new_event_loop()
asyncio.run(main())
other.close()
