"""An iterator over another ends as that one does: its StopIteration goes on, with its value, where CPython has it so.

Here enumerate(), zip(), filter() and itertools made a new one of it. A future of asyncio and what derives from it has attributes, but
no __dict__. The aclose() of an asynchronous generator, as a task, is not called by the generator's name.
"""
import asyncio
import itertools


def until_two(x):
    if x >= 2:
        raise StopIteration('the end')
    return x


class Countdown:
    def __iter__(self):
        return self

    def __next__(self):
        raise StopIteration(7)


def end_of(iterator):
    try:
        while True:
            next(iterator)
    except StopIteration as end:
        return end.args


def source():
    return map(until_two, [0, 1, 2, 3])


for made in [
    source(), enumerate(source()), zip(source()), zip([0, 1, 2, 3], source()), filter(None, source()), map(abs, source()), enumerate(Countdown()),
    itertools.islice(source(), 9), itertools.chain(source(), []), itertools.chain(Countdown(), source()), itertools.takewhile(lambda x: True, source()),
    itertools.dropwhile(lambda x: True, source()), itertools.accumulate(source()), itertools.starmap(until_two, zip(source())),
    itertools.compress(source(), [1] * 4), itertools.compress('abcd', Countdown()), itertools.pairwise(source()), itertools.groupby(source()),
    itertools.filterfalse(None, source()), itertools.zip_longest(source(), Countdown()), itertools.tee(source())[0], enumerate(enumerate(source())),
]:
    print(type(made).__name__, end_of(made), end_of(made))

for made in enumerate(source()), itertools.cycle(source()), itertools.islice(source(), 9):
    print(list(itertools.islice(made, 5)))


async def returns():
    return 'returned'


print(end_of(enumerate(returns().__await__())))


class Marked(asyncio.Future):
    pass


class Mixed(Marked):
    __slots__ = ()


async def numbers():
    yield 1
    yield 2


async def main():
    loop = asyncio.get_running_loop()
    for cls in asyncio.Future, Marked, Mixed:
        future = cls(loop=loop)
        if cls is not asyncio.Future:
            future.mark = cls.__name__
            print(future.mark, hasattr(future, 'mark'))
        try:
            print(vars(future))
        except TypeError as error:
            print(error)
        print(hasattr(future, '__dict__'))
    async for number in numbers():
        print(number)
        break
    await asyncio.sleep(0)
    for task in asyncio.all_tasks():
        if task is not asyncio.current_task():
            print(task)


asyncio.run(main())


async def counts():
    try:
        await asyncio.sleep(0.001)
        yield 1
    finally:
        print('closed')


async def leaves():
    async for number in counts():
        break


async def nothing():
    pass


async def early():
    for later in nothing(), nothing(), leaves():
        tasks.append(asyncio.create_task(later))
    await leaves()

# The generator that shutdown_asyncgens() could not close, as somebody iterates it, goes when that is done, not when its task is.
tasks = []
loop = asyncio.new_event_loop()
loop.run_until_complete(early())
loop.set_exception_handler(lambda loop, context: print(context['message'].split(' <')[0], repr(context['exception'])))
loop.run_until_complete(loop.shutdown_asyncgens())
print(loop.time())
loop.close()
