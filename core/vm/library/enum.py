"""Enumerations: Enum, IntEnum, StrEnum, Flag, IntFlag, auto, unique, verify, property."""
import sys
from types import DynamicClassAttribute, MappingProxyType

_missing = object()


class auto:
    """A value that the enumeration chooses."""

    def __init__(self, value=_missing):
        self.value = value


class nonmember:
    def __init__(self, value):
        self.value = value


class member:
    def __init__(self, value):
        self.value = value


def _is_descriptor(value):
    return hasattr(value, '__get__') or hasattr(value, '__set__') or hasattr(value, '__delete__')


def _is_dunder(name):
    return len(name) > 4 and name[:2] == name[-2:] == '__' and name[2] != '_' and name[-3] != '_'


def _is_sunder(name):
    return len(name) > 2 and name[0] == name[-1] == '_' and name[1] != '_' and name[-2] != '_'


class _EnumProperty(DynamicClassAttribute):
    """A property of members; on the class, the member that has its name."""
    member = _kind = _home = None

    def __get__(self, instance, owner=None):
        if instance is not None:
            if self.fget is not None:
                return self.fget(instance)
            if self._kind == 'attr':
                return getattr(self._home, self.name)
            if self._kind == 'desc':
                return getattr(instance._value_, self.name)
        member = owner._member_map_.get(self.name) if self.member is None else self.member
        if member is None:
            raise AttributeError(f'{owner!r} has no attribute {self.name!r}' if sys.version_info >= (3, 11) else self.name)
        return member

    def __set__(self, instance, value):
        if self.fset is not None:
            return self.fset(instance, value)
        raise AttributeError(self._refusal('set'))

    def __delete__(self, instance):
        if self.fdel is not None:
            return self.fdel(instance)
        raise AttributeError(self._refusal('delete'))

    def _refusal(self, what):
        if sys.version_info < (3, 11):
            return f"can't {what} attribute"
        return f'<enum {self._class_name!r}> cannot {what} attribute {self.name!r}'

    def __set_name__(self, owner, name):
        self.name, self._class_name = name, owner.__name__


class _Namespace(dict):
    """The body of an enumeration: knows which names are members, and replaces auto() as they come."""

    def __init__(self, class_name=None, next_value=None):
        self._members = []
        self._class_name = class_name
        self._next_value = next_value
        self._values = []
        self._ignore = []
        self._auto_called = False

    @property
    def member_names(self):
        return self._members[:]

    def __setitem__(self, key, value):
        if key.startswith(f'_{self._class_name}__') and not key.endswith('__'):
            pass
        elif _is_sunder(key):
            if key not in _sunders and not (key.startswith('_repr_') and sys.version_info >= (3, 13)):
                raise ValueError(f'_sunder_ names, such as {key!r}, are reserved for future Enum use')
            if key == '_generate_next_value_':
                if self._auto_called:
                    raise TypeError('_generate_next_value_ must be defined before members')
                self._next_value = value.__func__ if isinstance(value, staticmethod) else value
            elif key == '_ignore_':
                self._ignore = value = value.replace(',', ' ').split() if isinstance(value, str) else list(value)
                already = set(value) & set(self._members)
                if already:
                    raise ValueError(f'_ignore_ cannot specify already set names: {already!r}')
        elif _is_dunder(key):
            key = '_order_' if key == '__order__' else key
        elif key in self._members:
            raise TypeError(f'{key!r} already defined as {self[key]!r}' if sys.version_info >= (3, 11)
                            else f'Attempted to reuse key: {key!r}')
        elif key in self._ignore:
            pass
        elif isinstance(value, _nonmember):
            value = value.value
        elif not _is_descriptor(value) and not self._is_inner_class(value):
            if key in self:
                raise TypeError(f'{key!r} already defined as {self[key]!r}')
            if isinstance(value, _member):
                value = value.value
            value = self._resolve(key, value)
            self._members.append(key)
        dict.__setitem__(self, key, value)

    def _is_inner_class(self, value):
        """A class made in the body: no member since 3.13."""
        if not isinstance(value, type) or not value.__qualname__.endswith(f'{self._class_name}.{value.__name__}'):
            return False
        if (3, 11) <= sys.version_info < (3, 13):
            import warnings
            warnings.warn('In 3.13 classes created inside an enum will not become a member.  '
                          'Use the `member` decorator to keep the current behavior.', DeprecationWarning)
        return sys.version_info >= (3, 13)

    def update(self, members, **more_members):
        for name, value in [*dict(members).items(), *more_members.items()]:
            self[name] = value

    def _resolve(self, key, value):
        """The value with each auto() in it replaced, which then counts for the next auto() by itself."""
        if isinstance(value, auto):
            return self._automatic(key, value)
        kind = type(value)
        takes_parts = isinstance(value, tuple) if sys.version_info >= (3, 12) else kind is tuple and sys.version_info >= (3, 11)
        if takes_parts and any(isinstance(item, auto) for item in value):
            items = [self._automatic(key, item) if isinstance(item, auto) else item for item in value]
            return kind(*items) if hasattr(kind, '_fields') else kind(items)
        self._values.append(value)
        return value

    def _automatic(self, key, value):
        if value.value is _missing:
            value.value = self._next_value(key, 1, len(self._members), self._values[:])
            self._auto_called = True
        self._values.append(value.value)
        return value.value


class _MembersToCome:
    """Stands in the body of a class that is being made; __set_name__ comes before __init_subclass__."""
    error = None

    def __init__(self, make):
        self._make = make

    def __set_name__(self, owner, name):
        try:
            if name is not None:
                type.__delattr__(owner, name)
            self._make(owner)
        except BaseException as error:      # else it would be wrapped
            self.error = error


class EnumType(type):
    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        _refuse_to_extend(cls, bases)
        first_enum = _first_enum(bases)
        return _Namespace(cls, _count_up if first_enum is None else first_enum._generate_next_value_)

    def __new__(metacls, cls, bases, namespace, *, boundary=None, **kwds):
        _refuse_to_extend(cls, bases)
        names = namespace._members
        bad = set(names) & {'mro', ''}
        if bad and sys.version_info >= (3, 11):
            raise ValueError(f"invalid enum member name(s) {','.join(repr(name) for name in bad)}")
        if bad:
            raise ValueError(f"Invalid enum member name: {','.join(bad)}")
        body = {key: value for key, value in namespace.items() if key not in names and key not in namespace._ignore}
        body.pop('_ignore_', None)
        order = body.pop('_order_', None)
        if '_generate_next_value_' in body and not isinstance(body['_generate_next_value_'], staticmethod):
            body['_generate_next_value_'] = staticmethod(body['_generate_next_value_'])
        if sys.version_info < (3, 11):
            body.setdefault('__doc__', 'An enumeration.')
        first_enum, data_type = _first_enum(bases), _data_type(cls, bases)
        own_new = None
        if first_enum is not None:              # Enum's own __new__ looks members up
            own_new = body.pop('__new__', None)
            if own_new is not None:
                body['__new_member__'] = own_new = own_new.__func__ if isinstance(own_new, staticmethod) else own_new
        if globals().get('ReprEnum', _missing) in bases:
            if data_type is object:
                raise TypeError('ReprEnum subclasses must be mixed with a data type (i.e. int, str, float, etc.)')
            body.setdefault('__format__', _format_as_value)
            body.setdefault('__str__', _text_of_value)
        members = _MembersToCome(lambda enum_class: metacls._furnish(enum_class, bases, body, namespace, own_new, boundary))
        if sys.version_info >= (3, 11):         # __init_subclass__ sees the members
            body['_members_to_come'] = members
        enum_class = super().__new__(metacls, cls, bases, body, **kwds)
        if sys.version_info < (3, 11):
            members.__set_name__(enum_class, None)
        if members.error is not None:
            raise members.error
        if order is not None:
            order = order.replace(',', ' ').split() if isinstance(order, str) else order
            if sys.version_info < (3, 11):
                if order != enum_class._member_names_:
                    raise TypeError('member order does not match _order_')
            else:
                order = [name for name in order if name not in enum_class._member_map_ or name in enum_class._member_names_]
                if order and order != enum_class._member_names_:
                    raise TypeError(f'member order does not match _order_:\n  {enum_class._member_names_!r}\n  {order!r}')
        return enum_class

    def _furnish(enum_class, bases, body, namespace, own_new, boundary):
        first_enum, data_type = _first_enum(bases), _data_type(enum_class.__name__, bases)
        if first_enum is not None:
            enum_class.__new__ = Enum.__new__
        enum_class._member_map_ = {}
        enum_class._member_names_ = []
        enum_class._value2member_map_ = {}
        enum_class._unhashable_values_ = []
        enum_class._member_type_ = data_type
        if own_new is None:
            own_new = next((base._new_member_ for base in bases if getattr(base, '_new_member_', None)), None)
        enum_class._new_member_ = own_new
        flag = globals().get('Flag', enum_class)
        if sys.version_info >= (3, 11) and issubclass(enum_class, flag):
            enum_class._boundary_ = boundary or getattr(first_enum, '_boundary_', None)
        if data_type is not object and len(enum_class.__mro__) > 3:
            _prefer_enum_methods(enum_class, body, data_type, bases[-1])
        if flag is not enum_class and issubclass(enum_class, flag):
            for name in ('__or__', '__and__', '__xor__', '__ror__', '__rand__', '__rxor__', '__invert__'):
                if name not in body and getattr(enum_class, name) is getattr(data_type, name, None):
                    setattr(enum_class, name, getattr(flag, name))
        enum_class._in_progress = True
        for name in namespace._members:
            enum_class._add_member(name, namespace[name], data_type, own_new)
        del enum_class._in_progress

    def _add_member(cls, name, value, data_type, own_new):
        args = value if isinstance(value, tuple) else (value,)
        if data_type is tuple:
            args = (args,)
        if own_new is not None:
            member = own_new(cls, *args)
        elif data_type is object or data_type.__new__ is object.__new__:
            member = object.__new__(cls)
        else:
            member = data_type.__new__(cls, *args)
        if not hasattr(member, '_value_'):
            if data_type is object:
                member._value_ = value
            else:
                try:
                    member._value_ = data_type(*args)
                except Exception as error:
                    if sys.version_info < (3, 11):
                        raise
                    raise TypeError('_value_ not set in __new__, unable to create it') from error
        value = member._value_
        member._name_ = name
        member.__objclass__ = cls
        member._sort_order_ = len(cls._member_names_)
        member.__init__(*args)
        other = next((other for other in cls._member_map_.values() if other._value_ == value), None)
        # Since 3.11 a flag of several bits is an alias for them.
        flag = globals().get('Flag')
        if other is not None:
            member = other
        elif sys.version_info < (3, 11) or flag is None or not issubclass(cls, flag) or not isinstance(value, int) \
                or _is_one_bit(value):
            cls._member_names_.append(name)
        cls._place(name, member)
        try:
            cls._value2member_map_.setdefault(value, member)
        except TypeError:
            cls._unhashable_values_.append(value)

    def _place(cls, name, member):
        """Makes a member an attribute; behind the property of a base that has its name, members still find that."""
        found = kind = home = None
        for base in cls.__mro__[1:]:
            attribute = base.__dict__.get(name)
            if isinstance(attribute, DynamicClassAttribute):
                found, kind, home = attribute, 'enum', base
                break
            if attribute is None or sys.version_info < (3, 11):
                continue
            is_descriptor = _is_descriptor(attribute) or base.__module__ == 'builtins'
            if is_descriptor and (sys.version_info >= (3, 12) or hasattr(attribute, 'fget')):
                found, kind, home = attribute, kind or 'desc', home or base
            elif sys.version_info >= (3, 12):
                kind, home = 'attr', base
        if found is None:
            type.__setattr__(cls, name, member)
        else:
            redirect = _EnumProperty()
            redirect.member, redirect._kind, redirect._home = member, kind, home
            redirect.__set_name__(cls, name)
            if kind != 'attr':
                redirect.fget, redirect.fset, redirect.fdel = [getattr(found, part, None) for part in ('fget', 'fset', 'fdel')]
            type.__setattr__(cls, name, redirect)
        cls._member_map_[name] = member

    def __call__(cls, value, names=_missing, *values, module=None, qualname=None, type=None, start=1, boundary=None):
        given = names is not _missing and (names or sys.version_info >= (3, 13))
        if sys.version_info < (3, 12):
            if names is _missing or names is None:
                return Enum.__new__(cls, value)     # int.__new__ may come before it in the mro
        elif cls._member_map_:
            return Enum.__new__(cls, (value, names, *values) if given else value)
        elif names is _missing and type is None:
            raise TypeError(f'{cls} has no members; specify `names=()` if you meant to create a new, empty, enum')
        return cls._create(value, () if names is _missing or names is None else names, module, qualname, type, start, boundary)

    def _create(cls, class_name, names, module, qualname, data_type, start, boundary):
        bases = (cls,) if data_type is None else (data_type, cls)
        metacls = cls.__class__
        namespace = metacls.__prepare__(class_name, bases)
        if isinstance(names, str):
            names = names.replace(',', ' ').split()
        if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
            values = []
            for index, name in enumerate(names):
                values.append(namespace._next_value(name, start, index, values[:]))
            names = zip(names, values)
        for item in names:
            name, value = (item, names[item]) if isinstance(item, str) else item
            namespace[name] = value
        namespace['__module__'] = module or (cls.__module__ if cls.__module__ != 'enum' else '__main__')
        if qualname is not None:
            namespace['__qualname__'] = qualname
        return metacls.__new__(metacls, class_name, bases, namespace, **({} if boundary is None else {'boundary': boundary}))

    @property
    def __members__(cls):
        return MappingProxyType(cls._member_map_)

    def __bool__(cls):
        return True

    def __contains__(cls, value):
        if isinstance(value, cls):
            return True
        if sys.version_info < (3, 12):
            if not isinstance(value, Enum):
                import warnings
                warnings.warn('in 3.12 __contains__ will no longer raise TypeError, but will return True '
                              + ("if\nobj is a member or a member's value" if sys.version_info < (3, 11) else
                                 'or\nFalse depending on whether the value is a member or the value of a member'),
                              DeprecationWarning)
                raise TypeError(f"unsupported operand type(s) for 'in': {type(value).__qualname__!r} and {cls.__class__.__qualname__!r}")
            return False
        if sys.version_info >= (3, 14) and issubclass(cls, Flag):
            try:
                return isinstance(cls._missing_(value), cls)
            except ValueError:
                return False
        try:
            return value in cls._value2member_map_
        except TypeError:
            return value in cls._unhashable_values_

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
            if _is_dunder(name) or name not in cls._member_map_:
                raise AttributeError(name)
            return cls._member_map_[name]

EnumMeta = _EnumType = EnumType
_member, _nonmember = member, nonmember
_sunders = ['_order_', '_generate_next_value_', '_missing_', '_ignore_']
_sunders += ['_create_pseudo_member_'] if sys.version_info < (3, 11) else [
    '_numeric_repr_', '_iter_member_', '_iter_member_by_value_', '_iter_member_by_def_']
_sunders += ['_add_alias_', '_add_value_alias_'] if sys.version_info >= (3, 13) else []


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


def _refuse_to_extend(class_name, bases):
    for base in bases:
        for kind in base.__mro__:
            if isinstance(kind, _EnumType) and kind._member_names_:
                if sys.version_info >= (3, 11):
                    raise TypeError(f'<enum {class_name!r}> cannot extend {kind!r}')
                raise TypeError(f'{class_name}: cannot extend enumeration {kind.__name__!r}')


def _first_enum(bases):
    if not bases:
        return None
    if not isinstance(bases[-1], _EnumType):
        raise TypeError('new enumerations should be created as `EnumName([mixin_type, ...] [data_type,] enum_type)`')
    return bases[-1]


def _data_type(class_name, bases):
    """The type of the values: the first class of a base's mro that is no enumeration, if one of those makes objects of
    its own or, since 3.11, is a dataclass."""
    found = []
    for chain in bases:
        candidate = None
        for base in chain.__mro__:
            if base is object:
                continue
            if isinstance(base, _EnumType):
                if base._member_type_ is not object:
                    found.append(base._member_type_)
                    break
            elif base in (int, str, float, bytes, tuple, list, dict, set, frozenset, complex) or '__new__' in base.__dict__ \
                    or sys.version_info >= (3, 11) and '__dataclass_fields__' in base.__dict__:
                found.append(candidate or base)
                break
            else:
                candidate = candidate or base
    if len(set(found)) > 1:
        raise TypeError((f'too many data types for {class_name!r}' if sys.version_info >= (3, 11) else
                         f'{class_name!r}: too many data types') + f': {set(found)!r}')
    return found[0] if found else object


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
        if not cls._member_map_ and sys.version_info >= (3, 11):
            if sys.version_info >= (3, 13) and cls.__dict__.get('_in_progress'):
                raise TypeError('do not use `super().__new__; call the appropriate __new__ directly') from None
            raise TypeError(f'{cls!r} has no members defined') from None
        invalid = ValueError(f'{value!r} is not a valid {cls.__qualname__}')
        try:
            result = cls._missing_(value)
        except ValueError:
            raise
        except Exception as error:
            error.__context__ = invalid
            raise
        if isinstance(result, cls) or sys.version_info >= (3, 11) and issubclass(cls, Flag) and cls._boundary_ is EJECT \
                and isinstance(result, int):
            return result
        if result is not None:
            error = TypeError(f'error in {cls.__name__}._missing_: returned {result!r} instead of None or a valid member')
            error.__context__ = invalid
            raise error
        raise invalid

    def __init__(self, *args, **kwds):
        pass

    @classmethod
    def _missing_(cls, value):
        return None

    @_EnumProperty
    def name(self):
        return self._name_

    @_EnumProperty
    def value(self):
        return self._value_

    def _value_text(self):
        """Since 3.12 a dataclass shows its fields only."""
        fields = getattr(self._member_type_, '__dataclass_fields__', None)
        if fields is None or sys.version_info < (3, 12) or not self._member_type_.__dataclass_params__.repr:
            return repr(self._value_)
        return ', '.join([f'{name}={getattr(self._value_, name)!r}' for name, field in fields.items() if field.repr])

    def __repr__(self):
        return f'<{self.__class__.__name__}.{self._name_}: {self._value_text()}>'

    def __str__(self):
        return f'{self.__class__.__name__}.{self._name_}'

    def __format__(self, format_spec):
        has_own_text = type(self).__str__ not in (Enum.__str__, Flag.__str__, IntEnum.__str__)
        if sys.version_info < (3, 11) and self._member_type_ is not object and not has_own_text:
            return format(self._value_, format_spec)
        return str.__format__(str(self), format_spec)

    def __hash__(self):
        return hash(self._name_)

    def __reduce_ex__(self, proto):
        return self.__class__, (self._value_,)

    def __deepcopy__(self, memo):
        return self

    def __copy__(self):
        return self


    if sys.version_info >= (3, 13):
        def _add_alias_(self, name):
            members = self.__class__._member_map_
            if members.get(name, self) is not self:
                raise NameError(f'{name!r} is already bound: {members[name]!r}')
            if name not in members:
                self.__class__._place(name, self)

        def _add_value_alias_(self, value):
            known = self.__class__._value2member_map_
            if known.get(value, self) is not self:
                raise ValueError(f'{value!r} is already bound: {known[value]!r}')
            known[value] = self


def _format_as_value(self, format_spec):
    """As int and str do it: without a specification the text of the member, which a class may have of its own."""
    if sys.version_info < (3, 11):
        return Enum.__format__(self, format_spec)
    if not format_spec:
        return str(self)
    return self._member_type_.__format__(self._value_, format_spec)


def _text_of_value(self):
    return self._member_type_.__str__(self._value_)


class ReprEnum(Enum):
    pass


_WithTextOfValue = ReprEnum if sys.version_info >= (3, 11) else Enum


class IntEnum(int, _WithTextOfValue):
    def __str__(self):
        if sys.version_info < (3, 11):
            return f'{self.__class__.__name__}.{self._name_}'
        return int.__repr__(self._value_)

    if sys.version_info >= (3, 11):
        __format__ = _format_as_value

    def __hash__(self):
        return hash(self._value_)


class StrEnum(str, ReprEnum):
    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError(f'too many arguments for str(): {values!r}')
        if len(values) == 1 and not isinstance(values[0], str):
            raise TypeError(f'{values[0]!r} is not a string')
        for name, part in zip(('encoding', 'errors'), values[1:]):
            if not isinstance(part, str):
                raise TypeError(f'{name} must be a string, not {part!r}')
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


class FlagBoundary(StrEnum):
    """What becomes of bits that no member has."""
    STRICT = auto()
    CONFORM = auto()
    EJECT = auto()
    KEEP = auto()


class EnumCheck(StrEnum):
    CONTINUOUS = 'no skipped integer values'
    NAMED_FLAGS = 'multi-flag aliases may not contain unnamed flags'
    UNIQUE = 'one name per value'


STRICT, CONFORM, EJECT, KEEP = FlagBoundary
CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


def unique(enumeration):
    return _refuse_aliases(enumeration, 'duplicate values found in')


def _refuse_aliases(enumeration, complaint):
    duplicates = [(name, member._name_) for name, member in enumeration._member_map_.items() if name != member._name_]
    if duplicates:
        details = ', '.join(f'{alias} -> {name}' for alias, name in duplicates)
        raise ValueError(f'{complaint} {enumeration!r}: {details}')
    return enumeration


def global_enum(cls, update_str=False):
    """Decorator: members are variables of the module too, and shown as such."""
    module = cls.__module__.split('.')[-1]

    def show(self):
        if self._name_ is None:
            return f'{module}.{cls.__name__}({self._value_!r})'
        return '|'.join([name if name[0].isdigit() else f'{module}.{name}' for name in self._name_.split('|')])

    cls.__repr__ = show
    if not issubclass(cls, ReprEnum) or update_str:
        cls.__str__ = lambda self: f'{cls.__name__}({self._value_!r})' if self._name_ is None else self._name_
    sys.modules[cls.__module__].__dict__.update(cls._member_map_)
    return cls


class verify:
    """Decorator: the enumeration must be what the checks say."""

    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        name, is_flag = enumeration.__name__, issubclass(enumeration, Flag)
        for check in self.checks:
            if check is UNIQUE:
                _refuse_aliases(enumeration, 'aliases found in')
            elif check is CONTINUOUS:
                values = {one.value for one in enumeration}
                if len(values) < 2:
                    continue
                low, high = min(values), max(values)
                wanted = [1 << bit for bit in range(low.bit_length(), high.bit_length() - 1)] if is_flag else range(low + 1, high)
                missing = [str(value) for value in wanted if value not in values]
                if missing:
                    raise ValueError(f"invalid {'flag' if is_flag else 'enum'} {name!r}: missing values "
                                     f"{', '.join(missing)}"[:256])
            elif check is NAMED_FLAGS:
                _refuse_unnamed_bits(enumeration, name)
        return enumeration


def _refuse_unnamed_bits(enumeration, name):
    known, names, missing = [one.value for one in enumeration], [], 0
    for alias, one in enumeration._member_map_.items():
        if alias not in enumeration._member_names_ and one.value >= 0:
            bits = sum([bit for bit in show_flag_values(one.value) if bit not in known])
            names += [alias] if bits else []
            missing |= bits
    if names:
        who = f'alias {names[0]} is missing' if len(names) == 1 else f"aliases {', '.join(names[:-1])} and {names[-1]} are missing"
        what = 'value' if _is_one_bit(missing) else 'combined values of'
        raise ValueError(f'invalid Flag {name!r}: {who} {what} 0x{missing:x} [use enum.show_flag_values(value) for details]')


def show_flag_values(value):
    return [1 << bit for bit in range(int(value).bit_length()) if value >> bit & 1]


class Flag(Enum, **({'boundary': STRICT} if sys.version_info >= (3, 11) else {})):
    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not (last_values if sys.version_info < (3, 11) else count):
            return start if start is not None else 1
        try:
            return 2 ** max(last_values).bit_length()
        except Exception:
            raise TypeError(f'invalid flag value {max(last_values)!r}') from None

    if sys.version_info >= (3, 11):
        _numeric_repr_ = repr

    @classmethod
    def _missing_(cls, value):
        if sys.version_info < (3, 11):
            return _combination_of_310(cls, value)
        if not isinstance(value, int):
            raise ValueError(f'{value!r} is not a valid {cls.__qualname__}')
        known, boundary = _known_bits(cls), cls._boundary_
        every = (1 << known.bit_length()) - 1
        if not ~every <= value <= every or value & (every ^ known):
            if boundary is STRICT:
                width = max(value.bit_length(), known.bit_length())
                raise ValueError(f'{cls!r} invalid value {value!r}\n    given {_bits(value, width)}\n  allowed {_bits(known, width)}')
            if boundary is CONFORM:
                value &= known
            elif boundary is EJECT:
                return value
            elif boundary is not KEEP:
                raise ValueError(f'{cls!r} unknown flag boundary {boundary!r}')
            elif value < 0:
                value += max(every + 1, 2 ** value.bit_length())
        given = value
        if value < 0:
            value += every + 1
        if value & ~known and boundary is not KEEP:
            unknown = value & ~known
            raise ValueError(f'{cls.__name__}({value!r}) -->  unknown values {unknown!r} [{bin(unknown)}]')
        if value not in cls._value2member_map_:
            named = [one for one in cls if _is_one_bit(one._value_) and one._value_ & value]
            covered = sum([one._value_ for one in named])
            if value != covered:
                for one in cls._member_map_.values():
                    if one not in named and one._value_ and one._value_ & value == one._value_:
                        named.append(one)
                        covered |= one._value_
            if covered and value != covered and boundary is STRICT:
                raise ValueError(f'{cls!r}: no members with value {value ^ covered!r}')
            names = [one._name_ for one in named]
            if covered and value != covered:
                names.append(cls._numeric_repr_(value ^ covered))
            _new_combination(cls, value, '|'.join(names) or None)
        combination = cls._value2member_map_[given] = cls._value2member_map_[value]
        return combination

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
        if issubclass(self.__class__, int) if sys.version_info < (3, 11) else self._boundary_ in (EJECT, KEEP):
            return self.__class__(~self._value_)
        known = _known_bits(self.__class__) if sys.version_info < (3, 11) else _one_bit_members(self.__class__)
        return self.__class__(known & ~self._value_)

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
            return f'<{name}.{self._name_}: {self._value_text()}>'
        if sys.version_info < (3, 11):
            return f'<{name}.{_parts_of_310(self)}: {self._value_!r}>'
        return f'<{name}: {self._value_text()}>'

    def __str__(self):
        name = self.__class__.__name__
        if self._name_ is not None:
            return f'{name}.{self._name_}'
        return f'{name}.{_parts_of_310(self)}' if sys.version_info < (3, 11) else f'{name}({self._value_!r})'

    def __hash__(self):
        return hash(self._value_)


class IntFlag(int, *((ReprEnum, Flag) if sys.version_info >= (3, 11) else (Flag,)),
              **({'boundary': KEEP} if sys.version_info >= (3, 11) else {})):
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


def _one_bit_members(flags):
    return sum({one._value_ for one in flags._member_map_.values() if _is_one_bit(one._value_)})


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
    del StrEnum, ReprEnum, EnumType, member, nonmember, verify, show_flag_values, global_enum, EnumCheck, FlagBoundary
    del STRICT, CONFORM, EJECT, KEEP, CONTINUOUS, NAMED_FLAGS, UNIQUE
else:
    _EnumProperty.__name__ = _EnumProperty.__qualname__ = 'property'
    property = _EnumProperty
