"""Names for annotations. Annotations are not evaluated; what programs use of these at run time works."""
import sys
from _sluice import evaluate
from abc import ABCMeta
from types import GenericAlias


class _Form:
    """A name that can stand in an annotation: subscripts give it again, with its arguments remembered."""

    def __init__(self, name, args=(), origin=None):
        self._name, self.__args__, self.__origin__ = name, args, origin

    def __getitem__(self, params):
        made = {'Union': _UnionGenericAlias, 'Optional': _UnionGenericAlias, 'Literal': _LiteralGenericAlias,
                'Callable': _CallableGenericAlias, 'Annotated': _AnnotatedAlias}.get(self._name, _GenericAlias)
        return made(self._name, params if isinstance(params, tuple) else (params,), self)

    def __or__(self, other):
        return _UnionGenericAlias('Union', (self, other), Union)

    def __ror__(self, other):
        return _UnionGenericAlias('Union', (other, self), Union)

    def __call__(self, *args, **kwds):
        runs = _RUNTIME.get(self._name)
        if runs is None:
            raise TypeError(f'Cannot instantiate typing.{self._name}')
        return runs(*args, **kwds)

    def __mro_entries__(self, bases):
        return (_RUNTIME.get(self._name, Generic),)

    def __eq__(self, other):
        return isinstance(other, _Form) and self._name == other._name and self.__args__ == other.__args__

    def __hash__(self):
        return hash(self._name)

    def __repr__(self):
        if not self.__args__:
            return f'typing.{self._name}'
        if sys.version_info >= (3, 14) and self._name in ('Union', 'Optional'):
            args = self.__args__ if self._name == 'Union' else (*self.__args__, None)
            return ' | '.join([_type_text(arg) for arg in args])
        if self._name == 'Union' and len(self.__args__) == 2 and self.__args__[1] is None:
            return f'typing.Optional[{_type_text(self.__args__[0])}]'
        return f"typing.{self._name}[{', '.join([_type_text(arg) for arg in self.__args__])}]"


# Types of forms, which programs see in messages.
class _SpecialForm(_Form):
    pass


class _SpecialGenericAlias(_Form):
    pass


class _CallableType(_SpecialGenericAlias):
    pass


class _TupleType(_SpecialGenericAlias):
    pass


class _GenericAlias(_Form):
    pass


class _UnionGenericAlias(_GenericAlias):
    pass


class _LiteralGenericAlias(_GenericAlias):
    pass


class _CallableGenericAlias(_GenericAlias):
    pass


class _AnnotatedAlias(_GenericAlias):
    pass


if sys.version_info >= (3, 14):
    _UnionGenericAlias.__name__ = _UnionGenericAlias.__qualname__ = 'Union'


class ForwardRef:
    """A name as text, where a type is expected."""

    def __init__(self, arg):
        self.__forward_arg__ = arg

    def __repr__(self):
        return f'ForwardRef({self.__forward_arg__!r})'


def _type_text(value):
    if isinstance(value, type):
        return value.__qualname__ if value.__module__ == 'builtins' else f'{value.__module__}.{value.__qualname__}'
    return '...' if value is Ellipsis else 'None' if value is None else repr(value)


class Generic:
    __slots__ = ()

    def __class_getitem__(cls, params):
        return GenericAlias(cls, params)


class _ProtocolMeta(ABCMeta):
    def __instancecheck__(cls, instance):
        if not cls.__dict__.get('_is_protocol'):
            return ABCMeta.__instancecheck__(cls, instance)
        if not cls._is_runtime_protocol:
            raise TypeError('Instance and class checks can only be used with @runtime_checkable protocols')
        if ABCMeta.__instancecheck__(cls, instance):
            return True
        missing = object()
        for name in cls._members():
            found = getattr(instance, name, missing)
            if found is missing or found is None and callable(getattr(cls, name, None)):
                return False
        return True

    def __subclasscheck__(cls, subclass):
        if not cls.__dict__.get('_is_protocol'):
            return ABCMeta.__subclasscheck__(cls, subclass)
        if not cls._is_runtime_protocol:
            raise TypeError('Instance and class checks can only be used with @runtime_checkable protocols')
        return ABCMeta.__subclasscheck__(cls, subclass) or all([hasattr(subclass, name) for name in cls._members()])

    def _members(cls):
        names = []
        for base in cls.__mro__:
            if base.__dict__.get('_is_protocol'):
                names += [name for name in (*base.__dict__, *base.__dict__.get('__annotations__', ()))
                          if name not in _NO_MEMBERS and name not in names]
        return names


_NO_MEMBERS = ('__module__', '__qualname__', '__doc__', '__annotations__', '__abstractmethods__', '__slots__', '__init__',
               '__orig_bases__', '__parameters__', '__type_params__', '__dict__', '__weakref__', '__hash__',
               '_abc_registry', '_is_protocol', '_is_runtime_protocol')


class Protocol(Generic, metaclass=_ProtocolMeta):
    __slots__ = ()

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        cls._is_protocol = Protocol in cls.__bases__
        cls._is_runtime_protocol = False
        if cls._is_protocol and '__init__' not in cls.__dict__:
            cls.__init__ = _no_protocol_init


def _no_protocol_init(self, *args, **kwargs):
    if type(self).__dict__.get('_is_protocol'):
        raise TypeError('Protocols cannot be instantiated')
    # A class that keeps a protocol's promise has the constructor of its other bases.
    for base in type(self).__mro__:
        init = base.__dict__.get('__init__')
        if init is not None and init is not _no_protocol_init:
            return init(self, *args, **kwargs)


class TypeVar:
    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False, default=None,
                 infer_variance=False):
        self.__name__ = name
        self.__constraints__ = constraints
        self.__bound__ = ForwardRef(bound) if isinstance(bound, str) else bound

    def __repr__(self):
        return f'~{self.__name__}'

    def __or__(self, other):
        return _UnionGenericAlias('Union', (self, other), Union)


class ParamSpec(TypeVar):
    args = property(lambda self: self)
    kwargs = property(lambda self: self)


class TypeVarTuple(TypeVar):
    def __iter__(self):
        yield self


_RUNTIME = {'List': list, 'Dict': dict, 'Set': set, 'FrozenSet': frozenset, 'Tuple': tuple, 'Type': type}

Any = _SpecialForm('Any')
Union = _SpecialForm('Union')
Optional = _SpecialForm('Optional')
List = _SpecialGenericAlias('List')
Dict = _SpecialGenericAlias('Dict')
Set = _SpecialGenericAlias('Set')
FrozenSet = _SpecialGenericAlias('FrozenSet')
Tuple = _TupleType('Tuple')
Type = _SpecialGenericAlias('Type')
Callable = _CallableType('Callable')
Awaitable = _SpecialGenericAlias('Awaitable')
Coroutine = _SpecialGenericAlias('Coroutine')
AsyncIterator = _SpecialGenericAlias('AsyncIterator')
AsyncIterable = _SpecialGenericAlias('AsyncIterable')
AsyncGenerator = _SpecialGenericAlias('AsyncGenerator')
AsyncContextManager = _SpecialGenericAlias('AsyncContextManager')
ContextManager = _SpecialGenericAlias('ContextManager')
Iterator = _SpecialGenericAlias('Iterator')
Iterable = _SpecialGenericAlias('Iterable')
Generator = _SpecialGenericAlias('Generator')
Sequence = _SpecialGenericAlias('Sequence')
MutableSequence = _SpecialGenericAlias('MutableSequence')
Mapping = _SpecialGenericAlias('Mapping')
MutableMapping = _SpecialGenericAlias('MutableMapping')
Collection = _SpecialGenericAlias('Collection')
Container = _SpecialGenericAlias('Container')
Hashable = _SpecialGenericAlias('Hashable')
Sized = _SpecialGenericAlias('Sized')
Reversible = _SpecialGenericAlias('Reversible')
DefaultDict = _SpecialGenericAlias('DefaultDict')
OrderedDict = _SpecialGenericAlias('OrderedDict')
Counter = _SpecialGenericAlias('Counter')
Deque = _SpecialGenericAlias('Deque')
ChainMap = _SpecialGenericAlias('ChainMap')
Literal = _SpecialForm('Literal')
Final = _SpecialForm('Final')
ClassVar = _SpecialForm('ClassVar')
Annotated = _SpecialForm('Annotated')
Concatenate = _SpecialForm('Concatenate')
TypeAlias = _SpecialForm('TypeAlias')
TypeGuard = _SpecialForm('TypeGuard')
TypeIs = _SpecialForm('TypeIs')
NoReturn = _SpecialForm('NoReturn')
Never = _SpecialForm('Never')
Self = _SpecialForm('Self')
LiteralString = _SpecialForm('LiteralString')
Required = _SpecialForm('Required')
NotRequired = _SpecialForm('NotRequired')
ReadOnly = _SpecialForm('ReadOnly')
Unpack = _SpecialForm('Unpack')
Text = str
AnyStr = TypeVar('AnyStr', bytes, str)
Hashable = _SpecialGenericAlias('Hashable')
SupportsInt = _SpecialGenericAlias('SupportsInt')
SupportsFloat = _SpecialGenericAlias('SupportsFloat')
SupportsIndex = _SpecialGenericAlias('SupportsIndex')
TYPE_CHECKING = False


def cast(typ, val):
    return val


def overload(func):
    return func


def override(method, /):
    return method


def final(f):
    return f


def no_type_check(arg):
    return arg


def runtime_checkable(cls):
    if not getattr(cls, '_is_protocol', False):
        raise TypeError(f'@runtime_checkable can be only applied to protocol classes, got {cls!r}')
    cls._is_runtime_protocol = True
    return cls


def assert_never(arg, /):
    raise AssertionError(f'Expected code to be unreachable, but got: {arg!r}')


def assert_type(val, typ, /):
    return val


def reveal_type(obj, /):
    return obj


def get_type_hints(obj, *args, **kwds):
    hints = {}
    for cls in reversed(obj.__mro__) if isinstance(obj, type) else (obj,):
        for name, text in getattr(cls, '__annotations__', {}).items():
            value = evaluate(text, cls) if isinstance(text, str) else text
            value = evaluate(value, cls) if isinstance(value, str) else value
            hints[name] = type(None) if value is None else value
    return hints


def get_origin(tp):
    return getattr(tp, '__origin__', None)


def get_args(tp):
    return getattr(tp, '__args__', ())


class TypeAliasType:
    def __init__(self, name, value, *, type_params=()):
        self.__name__ = name
        self.__value__ = value
        self.__type_params__ = type_params

    def __getitem__(self, params):
        return GenericAlias(self, params)

    def __or__(self, other):
        return _UnionGenericAlias('Union', (self, other), Union)

    def __repr__(self):
        return self.__name__


def NewType(name, tp):
    def new_type(x):
        return x
    new_type.__name__ = new_type.__qualname__ = name
    new_type.__supertype__ = tp
    return new_type


class _NamedTupleMeta(type):
    def __new__(metacls, typename, bases, namespace):
        from collections import namedtuple
        names = list(namespace.get('__annotations__', {}))
        defaults = []
        for name in names:
            if name in namespace:
                defaults.append(namespace[name])
            elif defaults:
                raise TypeError(f'Non-default namedtuple field {name} cannot follow default field '
                                f'{names[len(names) - len(defaults) - 1]}')
        made = namedtuple(typename, names, defaults=defaults, module=namespace['__module__'])
        made.__annotations__ = dict(namespace.get('__annotations__', {}))
        for name, value in namespace.items():
            if name not in names and name not in ('__module__', '__qualname__', '__annotations__', '__classcell__'):
                setattr(made, name, value)
        made.__qualname__ = namespace.get('__qualname__', typename)
        return made


_NamedTupleBase = type.__new__(_NamedTupleMeta, 'NamedTuple', (), {})


class _NamedTupleFunction:
    def __call__(self, typename, fields=None, /, **kwargs):
        from collections import namedtuple
        pairs = list(fields) if fields is not None else list(kwargs.items())
        return namedtuple(typename, [name for name, _ in pairs])

    def __mro_entries__(self, bases):
        return (_NamedTupleBase,)


NamedTuple = _NamedTupleFunction()


class _TypedDictMeta(type):
    def __new__(metacls, name, bases, namespace, total=True):
        return type.__new__(metacls, name, (dict,), namespace)

    def __call__(cls, *args, **kwargs):
        return dict(*args, **kwargs)


_TypedDictBase = type.__new__(_TypedDictMeta, 'TypedDict', (), {})


class _TypedDictFunction:
    def __call__(self, typename, fields=None, /, *, total=True):
        return _TypedDictMeta(typename, (), {})

    def __mro_entries__(self, bases):
        return (_TypedDictBase,)


TypedDict = _TypedDictFunction()


# What is newer than the version that runs is not there.
_SINCE = {11: ('LiteralString', 'Never', 'NotRequired', 'Required', 'Self', 'TypeVarTuple', 'Unpack', 'assert_never',
               'assert_type', 'reveal_type'),
          12: ('override', 'TypeAliasType'),
          13: ('NoDefault', 'ReadOnly', 'TypeIs')}
for _minor, _names in _SINCE.items():
    if sys.version_info < (3, _minor):
        [globals().pop(_name, None) for _name in _names]
del _SINCE, _minor, _names
