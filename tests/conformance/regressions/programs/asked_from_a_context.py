"""run_coroutine_threadsafe makes its task in a copy of the context of who asked: it was that of nobody."""
import asyncio
import contextvars

label = contextvars.ContextVar('label', default='none')


async def answer():
    print(label.get(), asyncio.current_task() is not None)
    label.set('inside')
    await asyncio.sleep(0)
    return label.get()


async def main():
    label.set('main')
    loop = asyncio.get_running_loop()
    asked = asyncio.run_coroutine_threadsafe(answer(), loop)
    label.set('changed')
    print(await asyncio.wrap_future(asked), label.get())


asyncio.run(main())
