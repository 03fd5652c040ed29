"""Container types beyond the builtin ones. deque itself is native."""
from _collections import deque
import sys
from _sluice import mark_ordered as _mark_ordered, refuse as _refuse
from collections.abc import Mapping, MutableMapping, MutableSequence, Sequence


MutableSequence.register(deque)


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    if isinstance(field_names, str):
        field_names = field_names.replace(',', ' ').split()
    names = [str(name) for name in field_names]
    typename = str(typename)
    if rename:
        seen = set()
        for index, name in enumerate(names):
            if not name.isidentifier() or name in _KEYWORDS or name.startswith('_') or name in seen:
                names[index] = f'_{index}'
            seen.add(name)
    for name in [typename, *names]:
        if not name.isidentifier():
            raise ValueError(f'Type names and field names must be valid identifiers: {name!r}')
        if name in _KEYWORDS:
            raise ValueError(f'Type names and field names cannot be a keyword: {name!r}')
    for index, name in enumerate(names):
        if name.startswith('_') and not rename:
            raise ValueError(f'Field names cannot start with an underscore: {name!r}')
        if name in names[:index]:
            raise ValueError(f'Encountered duplicate field name: {name!r}')
    fields = tuple(names)
    field_defaults = {}
    if defaults is not None:
        defaults = tuple(defaults)
        if len(defaults) > len(fields):
            raise TypeError('Got more default values than field names')
        field_defaults = dict(zip(fields[len(fields) - len(defaults):], defaults))
    required = len(fields) - len(field_defaults)

    def __new__(cls, /, *args, **kwargs):
        if not kwargs and len(args) == len(fields):
            return tuple.__new__(cls, args)
        return tuple.__new__(cls, _bind(typename, fields, required, field_defaults, args, kwargs))

    def _make(cls, iterable):
        result = tuple.__new__(cls, iterable)
        if len(result) != len(fields):
            raise TypeError(f'Expected {len(fields)} arguments, got {len(result)}')
        return result

    def _replace(self, /, **kwds):
        result = self._make([kwds.pop(name, value) for name, value in zip(fields, self)])
        if kwds:
            raise (TypeError if sys.version_info >= (3, 13) else ValueError)(f'Got unexpected field names: {list(kwds)!r}')
        return result

    def _asdict(self):
        return dict(zip(fields, self))

    def __repr__(self):
        parts = ', '.join([f'{name}={value!r}' for name, value in zip(fields, self)])
        return f'{self.__class__.__name__}({parts})'

    def __getnewargs__(self):
        return tuple(self)

    namespace = {
        '__doc__': f"{typename}({', '.join(fields)}{',' * (len(fields) == 1)})",
        '__slots__': (),
        '__match_args__': fields,
        '_fields': fields,
        '_field_defaults': field_defaults,
        '__new__': __new__,
        '_make': classmethod(_make),
        '_replace': _replace,
        '__replace__': _replace,
        '_asdict': _asdict,
        '__repr__': __repr__,
        '__getnewargs__': __getnewargs__,
        '__module__': module or '__main__',
    }
    for index, name in enumerate(fields):
        namespace[name] = _tuplegetter(index, f'Alias for field number {index}')
    return type(typename, (tuple,), namespace)


_KEYWORDS = frozenset((
    'False None True and as assert async await break class continue def del elif else except finally for from global if '
    'import in is lambda nonlocal not or pass raise return try while with yield').split())


class _tuplegetter:
    """A field of a named tuple."""

    def __init__(self, index, doc):
        self._index = index
        self.__doc__ = doc

    def __get__(self, instance, owner=None):
        return self if instance is None else tuple.__getitem__(instance, self._index)

    def __set__(self, instance, value):
        raise AttributeError("can't set attribute")

    def __delete__(self, instance):
        raise AttributeError("can't delete attribute")

    def __repr__(self):
        return f'_tuplegetter({self._index}, {self.__doc__!r})'


def _bind(typename, fields, required, defaults, args, kwargs):
    """Values in the order of the fields; the errors are those of a function with these parameters."""
    for name in kwargs:
        if name not in fields:
            raise TypeError(f'{typename}.__new__() got an unexpected keyword argument {name!r}')
        if fields.index(name) < len(args):
            raise TypeError(f'{typename}.__new__() got multiple values for argument {name!r}')
    if len(args) > len(fields):
        takes = f'from {required + 1} to {len(fields) + 1}' if defaults else f'{len(fields) + 1}'
        raise TypeError(f'{typename}.__new__() takes {takes} positional arguments but {len(args) + 1} were given')
    missing = [name for name in fields[len(args):] if name not in kwargs and name not in defaults]
    if missing:
        quoted = [repr(name) for name in missing]
        listed = quoted[0] if len(quoted) == 1 else ' and '.join(quoted) if len(quoted) == 2 else \
            ', '.join(quoted[:-1]) + ', and ' + quoted[-1]
        raise TypeError(f"{typename}.__new__() missing {len(missing)} required positional argument{'s' if len(missing) > 1 else ''}: {listed}")
    return args + tuple([kwargs[name] if name in kwargs else defaults[name] for name in fields[len(args):]])


class defaultdict(dict):
    def __init__(self, default_factory=None, /, *args, **kwargs):
        if default_factory is not None and not callable(default_factory):
            raise TypeError('first argument must be callable or None')
        self.default_factory = default_factory
        dict.__init__(self, *args, **kwargs)

    def __missing__(self, key):
        if self.default_factory is None:
            raise KeyError(key)
        self[key] = value = self.default_factory()
        return value

    def __repr__(self):
        return f'{type(self).__name__}({self.default_factory!r}, {dict.__repr__(self)})'

    def copy(self):
        return type(self)(self.default_factory, self)

    __copy__ = copy

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        result = self.copy()
        result.update(other)
        return result

    def __ror__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        result = type(self)(self.default_factory, other)
        result.update(self)
        return result


_UNSET = object()
_shown = set()      # OrderedDicts whose repr() is being made
_popped = []        # OrderedDicts with the key that pop() is taking out


class OrderedDict(dict):
    def __init__(self, /, *other, **kwds):
        _mark_ordered(self)
        OrderedDict.update(self, *other, **kwds)

    def pop(self, key, default=_UNSET):
        if sys.version_info < (3, 11) and type(self) is not OrderedDict:
            return self._pop_by_operators(key, default)
        return dict.pop(self, key) if default is _UNSET else dict.pop(self, key, default)

    def _pop_by_operators(self, key, default):
        """Up to 3.10: `key` has left the order before the methods of a derived class are asked to give it up."""
        _popped.append((self, key))
        try:
            if key in self:
                value = self[key]
                del self[key]
                return value
        finally:
            _popped.pop()
        if default is _UNSET:
            raise KeyError(key)
        return default

    def setdefault(self, key, default=None):
        if type(self) is OrderedDict:
            return dict.setdefault(self, key, default)
        if key in self:
            return self[key]
        self[key] = default
        return default

    def move_to_end(self, key, last=True):
        if _popped and any([one is self and left == key for one, left in _popped]):
            _refuse('OrderedDict.move_to_end() of a key that pop() or popitem() takes out',
                    'CPython 3.10 raises KeyError there, and the dictionary is broken after it')
        if not dict.__contains__(self, key):
            raise KeyError(key)
        value = dict.pop(self, key)
        others = [] if last else list(dict.items(self))
        if not last:
            dict.clear(self)
        dict.__setitem__(self, key, value)
        dict.update(self, others)

    def popitem(self, last=True):
        for key in dict.__reversed__(self) if last else dict.__iter__(self):
            return key, OrderedDict.pop(self, key)
        raise KeyError('dictionary is empty')

    def __eq__(self, other):
        if isinstance(other, OrderedDict):
            return dict.__eq__(self, other) and list(dict.keys(self)) == list(dict.keys(other))
        return dict.__eq__(self, other)

    def __ne__(self, other):
        return not self == other

    __hash__ = None

    def __repr__(self):
        if not dict.__len__(self):
            return f'{self.__class__.__name__}()'
        if id(self) in _shown:
            return '...'
        _shown.add(id(self))
        try:
            shown = dict([(key, self[key]) for key in list(self.keys())]) if sys.version_info >= (3, 12) else list(self.items())
            return f'{self.__class__.__name__}({shown!r})'
        finally:
            _shown.discard(id(self))

    def copy(self):
        made = self.__class__()
        if type(self) is OrderedDict:
            dict.update(made, self)
            return made
        for key in list(dict.keys(self)):
            made[key] = self[key]
            # It follows the order, in which looking may have moved the key.
            if next(dict.__reversed__(self), key) is key:
                break
        return made

    def __copy__(self):
        made = self.__class__()
        made.__dict__.update(self.__dict__)
        made._add(self.items())
        return made

    def __or__(self, other):
        return self._united(self, other, other)

    def __ror__(self, other):
        return self._united(other, self, other)

    def _united(self, left, right, other):
        if not isinstance(other, dict):
            return NotImplemented
        made = self.__class__(left)
        OrderedDict.update(made, right)
        return made

    def update(self, other=(), /, **kwds):
        if type(other) is dict:
            self._add(list(other.items()))
        elif hasattr(other, 'keys'):
            for key in other.keys():
                self[key] = other[key]
        else:
            self._add(other.items() if hasattr(other, 'items') else other)
        self._add(kwds.items())

    def _add(self, pairs):
        for pair in pairs:
            pair = list(pair)
            if len(pair) != 2:
                raise ValueError('too many values to unpack (expected 2)' if len(pair) > 2 else
                                 f'need more than {len(pair)} value{"s"[:len(pair) != 1]} to unpack')
            self[pair[0]] = pair[1]

    def __ior__(self, other):
        OrderedDict.update(self, other)
        return self

    @classmethod
    def fromkeys(cls, iterable, value=None):
        self = cls()
        for key in iterable:
            self[key] = value
        return self


class Counter(dict):
    def __init__(self, iterable=None, /, **kwds):
        dict.__init__(self)
        self.update(iterable, **kwds)

    def __missing__(self, key):
        return 0

    def total(self):
        return sum(self.values())

    def most_common(self, n=None):
        items = sorted(self.items(), key=lambda item: item[1], reverse=True)
        return items if n is None else items[:n] if n > 0 else []

    def elements(self):
        for item, count in self.items():
            for _ in range(count):
                yield item

    @classmethod
    def fromkeys(cls, iterable, v=None):
        raise NotImplementedError('Counter.fromkeys() is undefined.  Use Counter(iterable) instead.')

    def _count(self, iterable, sign, kwds):
        if iterable is not None:
            if isinstance(iterable, Mapping):
                self._count_all(iterable, sign)
            else:
                for item in iterable:
                    self[item] = self.get(item, 0) + sign
        if kwds:
            self._count_all(kwds, sign)

    def _count_all(self, counts, sign):
        if sign > 0 and not self:       # whatever they are: nothing is added
            dict.update(self, counts)
            return
        for item, count in counts.items():
            self[item] = count + self.get(item, 0) if sign > 0 else self.get(item, 0) - count

    def update(self, iterable=None, /, **kwds):
        self._count(iterable, 1, kwds)

    def subtract(self, iterable=None, /, **kwds):
        self._count(iterable, -1, kwds)

    def copy(self):
        return self.__class__(self)

    __copy__ = copy

    def __delitem__(self, item):
        if item in self:
            dict.__delitem__(self, item)

    def __repr__(self):
        if not self:
            return f'{self.__class__.__name__}()'
        try:
            shown = dict(self.most_common())
        except TypeError:
            shown = dict(self)
        return f'{self.__class__.__name__}({shown!r})'

    def __eq__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all([self[item] == other[item] for counts in (self, other) for item in counts])

    def __ne__(self, other):
        return not self == other

    __hash__ = None

    def __le__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all([self[item] <= other[item] for counts in (self, other) for item in counts])

    def __lt__(self, other):
        return self <= other and self != other if isinstance(other, Counter) else NotImplemented

    def __ge__(self, other):
        return other <= self if isinstance(other, Counter) else NotImplemented

    def __gt__(self, other):
        return other < self if isinstance(other, Counter) else NotImplemented

    def _combine(self, other, operation):
        if not isinstance(other, Counter):
            return NotImplemented
        result = Counter()
        for item in [*self, *[item for item in other if item not in self]]:
            count = operation(self[item], other[item])
            if count > 0:
                result[item] = count
        return result

    def __add__(self, other):
        return self._combine(other, lambda a, b: a + b)

    def __sub__(self, other):
        return self._combine(other, lambda a, b: a - b)

    def __or__(self, other):
        return self._combine(other, max)

    def __and__(self, other):
        return self._combine(other, min)

    def __pos__(self):
        return self + Counter()

    def __neg__(self):
        return Counter() - self

    def _keep_positive(self):
        for item in [item for item, count in self.items() if not count > 0]:
            del self[item]
        return self

    def __iadd__(self, other):
        for item, count in other.items():
            self[item] += count
        return self._keep_positive()

    def __isub__(self, other):
        for item, count in other.items():
            self[item] -= count
        return self._keep_positive()

    def __ior__(self, other):
        for item, count in other.items():
            if count > self[item]:
                self[item] = count
        return self._keep_positive()

    def __iand__(self, other):
        for item, count in self.items():
            if other[item] < count:
                self[item] = other[item]
        return self._keep_positive()


class ChainMap(MutableMapping):
    def __init__(self, *maps):
        self.maps = list(maps) or [{}]

    def __missing__(self, key):
        raise KeyError(key)

    def __getitem__(self, key):
        for mapping in self.maps:
            try:
                return mapping[key]         # not `key in mapping`: a defaultdict has them all
            except KeyError:
                pass
        return self.__missing__(key)

    def get(self, key, default=None):
        return self[key] if key in self else default

    def __len__(self):
        return len(list(iter(self)))

    def __iter__(self):
        merged = {}
        for mapping in reversed(self.maps):
            for key in mapping:
                merged[key] = None
        return iter(merged)

    def __contains__(self, key):
        return any([key in mapping for mapping in self.maps])

    def __bool__(self):
        return any(self.maps)

    def __repr__(self):
        return f"{self.__class__.__name__}({', '.join(map(repr, self.maps))})"

    @classmethod
    def fromkeys(cls, iterable, value=None, /):
        return cls(dict.fromkeys(iterable, value))

    def copy(self):
        return self.__class__(self.maps[0].copy(), *self.maps[1:])

    __copy__ = copy

    def new_child(self, m=None, **kwargs):
        if m is None:
            m = kwargs
        elif kwargs:
            m.update(kwargs)
        return self.__class__(m, *self.maps)

    @property
    def parents(self):
        return self.__class__(*self.maps[1:])

    def __setitem__(self, key, value):
        self.maps[0][key] = value

    def __delitem__(self, key):
        try:
            del self.maps[0][key]
        except KeyError:
            raise KeyError(f'Key not found in the first mapping: {key!r}')

    def popitem(self):
        try:
            return self.maps[0].popitem()
        except KeyError:
            raise KeyError('No keys found in the first mapping.')

    def pop(self, key, *args):
        try:
            return self.maps[0].pop(key, *args)
        except KeyError:
            raise KeyError(f'Key not found in the first mapping: {key!r}')

    def clear(self):
        self.maps[0].clear()

    def __or__(self, other):
        if not isinstance(other, Mapping):
            return NotImplemented
        made = self.copy()
        made.maps[0].update(other)
        return made

    def __ior__(self, other):
        self.maps[0].update(other)
        return self

    def __ror__(self, other):
        if not isinstance(other, Mapping):
            return NotImplemented
        made = dict(other)
        for mapping in reversed(self.maps):
            made.update(mapping)
        return self.__class__(made)


class UserDict(MutableMapping):
    def __init__(self, dict=None, /, **kwargs):
        self.data = {}
        if dict is not None:
            self.update(dict)
        if kwargs:
            self.update(kwargs)

    def __len__(self):
        return len(self.data)

    def __getitem__(self, key):
        if key in self.data:
            return self.data[key]
        if hasattr(self.__class__, '__missing__'):
            return self.__class__.__missing__(self, key)
        raise KeyError(key)

    if sys.version_info >= (3, 12):
        def get(self, key, default=None):
            return self[key] if key in self else default

    def __setitem__(self, key, item):
        self.data[key] = item

    def __delitem__(self, key):
        del self.data[key]

    def __iter__(self):
        return iter(self.data)

    def __contains__(self, key):
        return key in self.data

    def __repr__(self):
        return repr(self.data)

    def __or__(self, other):
        if not isinstance(other, (UserDict, dict)):
            return NotImplemented
        return self.__class__(self.data | (other.data if isinstance(other, UserDict) else other))

    def __ror__(self, other):
        if not isinstance(other, (UserDict, dict)):
            return NotImplemented
        return self.__class__((other.data if isinstance(other, UserDict) else other) | self.data)

    def __ior__(self, other):
        self.data |= other.data if isinstance(other, UserDict) else other
        return self

    def copy(self):
        if self.__class__ is UserDict:
            return UserDict(self.data.copy())
        data = self.data
        try:
            self.data = {}
            made = self.__copy__()
        finally:
            self.data = data
        made.update(self)
        return made

    def __copy__(self):
        made = self.__class__.__new__(self.__class__)
        made.__dict__.update(self.__dict__)
        made.data = self.data.copy()
        return made

    @classmethod
    def fromkeys(cls, iterable, value=None):
        made = cls()
        for key in iterable:
            made[key] = value
        return made


def _items(other):
    return other.data if isinstance(other, UserList) else other


class UserList(MutableSequence):
    def __init__(self, initlist=None):
        self.data = list(_items(initlist)) if initlist is not None else []

    def __repr__(self): return repr(self.data)
    def __lt__(self, other): return self.data < _items(other)
    def __le__(self, other): return self.data <= _items(other)
    def __eq__(self, other): return self.data == _items(other)
    def __gt__(self, other): return self.data > _items(other)
    def __ge__(self, other): return self.data >= _items(other)
    __hash__ = None
    def __contains__(self, item): return item in self.data
    def __len__(self): return len(self.data)
    def __getitem__(self, i): return self.__class__(self.data[i]) if isinstance(i, slice) else self.data[i]
    def __setitem__(self, i, item): self.data[i] = item
    def __delitem__(self, i): del self.data[i]

    def __add__(self, other):
        return self.__class__(self.data + (_items(other) if isinstance(other, (UserList, list)) else list(other)))

    def __radd__(self, other):
        return self.__class__((_items(other) if isinstance(other, (UserList, list)) else list(other)) + self.data)

    def __iadd__(self, other):
        self.data += _items(other) if isinstance(other, (UserList, list)) else list(other)
        return self

    def __mul__(self, n): return self.__class__(self.data * n)
    __rmul__ = __mul__

    def __imul__(self, n):
        self.data *= n
        return self

    def __copy__(self):
        made = self.__class__.__new__(self.__class__)
        made.__dict__.update(self.__dict__)
        made.__dict__['data'] = self.__dict__['data'][:]
        return made

    def append(self, item): self.data.append(item)
    def insert(self, i, item): self.data.insert(i, item)
    def pop(self, i=-1): return self.data.pop(i)
    def remove(self, item): self.data.remove(item)
    def clear(self): self.data.clear()
    def copy(self): return self.__class__(self)
    def count(self, item): return self.data.count(item)
    def index(self, item, *args): return self.data.index(item, *args)
    def reverse(self): self.data.reverse()
    def sort(self, /, *args, **kwds): self.data.sort(*args, **kwds)
    def extend(self, other): self.data.extend(_items(other))


def _text(value):
    return value.data if isinstance(value, UserString) else value


class UserString(Sequence):
    def __init__(self, seq):
        self.data = _text(seq) if isinstance(seq, (str, UserString)) else str(seq)

    def __str__(self): return str(self.data)
    def __repr__(self): return repr(self.data)
    def __int__(self): return int(self.data)
    def __float__(self): return float(self.data)
    def __complex__(self): return complex(self.data)
    def __hash__(self): return hash(self.data)
    def __getnewargs__(self): return (self[:],)
    def __lt__(self, other): return self.data < _text(other)
    def __le__(self, other): return self.data <= _text(other)
    def __eq__(self, other): return self.data == _text(other)
    def __gt__(self, other): return self.data > _text(other)
    def __ge__(self, other): return self.data >= _text(other)
    def __contains__(self, char): return _text(char) in self.data
    def __len__(self): return len(self.data)
    def __getitem__(self, index): return self.__class__(self.data[index])
    def __add__(self, other): return self.__class__(self.data + (_text(other) if isinstance(other, (str, UserString)) else str(other)))
    def __radd__(self, other): return self.__class__((other if isinstance(other, str) else str(other)) + self.data)
    def __mul__(self, n): return self.__class__(self.data * n)
    __rmul__ = __mul__
    def __mod__(self, args): return self.__class__(self.data % args)
    def __rmod__(self, template): return self.__class__(str(template) % self)

    def encode(self, encoding='utf-8', errors='strict'):
        return self.data.encode(encoding or 'utf-8', errors or 'strict')

    maketrans = str.maketrans


def _text_method(name, gives_text):
    def method(self, *args, **kwds):
        result = getattr(self.data, name)(*map(_text, args), **kwds)
        return self.__class__(result) if gives_text else result
    method.__name__ = name
    setattr(UserString, name, method)


for _name in ('capitalize', 'casefold', 'center', 'expandtabs', 'ljust', 'lower', 'lstrip', 'removeprefix', 'removesuffix',
              'replace', 'rjust', 'rstrip', 'strip', 'swapcase', 'title', 'translate', 'upper', 'zfill'):
    _text_method(_name, True)
for _name in ('count', 'endswith', 'find', 'format', 'format_map', 'index', 'isalnum', 'isalpha', 'isascii', 'isdecimal', 'isdigit',
              'isidentifier', 'islower', 'isnumeric', 'isprintable', 'isspace', 'istitle', 'isupper', 'join', 'partition',
              'rfind', 'rindex', 'rpartition', 'rsplit', 'split', 'splitlines', 'startswith'):
    _text_method(_name, False)
