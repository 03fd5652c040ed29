"""Data classes."""
import abc
import copy
import sys
import types
from types import _annotations_of


class FrozenInstanceError(AttributeError):
    pass


class _MISSING_TYPE:
    pass


MISSING = _MISSING_TYPE()


class _KW_ONLY_TYPE:
    pass


KW_ONLY = _KW_ONLY_TYPE()


class InitVar:
    def __init__(self, type):
        self.type = type

    def __class_getitem__(cls, type):
        return InitVar(type)

    def __repr__(self):
        return f'dataclasses.InitVar[{self.type.__name__ if type(self.type) is type else repr(self.type)}]'


class _FieldKind:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


_FIELD, _FIELD_CLASSVAR, _FIELD_INITVAR = _FieldKind('_FIELD'), _FieldKind('_FIELD_CLASSVAR'), _FieldKind('_FIELD_INITVAR')


class _DefaultFactory:
    def __repr__(self):
        return '<factory>'


class Field:
    __class_getitem__ = classmethod(type(list[int]))

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = types.MappingProxyType({} if metadata is None else metadata)
        self.kw_only = kw_only
        self._field_type = None

    def __set_name__(self, owner, name):
        method = getattr(type(self.default), '__set_name__', None)
        if method:
            method(self.default, owner, name)

    def __repr__(self):
        return (f'Field(name={self.name!r},type={self.type!r},default={self.default!r},'
                f'default_factory={self.default_factory!r},init={self.init!r},repr={self.repr!r},hash={self.hash!r},'
                f'compare={self.compare!r},metadata={self.metadata!r},kw_only={self.kw_only!r},'
                f'_field_type={self._field_type})')


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None,
          kw_only=MISSING):
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError('cannot specify both default and default_factory')
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


def _leading_name(text):
    text, end = text.lstrip(), 0
    while end < len(text) and (text[end].isalnum() or text[end] == '_'):
        end += 1
    return text[:end], text[end:].lstrip()


def _is_kind(value, kind):
    """Is it one of this module's names, or typing.ClassVar?"""
    if kind == 'ClassVar':
        return type(value).__module__ == 'typing' and getattr(value, '_name', None) == kind
    return value is globals()[kind] or kind == 'InitVar' and type(value) is InitVar


def _names_type(annotation, kind, cls):
    """Is it that, or a text that begins with a name which means that where the class is?"""
    if not isinstance(annotation, str):
        return _is_kind(annotation, kind)
    names = getattr(sys.modules.get(cls.__module__), '__dict__', {})
    name, rest = _leading_name(annotation)
    if rest.startswith('.'):
        module = names.get(name)
        home = sys.modules.get('typing' if kind == 'ClassVar' else __name__)
        if module is None or module is not home:
            return False
        name, names = _leading_name(rest[1:])[0], home.__dict__
    return _is_kind(names.get(name), kind)


def _field_of(cls, name, annotation, kw_only):
    default = getattr(cls, name, MISSING)
    if not isinstance(default, Field) and type(default).__name__ == 'member_descriptor':
        default = MISSING
    one = default if isinstance(default, Field) else field(default=default)
    one.name, one.type = name, annotation
    one._field_type = (_FIELD_CLASSVAR if _names_type(annotation, 'ClassVar', cls) else
                       _FIELD_INITVAR if _names_type(annotation, 'InitVar', cls) else _FIELD)
    if one._field_type is not _FIELD and one.default_factory is not MISSING:
        raise TypeError(f'field {name} cannot have a default factory')
    if one._field_type is not _FIELD_CLASSVAR:
        if one.kw_only is MISSING:
            one.kw_only = kw_only
    elif one.kw_only is not MISSING:
        raise TypeError(f'field {name} is a ClassVar but specifies kw_only')
    is_mutable = (one.default.__class__.__hash__ is None if sys.version_info >= (3, 11) else
                  isinstance(one.default, (list, dict, set)))
    if is_mutable and one._field_type is _FIELD:
        raise ValueError(f'mutable default {type(one.default)} for field {name} is not allowed: use default_factory')
    return one


def _own_fields(cls, kw_only):
    """Fields that the class itself defines, in order."""
    fields = []
    annotations = _annotations_of(cls.__dict__)
    seen_mark = False
    for name, annotation in annotations.items():
        if not _names_type(annotation, 'KW_ONLY', cls):
            fields.append(_field_of(cls, name, annotation, kw_only))
            continue
        if seen_mark:
            raise TypeError(f'{name!r} is KW_ONLY, but KW_ONLY has already been specified')
        seen_mark = kw_only = True
    for one in fields:
        if isinstance(getattr(cls, one.name, None), Field):
            if one.default is MISSING:
                delattr(cls, one.name)
            else:
                setattr(cls, one.name, one.default)
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in annotations:
            raise TypeError(f'{name!r} is a field but has no type annotation')
    return fields


def _quoted_list(names):
    names = [repr(name) for name in names]
    if len(names) == 1:
        return names[0]
    if len(names) == 2:
        return ' and '.join(names)
    return ', '.join(names[:-1]) + ', and ' + names[-1]


def _make_init(cls, fields, frozen, slots):
    positional = [one for one in fields if one.init and not one.kw_only]
    keyword_only = [one for one in fields if one.init and one.kw_only]
    seen_default = None
    for one in positional:
        if one.default is not MISSING or one.default_factory is not MISSING:
            seen_default = one
        elif seen_default:
            which = f' {seen_default.name!r}' if sys.version_info >= (3, 13) else ''
            raise TypeError(f'non-default argument {one.name!r} follows default argument{which}')
    has_post_init = hasattr(cls, '__post_init__')
    position_of = {one.name: index for index, one in enumerate(positional)}
    names = {one.name for one in positional + keyword_only}
    required = [one.name for one in positional if one.default is MISSING and one.default_factory is MISSING]
    required_keywords = [one.name for one in keyword_only if one.default is MISSING and one.default_factory is MISSING]
    title = f'{cls.__qualname__}.__init__()'
    assign = object.__setattr__ if frozen else setattr

    def too_many(given):
        most = len(positional) + 1
        least = len(required) + 1
        takes = f'from {least} to {most}' if least != most else str(most)
        plural = 's' if most != 1 else ''
        return TypeError(f'{title} takes {takes} positional argument{plural} but {given} were given')

    def missing(absent, kind):
        plural = 's' if len(absent) != 1 else ''
        return TypeError(f'{title} missing {len(absent)} required {kind} argument{plural}: {_quoted_list(absent)}')

    def __init__(self, /, *args, **kwargs):
        for name in kwargs:
            if name not in names:
                raise TypeError(f'{title} got an unexpected keyword argument {name!r}')
            if position_of.get(name, len(args)) < len(args):
                raise TypeError(f'{title} got multiple values for argument {name!r}')
        if len(args) > len(positional):
            raise too_many(len(args) + 1)
        absent = [name for name in required if position_of[name] >= len(args) and name not in kwargs]
        if absent:
            raise missing(absent, 'positional')
        absent = [name for name in required_keywords if name not in kwargs]
        if absent:
            raise missing(absent, 'keyword-only')
        passed_on = []
        for one in fields:
            name = one.name
            position = position_of.get(name, len(args))
            if position < len(args):
                value = args[position]
            elif name in kwargs:
                value = kwargs[name]
            elif one.default_factory is not MISSING:
                value = one.default_factory()
            elif one.default is not MISSING and (one.init or slots):
                value = one.default
            else:
                continue        # the class has it, or nobody
            if one._field_type is _FIELD_INITVAR:
                passed_on.append(value)
            else:
                assign(self, name, value)
        if has_post_init:
            self.__post_init__(*passed_on)

    __init__.__annotations__ = {**{one.name: one.type for one in positional + keyword_only}, 'return': None}
    __init__._dataclass_parameters = positional, keyword_only     # for inspect.signature
    return __init__


_in_repr = []       # objects whose repr is being made: one that contains itself is shown as ...


def _make_repr(fields):
    names = [one.name for one in fields if one.repr]

    def __repr__(self):
        if any(one is self for one in _in_repr):
            return '...'
        _in_repr.append(self)
        try:
            parts = ', '.join([f'{name}={getattr(self, name)!r}' for name in names])
        finally:
            _in_repr.pop()
        return f'{self.__class__.__qualname__}({parts})'

    return __repr__


def _make_eq(fields):
    names = [one.name for one in fields if one.compare]

    def __eq__(self, other):
        if self is other:
            return True
        if other.__class__ is not self.__class__:
            return NotImplemented
        if sys.version_info >= (3, 13):         # no longer as tuples, which take the same object for equal
            result = True
            for name in names:
                result = getattr(self, name) == getattr(other, name)
                if not result:
                    break
            return result
        return tuple([getattr(self, name) for name in names]) == tuple([getattr(other, name) for name in names])

    return __eq__


def _make_order(fields):
    names = [one.name for one in fields if one.compare]

    def key(self):
        return tuple([getattr(self, name) for name in names])

    def __lt__(self, other):
        return key(self) < key(other) if other.__class__ is self.__class__ else NotImplemented

    def __le__(self, other):
        return key(self) <= key(other) if other.__class__ is self.__class__ else NotImplemented

    def __gt__(self, other):
        return key(self) > key(other) if other.__class__ is self.__class__ else NotImplemented

    def __ge__(self, other):
        return key(self) >= key(other) if other.__class__ is self.__class__ else NotImplemented

    return [__lt__, __le__, __gt__, __ge__]


def _make_hash(fields):
    names = [one.name for one in fields if (one.compare if one.hash is None else one.hash)]

    def __hash__(self):
        return hash(tuple([getattr(self, name) for name in names]))

    return __hash__


def _make_frozen(cls, fields):
    names = {one.name for one in fields}

    def __setattr__(self, name, value):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f'cannot assign to field {name!r}')
        super(cls, self).__setattr__(name, value)

    def __delattr__(self, name):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f'cannot delete field {name!r}')
        super(cls, self).__delattr__(name)

    return [__setattr__, __delattr__]


def _install(cls, function, overwrite=False):
    name = function.__name__
    function.__qualname__ = f'{cls.__qualname__}.{name}'
    function.__module__ = cls.__module__
    if overwrite or name not in cls.__dict__:
        setattr(cls, name, function)
        return True
    return False


class _DataclassParams:
    __slots__ = ('init', 'repr', 'eq', 'order', 'unsafe_hash', 'frozen',
                 *('match_args', 'kw_only', 'slots', 'weakref_slot') * (sys.version_info >= (3, 12)))

    def __init__(self, *values):
        for name, value in zip(self.__slots__, values):
            setattr(self, name, value)

    def __repr__(self):
        return f"_DataclassParams({','.join([f'{name}={getattr(self, name)!r}' for name in self.__slots__])})"


def _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot=False):
    fields = {}
    bases = [base for base in cls.__mro__[-1:0:-1] if '__dataclass_fields__' in base.__dict__]
    for base in bases:
        for one in base.__dict__['__dataclass_fields__'].values():
            fields[one.name] = one
    if bases:
        frozen_bases = [base.__dict__['__dataclass_params__'].frozen for base in bases]
        if any(frozen_bases) and not frozen:
            raise TypeError('cannot inherit non-frozen dataclass from a frozen one')
        if frozen and not (all(frozen_bases) if sys.version_info >= (3, 13) else any(frozen_bases)):
            raise TypeError('cannot inherit frozen dataclass from a non-frozen one')
    if order and not eq:
        raise ValueError('eq must be true if order is true')
    for one in _own_fields(cls, kw_only):
        fields[one.name] = one
    cls.__dataclass_params__ = _DataclassParams(init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot)
    cls.__dataclass_fields__ = fields
    every = [one for one in fields.values() if one._field_type is not _FIELD_CLASSVAR]
    kept = [one for one in every if one._field_type is _FIELD]
    has_explicit_hash = '__hash__' in cls.__dict__ and not (cls.__dict__['__hash__'] is None and '__eq__' in cls.__dict__)
    if init:
        _install(cls, _make_init(cls, every, frozen, slots))
    if repr:
        _install(cls, _make_repr(kept))
    if eq:
        _install(cls, _make_eq(kept))
    if order:
        for function in _make_order(kept):
            if not _install(cls, function):
                stop = '.' * (sys.version_info < (3, 13))
                raise TypeError(f'Cannot overwrite attribute {function.__name__} in class {cls.__name__}{stop} '
                                'Consider using functools.total_ordering')
    if frozen:
        for function in _make_frozen(cls, kept):
            if not _install(cls, function):
                raise TypeError(f'Cannot overwrite attribute {function.__name__} in class {cls.__name__}')
    if unsafe_hash and has_explicit_hash:
        raise TypeError(f'Cannot overwrite attribute __hash__ in class {cls.__name__}')
    if unsafe_hash or (eq and frozen and not has_explicit_hash):
        _install(cls, _make_hash(kept), overwrite=True)
    elif eq and not has_explicit_hash:
        cls.__hash__ = None
    if sys.version_info >= (3, 13) and '__replace__' not in cls.__dict__:
        cls.__replace__ = _replace
    if match_args and '__match_args__' not in cls.__dict__:
        cls.__match_args__ = tuple([one.name for one in every if one.init and not one.kw_only])
    if not cls.__doc__:
        cls.__doc__ = _Documentation(every if init and cls.__init__ is cls.__dict__.get('__init__') else None)
    if weakref_slot and not slots:
        raise TypeError('weakref_slot is True but slots is False')
    if slots:
        cls = _with_slots(cls, kept, weakref_slot)
    abc.update_abstractmethods(cls)
    return cls


class _Documentation:
    """The signature, where a class has no other documentation: written when it is asked for, since types are evaluated for it."""

    def __init__(self, fields):
        self.fields = fields

    def __get__(self, instance, owner):
        if self.fields is not None:
            return owner.__name__ + _signature_text(self.fields)
        from inspect import signature
        return owner.__name__ + str(signature(owner)).replace(' -> None', '')


def _signature_text(fields):
    """The parameters of `__init__` as inspect.signature() shows them."""
    from types import _annotation_text
    texts, last = [], []
    for one in fields:
        if one.init:
            default = '' if one.default is MISSING else f' = {one.default!r}'
            if one.default_factory is not MISSING:
                default = ' = <factory>'
            (last if one.kw_only else texts).append(f'{one.name}: {_annotation_text(one.type)}{default}')
    return f"({', '.join(texts + ['*'] * bool(last) + last)})"


def _with_slots(cls, fields, weakref_slot):
    """A class cannot get slots afterwards, so it is made once more."""
    if '__slots__' in cls.__dict__:
        raise TypeError(f'{cls.__name__} already specifies __slots__')
    namespace = dict(cls.__dict__)
    inherited = set()
    for base in cls.__mro__[1:-1] if sys.version_info >= (3, 11) else ():
        names = base.__dict__.get('__slots__', ())
        inherited.update([names] if isinstance(names, str) else names)
    for one in fields:
        namespace.pop(one.name, None)
    names = [one.name for one in fields] + ['__weakref__'] * weakref_slot
    namespace['__slots__'] = tuple([name for name in names if name not in inherited])
    namespace.pop('__dict__', None)
    namespace.pop('__weakref__', None)
    qualname = cls.__qualname__
    cls = type(cls)(cls.__name__, cls.__bases__, namespace)
    cls.__qualname__ = qualname
    return cls


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False, match_args=True,
              kw_only=False, slots=False, weakref_slot=False):
    def wrap(cls):
        return _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot)
    return wrap if cls is None else wrap(cls)


def fields(class_or_instance):
    try:
        every = class_or_instance.__dataclass_fields__
    except AttributeError:
        raise TypeError('must be called with a dataclass type or instance') from None
    return tuple([one for one in every.values() if one._field_type is _FIELD])


def is_dataclass(obj):
    return hasattr(obj if isinstance(obj, type) else type(obj), '__dataclass_fields__')


def _is_instance(obj):
    return hasattr(type(obj), '__dataclass_fields__')


def _convert(obj, whole):
    if _is_instance(obj):
        return whole(obj)
    if isinstance(obj, tuple) and hasattr(obj, '_fields'):
        return type(obj)(*[_convert(item, whole) for item in obj])
    if isinstance(obj, (list, tuple)):
        return type(obj)([_convert(item, whole) for item in obj])
    if isinstance(obj, dict):
        if sys.version_info >= (3, 12) and hasattr(obj, 'default_factory'):
            made = type(obj)(obj.default_factory)
            for key, value in obj.items():
                made[_convert(key, whole)] = _convert(value, whole)
            return made
        return type(obj)([(_convert(key, whole), _convert(value, whole)) for key, value in obj.items()])
    return copy.deepcopy(obj)


def asdict(obj, *, dict_factory=dict):
    if not _is_instance(obj):
        raise TypeError('asdict() should be called on dataclass instances')

    def whole(one):
        return dict_factory([(f.name, _convert(getattr(one, f.name), whole)) for f in fields(one)])
    return whole(obj)


def astuple(obj, *, tuple_factory=tuple):
    if not _is_instance(obj):
        raise TypeError('astuple() should be called on dataclass instances')

    def whole(one):
        return tuple_factory([_convert(getattr(one, f.name), whole) for f in fields(one)])
    return whole(obj)


def _replace(self, /, **changes):
    return replace(self, **changes)


def replace(obj, /, **changes):
    if not _is_instance(obj):
        raise TypeError('replace() should be called on dataclass instances')
    for one in obj.__dataclass_fields__.values():
        if one._field_type is _FIELD_CLASSVAR:
            continue
        if not one.init:
            if one.name in changes:
                raise (TypeError if sys.version_info >= (3, 13) else ValueError)(
                    f'field {one.name} is declared with init=False, it cannot be specified with replace()')
            continue
        if one.name not in changes:
            if one._field_type is _FIELD_INITVAR and one.default is MISSING:
                raise (TypeError if sys.version_info >= (3, 13) else ValueError)(
                    f'InitVar {one.name!r} must be specified with replace()')
            changes[one.name] = getattr(obj, one.name)
    return obj.__class__(**changes)


_KEYWORDS = ('False None True and as assert async await break class continue def del elif else except finally for from global if '
             'import in is lambda nonlocal not or pass raise return try while with yield').split()


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, module=None, **options):
    annotations, defaults = {}, {}
    for item in fields:
        if isinstance(item, str):
            name, kind = item, 'typing.Any'
        elif len(item) == 2:
            name, kind = item
        elif len(item) == 3:
            name, kind, defaults[item[0]] = item
        else:
            raise TypeError(f'Invalid field: {item!r}')
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError(f'Field names must be valid identifiers: {name!r}')
        if name in _KEYWORDS:
            raise TypeError(f'Field names must not be keywords: {name!r}')
        if name in annotations:
            raise TypeError(f'Field name duplicated: {name!r}')
        annotations[name] = kind

    body = {**(namespace or {}), **defaults, '__annotations__': annotations}
    resolved = []
    for base in bases:
        resolved += (base,) if isinstance(base, type) else base.__mro_entries__(bases)
    if tuple(resolved) != tuple(bases):
        body['__orig_bases__'] = bases
    made = type(cls_name, tuple(resolved), body)
    made.__module__ = module or ('__main__' if sys.version_info >= (3, 12) else 'types')
    return dataclass(made, **options)
