"""asyncio.create_eager_task_factory."""
import sys


def create_eager_task_factory(custom_task_constructor):
    if sys.version_info >= (3, 14):
        def factory(loop, coro, *, eager_start=True, **kwargs):
            return custom_task_constructor(coro, loop=loop, eager_start=eager_start, **kwargs)
    else:
        def factory(loop, coro, *, name=None, context=None):
            return custom_task_constructor(coro, loop=loop, name=name, context=context, eager_start=True)
    return factory
