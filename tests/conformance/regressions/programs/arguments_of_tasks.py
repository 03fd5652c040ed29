"""Before 3.11 a task takes no context, and before 3.12 it cannot start at once: these arguments are refused there."""
import asyncio
import contextvars


async def work():
    return asyncio.current_task() is not None


async def main():
    loop = asyncio.get_running_loop()
    for make in asyncio.create_task, asyncio.Task:
        coroutine = work()
        try:
            print(await make(coroutine, name='in a context', context=contextvars.copy_context()))
        except TypeError as error:
            print(error)
            coroutine.close()
    coroutine = work()
    try:
        task = asyncio.Task(coroutine, loop=loop, name='at once', eager_start=True)
        print(task.done(), await task)
    except TypeError as error:
        print(error)
        coroutine.close()


asyncio.run(main())
