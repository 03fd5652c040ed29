"""close() of a step of an async generator throws into it since 3.13 only (gh-117714); before, athrow() can be thrown at again (gh-117894)."""
import types


@types.coroutine
def give(value):
    return (yield value)


class Signal(Exception):
    pass


async def numbers():
    number = 0
    while True:
        try:
            yield number
        except Signal:
            print('signal')
        number += 1


async def closing():
    try:
        yield 1
    finally:
        try:
            await give('closing')
        except GeneratorExit:
            print('exit')
            await give('and on')


def step(action, *arguments):
    try:
        print('gives', action(*arguments))
    except StopIteration as stop:
        print('result', stop.value)
    except (RuntimeError, StopAsyncIteration, Signal, GeneratorExit) as error:
        print(type(error).__name__, error)


generator = numbers()
step(generator.asend(None).send, None)
throw = generator.athrow(Signal)
for _ in range(3):
    step(throw.throw, Signal)
step(generator.__anext__().send, None)

generator = closing()
step(generator.__anext__().send, None)
close = generator.aclose()
step(close.close)
step(close.close)
step(close.send, None)
keep = generator

generator = numbers()
pending = generator.asend(None)
step(pending.close)
step(generator.__anext__().send, None)


async def waiting():
    try:
        await give('waiting')
        yield 1
    finally:
        print('left')


async def consume():
    async for number in held:
        print(number)

held = waiting()
consumer = consume()
step(consumer.send, None)
step(consumer.close)
print('closed')
step(held.aclose().send, None)
