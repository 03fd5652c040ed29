"""Processes: ProcessPoolExecutor, and what goes from one process to another: copies of values; functions and classes by name.

A process has its own names of the program. A forked one (before 3.14) begins with copies of what they hold; one that the fork
server makes runs the program once more, as the module `__mp_main__`. What is sent is packed into a table of nodes, as pickle would,
and built anew on the other side. Simplification: a forked process shares classes and modules with the program, so setting a
class's attributes is refused there.
Source: CPython, Lib/concurrent/futures/process.py, Lib/pickle.py, Lib/copyreg.py.
"""
import sys
from concurrent.futures import BrokenExecutor, Executor
from _sluice import format_exception, import_by_name, refuse

_IS_FORK = sys.version_info < (3, 14)
_PLAIN = (type(None), bool, int, float, complex, str, bytes, type(Ellipsis), type(NotImplemented))
_CALLABLES = (type(lambda: None), type(len))
_UNSENDABLE = {'generator', 'coroutine', 'async_generator', 'module', 'frame', 'traceback', 'coroutine_wrapper', 'cell'}
_main = vars(sys.modules['__main__'])


class PicklingError(Exception):
    __module__ = '_pickle'


class _RemoteTraceback(Exception):
    __module__ = 'concurrent.futures.process'

    def __init__(self, tb):
        self.tb = tb

    def __str__(self):
        return self.tb


class BrokenProcessPool(BrokenExecutor):
    __module__ = 'concurrent.futures.process'


# ---- packing ----

def _global(x, name):
    """The node of a function or class, which the other side finds by its name."""
    module = getattr(x, '__module__', None) or 'builtins'
    if '<locals>' in name:
        if sys.version_info >= (3, 14):
            raise PicklingError(f"Can't pickle local object {x!r}")
        said = "Can't get local object" if sys.version_info >= (3, 13) else "Can't pickle local object"
        raise AttributeError(f'{said} {name!r}')
    try:
        found = _find(module, name)
    except AttributeError:
        raise PicklingError(f"Can't pickle {x!r}: attribute lookup {name} on {module} failed") from None
    if found is not x:
        raise PicklingError(f"Can't pickle {x!r}: it's not the same object as {module}.{name}")
    return ['global', module, name]


def _find(module, name):
    if module in ('__main__', '__mp_main__'):
        first, *rest = name.split('.')
        if first not in _main:
            raise AttributeError(f"module '__main__' has no attribute '{first}'")
        found = _main[first]
    else:
        found, rest = import_by_name(module), name.split('.')
    for one in rest:
        found = getattr(found, one)
    return found


def _reduced(x, cls):
    """(callable, arguments, state, items, pairs) of an object, as __reduce_ex__(4) has it."""
    reduce = getattr(cls, '__reduce__', None)
    if reduce is not None and reduce is not getattr(object, '__reduce__', None):
        found = x.__reduce__()
        if isinstance(found, str):
            return found
        return (*found, None, None, None)[:5]
    if isinstance(x, BaseException):
        return cls, x.args, dict(x.__dict__) or None, None, None
    if hasattr(cls, '__members__'):
        return cls, (x.value,), None, None, None
    name = cls.__name__
    if cls.__module__ == 'functools' and name == 'partial':
        return cls, (x.func, *x.args), None, None, x.keywords
    if name == 'deque':
        return cls, ((), x.maxlen), None, list(x), None
    if name == 'defaultdict':
        return cls, (x.default_factory,), None, None, dict(x)
    if cls in (range, slice):
        return cls, (x.start, x.stop, x.step), None, None, None
    if name in ('method', 'builtin_function_or_method') and hasattr(x, '__self__'):
        return getattr, (x.__self__, x.__name__), None, None, None
    if _is_native(cls) and cls is not object:
        if name in _UNSENDABLE or cls.__module__ in ('_thread', '_asyncio', '_contextvars'):
            full = name if cls.__module__ == 'builtins' else f'{cls.__module__}.{name}'
            raise TypeError(f'cannot pickle {full!r} object')
        refuse(f"sending an object of class '{name}' to another process",
               'send numbers, texts, containers and objects of your own classes')
    new = ()
    for base in (tuple, str, bytes, int, float, frozenset):
        if isinstance(x, base):
            new = (base(x),)
    if hasattr(cls, '__getnewargs__'):
        new = x.__getnewargs__()
    items = list(x) if isinstance(x, (list, set)) else None
    pairs = dict(x) if isinstance(x, dict) else None
    return _new, (cls, *new), _state(x, cls), items, pairs


def _new(cls, *args):
    return cls.__new__(cls, *args)


def _state(x, cls):
    if '__getstate__' in [name for base in cls.__mro__[:-1] for name in base.__dict__]:
        return x.__getstate__()
    state = dict(getattr(x, '__dict__', ())) or None
    slots = {}
    for base in cls.__mro__:
        names = base.__dict__.get('__slots__', ())
        for name in (names,) if isinstance(names, str) else names:
            if name not in ('__dict__', '__weakref__') and hasattr(x, name):
                slots[name] = getattr(x, name)
    return (state, slots) if slots else state


def pack(value):
    """`value` as nodes, the last of which is its own. Raises what pickle would: PicklingError, AttributeError, TypeError."""
    nodes, places, alive = [], {}, []

    def place(x):
        if type(x) in _PLAIN:
            nodes.append(['plain', x])
            return len(nodes) - 1
        if id(x) in places:
            return places[id(x)]
        alive.append(x)
        cls = type(x)
        node = ['']
        if cls in (list, dict, set):
            places[id(x)] = len(nodes)
            nodes.append(node)
        if cls in (list, set, tuple, frozenset):
            node[:] = [cls.__name__, [place(item) for item in x]]
        elif cls is dict:
            node[:] = ['dict', [(place(key), place(item)) for key, item in x.items()]]
        elif isinstance(x, type):
            node[:] = _global(x, x.__qualname__)
        elif cls in _CALLABLES and getattr(x, '__self__', None) is None:
            node[:] = _global(x, x.__qualname__)
        else:
            reduced = _reduced(x, cls)
            if isinstance(reduced, str):
                node[:] = _global(x, reduced)
            else:
                function, arguments, *rest = reduced
                function, arguments = place(function), place(arguments)
                places[id(x)] = len(nodes)
                nodes.append(node)
                node[:] = ['object', function, arguments, [None if one is None else place(one) for one in rest]]
                return places[id(x)]
        if id(x) not in places:
            places[id(x)] = len(nodes)
            nodes.append(node)
        return places[id(x)]

    place(value)
    return nodes, places.get(id(value), len(nodes) - 1)


def unpack(packed):
    """The value that was packed, built anew from the names of the process that runs."""
    nodes, root = packed
    built = {}

    def build(place):
        if place in built:
            return built[place]
        kind, *rest = nodes[place]
        if kind == 'plain':
            result = rest[0]
        elif kind == 'global':
            result = _find(*rest)
        elif kind in ('list', 'set'):
            result = built[place] = [] if kind == 'list' else set()
            for item in rest[0]:
                (result.append if kind == 'list' else result.add)(build(item))
        elif kind == 'dict':
            result = built[place] = {}
            for key, item in rest[0]:
                result[build(key)] = build(item)
        elif kind in ('tuple', 'frozenset'):
            result = (tuple if kind == 'tuple' else frozenset)([build(item) for item in rest[0]])
        else:
            function, arguments, more = rest
            result = built[place] = build(function)(*build(arguments))
            state, items, pairs = [None if one is None else build(one) for one in more]
            if state is not None:
                _set_state(result, state)
            for item in items or ():
                (result.add if isinstance(result, set) else result.append)(item)
            if type(result).__name__ == 'partial' and pairs:
                result = type(result)(result, **pairs)
            else:
                for key, item in (pairs or {}).items():
                    result[key] = item
        built[place] = result
        return result

    return build(root)


def _set_state(x, state):
    if hasattr(type(x), '__setstate__'):
        return x.__setstate__(state)
    own, slots = state if isinstance(state, tuple) and len(state) == 2 else (state, None)
    for name, value in (own or {}).items():
        object.__setattr__(x, name, value)
    for name, value in (slots or {}).items():
        object.__setattr__(x, name, value)


# ---- in the process ----

def run(packed):
    """Runs a job that was packed. What it returns or raises is packed for receive()."""
    if isinstance(packed, BaseException):
        return 'failed', packed, None
    if '__name__' not in _main:
        _run_main()
    function, args, kwargs = unpack(packed)
    try:
        result = function(*args, **kwargs)
    except BaseException as error:
        return 'raised', pack(error), _text(error, error.__traceback__.tb_next)
    try:
        return 'returned', pack(result), None
    except Exception as error:
        return 'raised', pack(error), _text(error, None)


def _text(error, traceback):
    """The exception with its traceback as text. As elsewhere, lines of CPython's own files are left out."""
    error.__traceback__ = traceback
    pieces = format_exception(error)
    head = 'Traceback (most recent call last):\n'
    return ''.join(pieces) if traceback else head + ''.join(pieces)


def _initialize(packed):
    receive(run(packed))


def receive(outcome):
    """Back where the job came from: its result; or what it raised, from a _RemoteTraceback with the process's own."""
    how, packed, text = outcome
    if how == 'returned':
        return unpack(packed)
    error = packed if how == 'failed' else unpack(packed)
    if text is None:
        text = _text(error, None)
    error.__traceback__ = None
    error.__cause__ = _RemoteTraceback(f'\n"""\n{text}"""')
    raise error


def _forked_memory():
    """Copies of what the program's names hold now. What cannot be copied stays what it is."""
    from copy import deepcopy
    memo, result = {}, {}
    for name, value in list(_main.items()):
        try:
            result[name] = deepcopy(value, memo)
        except Exception:
            result[name] = value
    return result


# ---- the pool ----

class _Processes:
    """What the native pool asks for its workers."""

    count = 0
    start_together = _IS_FORK

    def make_memory(self):
        return _forked_memory() if _IS_FORK else {}

    def next_name(self):
        _Processes.count += 1
        return f"{'Fork' if _IS_FORK else 'ForkServer'}Process-{_Processes.count}"

    def make_broken_error(self):
        return BrokenProcessPool('A process in the process pool was terminated abruptly while the future was running or pending.')


class ProcessPoolExecutor(Executor):
    __module__ = 'concurrent.futures.process'

    def __init__(self, max_workers=None, mp_context=None, initializer=None, initargs=(), *, max_tasks_per_child=None):
        if mp_context is not None:
            refuse('mp_context', 'leave it out: the start method is the one that this Python has on Linux')
        if max_tasks_per_child is not None:
            refuse('max_tasks_per_child', 'leave it out: a process of the pool lives as long as the pool')
        if max_workers is not None and max_workers <= 0:
            raise ValueError('max_workers must be greater than 0')
        if initializer is not None and not callable(initializer):
            raise TypeError('initializer must be a callable')
        packed = None if initializer is None else pack((initializer, tuple(initargs), {}))
        self._pool = _make_pool(max_workers, _Processes(), _initialize, packed)
        self._max_workers = self._pool._max_workers

    def submit(self, fn, /, *args, **kwargs):
        try:
            packed = pack((fn, args, kwargs))
        except Exception as error:
            packed = error
        name = getattr(fn, '__name__', type(fn).__name__)
        return _submit(self._pool, name, run, packed, receive)

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        if chunksize < 1:
            raise ValueError('chunksize must be >= 1.')
        from time import monotonic
        deadline = None if timeout is None else monotonic() + timeout
        calls = list(zip(*iterables))
        chunks = [calls[at:at + chunksize] for at in range(0, len(calls), chunksize)]
        fs = [self.submit(_process_chunk, fn, chunk) for chunk in chunks]

        def results():
            try:
                for f in fs:
                    yield from f.result() if deadline is None else f.result(deadline - monotonic())
            finally:
                for f in fs:
                    f.cancel()
        return results()

    def shutdown(self, wait=True, *, cancel_futures=False):
        self._pool.shutdown(wait, cancel_futures=cancel_futures)

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.shutdown(wait=True)
        return False


def _process_chunk(fn, chunk):
    return [fn(*args) for args in chunk]
