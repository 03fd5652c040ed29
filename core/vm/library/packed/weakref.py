"""Weak references: collections whose members, and finalizers whose objects, they do not keep alive."""
import atexit as _atexit
import operator as _operator
from _weakref import getweakrefcount, ref
from collections.abc import MutableMapping as _MutableMapping, MutableSet as _MutableSet
from sys import version_info as _version_info

ReferenceType = ref


def _alive(value):
    """What a proxy stands for; other objects stand for themselves."""
    if type(value) in ProxyTypes:
        value = object.__getattribute__(value, '_referent')()
        if value is None:
            raise ReferenceError('weakly-referenced object no longer exists')
    return value


class ProxyType:
    __slots__ = ('_referent', '__weakref__')

    def __getattribute__(self, name):
        return getattr(_alive(self), name)

    def __setattr__(self, name, value):
        setattr(_alive(self), name, value)

    def __delattr__(self, name):
        delattr(_alive(self), name)

    def __repr__(self):
        value = object.__getattribute__(self, '_referent')()
        if _version_info < (3, 13):
            return f'<weakproxy at {id(self):#x} to {type(value).__name__} at {id(value):#x}>'
        said = 'dead' if value is None else f'to {type(value).__name__!r} at {id(value):#x}'
        return f'<weakproxy at {id(self):#x}; {said}>'

    __hash__ = None


class CallableProxyType(ProxyType):
    __slots__ = ()

    def __call__(self, *args, **kwargs):
        return _alive(self)(*args, **kwargs)


ProxyTypes = ProxyType, CallableProxyType


def _forward(name, function):
    def method(self, *others):
        return function(_alive(self), *map(_alive, others))
    setattr(ProxyType, f'__{name}__', method)


def _reflect(name, function):
    setattr(ProxyType, f'__r{name}__', lambda self, other: function(other, _alive(self)))


for _name in ('lt le eq ne gt ge neg pos invert index getitem setitem delitem contains add sub mul matmul truediv floordiv'
              ' mod pow lshift rshift and_ or_ xor iadd isub imul imatmul itruediv ifloordiv imod ipow ilshift irshift iand'
              ' ior ixor').split():
    _forward(_name.strip('_'), getattr(_operator, _name))
for _name in 'add sub mul matmul truediv floordiv mod pow lshift rshift and_ or_ xor'.split():
    _reflect(_name.strip('_'), getattr(_operator, _name))
for _function in str, bytes, len, iter, next, bool, int, float, abs, reversed, divmod:
    _forward(_function.__name__, _function)
_proxies = {}


def proxy(obj, callback=None, /):
    known = _proxies.get(id(obj))
    made = known and known()
    if callback is None and made is not None and object.__getattribute__(made, '_referent')() is obj:
        return made
    made = object.__new__(CallableProxyType if callable(obj) else ProxyType)
    own = ref(made)
    object.__setattr__(made, '_referent', ref(obj, callback and (lambda _: callback(own()))))
    if callback is None:
        _proxies[id(obj)] = own
    return made


class _Removals:
    """What dies while a collection is iterated over is taken out when the last iteration has ended."""

    def __init__(self):
        self.iterations, self.pending = 0, []

    def walk(self, entries, remove):
        self.iterations += 1
        try:
            yield from entries
        finally:
            self.iterations -= 1
            if not self.iterations:
                while self.pending:
                    remove(self.pending.pop())

    def put_off(self, entry):
        if self.iterations:
            self.pending.append(entry)
        return self.iterations


def _when_gone(owner):
    """The callback for an entry of `owner`, which it does not keep alive."""
    owner = ref(owner)

    def gone(entry):
        self = owner()
        if self is not None and not self._removals.put_off(entry):
            self._drop(entry)
    return gone


class WeakSet(_MutableSet):
    __module__ = '_weakrefset'

    def __init__(self, data=None):
        self.data, self._removals = set(), _Removals()
        self._remove = _when_gone(self)
        if data is not None:
            self.update(data)

    def _drop(self, entry):
        self.data.discard(entry)

    def _settle(self):
        while self._removals.pending and not self._removals.iterations:
            self._drop(self._removals.pending.pop())

    def __iter__(self):
        for entry in self._removals.walk(self.data, self._drop):
            item = entry()
            if item is not None:
                yield item

    def __len__(self):
        return len(self.data) - len(self._removals.pending)

    def __contains__(self, item):
        try:
            entry = ref(item)
        except TypeError:
            return False
        return entry in self.data

    def add(self, item):
        self.data.add(ref(item, self._remove))

    def discard(self, item):
        self.data.discard(ref(item))

    def remove(self, item):
        self.data.remove(ref(item))

    def clear(self):
        self._removals.pending.clear()
        self.data.clear()

    def pop(self):
        while True:
            try:
                entry = self.data.pop()
            except KeyError:
                raise KeyError('pop from empty WeakSet') from None
            item = entry()
            if item is not None:
                return item

    def update(self, other):
        for item in other:
            self.add(item)

    def __ior__(self, other):
        self.update(other)
        return self

    def copy(self):
        return self.__class__(self)

    def difference(self, other):
        new = self.copy()
        new -= other if isinstance(other, WeakSet) else self.__class__(other)
        return new

    __sub__ = difference

    def intersection(self, other):
        return self.__class__(item for item in other if item in self)

    __and__ = intersection

    def union(self, other):
        return self.__class__(item for one in (self, other) for item in one)

    __or__ = union

    def issubset(self, other):
        return self.data.issubset(ref(item) for item in other)

    __le__ = issubset

    def issuperset(self, other):
        return self.data.issuperset(ref(item) for item in other)

    __ge__ = issuperset

    def __lt__(self, other):
        return self.data < set(map(ref, other))

    def __gt__(self, other):
        return self.data > set(map(ref, other))

    def __eq__(self, other):
        if not isinstance(other, self.__class__):
            return NotImplemented
        return self.data == set(map(ref, other))

    def isdisjoint(self, other):
        return len(self.intersection(other)) == 0

    def __repr__(self):
        return repr(self.data)


class _WeakMapping(_MutableMapping):
    """`data` holds an entry for each key; `_pairs` gives the living ones, both sides held."""

    def __init__(self, other=(), /, **kw):
        self.data, self._removals = {}, _Removals()
        self._remove = _when_gone(self)
        self.update(other, **kw)

    def __len__(self):
        return len(self.data) - len(self._removals.pending)

    def __iter__(self):
        for key, value in self._pairs():
            yield key

    keys = __iter__

    def values(self):
        for key, value in self._pairs():
            yield value

    def items(self):
        yield from self._pairs()

    def copy(self):
        return self.__class__(self)

    __copy__ = copy

    def __or__(self, other):
        if not isinstance(other, _MutableMapping) and not isinstance(other, dict):
            return NotImplemented
        new = self.copy()
        new.update(other)
        return new

    def __ior__(self, other):
        self.update(other)
        return self

    def __repr__(self):
        return f'<{self.__class__.__name__} at {id(self):#x}>'


class WeakValueDictionary(_WeakMapping):
    def __init__(self, other=(), /, **kw):
        self._keys = {}
        super().__init__(other, **kw)

    def _drop(self, entry):
        key = self._keys.pop(id(entry), self)
        if key is not self and self.data.get(key) is entry:
            del self.data[key]

    def _pairs(self):
        for key, entry in self._removals.walk(self.data.items(), self._drop):
            value = entry()
            if value is not None:
                yield key, value

    def __getitem__(self, key):
        value = self.data[key]()
        if value is None:
            raise KeyError(key)
        return value

    def __setitem__(self, key, value):
        entry = ref(value, self._remove)
        old = self.data.get(key)
        self.data[key] = entry
        self._keys[id(entry)] = key
        if old is not None:
            self._keys.pop(id(old), None)

    def __delitem__(self, key):
        self._keys.pop(id(self.data.pop(key)), None)

    def __contains__(self, key):
        entry = self.data.get(key)
        return entry is not None and entry() is not None

    def get(self, key, default=None):
        entry = self.data.get(key)
        value = None if entry is None else entry()
        return default if value is None else value

    def valuerefs(self):
        return list(self.data.values())

    def itervaluerefs(self):
        yield from self._removals.walk(self.data.values(), self._drop)


class WeakKeyDictionary(_WeakMapping):
    def __init__(self, dict=None):
        super().__init__(() if dict is None else dict)

    def _drop(self, entry):
        self.data.pop(entry, None)

    def _pairs(self):
        for entry, value in self._removals.walk(self.data.items(), self._drop):
            key = entry()
            if key is not None:
                yield key, value

    def __getitem__(self, key):
        return self.data[ref(key)]

    def __setitem__(self, key, value):
        self.data[ref(key, self._remove)] = value

    def __delitem__(self, key):
        del self.data[ref(key)]

    def __contains__(self, key):
        try:
            entry = ref(key)
        except TypeError:
            return False
        return entry in self.data

    def get(self, key, default=None):
        return self.data.get(ref(key), default)

    def keyrefs(self):
        return list(self.data)


class WeakMethod(ref):
    """A weak reference to a bound method: lives as long as its object."""
    __slots__ = ('_function', '_type', '_is_alive', '__weakref__')

    def __new__(cls, meth, callback=None):
        try:
            instance, function = meth.__self__, meth.__func__
        except AttributeError:
            raise TypeError(f'argument should be a bound method, not {type(meth)}') from None

        def gone(_):
            method = this()
            if method is not None and method._is_alive:
                method._is_alive = False
                if callback is not None:
                    callback(method)
        self = ref.__new__(cls, instance, gone)
        self._function, self._type, self._is_alive = ref(function, gone), type(meth), True
        this = ref(self)
        return self

    def __call__(self):
        instance, function = super().__call__(), self._function()
        return None if instance is None or function is None else self._type(function, instance)

    def __eq__(self, other):
        if not isinstance(other, WeakMethod):
            return NotImplemented
        if not self._is_alive or not other._is_alive:
            return self is other
        return ref.__eq__(self, other) and self._function == other._function

    __hash__ = ref.__hash__


class finalize:
    """Calls a function once: when an object dies, when it is called itself, or when the program ends."""
    __slots__ = ()
    _registry = {}
    _count = 0
    _is_over = False

    def __init__(self, obj, func, /, *args, **kwargs):
        if not finalize._count:
            _atexit.register(self._at_exit)
        finalize._count += 1
        self._registry[self] = [ref(obj, self), func, args, kwargs, True, finalize._count]

    def __call__(self, _=None):
        entry = self._registry.pop(self, None)
        if entry and not self._is_over:
            return entry[1](*entry[2], **entry[3])

    def detach(self):
        seen = self.peek()
        if seen and self._registry.pop(self, None):
            return seen

    def peek(self):
        entry = self._registry.get(self)
        obj = entry and entry[0]()
        if obj is not None:
            return obj, *entry[1:4]

    @property
    def alive(self):
        return self in self._registry

    @property
    def atexit(self):
        entry = self._registry.get(self)
        return bool(entry) and entry[4]

    @atexit.setter
    def atexit(self, value):
        if self in self._registry:
            self._registry[self][4] = bool(value)

    def __repr__(self):
        entry = self._registry.get(self)
        obj = entry and entry[0]()
        if obj is None:
            return f'<finalize object at {id(self):#x}; dead>'
        return f'<finalize object at {id(self):#x}; for {type(obj).__name__!r} at {id(obj):#x}>'

    @classmethod
    def _at_exit(cls):
        while cls._registry:
            left = [(entry[5], one) for one, entry in cls._registry.items() if entry[4]]
            if not left:
                break
            max(left)[1]()
        cls._is_over = True
