"""Abstract base classes of containers and of asynchronous objects: what has the methods is an instance."""
from abc import ABCMeta


class _Structural(ABCMeta):
    """Classes that recognise an instance by the methods that its type has."""

    def __instancecheck__(cls, instance):
        return cls.__subclasscheck__(type(instance))

    def __subclasscheck__(cls, subclass):
        names = cls.__dict__.get('_required')
        if names is not None and all([getattr(subclass, name, None) is not None for name in names]):
            return True
        if names is None and cls.__dict__.get('_builtin') and issubclass(subclass, cls._builtin):
            return True
        return ABCMeta.__subclasscheck__(cls, subclass)

    def __getitem__(cls, params):
        if cls.__dict__.get('_is_called') and isinstance(params, tuple) and isinstance(params[0], list):
            params = (*params[0], params[1])
        return type(list[int])(cls, params)


class Hashable(metaclass=_Structural):
    _required = ('__hash__',)


class Awaitable(metaclass=_Structural):
    _required = ('__await__',)


class Coroutine(Awaitable):
    _required = ('__await__', 'send', 'throw', 'close')


class AsyncIterable(metaclass=_Structural):
    _required = ('__aiter__',)


class AsyncIterator(AsyncIterable):
    _required = ('__aiter__', '__anext__')

    def __aiter__(self):
        return self


class AsyncGenerator(AsyncIterator):
    _required = ('__aiter__', '__anext__', 'asend', 'athrow', 'aclose')


class Iterable(metaclass=_Structural):
    _required = ('__iter__',)


class Iterator(Iterable):
    _required = ('__iter__', '__next__')

    def __iter__(self):
        return self


class Reversible(Iterable):
    _required = ('__reversed__', '__iter__')


class Generator(Iterator):
    _required = ('__iter__', '__next__', 'send', 'throw', 'close')


class Sized(metaclass=_Structural):
    _required = ('__len__',)


class Container(metaclass=_Structural):
    _required = ('__contains__',)


class Collection(Sized, Iterable, Container):
    _required = ('__len__', '__iter__', '__contains__')


class Callable(metaclass=_Structural):
    _required = ('__call__',)
    _is_called = True


class Set(Collection):
    _required = None
    _builtin = (set, frozenset, type({}.keys()), type({}.items()))


class MutableSet(Set):
    _builtin = (set,)


class Mapping(Collection):
    _required = None
    _builtin = (dict,)

    def get(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            return default

    def __contains__(self, key):
        try:
            self[key]
        except KeyError:
            return False
        return True

    def keys(self):
        return list(self)

    def values(self):
        return [self[key] for key in self]

    def items(self):
        return [(key, self[key]) for key in self]

    def __eq__(self, other):
        return dict(self.items()) == dict(other.items()) if isinstance(other, Mapping) else NotImplemented


class MutableMapping(Mapping):
    _builtin = (dict,)

    def pop(self, key, *default):
        try:
            value = self[key]
        except KeyError:
            if default:
                return default[0]
            raise
        del self[key]
        return value

    def setdefault(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            self[key] = default
        return default

    def update(self, other=(), /, **kwds):
        for key, value in dict(other, **kwds).items():
            self[key] = value

    def clear(self):
        for key in list(self):
            del self[key]


class Sequence(Reversible, Collection):
    _required = None
    _builtin = (list, tuple, str, range, bytes)

    def __iter__(self):
        position = 0
        try:
            while True:
                yield self[position]
                position += 1
        except IndexError:
            return

    def __contains__(self, value):
        return any([item is value or item == value for item in self])

    def __reversed__(self):
        for position in reversed(range(len(self))):
            yield self[position]

    def index(self, value, start=0, stop=None):
        for position in range(start, len(self) if stop is None else stop):
            if self[position] is value or self[position] == value:
                return position
        raise ValueError

    def count(self, value):
        return sum([1 for item in self if item is value or item == value])


class MutableSequence(Sequence):
    _builtin = (list,)


class ByteString(Sequence):
    _builtin = (bytes,)


class KeysView(Set):
    _builtin = (type({}.keys()),)


class ValuesView(Collection):
    _builtin = (type({}.values()),)


class ItemsView(Set):
    _builtin = (type({}.items()),)
