"""The operators as functions."""
import sys as _sys

_abs = abs


def lt(a, b, /): return a < b
def le(a, b, /): return a <= b
def eq(a, b, /): return a == b
def ne(a, b, /): return a != b
def ge(a, b, /): return a >= b
def gt(a, b, /): return a > b
def not_(a, /): return not a
def truth(a, /): return True if a else False
def is_(a, b, /): return a is b
def is_not(a, b, /): return a is not b
def add(a, b, /): return a + b
def sub(a, b, /): return a - b
def mul(a, b, /): return a * b
def matmul(a, b, /): return a @ b
def truediv(a, b, /): return a / b
def floordiv(a, b, /): return a // b
def mod(a, b, /): return a % b
def pow(a, b, /): return a ** b
def lshift(a, b, /): return a << b
def rshift(a, b, /): return a >> b
def and_(a, b, /): return a & b
def or_(a, b, /): return a | b
def xor(a, b, /): return a ^ b
def neg(a, /): return -a
def pos(a, /): return +a
def invert(a, /): return ~a
def inv(a, /): return ~a
def abs(a, /): return _abs(a)
def index(a, /): return range(a).stop
def contains(a, b, /): return b in a
def getitem(a, b, /): return a[b]
def iadd(a, b, /): a += b; return a
def isub(a, b, /): a -= b; return a
def imul(a, b, /): a *= b; return a
def imatmul(a, b, /): a @= b; return a
def itruediv(a, b, /): a /= b; return a
def ifloordiv(a, b, /): a //= b; return a
def imod(a, b, /): a %= b; return a
def ipow(a, b, /): a **= b; return a
def ilshift(a, b, /): a <<= b; return a
def irshift(a, b, /): a >>= b; return a
def iand(a, b, /): a &= b; return a
def ior(a, b, /): a |= b; return a
def ixor(a, b, /): a ^= b; return a


def concat(a, b, /):
    if not hasattr(a, '__getitem__'):
        raise TypeError(f"'{type(a).__name__}' object can't be concatenated")
    return a + b


def iconcat(a, b, /):
    if not hasattr(a, '__getitem__'):
        raise TypeError(f"'{type(a).__name__}' object can't be concatenated")
    a += b
    return a


def setitem(a, b, c, /):
    a[b] = c


def delitem(a, b, /):
    del a[b]


def countOf(a, b, /):
    return sum([1 for item in a if item is b or item == b])


def indexOf(a, b, /):
    for position, item in enumerate(a):
        if item is b or item == b:
            return position
    raise ValueError('sequence.index(x): x not in sequence')


def length_hint(obj, default=0, /):
    if not isinstance(default, int):
        raise TypeError(f"'{type(default).__name__}' object cannot be interpreted as an integer")
    if hasattr(type(obj), '__len__'):
        return len(obj)
    method = getattr(type(obj), '__length_hint__', None)
    hint = NotImplemented if method is None else method(obj)
    if hint is NotImplemented:
        return default
    if not isinstance(hint, int):
        raise TypeError(f'__length_hint__ must be an integer, not {type(hint).__name__}')
    if hint < 0:
        raise ValueError('__length_hint__() should return >= 0')
    return hint


if _sys.version_info >= (3, 11):
    def call(obj, /, *args, **kwargs):
        return obj(*args, **kwargs)


class itemgetter:
    def __init__(self, item, /, *items):
        self._items = (item, *items)

    def __call__(self, obj, /):
        if len(self._items) == 1:
            return obj[self._items[0]]
        return tuple([obj[item] for item in self._items])

    def __repr__(self):
        return f"operator.itemgetter({', '.join(map(repr, self._items))})"


def _resolve(obj, dotted):
    for name in dotted.split('.'):
        obj = getattr(obj, name)
    return obj


class attrgetter:
    def __init__(self, attr, /, *attrs):
        self._attrs = (attr, *attrs)
        if not all([isinstance(one, str) for one in self._attrs]):
            raise TypeError('attribute name must be a string')

    def __call__(self, obj, /):
        if len(self._attrs) == 1:
            return _resolve(obj, self._attrs[0])
        return tuple([_resolve(obj, attr) for attr in self._attrs])

    def __repr__(self):
        return f"operator.attrgetter({', '.join(map(repr, self._attrs))})"


class methodcaller:
    def __init__(self, name, /, *args, **kwargs):
        if not isinstance(name, str):
            raise TypeError('method name must be a string')
        self._name, self._args, self._kwargs = name, args, kwargs

    def __call__(self, obj, /):
        return getattr(obj, self._name)(*self._args, **self._kwargs)

    def __repr__(self):
        given = [repr(one) for one in (self._name, *self._args)] + [f'{name}={one!r}' for name, one in self._kwargs.items()]
        return f"operator.methodcaller({', '.join(given)})"


for _name in ('lt le eq ne ge gt not_ abs add sub mul matmul truediv floordiv mod pow lshift rshift and_ or_ xor neg pos'
              ' invert inv index contains getitem setitem delitem concat iconcat iadd isub imul imatmul itruediv ifloordiv imod'
              ' ipow ilshift irshift iand ior ixor').split():
    globals()[f'__{_name.rstrip("_")}__'] = globals()[_name]
