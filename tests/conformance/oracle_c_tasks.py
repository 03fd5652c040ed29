"""The reference runner with the tasks that users have: those of CPython's C module, instead of those in Python.

The traces of the corpus are the same with both. What can differ is the context of an exception: a task in Python takes
its next step inside an `except` block when what it awaited has failed, so that whatever it raises later has that failure
as its `__context__`; a task in C has no such block. And the message of `result()` is another one while a task is not
done. Where the two differ, C is right for us.

    python3 oracle_c_tasks.py [--step 1e-5] PROGRAM.py ...      the same lines as oracle.py
"""
import asyncio
import asyncio.tasks
import itertools
import sys
import types
import weakref
import _asyncio

NUMBERS = weakref.WeakKeyDictionary()       # tasks in the order of their creation
COUNT = itertools.count()


def begin(task, start, coro, name, options):
    # The counter in C counts on from one program to the next. What is no coroutine takes no number.
    if name is None and asyncio.iscoroutine(coro):
        name = 'Task-%d' % asyncio.tasks._task_name_counter()
    NUMBERS[task] = next(COUNT)             # before its first step, which may be part of its creation
    start(coro, name=name, **options)


class DerivedTask(_asyncio.Task):
    """What classes of programs derive from."""

    def __init__(self, coro, *, name=None, **options):
        begin(self, super().__init__, coro, name, options)


class TaskType(type):
    def __new__(meta, name, bases, namespace, **options):
        if not bases:
            return super().__new__(meta, name, bases, namespace)
        return types.new_class(name, tuple(DerivedTask if base is Task else base for base in bases), options,
                               lambda made: made.update(namespace))

    def __instancecheck__(cls, thing):
        return isinstance(thing, _asyncio.Task)

    def __subclasscheck__(cls, thing):
        return issubclass(thing, _asyncio.Task)


class Task(metaclass=TaskType):
    """What oracle.py makes its tasks of: gives plain tasks in C, which it cannot give a number or a name itself."""
    __class_getitem__ = classmethod(types.GenericAlias)

    def __new__(cls, coro, *, name=None, **options):
        task = _asyncio.Task.__new__(_asyncio.Task)
        begin(task, task.__init__, coro, name, options)
        return task


class Step:
    """A step of a task in C, which has no name that oracle.py would know it by."""
    __name__ = '__step'

    def __init__(self, call):
        self.call, self.__self__ = call, call.__self__

    def __call__(self, *args):
        try:
            return self.call(*args)
        finally:
            self = args = None              # an exception may keep this frame

    def __repr__(self):
        return repr(self.call)


def is_step(callback):
    if not isinstance(getattr(callback, '__self__', None), _asyncio.Task):
        return False
    return type(callback).__name__ == 'TaskStepMethWrapper' or getattr(callback, '__name__', '') == 'task_wakeup'


def in_order(futures):
    return sorted(futures, key=lambda future: NUMBERS.get(future, -1))


def use_c_tasks(oracle):
    """Puts tasks in C under the reference runner; before its install()."""
    class Loop(oracle.Loop):
        def call_soon(self, callback, *args, context=None):
            return super().call_soon(Step(callback) if is_step(callback) else callback, *args, context=context)

        def run_in_executor(self, executor, func, *args):
            if self.get_debug():
                self._check_callback(func, 'run_in_executor')
            return super().run_in_executor(executor, func, *args)

    install_oracle, all_tasks = oracle.install, asyncio.tasks.all_tasks
    current_task, wait = asyncio.tasks.current_task, asyncio.tasks._wait

    def install():
        asyncio.tasks._PyTask = Task
        install_oracle()
        asyncio.all_tasks = asyncio.tasks.all_tasks = lambda loop=None: oracle.OrderedSet(in_order(all_tasks(loop)))
        asyncio.current_task = asyncio.tasks.current_task = current_task
        if sys.version_info < (3, 11):
            asyncio.tasks._wait = lambda fs, *rest: wait(oracle.OrderedSet(in_order(fs)), *rest)

    # A set ends in the order of its table, which is one of addresses; without it, what keeps its order does.
    oracle.OrderedSet.__del__ = set.clear
    oracle.Loop, oracle.install = Loop, install


if __name__ == '__main__':
    import oracle
    use_c_tasks(oracle)
    oracle.main(sys.argv[1:])
