"""Enumerations: Enum, IntEnum, StrEnum, Flag, IntFlag, auto, unique."""
import sys


class auto:
    """A value that the enumeration chooses."""

    def __init__(self, value=None):
        self.value = value


class nonmember:
    def __init__(self, value):
        self.value = value


class member:
    def __init__(self, value):
        self.value = value


def _is_descriptor(value):
    return hasattr(value, '__get__') or hasattr(value, '__set__') or hasattr(value, '__delete__')


def _is_special(name):
    return name.startswith('__') and name.endswith('__') or name.startswith('_') and name.endswith('_')


class _Namespace(dict):
    """The body of an enumeration: knows which names are members, and replaces auto() as they come."""

    def __init__(self, class_name, next_value):
        self._members = []
        self._class_name = class_name
        self._next_value = next_value
        self._values = []

    def __setitem__(self, key, value):
        if key == '_generate_next_value_':
            self._next_value = value.__func__ if isinstance(value, staticmethod) else value
        elif key in self._members:
            raise TypeError(f'{key!r} already defined as {self[key]!r}' if sys.version_info >= (3, 11)
                            else f'Attempted to reuse key: {key!r}')
        elif not _is_special(key) and not isinstance(value, _nonmember) and (isinstance(value, _member) or not _is_descriptor(value)) \
                and not key.startswith(f'_{self._class_name}__'):
            if isinstance(value, _member):
                value = value.value
            value = self._resolve(key, value)
            self._members.append(key)
            self._values.append(value)
        elif isinstance(value, _nonmember):
            value = value.value
        dict.__setitem__(self, key, value)

    def _resolve(self, key, value):
        if isinstance(value, auto):
            return self._automatic(key, value)
        if isinstance(value, tuple) and any(isinstance(item, auto) for item in value):
            return tuple(self._automatic(key, item) if isinstance(item, auto) else item for item in value)
        return value

    def _automatic(self, key, value):
        if value.value is None:
            value.value = self._next_value(key, 1, len(self._members), self._values[:])
        return value.value


class EnumType(type):
    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        next_value = None
        for base in bases:
            next_value = getattr(base, '_generate_next_value_', None)
            if next_value is not None:
                break
        return _Namespace(cls, next_value or _count_up)

    def __new__(metacls, cls, bases, namespace, *, boundary=None, **kwds):
        for base in bases:
            if isinstance(base, _EnumType) and base._member_map_:
                if sys.version_info >= (3, 11):
                    raise TypeError(f'<enum {cls!r}> cannot extend {base!r}')
                raise TypeError(f'{cls}: cannot extend enumeration {base.__name__!r}')
        names = namespace._members
        body = {key: value for key, value in namespace.items() if key not in names}
        if sys.version_info < (3, 11):
            body.setdefault('__doc__', 'An enumeration.')
        data_type = _data_type(bases)
        own_new = None
        if any(isinstance(base, _EnumType) for base in bases):      # Enum's own __new__ looks members up
            own_new = body.pop('__new__', None)
        enum_class = super().__new__(metacls, cls, bases, body, **kwds)
        enum_class._member_map_ = {}
        enum_class._member_names_ = []
        enum_class._value2member_map_ = {}
        enum_class._member_type_ = data_type
        if own_new is None:
            own_new = next((base._new_member_ for base in bases if getattr(base, '_new_member_', None)), None)
        enum_class._new_member_ = own_new
        if data_type is not object and len(enum_class.__mro__) > 3:
            _prefer_enum_methods(enum_class, body, data_type, bases[-1])
        for name in names:
            metacls._add_member(enum_class, name, namespace[name], data_type, own_new)
        return enum_class

    def _add_member(cls, name, value, data_type, own_new):
        args = value if isinstance(value, tuple) else (value,)
        if data_type is tuple:
            args = (args,)
        if own_new is not None:
            member = (own_new.__func__ if isinstance(own_new, staticmethod) else own_new)(cls, *args)
        elif data_type is object:
            member = object.__new__(cls)
        else:
            member = data_type.__new__(cls, *args)
        if not hasattr(member, '_value_'):
            member._value_ = value if data_type is object or own_new is not None else data_type(*args)
        value = member._value_
        for other in cls._member_map_.values():
            if other._value_ == value:
                cls._member_map_[name] = other
                type.__setattr__(cls, name, other)
                return
        member._name_ = name
        member.__objclass__ = cls
        member._sort_order_ = len(cls._member_names_)
        member.__init__(*args)
        # Since 3.11 a flag of several bits is an alias for them.
        flag = globals().get('Flag')
        if sys.version_info < (3, 11) or flag is None or not issubclass(cls, flag) or isinstance(value, int) and _is_one_bit(value):
            cls._member_names_.append(name)
        cls._member_map_[name] = member
        type.__setattr__(cls, name, member)
        try:
            cls._value2member_map_[value] = member
        except TypeError:
            pass

    def __call__(cls, value, names=None, *, module=None, qualname=None, type=None, start=1, boundary=None):
        if names is None:
            return Enum.__new__(cls, value)     # int.__new__ may come before it in the mro
        return cls._create(value, names, module, type, start)

    def _create(cls, class_name, names, module, data_type, start):
        bases = (cls,) if data_type is None else (data_type, cls)
        metacls = cls.__class__
        namespace = metacls.__prepare__(class_name, bases)
        if isinstance(names, str):
            names = names.replace(',', ' ').split()
        if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
            values = []
            for index, name in enumerate(names):
                value = namespace._next_value(name, start, index, values[:])
                values.append(value)
                namespace[name] = value
        else:
            for item in names:
                name, value = (item, names[item]) if isinstance(item, str) else item
                namespace[name] = value
        namespace['__module__'] = module or (cls.__module__ if cls.__module__ != 'enum' else '__main__')
        return metacls.__new__(metacls, class_name, bases, namespace)

    @property
    def __members__(cls):
        return dict(cls._member_map_)

    def __bool__(cls):
        return True

    def __contains__(cls, value):
        if isinstance(value, cls):
            return True
        if sys.version_info < (3, 12):
            if not isinstance(value, Enum):
                raise TypeError(f"unsupported operand type(s) for 'in': {type(value).__qualname__!r} and {cls.__class__.__qualname__!r}")
            return False
        try:
            return value in cls._value2member_map_
        except TypeError:
            return any(value == member._value_ for member in cls)

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        return (cls._member_map_[name] for name in cls._member_names_)

    def __reversed__(cls):
        return (cls._member_map_[name] for name in reversed(cls._member_names_))

    def __len__(cls):
        return len(cls._member_names_)

    def __repr__(cls):
        kind = 'flag' if sys.version_info >= (3, 11) and issubclass(cls, Flag) else 'enum'
        return f'<{kind} {cls.__name__!r}>'

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get('_member_map_', {}):
            if sys.version_info >= (3, 11):
                raise AttributeError(f'cannot reassign member {name!r}')
            raise AttributeError('Cannot reassign members.')
        type.__setattr__(cls, name, value)

    def __delattr__(cls, name):
        if name in cls._member_map_:
            raise AttributeError(f'{cls.__name__!r} cannot delete member {name!r}.' if sys.version_info >= (3, 11)
                                 else f'{cls.__name__}: cannot delete Enum member.')
        type.__delattr__(cls, name)

    if sys.version_info < (3, 12):
        def __getattr__(cls, name):
            raise AttributeError(name)

EnumMeta = _EnumType = EnumType
_member, _nonmember = member, nonmember


def _count_up(name, start, count, last_values):
    """One more than the largest value so far. Before 3.13, values that cannot be counted are passed over."""
    if not last_values:
        return start
    if sys.version_info >= (3, 11):
        try:
            last_values = sorted(last_values)
        except TypeError:
            if sys.version_info >= (3, 13):
                raise TypeError('unable to sort non-numeric values') from None
    for value in reversed(last_values):
        try:
            return value + 1
        except TypeError:
            if sys.version_info >= (3, 13):
                raise TypeError(f'unable to increment {value!r}') from None
    return start


def _data_type(bases):
    """The type of the values: the first base in an mro that is no enumeration and makes objects of its own."""
    for chain in bases:
        for base in chain.__mro__:
            if base is object:
                continue
            if isinstance(base, _EnumType):
                if base._member_type_ is not object:
                    return base._member_type_
                continue
            if base in (int, str, float, bytes, tuple, list, dict, set, frozenset):
                return base
    return object


def _prefer_enum_methods(enum_class, body, data_type, first_enum):
    """The texts of a member are the enumeration's, not those of the type of its value, unless the class says otherwise."""
    for name in ('__repr__', '__str__', '__format__'):
        if name not in body and getattr(enum_class, name) in (getattr(data_type, name), getattr(object, name)):
            setattr(enum_class, name, getattr(first_enum, name))


class Enum(metaclass=EnumType):
    _generate_next_value_ = staticmethod(_count_up)

    def __new__(cls, value):
        if type(value) is cls:
            return value
        try:
            return cls._value2member_map_[value]
        except KeyError:
            pass
        except TypeError:
            for member in cls._member_map_.values():
                if member._value_ == value:
                    return member
        result = cls._missing_(value)
        if isinstance(result, cls):
            return result
        if result is not None:
            raise TypeError(f'error in {cls.__name__}._missing_: returned {result!r} instead of None or a valid member')
        raise ValueError(f'{value!r} is not a valid {cls.__qualname__}')

    def __init__(self, *args, **kwds):
        pass

    @classmethod
    def _missing_(cls, value):
        return None

    @property
    def name(self):
        return self._name_

    @property
    def value(self):
        return self._value_

    def __repr__(self):
        return f'<{self.__class__.__name__}.{self._name_}: {self._value_!r}>'

    def __str__(self):
        return f'{self.__class__.__name__}.{self._name_}'

    def __format__(self, format_spec):
        has_own_text = type(self).__str__ not in (Enum.__str__, Flag.__str__, IntEnum.__str__)
        if sys.version_info < (3, 11) and self._member_type_ is not object and not has_own_text:
            return self._member_type_.__format__(self._value_, format_spec)
        return str.__format__(str(self), format_spec)

    def __hash__(self):
        return hash(self._name_)

    def __reduce_ex__(self, proto):
        return self.__class__, (self._value_,)

    def __deepcopy__(self, memo):
        return self

    def __copy__(self):
        return self


def _format_as_value(self, format_spec):
    return self._member_type_.__format__(self._value_, format_spec)


class IntEnum(int, Enum):
    def __str__(self):
        if sys.version_info < (3, 11):
            return f'{self.__class__.__name__}.{self._name_}'
        return int.__repr__(self._value_)

    __format__ = _format_as_value

    def __hash__(self):
        return hash(self._value_)


class StrEnum(str, Enum):
    def __new__(cls, *values):
        value = str(*values)
        member = str.__new__(cls, value)
        member._value_ = value
        return member

    def __str__(self):
        return self._value_

    __format__ = _format_as_value

    def __hash__(self):
        return hash(self._value_)

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()


class ReprEnum(Enum):
    pass


CONTINUOUS, NAMED_FLAGS, UNIQUE = 'no skipped integer values', 'multi-flag aliases may not contain unnamed flags', \
    'one name per value'


def unique(enumeration):
    duplicates = [(name, member._name_) for name, member in enumeration._member_map_.items() if name != member._name_]
    if duplicates:
        details = ', '.join(f'{alias} -> {name}' for alias, name in duplicates)
        raise ValueError(f'duplicate values found in {enumeration!r}: {details}')
    return enumeration


class Flag(Enum):
    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start if start is not None else 1
        return 2 ** max(value.bit_length() for value in last_values)

    @classmethod
    def _missing_(cls, value):
        if sys.version_info < (3, 11):
            return _combination_of_310(cls, value)
        if not isinstance(value, int):
            return None
        known = _known_bits(cls)
        every = (1 << known.bit_length()) - 1
        keeps_unknown = issubclass(cls, int)
        if not ~every <= value <= every or value & (every ^ known):
            if not keeps_unknown:
                width = max(value.bit_length(), known.bit_length())
                raise ValueError(f'{cls!r} invalid value {value!r}\n    given {_bits(value, width)}\n  allowed {_bits(known, width)}')
            if value < 0:
                value += max(every + 1, 2 ** value.bit_length())
        if value < 0:
            value = every + 1 + value if keeps_unknown else value & known
        if value in cls._value2member_map_:
            return cls._value2member_map_[value]
        named = [one for one in cls if _is_one_bit(one._value_) and one._value_ & value]
        named += [one for one in cls._member_map_.values() if one not in named and one._value_ and one._value_ & value == one._value_
                  and one._value_ & ~sum(other._value_ for other in named)]
        covered = 0
        for one in named:
            covered |= one._value_
        names = [one._name_ for one in named]
        if names and value & ~covered:
            names.append(str(value & ~covered))
        return _new_combination(cls, value, '|'.join(names) or None)

    def _other(self, other):
        if isinstance(other, self.__class__):
            return other._value_
        if self._member_type_ is not object and isinstance(other, self._member_type_):
            return other
        return None

    def __or__(self, other):
        value = self._other(other)
        return NotImplemented if value is None else self.__class__(self._value_ | value)

    def __and__(self, other):
        value = self._other(other)
        return NotImplemented if value is None else self.__class__(self._value_ & value)

    def __xor__(self, other):
        value = self._other(other)
        return NotImplemented if value is None else self.__class__(self._value_ ^ value)

    __ror__, __rand__, __rxor__ = __or__, __and__, __xor__

    def __invert__(self):
        if issubclass(self.__class__, int):
            return self.__class__(~self._value_)
        return self.__class__(_known_bits(self.__class__) & ~self._value_)

    def __contains__(self, other):
        if not isinstance(other, self.__class__):
            raise TypeError(f"unsupported operand type(s) for 'in': {type(other).__qualname__!r} and {self.__class__.__qualname__!r}")
        return other._value_ & self._value_ == other._value_

    if sys.version_info >= (3, 11):
        def __iter__(self):
            return (one for one in self.__class__ if one._value_ & self._value_ == one._value_ and one._value_)

        def __len__(self):
            return bin(self._value_).count('1')

    def __bool__(self):
        return bool(self._value_)

    def __repr__(self):
        name = self.__class__.__name__
        if self._name_ is not None:
            return f'<{name}.{self._name_}: {self._value_!r}>'
        if sys.version_info < (3, 11):
            return f'<{name}.{_parts_of_310(self)}: {self._value_!r}>'
        return f'<{name}: {self._value_!r}>'

    def __str__(self):
        name = self.__class__.__name__
        if self._name_ is not None:
            return f'{name}.{self._name_}'
        return f'{name}.{_parts_of_310(self)}' if sys.version_info < (3, 11) else f'{name}({self._value_!r})'

    def __hash__(self):
        return hash(self._value_)


class IntFlag(int, Flag):
    if sys.version_info >= (3, 11):
        def __str__(self):
            return int.__repr__(self._value_)

        __format__ = _format_as_value

    # Not those of int.
    __or__, __and__, __xor__ = Flag.__or__, Flag.__and__, Flag.__xor__
    __ror__, __rand__, __rxor__ = Flag.__or__, Flag.__and__, Flag.__xor__
    __invert__ = Flag.__invert__


def _known_bits(flags):
    known = 0
    for member in flags._member_map_.values():
        known |= member._value_
    return known


def _is_one_bit(value):
    return value > 0 and value & (value - 1) == 0


def _bits(value, width):
    """The bits as the error of a Flag shows them: the sign apart, 0b0 101 or 0b1 011."""
    if value < 0:
        return f'0b1 {value & ((1 << width) - 1):0{width}b}'
    return f'0b0 {value:0{width}b}'


def _new_combination(flags, value, name):
    """A member that stands for several; it is the same object every time."""
    combination = object.__new__(flags) if flags._member_type_ is object else flags._member_type_.__new__(flags, value)
    combination._name_ = name
    combination._value_ = value
    flags._value2member_map_[value] = combination
    return combination


def _combination_of_310(flags, value):
    """3.10: combinations have no name, and an IntFlag keeps what it is given, negative numbers too."""
    if issubclass(flags, int):
        if not isinstance(value, int):
            raise ValueError(f'{value!r} is not a valid {flags.__qualname__}')
        return _new_combination(flags, value, None)
    bits = ~value if value < 0 else value
    if bits & ~_known_bits(flags):
        raise ValueError(f'{bits!r} is not a valid {flags.__qualname__}')
    if bits not in flags._value2member_map_:
        _new_combination(flags, bits, None)
    combination = flags._value2member_map_[bits]
    return ~combination if value < 0 else combination


def _parts_of_310(combination):
    """The members in it, largest first, and the bits that no member has."""
    value = combination._value_
    parts = {one._value_: one._name_ for one in combination.__class__ if one._value_ and one._value_ & value == one._value_}
    left = value
    for part in parts:
        left &= ~part
    while value > 0 and left:
        highest = 1 << (left.bit_length() - 1)
        parts[highest] = str(highest)
        left &= ~highest
    return '|'.join([parts[part] for part in sorted(parts, reverse=True)]) or str(value)


if sys.version_info < (3, 11):
    EnumType.__name__ = EnumType.__qualname__ = 'EnumMeta'
    del StrEnum, ReprEnum, EnumType, member, nonmember
