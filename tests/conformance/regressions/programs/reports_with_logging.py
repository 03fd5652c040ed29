"""A program that sets up logging had asyncio's own reports (a task's error that nobody asked for, a slow step in debug mode) in its
trace, formatted by its handlers. Reference runs turn asyncio's logger off: they are said beside the trace."""
import asyncio
import logging
import sys
import time

logging.basicConfig(level=logging.DEBUG, format='%(levelname)s:%(name)s:%(message)s', stream=sys.stdout)


async def bad():
    raise ValueError('x')


async def main():
    loop = asyncio.get_running_loop()
    loop.slow_callback_duration = 0.001
    task = asyncio.create_task(bad())
    await asyncio.sleep(1)
    del task
    logging.warning('after the task')
    loop.call_soon(lambda: 1 / 0)
    time.sleep(0.1)
    await asyncio.sleep(1)
    loop.call_exception_handler({'message': 'own'})
    logging.getLogger('asyncio').error('said by the program')
    logging.getLogger('asyncio.part').error('a child is heard')


try:
    asyncio.run(main(), debug=True)
finally:
    logging.getLogger().handlers.clear()
    logging.getLogger().setLevel(logging.WARNING)
