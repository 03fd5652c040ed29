"""Tutorials show the state of a future by its private attributes; they were refused."""
import asyncio


async def work(n):
    await asyncio.sleep(n)
    if n > 1:
        raise LookupError(n)
    return n * 10


def show(what, future):
    print(what, future._state, future._result, repr(future._exception))


async def main():
    future = asyncio.get_running_loop().create_future()
    show('future', future)
    future.set_result([1])
    show('future', future)
    tasks = [asyncio.create_task(work(n), name=f'work {n}') for n in (1, 2, 3)]
    show(tasks[0].get_name(), tasks[0])
    print(tasks[0]._coro is tasks[0].get_coro(), tasks[0]._coro.__name__, tasks[0]._loop is asyncio.get_running_loop())
    await asyncio.wait(tasks, timeout=2.5)
    tasks[2].cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    for task in tasks:
        show(task.get_name(), task)
        if not task.cancelled():
            print(task.exception() is task._exception)


asyncio.run(main())
