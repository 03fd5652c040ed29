"""What a loop does with an abandoned asynchronous generator runs in a copy of the context in which it was abandoned: its finally saw the variables of nobody."""
import asyncio
import contextvars

label = contextvars.ContextVar('label', default='none')


async def numbers():
    try:
        for number in range(3):
            yield number
    finally:
        await asyncio.sleep(0)
        print('closing', label.get())
        label.set('closed')


async def reads(name):
    label.set(name)
    async for number in numbers():
        print(name, number)
        break
    label.set(f'{name} later')
    await asyncio.sleep(0.1)
    print(name, label.get())


async def main():
    label.set('main')
    await asyncio.gather(reads('a'), reads('b'))
    made = numbers()
    await made.__anext__()
    label.set('dropped')
    del made
    label.set('after')
    await asyncio.sleep(0.1)
    print(label.get())


asyncio.run(main())
