# Regression: what asyncio is missing is near its submodules as well; asyncio.coroutine was said to be near iscoroutine.
# python >= 3.11
import asyncio
import traceback

for name in ('coroutine', 'get_runing_loop', 'create_tasks', 'taskgroup', 'async_', 'JoinableQueue', 'gater'):
    try:
        getattr(asyncio, name)
    except AttributeError as error:
        print(''.join(traceback.format_exception_only(error)), end='')
