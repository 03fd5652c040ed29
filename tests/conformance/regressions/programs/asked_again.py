"""What is looked at when: as_completed() at its arguments before 3.13; a cancelled task that is asked again, on 3.10; a generator that would not be closed, asked to close again."""
import asyncio


def chain(error):
    return f'{type(error).__name__}{error.args}' + (f'<{chain(error.__context__)}>' if error.__context__ else '')


async def work():
    try:
        await asyncio.sleep(1)
    finally:
        print('ends')


async def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2


async def main():
    task = asyncio.create_task(work())
    await asyncio.sleep(0)
    task.cancel('why')
    for ask in (lambda: task, lambda: asyncio.shield(task)):
        try:
            await ask()
        except asyncio.CancelledError as error:
            print('awaited', chain(error))
    for ask in (task.result, task.exception, task.result):
        try:
            ask()
        except asyncio.CancelledError as error:
            print('asked', chain(error))

    generator = stubborn()
    await generator.__anext__()
    for turn in range(2):
        try:
            await generator.aclose()
            print('closed')
        except (RuntimeError, StopAsyncIteration) as error:
            print(repr(error))

    work_again = work()
    try:
        completed = asyncio.as_completed(work_again)
        print('called')
        for one in completed:
            print('never')
    except TypeError as error:
        print(error)
    work_again.close()


asyncio.run(main())
