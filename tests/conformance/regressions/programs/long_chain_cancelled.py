# cancel() goes down a chain of tasks that wait for one another, each with its own message and count, to whatever the last waits for.
import asyncio


async def waits(what, name, told):
    try:
        await what
    except asyncio.CancelledError as error:
        told.append((name, error.args))
        raise


async def main():
    for last in ("sleep", "future", "gather", "done"):
        told = []
        future = asyncio.get_running_loop().create_future()
        inner = {"sleep": asyncio.sleep(1), "future": future, "gather": asyncio.gather(future, asyncio.sleep(1)), "done": future}
        tasks = [asyncio.create_task(waits(inner.pop(last), 0, told))]
        for other in inner.values():
            if asyncio.iscoroutine(other):
                other.close()
        for number in range(1, 200):
            tasks.append(asyncio.create_task(waits(tasks[-1], number, told)))
        await asyncio.sleep(0)
        if last == "done":
            future.set_result(1)
        print(last, tasks[150].cancel("away"), [task.cancelled() for task in tasks].count(True))
        ends = await asyncio.gather(*tasks, return_exceptions=True)
        print(len(told), told[:2], told[-2:], {type(end).__name__ for end in ends if end is not None})
        print([task.cancelled() for task in tasks].count(True), tasks[0].cancel(), tasks[-1].cancel())


asyncio.run(main())
