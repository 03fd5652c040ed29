"""Functions about functions: the parts of functools that programs use."""

import sys as _sys
from collections import namedtuple as _namedtuple

WRAPPER_ASSIGNMENTS = ('__module__', '__name__', '__qualname__', '__doc__',
                       '__annotate__' if _sys.version_info >= (3, 14) else '__annotations__')
if _sys.version_info >= (3, 12):
    WRAPPER_ASSIGNMENTS += '__type_params__',
WRAPPER_UPDATES = ('__dict__',)


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    for name in assigned:
        try:
            value = getattr(wrapped, name)
        except AttributeError:
            continue
        setattr(wrapper, name, value)
    for name in updated:
        getattr(wrapper, name).update(getattr(wrapped, name, {}))
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    return lambda wrapper: update_wrapper(wrapper, wrapped, assigned, updated)


_initial_missing = object()


def reduce(function, sequence, initial=_initial_missing, /):
    try:
        items = iter(sequence)
    except TypeError:
        items = None
    # What is raised has nothing behind it: in C there is nothing that is handled.
    if items is None:
        raise TypeError('reduce() arg 2 must support iteration')
    value = next(items, _initial_missing) if initial is _initial_missing else initial
    if value is _initial_missing:
        raise TypeError('reduce() of empty iterable with no initial value')
    for item in items:
        value = function(value, item)
    return value


class partial:
    """A function with some of its arguments given already."""
    __class_getitem__ = classmethod(type(list[int]))

    def __init__(self, func, /, *args, **keywords):
        if not callable(func):
            raise TypeError('the first argument must be callable')
        if isinstance(func, partial):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self.func, self.args, self.keywords = func, args, keywords

    def __call__(self, /, *args, **keywords):
        return self.func(*self.args, *args, **{**self.keywords, **keywords})

    def __repr__(self):
        parts = [repr(self.func), *map(repr, self.args), *(f'{k}={v!r}' for k, v in self.keywords.items())]
        cls = type(self)
        name = ('functools.partial' if cls is partial else f'{cls.__module__}.{cls.__qualname__}'
                if _sys.version_info >= (3, 13) else cls.__name__)
        return f"{name}({', '.join(parts)})"


class partialmethod:
    __class_getitem__ = classmethod(type(list[int]))

    def __init__(self, func, /, *args, **keywords):
        if isinstance(func, partialmethod):
            args, keywords, func = func.args + args, {**func.keywords, **keywords}, func.func
        elif not callable(func) and not hasattr(func, '__get__'):
            raise TypeError(f'the first argument {func!r} must be a callable or a descriptor'
                            if _sys.version_info >= (3, 14) else f'{func!r} is not callable or a descriptor')
        self.func, self.args, self.keywords = func, args, keywords

    def __repr__(self):
        args, named = ', '.join(map(repr, self.args)), ', '.join([f'{name}={value!r}' for name, value in self.keywords.items()])
        parts = [repr(self.func), args, named]
        return f"functools.partialmethod({', '.join(parts if _sys.version_info < (3, 13) else filter(None, parts))})"

    def __get__(self, obj, cls=None):
        bound = self.func.__get__(obj, cls) if hasattr(self.func, '__get__') else self.func
        if bound is not self.func:
            return partial(bound, *self.args, **self.keywords)

        def _method(cls_or_self, /, *args, **keywords):
            return self.func(cls_or_self, *self.args, *args, **{**self.keywords, **keywords})
        setattr(_method, '__partialmethod__' if _sys.version_info >= (3, 13) else '_partialmethod', self)
        return _method.__get__(obj, cls)


class _Key:
    def __init__(self, compare, obj):
        self.compare, self.obj = compare, obj

    def __lt__(self, other):
        return self.compare(self.obj, other.obj) < 0

    def __gt__(self, other):
        return self.compare(self.obj, other.obj) > 0

    def __eq__(self, other):
        return self.compare(self.obj, other.obj) == 0

    def __le__(self, other):
        return self.compare(self.obj, other.obj) <= 0

    def __ge__(self, other):
        return self.compare(self.obj, other.obj) >= 0

    __hash__ = None


def cmp_to_key(mycmp):
    return lambda obj: _Key(mycmp, obj)


def _derive(operation, name):
    operation.__name__ = name
    return operation


def _orderings(root):
    """The three other comparisons, from one that a class defines itself."""
    def unknown(result):
        return result is NotImplemented

    def negated(self, other):
        result = getattr(type(self), root)(self, other)
        return result if unknown(result) else not result

    def or_equal(self, other):
        result = getattr(type(self), root)(self, other)
        return result if unknown(result) else result or self == other

    def negated_and_unequal(self, other):
        result = getattr(type(self), root)(self, other)
        return result if unknown(result) else not result and self != other

    def and_unequal(self, other):
        result = getattr(type(self), root)(self, other)
        return result if unknown(result) else result and self != other

    def negated_or_equal(self, other):
        result = getattr(type(self), root)(self, other)
        return result if unknown(result) else not result or self == other

    return {
        '__lt__': {'__gt__': negated_and_unequal, '__le__': or_equal, '__ge__': negated},
        '__le__': {'__ge__': negated_or_equal, '__lt__': and_unequal, '__gt__': negated},
        '__gt__': {'__lt__': negated_and_unequal, '__ge__': or_equal, '__le__': negated},
        '__ge__': {'__le__': negated_or_equal, '__gt__': and_unequal, '__lt__': negated},
    }[root]


def total_ordering(cls):
    names = ('__lt__', '__le__', '__gt__', '__ge__')
    roots = [name for name in names if getattr(cls, name, None) is not getattr(object, name, None)]
    if not roots:
        raise ValueError('must define at least one ordering operation: < > <= >=')
    root = next(name for name in ('__lt__', '__le__', '__gt__', '__ge__') if name in roots)
    for name, operation in _orderings(root).items():
        if name not in roots:
            setattr(cls, name, _derive(operation, name))
    return cls


def _make_key(args, kwds, typed):
    key = args
    if kwds:
        key += (_initial_missing, *kwds.items())
    if typed:
        key += tuple(type(v) for v in args) + tuple(type(v) for v in kwds.values())
    elif len(key) == 1 and type(key[0]) in (int, str):
        return key[0]
    return key


def lru_cache(maxsize=128, typed=False):
    if callable(maxsize) and isinstance(typed, bool):
        return _lru_wrapper(maxsize, 128, typed)
    if maxsize is not None and not isinstance(maxsize, int):
        raise TypeError('Expected first argument to be an integer, a callable, or None')
    if maxsize is not None and maxsize < 0:
        maxsize = 0
    return lambda function: _lru_wrapper(function, maxsize, typed)


_CacheInfo = _namedtuple('CacheInfo', 'hits misses maxsize currsize', module='functools')


def _lru_wrapper(function, maxsize, typed):
    cache = {}                  # key: [result, number of its last use]
    uses = {}                   # number: key, the oldest first; no keys are compared for it
    hits = misses = clock = 0

    @wraps(function)
    def wrapper(*args, **kwds):
        nonlocal hits, misses, clock
        key = _make_key(args, kwds, typed)
        entry = cache.get(key)
        if entry is not None:
            hits += 1
            if maxsize is not None:
                del uses[entry[1]]
                clock += 1
                entry[1], uses[clock] = clock, key
            return entry[0]
        misses += 1
        result = function(*args, **kwds)
        if maxsize is None:
            cache[key] = result, 0
        elif maxsize > 0 and key not in cache:
            if len(cache) >= maxsize:
                del cache[uses.pop(next(iter(uses)))]
            clock += 1
            cache[key], uses[clock] = [result, clock], key
        return result

    def cache_info():
        return _CacheInfo(hits, misses, maxsize, len(cache))

    def cache_clear():
        nonlocal hits, misses
        cache.clear()
        uses.clear()
        hits = misses = 0

    wrapper.cache_info = cache_info
    wrapper.cache_clear = cache_clear
    wrapper.cache_parameters = lambda: {'maxsize': maxsize, 'typed': typed}
    return wrapper


def cache(user_function, /):
    return lru_cache(maxsize=None)(user_function)


class cached_property:
    __class_getitem__ = classmethod(type(list[int]))

    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError('Cannot assign the same cached_property to two different names '
                            f'({self.attrname!r} and {name!r}).')

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if self.attrname is None:
            raise TypeError('Cannot use cached_property instance without calling __set_name__ on it.')
        try:
            cache = instance.__dict__
        except AttributeError:
            raise TypeError(f"No '__dict__' attribute on {type(instance).__name__!r} instance to cache {self.attrname!r} "
                            'property.') from None
        value = cache.get(self.attrname, _initial_missing)
        if value is _initial_missing:
            value = self.func(instance)
            cache[self.attrname] = value
        return value


def _members_of_union(cls):
    """What a union is of; None: it is none. They count since 3.11 (bpo-46014)."""
    is_union = type(cls).__name__ in ('UnionType', '_UnionGenericAlias', 'Union')
    return cls.__args__ if is_union and _sys.version_info >= (3, 11) else None


def _is_dispatch_type(cls):
    members = _members_of_union(cls)
    return isinstance(cls, type) if members is None else all([isinstance(member, type) for member in members])


def singledispatch(func):
    registry = {object: func}

    def dispatch(cls):
        for base in cls.__mro__[:-1]:
            if base in registry:
                return registry[base]
            # Abstract classes are no bases of what they recognise; they come after the first that they do.
            found = [kind for kind in registry if kind not in cls.__mro__ and issubclass(base, kind)
                     and not any([issubclass(parent, kind) for parent in base.__bases__])]
            found = [kind for kind in found if not any([o is not kind and issubclass(o, kind) for o in found])]
            if len(found) > 1:
                raise RuntimeError(f'Ambiguous dispatch: {found[0]} or {found[1]}')
            if found:
                return registry[found[0]]
        return func

    def register(cls, implementation=None):
        if not _is_dispatch_type(cls):
            if implementation is not None:
                if _sys.version_info >= (3, 11):
                    raise TypeError(f'Invalid first argument to `register()`. {cls!r} is not a class or union type.')
                raise TypeError(f'Invalid first argument to `register()`. {cls!r} is not a class.')
            hints = getattr(cls, '__annotations__', {})
            if not hints:
                raise TypeError(f'Invalid first argument to `register()`: {cls!r}. '
                                'Use either `@register(some_class)` or plain `@register` on an annotated function.')
            from typing import get_type_hints
            name, kind = next(iter(get_type_hints(cls).items()))
            if not _is_dispatch_type(kind):
                what = 'is not a class' if _members_of_union(kind) is None else 'not all arguments are classes'
                raise TypeError(f'Invalid annotation for {name!r}. {kind!r} {what}.')
            cls, implementation = kind, cls
        if implementation is None:
            return lambda f: register(cls, f)
        for one in _members_of_union(cls) or (cls,):
            registry[one] = implementation
        return implementation

    @wraps(func)
    def wrapper(*args, **kw):
        if not args:
            raise TypeError(f'{func.__name__} requires at least 1 positional argument')
        return dispatch(args[0].__class__)(*args, **kw)

    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = registry
    return wrapper


class singledispatchmethod:
    def __init__(self, func):
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, method)

    def __get__(self, obj, cls=None):
        def _method(*args, **kwargs):
            if not args:
                raise TypeError(f'{self.func.__name__} requires at least 1 positional argument')
            return self.dispatcher.dispatch(args[0].__class__).__get__(obj, cls)(*args, **kwargs)
        _method.register = self.register
        return update_wrapper(_method, self.func)
