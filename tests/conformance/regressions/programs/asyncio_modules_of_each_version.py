# asyncio.taskgroups and asyncio.timeouts came with 3.11: before, they are no modules, and nobody is sent to them.
import asyncio
import traceback


def words(error):
    return traceback.format_exception_only(type(error), error)[-1].strip()


for name in ("TaskGroup", "taskgroup", "timeout_", "subproces", "streem", "mixin", "graphs"):
    try:
        print(name, getattr(asyncio, name) is not None)
    except AttributeError as error:
        print(words(error))

try:
    import asyncio.locks
    print(asyncio.locks.__name__)
    import asyncio.timeouts
    print(asyncio.timeouts.__name__)
except ImportError as error:
    print(words(error))
try:
    from asyncio.taskgroups import TaskGroup
    print(TaskGroup.__name__)
except ImportError as error:
    print(words(error))
