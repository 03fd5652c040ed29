"""bytearray. Its bytes lie inside the object, where what takes bytes finds them; each change puts new ones there."""
from _sluice import inside, put_inside, refuse, type_name
from collections.abc import MutableSequence
from operator import index
from sys import maxsize, version_info


def _changed(value):
    """What a method of bytes gives, as bytearray's gives it."""
    if type(value) is bytes:
        return bytearray(value)
    return type(value)(map(_changed, value)) if type(value) in (list, tuple) else value


def _bytes(*args, **kwargs):
    try:
        return bytes(*args, **kwargs)
    except TypeError as error:
        raise TypeError(str(error).replace('object to bytes', 'object to bytearray').replace('bytes()', 'bytearray()')) from None
    except ValueError as error:
        raise ValueError(str(error).replace('bytes must', 'byte must')) from None


def _byte(value):
    value = index(value)
    if not 0 <= value <= 255:
        raise ValueError('byte must be in range(0, 256)')
    return value


class bytearray:
    __slots__ = ()

    def __new__(cls, *args, **kwargs):
        self = object.__new__(cls)
        put_inside(self, b'')
        return self

    def __init__(self, source=b'', /, *args, **kwargs):
        put_inside(self, _bytes(source, *args, **kwargs))

    @classmethod
    def fromhex(cls, string, /):
        return cls(bytes.fromhex(string))

    def __repr__(self):
        return f'{type(self).__name__}({inside(self)!r})'

    def __len__(self):
        return len(inside(self))

    def __iter__(self):
        at = 0
        while at < len(inside(self)):
            yield inside(self)[at]
            at += 1

    def __contains__(self, key, /):
        return key in inside(self)

    def _place(self, key):
        if isinstance(key, type) or not hasattr(key, '__index__'):
            raise TypeError(f'bytearray indices must be integers or slices, not {type_name(key)}')
        key = index(key)
        if abs(key) > maxsize:
            raise IndexError("cannot fit 'int' into an index-sized integer")
        at = key + len(self) if key < 0 else key
        if not 0 <= at < len(self):
            raise IndexError('bytearray index out of range')
        return at

    def __getitem__(self, key, /):
        if isinstance(key, slice):
            return bytearray(inside(self)[key])
        return inside(self)[self._place(key)]

    def __setitem__(self, key, value, /):
        items = list(inside(self))
        if not isinstance(key, slice):
            key, value = self._place(key), _byte(value)
        elif isinstance(value, str) or any(hasattr(type(value), name) for name in ('__index__', '__int__', '__float__')):
            raise TypeError('can assign only bytes, buffers, or iterables of ints in range(0, 256)')
        else:
            value = _bytes(value)
            size = len(range(*key.indices(len(items))))
            if key.step not in (None, 1) and size != len(value):
                raise ValueError(f'attempt to assign bytes of size {len(value)} to extended slice of size {size}')
        items[key] = value
        put_inside(self, bytes(items))

    def __delitem__(self, key, /):
        items = list(inside(self))
        del items[key if isinstance(key, slice) else self._place(key)]
        put_inside(self, bytes(items))

    def append(self, item, /):
        put_inside(self, inside(self) + bytes((_byte(item),)))

    def extend(self, iterable_of_ints, /):
        if isinstance(iterable_of_ints, str) and version_info >= (3, 13):
            raise TypeError("expected iterable of integers; got: 'str'")
        try:
            added = _bytes(iter(iterable_of_ints))
        except TypeError as error:
            if hasattr(iterable_of_ints, '__iter__'):
                raise
            raise TypeError(f"can't extend bytearray with {type_name(iterable_of_ints)}") from None
        put_inside(self, inside(self) + added)

    def insert(self, index, item, /):
        items = list(inside(self))
        items.insert(index, _byte(item))
        put_inside(self, bytes(items))

    def pop(self, index=-1, /):
        if not len(self):
            raise IndexError('pop from empty bytearray')
        items = list(inside(self))
        try:
            value = items.pop(index)
        except IndexError:
            raise IndexError('pop index out of range') from None
        put_inside(self, bytes(items))
        return value

    def remove(self, value, /):
        at = inside(self).find(_byte(value))
        if at < 0:
            raise ValueError('value not found in bytearray')
        del self[at]

    def reverse(self, /):
        put_inside(self, inside(self)[::-1])

    def clear(self, /):
        put_inside(self, b'')

    def copy(self, /):
        return bytearray(inside(self))

    __copy__ = copy

    def __deepcopy__(self, memo):
        return self.copy()

    def __add__(self, other, /):
        if not isinstance(inside(other), bytes):
            raise TypeError(f"can't concat {type_name(other)} to bytearray")
        return bytearray(inside(self) + inside(other))

    def __iadd__(self, other, /):
        put_inside(self, inside(self + other))
        return self

    def __mul__(self, value, /):
        if not hasattr(value, '__index__'):
            raise TypeError(f"can't multiply sequence by non-int of type '{type_name(value)}'")
        return bytearray(inside(self) * value)

    __rmul__ = __mul__

    def __imul__(self, value, /):
        put_inside(self, inside(self * value))
        return self

    def __mod__(self, value, /):
        return bytearray(inside(self) % value)

    def __eq__(self, other, /):
        other = inside(other)
        return inside(self) == other if isinstance(other, bytes) else NotImplemented

    def __lt__(self, other, /):
        other = inside(other)
        return inside(self) < other if isinstance(other, bytes) else NotImplemented

    def __le__(self, other, /):
        other = inside(other)
        return inside(self) <= other if isinstance(other, bytes) else NotImplemented

    def __gt__(self, other, /):
        other = inside(other)
        return inside(self) > other if isinstance(other, bytes) else NotImplemented

    def __ge__(self, other, /):
        other = inside(other)
        return inside(self) >= other if isinstance(other, bytes) else NotImplemented

    __hash__ = None

    def translate(self, /, *args, **kwargs):
        refuse('bytearray.translate()', 'build the bytes in a loop')

    @staticmethod
    def maketrans(*args):
        refuse('bytearray.maketrans()', 'build the bytes in a loop')


def _shared(name):
    """A method that bytes has too."""
    of_bytes = getattr(bytes, name)

    def method(self, /, *args, **kwargs):
        return _changed(of_bytes(inside(self), *args, **kwargs))
    method.__name__, method.__qualname__ = name, f'bytearray.{name}'
    return method


for _name in dir(bytes):
    if _name[0] != '_' and not hasattr(bytearray, _name):
        setattr(bytearray, _name, _shared(_name))
bytearray.__module__ = 'builtins'


MutableSequence.register(bytearray)
