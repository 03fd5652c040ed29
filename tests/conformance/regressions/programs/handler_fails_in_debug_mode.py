"""In debug mode, an exception handler that raises is itself reported, with the context that it was given.

That context has a source_traceback, which lies in the library; to show the context was refused because of it.
"""
import asyncio


async def main():
    loop = asyncio.get_running_loop()

    def handler(loop, context):
        print(context['message'].split('(')[0], sorted(context))
        raise TypeError('the handler')

    def broken(*args):
        raise LookupError('broken')

    loop.set_exception_handler(handler)
    loop.create_future().add_done_callback(broken)
    task = asyncio.create_task(asyncio.sleep(0, 'slept'))
    task.add_done_callback(broken)
    print(await task)
    loop.call_soon(broken)
    await asyncio.sleep(0.1)
    loop.set_exception_handler(None)
    print('calm')


asyncio.run(main(), debug=True)
