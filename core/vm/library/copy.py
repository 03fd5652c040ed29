"""Shallow and deep copies."""
import sys as _sys
from _weakref import ref as _ref


class Error(Exception):
    pass


error = Error

_ATOMIC = (type(None), _ref, property, int, float, complex, bool, str, bytes, type, range, type(Ellipsis), type(NotImplemented), type(lambda: None), type(len),
           type(list[int]), type(int | None))


class _Holder:
    def method(self):
        pass


_method = type(_Holder().method)


def copy(x):
    cls = type(x)
    if cls in _ATOMIC or cls is slice or issubclass(cls, type):
        return x
    if cls in (list, dict, set):
        return x.copy()
    if cls in (tuple, frozenset):
        return x
    if hasattr(cls, 'appendleft'):  # deque
        return cls(x) if x.maxlen is None else cls(x, x.maxlen)
    method = getattr(cls, '__copy__', None)
    if method is not None:
        return method(x)
    reduced = _reduced(x)
    if reduced is not None:
        return x if isinstance(reduced, str) else _reconstruct(x, lambda value: value, {}, *reduced)
    return _rebuild(x, lambda value: value)


def deepcopy(x, memo=None):
    memo = {} if memo is None else memo
    known = memo.get(id(x))
    if known is not None:
        return known
    cls = type(x)
    if cls in _ATOMIC or issubclass(cls, type):
        return x
    method = getattr(cls, '__deepcopy__', None)
    if method is not None:
        result = method(x, memo)
    elif cls is list:
        result = memo[id(x)] = []
        for item in x:
            result.append(deepcopy(item, memo))
    elif cls is dict:
        result = memo[id(x)] = {}
        for key, value in x.items():
            result[deepcopy(key, memo)] = deepcopy(value, memo)
    elif cls is tuple:
        result = tuple([deepcopy(item, memo) for item in x])
        if id(x) in memo:       # it contains itself
            return memo[id(x)]
        if all([item is copied for item, copied in zip(x, result)]):
            return x
    elif cls is _method:
        result = cls(x.__func__, deepcopy(x.__self__, memo))
    elif cls is slice:
        result = slice(deepcopy(x.start, memo), deepcopy(x.stop, memo), deepcopy(x.step, memo))
    elif cls in (set, frozenset):
        result = cls([deepcopy(item, memo) for item in x])
    else:
        reduced = _reduced(x)
        if isinstance(reduced, str):
            return x
        convert = lambda value: deepcopy(value, memo)
        result = _rebuild(x, convert, memo) if reduced is None else _reconstruct(x, convert, memo, *reduced)
    memo[id(x)] = result
    memo.setdefault('alive', []).append(x)
    return result


def _own(x, name):
    """The method that a class of the program gives; None: it has none."""
    return getattr(x, name) if any([name in base.__dict__ for base in type(x).__mro__[:-1]]) else None


def _reduced(x):
    """What __reduce_ex__ and its friends say of an object that has them."""
    reduce = _own(x, '__reduce_ex__')
    if reduce is not None:
        return reduce(4)
    reduce = _own(x, '__reduce__')
    if reduce is not None:
        return reduce()
    new, getstate = _own(x, '__getnewargs_ex__') or _own(x, '__getnewargs__'), _own(x, '__getstate__')
    if new is None and getstate is None and _own(x, '__setstate__') is None:
        return None
    args, kwds = () if new is None else new(), {}
    if _own(x, '__getnewargs_ex__') is not None:
        args, kwds = args
    state = getattr(x, '__dict__', None) or None if getstate is None else getstate()
    return (lambda *args: type(x).__new__(type(x), *args, **kwds)), args, state, \
        iter(x) if isinstance(x, list) else None, iter(x.items()) if isinstance(x, dict) else None


def _reconstruct(x, convert, memo, func, args, state=None, items=None, pairs=None):
    result = memo[id(x)] = func(*map(convert, args))
    if state is not None:
        state = convert(state)
        if hasattr(result, '__setstate__'):
            result.__setstate__(state)
        else:
            slots = None
            if isinstance(state, tuple) and len(state) == 2:
                state, slots = state
            result.__dict__.update(state or {})
            for name, value in (slots or {}).items():
                setattr(result, name, value)
    for item in items or ():
        result.append(convert(item))
    for key, value in pairs or ():
        result[convert(key)] = convert(value)
    return result


def _rebuild(x, convert, memo=None):
    """An object of the same class with the same (or converted) contents."""
    cls = type(x)
    if isinstance(x, (list, set, frozenset, tuple)):
        result = cls.__new__(cls, [convert(item) for item in x]) if isinstance(x, (tuple, frozenset)) else cls.__new__(cls)
        if isinstance(x, list):
            result.extend([convert(item) for item in x])
        elif isinstance(x, set):
            result.update([convert(item) for item in x])
    elif isinstance(x, dict):
        result = cls.__new__(cls)
        for key, value in x.items():
            dict.__setitem__(result, convert(key), convert(value))
    elif hasattr(cls, 'appendleft'):  # deque
        result = cls() if x.maxlen is None else cls((), x.maxlen)
        result.extend([convert(item) for item in x])
    elif isinstance(x, BaseException):
        result = cls(*[convert(item) for item in x.args])
    elif isinstance(x, (int, float, str, bytes)):
        return x
    else:
        is_date = cls.__mro__[-2].__module__ == 'datetime'
        try:
            result = (object if is_date else cls).__new__(cls)
        except TypeError as error:  # a generator, a view of a dict
            raise TypeError(f'cannot pickle {cls.__name__!r} object') if 'is not safe' in str(error) else error from None
    if memo is not None:
        memo[id(x)] = result
    for name, value in getattr(x, '__dict__', {}).items():
        object.__setattr__(result, name, convert(value))
    for base in cls.__mro__:
        slots = base.__dict__.get('__slots__', ())
        for name in (slots,) if isinstance(slots, str) else slots:
            if hasattr(x, name):
                object.__setattr__(result, name, convert(getattr(x, name)))
    return result


def replace(obj, /, **changes):
    method = getattr(obj.__class__, '__replace__', None)
    if method is None:
        raise TypeError(f'replace() does not support {obj.__class__.__name__} objects')
    return method(obj, **changes)


if _sys.version_info < (3, 13):
    del replace
