"""Names for annotations."""
import sys
from _sluice import close as _close, evaluate, union as _joined
from abc import ABCMeta
from types import FunctionType, GenericAlias, MethodType, ModuleType, _annotations_of


_IN_C = sys.version_info >= (3, 12)       # type variables are
_LOOKS_ONLY = sys.version_info >= (3, 12)     # checks of protocols do not evaluate properties (gh-102433)
_BARE = ('Any', 'NoReturn', 'Never', 'Self', 'LiteralString', 'TypeAlias')


class _Form:
    """A name that can stand in an annotation: subscripts give it again, with its arguments remembered."""

    def __init__(self, name, args=(), origin=None):
        self._name, self.__args__, self.__origin__ = name, args, origin

    def __getitem__(self, params):
        if self._name in _BARE:
            is_class = self._name == 'Any' and sys.version_info >= (3, 11)
            raise TypeError("type 'Any' is not subscriptable" if is_class else f'{self!r} is not subscriptable')
        one, params = params, params if isinstance(params, tuple) else (params,)
        if self._name == 'Literal':
            values = []
            for one in params:
                values += one.__args__ if isinstance(one, _LiteralGenericAlias) else (one,)
            try:
                values = [value for value, _ in dict.fromkeys(_with_types(values))]
            except TypeError:       # what cannot be hashed stays
                pass
            return _LiteralGenericAlias('Literal', tuple(values), self)
        if self._name == 'Annotated':
            if len(params) < 2:
                raise TypeError('Annotated[...] should be used with at least two arguments (a type and an annotation).')
            return _annotated(_checked(params[0], 'Annotated[t, ...]: t must be a type.', True), params[1:])
        if self._name == 'Union':
            if params == ():
                raise TypeError('Cannot take a Union of no types.')
            return _union(*[_checked(one, 'Union[arg, ...]: each arg must be a type.') for one in params])
        if self._name == 'Optional':
            return _union(_checked(one, f'{self!r} requires a single type.'), None)
        if self._name == 'Callable':
            if len(params) != 2:
                raise TypeError('Callable must be used as Callable[[arg, ...], result].')
            before = params[0] if isinstance(params[0], list) else params[:1]
            result = _checked(params[1], 'Callable[args, result]: result must be a type.')
            return _CallableGenericAlias('Callable', (*map(_converted, before), result), _origin('Callable'))
        if isinstance(self, _SpecialGenericAlias):
            return self._of(params)
        if self._name == 'Unpack':
            return _GenericAlias('Unpack', (_checked(one, 'Unpack accepts only single type.'),), self)
        if self._name == 'Concatenate':
            if params == ():
                raise TypeError('Cannot take a Concatenate of no types.')
            if not (isinstance(params[-1], ParamSpec) or params[-1] is ... and sys.version_info >= (3, 11)):
                raise TypeError('The last parameter to Concatenate should be a ParamSpec variable' +
                                ' or ellipsis' * (sys.version_info >= (3, 11)) + '.')
            message = 'Concatenate[arg, ...]: each arg must be a type.'
            return _GenericAlias('Concatenate', (*[_checked(one, message) for one in params[:-1]], params[-1]), self)
        said = f'{self._name} accepts only a' if self._name in ('Required', 'NotRequired', 'ReadOnly') else f'{self!r} accepts only'
        is_nested = self._name in ('ClassVar', 'Final') and sys.version_info >= (3, 13)
        return _GenericAlias(self._name, (_checked(one, said + ' single type.', is_nested),), self)

    def __or__(self, other):
        return _union(self, other)

    def __ror__(self, other):
        return _union(other, self)

    def __call__(self, *args, **kwds):
        is_class = self._name == 'Any' and sys.version_info >= (3, 11)
        raise TypeError('Any cannot be instantiated' if is_class else f'Cannot instantiate typing.{self._name}')

    def __mro_entries__(self, bases):
        origin = _origin(self._name)
        after = bases[bases.index(self) + 1:]
        has_generic = any([_makes_generic(base) or isinstance(base, type) and issubclass(base, Generic) for base in after])
        return ((origin,) if origin and origin not in bases else ()) + (() if has_generic else (Generic,))

    def __eq__(self, other):
        return isinstance(other, _Form) and self._name == other._name and self.__args__ == other.__args__

    def __hash__(self):
        return hash(self._name)

    def __repr__(self):
        is_class = self._name == 'Annotated' and sys.version_info < (3, 13)
        return "<class 'typing.Annotated'>" if is_class else f'typing.{self._name}'


class _NotIterable:
    if sys.version_info >= (3, 11):
        __iter__ = None


# Types of forms, which programs see in messages.
class _SpecialForm(_NotIterable, _Form):
    def __getattr__(self, item):
        is_class = self._name == 'Any' and sys.version_info >= (3, 11)
        raise AttributeError(f"type object 'Any' has no attribute {item!r}" if is_class else item)

    def __instancecheck__(self, instance):
        raise TypeError(f'{self!r} cannot be used with isinstance()')

    def __subclasscheck__(self, cls):
        raise TypeError(f'{self!r} cannot be used with issubclass()')


class _AnyMeta(_SpecialForm):
    pass


class _Alias(_Form):
    def __call__(self, *args, **kwds):
        if self._name in _RUNTIME:
            raise TypeError(f'Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead')
        return self.__origin__(*args, **kwds)

    def __getattr__(self, attr):
        if attr.startswith('__') and attr.endswith('__'):
            raise AttributeError(attr)
        return getattr(self.__origin__, attr)


class _SpecialGenericAlias(_NotIterable, _Alias):
    def _of(self, params):
        is_tuple = self._name == 'Tuple'
        has_rest = is_tuple and len(params) > 1 and params[-1] is ...
        message = ('Tuple[t, ...]: t must be a type.' if has_rest else
                   'Tuple[t0, t1, ...]: each t must be a type.' if is_tuple else 'Parameters to generic types must be types.')
        checked = tuple([_checked(one, message) for one in (params[:-1] if has_rest else params)])
        if has_rest:
            checked += ...,
        elif not is_tuple:
            least, most = _COUNTS.get(self._name, (1, 1))
            if sys.version_info < (3, 13):
                least = most
            checked += (bool | None if 'Context' in self._name else type(None),) * (most - len(checked)) * (len(checked) >= least)
            if len(checked) != most:
                if not most:
                    raise TypeError(f'{self!r} is not a generic class')
                many = 'many' if len(checked) > most else 'few'
                expected = least if least == most else f'at least {least}'
                raise TypeError(f'Too {many} arguments for {self!r}; actual {len(checked)}, expected {expected}')
        return _GenericAlias(self._name, checked, self.__origin__)

    __origin__ = property(lambda self: _origin(self._name), lambda self, value: None)

    def __instancecheck__(self, instance):
        return isinstance(instance, self.__origin__)

    def __subclasscheck__(self, cls):
        return issubclass(cls.__origin__ if isinstance(cls, _SpecialGenericAlias) else cls, self.__origin__)


class _CallableType(_SpecialGenericAlias):
    pass


class _TupleType(_SpecialGenericAlias):
    pass


class _GenericAlias(_Alias):
    @property
    def __parameters__(self):
        return GenericAlias(list, self.__args__).__parameters__

    def __getitem__(self, params):
        count, expected = len(params) if isinstance(params, tuple) else 1, len(self.__parameters__)
        if expected == 0:
            raise TypeError(f'{self!r} is not a generic class')
        if count != expected:
            few = 'few' if count < expected else 'many'
            least = 'at least ' * (count < expected and sys.version_info >= (3, 13))
            raise TypeError(f'Too {few} arguments for {self!r}; actual {count}, expected {least}{expected}')
        return self._with(GenericAlias(list, self.__args__)[params].__args__)

    def _with(self, args):
        return type(self)(self._name, tuple(map(_converted, args)), self.__origin__)

    def __instancecheck__(self, instance):
        raise TypeError('Subscripted generics cannot be used with class and instance checks')

    __subclasscheck__ = __instancecheck__

    if sys.version_info >= (3, 11):
        def __iter__(self):
            yield Unpack[self]

    def __repr__(self):
        args = [_type_text(arg) for arg in self.__args__] or ['()']
        if self._name == 'Unpack' and sys.version_info < (3, 12):
            return f'*{args[0]}'
        return f"typing.{self._name}[{', '.join(args)}]"


class _UnionGenericAlias(_NotIterable, _GenericAlias):
    def _with(self, args):
        return _union(*args)

    def __instancecheck__(self, instance):
        return isinstance(instance, self.__args__)

    def __subclasscheck__(self, cls):
        return issubclass(cls, self.__args__)

    def __eq__(self, other):
        return isinstance(other, (_UnionGenericAlias, type(int | str))) and set(self.__args__) == set(other.__args__)

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def __repr__(self):
        none = type(None)
        others = [arg for arg in self.__args__ if arg is not none]
        if len(self.__args__) == 2 and len(others) == 1:
            return f'typing.Optional[{_type_text(others[0])}]'
        return _GenericAlias.__repr__(self)


def _with_types(values):
    return [(value, type(value)) for value in values]


class _LiteralGenericAlias(_GenericAlias):
    __parameters__ = ()

    def __eq__(self, other):
        if not isinstance(other, _LiteralGenericAlias):
            return NotImplemented
        return set(_with_types(self.__args__)) == set(_with_types(other.__args__))

    def __hash__(self):
        return hash(frozenset(_with_types(self.__args__)))

    def __repr__(self):
        return f"typing.Literal[{', '.join(map(repr, self.__args__))}]"


class _CallableGenericAlias(_NotIterable, _GenericAlias):
    def __repr__(self):
        *before, result = self.__args__
        if len(before) == 1 and (before[0] is Ellipsis or isinstance(before[0], ParamSpec) or
                                 getattr(before[0], '_name', None) == 'Concatenate'):
            return _GenericAlias.__repr__(self)
        return f"typing.Callable[[{', '.join(map(_type_text, before))}], {_type_text(result)}]"


class _AnnotatedAlias(_NotIterable, _GenericAlias):
    def _with(self, args):
        return _annotated(args[0], self.__metadata__)

    def __eq__(self, other):
        if not isinstance(other, _AnnotatedAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__metadata__ == other.__metadata__

    def __hash__(self):
        return hash((self.__origin__, self.__metadata__))

    def __repr__(self):
        return f"typing.Annotated[{', '.join([_type_text(self.__args__[0]), *map(repr, self.__metadata__)])}]"


def _annotated(kind, metadata):
    """Annotated[] of what is annotated already has the notes of both."""
    if isinstance(kind, _AnnotatedAlias):
        kind, metadata = kind.__origin__, kind.__metadata__ + metadata
    made = _AnnotatedAlias('Annotated', (kind,), kind)
    made.__metadata__ = metadata
    return made


def _converted(arg):
    return type(None) if arg is None else ForwardRef(arg) if isinstance(arg, str) else arg


def _checked(arg, message, allows_special=False):
    """A type as it stands in the arguments of another. Source: _type_check() of CPython's typing.py."""
    arg = _converted(arg)
    if isinstance(arg, _GenericAlias) and arg._name in ('ClassVar', 'Final') and not allows_special:
        raise TypeError(f'{arg!r} is not valid as type argument')
    if arg is Generic or arg is Protocol or isinstance(arg, _SpecialForm) and arg._name not in _BARE and not (
            allows_special and arg._name in ('ClassVar', 'Final')):
        raise TypeError(f'Plain {arg!r} is not valid as type argument')
    if type(arg) is tuple if sys.version_info >= (3, 11) else not callable(arg) and not isinstance(arg, _TYPES):
        raise TypeError(f'{message} Got {arg!r:.100}.')
    return arg


def _union(*args):
    """Without repetitions and unions inside; one member stands for itself."""
    members = []
    for arg in map(_converted, args):
        inner = arg.__args__ if isinstance(arg, (_UnionGenericAlias, type(int | str))) else (arg,)
        members += [one for one in inner if one not in members]
    if sys.version_info >= (3, 14):
        return _joined(*members)
    return members[0] if len(members) == 1 else _UnionGenericAlias('Union', tuple(members), Union)


def _origin(name):
    """The class that a name of typing stands for; None: it is not one."""
    import collections
    import collections.abc
    if name in _RUNTIME:
        return _RUNTIME[name]
    if name in ('DefaultDict', 'Deque'):
        name = name.lower()
    if name in ('Pattern', 'Match'):
        import re
        return getattr(re, name)
    if name == 'AbstractSet':
        name = 'Set'
    if name in ('ContextManager', 'AsyncContextManager'):
        import contextlib
        return getattr(contextlib, f'Abstract{name}')
    return getattr(collections, name, None) or getattr(collections.abc, name, None)


class ForwardRef:
    """A name as text, where a type is expected."""

    def __init__(self, arg):
        self.__forward_arg__ = arg

    def __eq__(self, other):
        return isinstance(other, ForwardRef) and self.__forward_arg__ == other.__forward_arg__

    def __hash__(self):
        return hash(self.__forward_arg__)

    def __repr__(self):
        return f'ForwardRef({self.__forward_arg__!r})'


def _type_text(value):
    if isinstance(value, type) and type(value) is not GenericAlias:     # before 3.11, list[int] says that it is a class
        return value.__qualname__ if value.__module__ == 'builtins' else f'{value.__module__}.{value.__qualname__}'
    return '...' if value is Ellipsis else 'None' if value is None else repr(value)


class Generic:
    __slots__ = ()

    def __class_getitem__(cls, params):
        params = params if isinstance(params, tuple) else (params,)
        if cls is Generic or cls is Protocol:
            params = tuple([Unpack[one] if type(one).__name__ == 'TypeVarTuple' else one for one in params])
            if not params:
                raise TypeError(f'Parameter list to {cls.__qualname__}[...] cannot be empty')
            if not all([isinstance(one, _TypeParameter) or getattr(one, '_name', None) == 'Unpack' for one in params]):
                raise TypeError(f'Parameters to {cls.__name__}[...] must all be type variables or parameter specification variables.')
            if len(set(params)) < len(params):
                raise TypeError(f'Parameters to {cls.__name__}[...] must all be unique')
            return (_Parameters if cls is Generic else GenericAlias)(cls, params)
        wanted = cls.__parameters__
        # What stands for several types takes anything.
        if all([type(one) is TypeVar and not (sys.version_info >= (3, 13) and one.has_default()) for one in wanted]):
            if not params and sys.version_info < (3, 11):
                raise TypeError(f'Parameter list to {cls.__qualname__}[...] cannot be empty')
            params = tuple(map(_converted, params))
            if not wanted:
                raise TypeError(f'{cls} is not a generic class')
            if len(params) != len(wanted):
                many = 'many' if len(params) > len(wanted) else 'few'
                least = 'at least ' * (many == 'few' and sys.version_info >= (3, 13))
                raise TypeError(f'Too {many} arguments for {cls}; actual {len(params)}, expected {least}{len(wanted)}')
        return GenericAlias(cls, params)

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        bases = cls.__dict__.get('__orig_bases__', cls.__bases__)
        if Generic in bases and cls.__module__ != 'typing':
            raise TypeError('Cannot inherit from plain Generic')
        cls.__parameters__ = GenericAlias(list, bases).__parameters__
        listed = [base for base in bases if isinstance(base, GenericAlias) and base.__origin__ is Generic]
        if len(listed) > 1:
            raise TypeError(f"Cannot inherit from Generic[...] multiple {'times' if sys.version_info >= (3, 11) else 'types'}.")
        for base in listed:
            params = base.__parameters__
            missing = ', '.join([str(one) for one in cls.__parameters__ if one not in params])
            if missing:
                raise TypeError(f"Some type variables ({missing}) are not listed in Generic[{', '.join(map(str, params))}]")
            cls.__parameters__ = params


class _Parameters(GenericAlias):
    """Generic[T] among the bases of a class: of one that has other aliases after it, those make a generic class."""

    def __mro_entries__(self, bases):
        after = bases[bases.index(self) + 1:]
        return () if Protocol in bases or any(map(_makes_generic, after)) else (Generic,)


def _makes_generic(base):
    """Whether a base is an alias of typing, or a generic class."""
    if isinstance(base, GenericAlias):
        return isinstance(base.__origin__, type) and issubclass(base.__origin__, Generic)
    return isinstance(base, _Form)


class _ProtocolMeta(ABCMeta):
    def __instancecheck__(cls, instance):
        if cls is Protocol and _LOOKS_ONLY:
            return type.__instancecheck__(cls, instance)
        if not cls.__dict__.get('_is_protocol'):
            return ABCMeta.__instancecheck__(cls, instance)
        cls._check_runtime()
        if ABCMeta.__instancecheck__(cls, instance):
            return True
        missing = object()
        for name in cls._members():
            found = _static_attribute(instance, name, missing) if _LOOKS_ONLY else getattr(instance, name, missing)
            if found is missing or found is None and callable(getattr(cls, name, None)):
                return False
        return True

    def __subclasscheck__(cls, subclass):
        if cls is Protocol:
            return (type if _LOOKS_ONLY else ABCMeta).__subclasscheck__(cls, subclass)
        if cls.__dict__.get('_is_protocol') and isinstance(subclass, type):
            data = cls._data_members()
            if not (data and sys.version_info[:2] == (3, 12)):
                cls._check_runtime()
            if data:
                which = f". Non-method members: {str(data)[1:-1]}." if sys.version_info >= (3, 13) else ''
                raise TypeError(f"Protocols with non-method members don't support issubclass(){which}")
        return ABCMeta.__subclasscheck__(cls, subclass)

    def _abc_covers(cls, subclass):
        """issubclass() as abstract classes ask one another: nothing has to be runtime checkable then."""
        return ABCMeta.__subclasscheck__(cls, subclass)

    def _check_runtime(cls):
        if not cls._is_runtime_protocol:
            raise TypeError('Instance and class checks can only be used with @runtime_checkable protocols')

    def _data_members(cls):
        if sys.version_info >= (3, 13):     # they are what they were when the decorator looked
            cls = next(base for base in cls.__mro__ if '_is_runtime_protocol' in base.__dict__)
        return sorted([name for name in cls._members() if not callable(getattr(cls, name, None))])

    def _members(cls):
        names = []
        for base in cls.__mro__:
            if base not in (Protocol, Generic, object):
                names += [name for name in (*base.__dict__, *_annotations_of(base.__dict__))
                          if name not in _NO_MEMBERS and name not in names]
        return names


_NO_MEMBERS = ('__module__', '__qualname__', '__doc__', '__annotations__', '__abstractmethods__', '__slots__', '__init__',
               '__orig_bases__', '__parameters__', '__type_params__', '__dict__', '__weakref__', '__hash__', '__subclasshook__', '__class_getitem__',
               '__annotate_func__', '__annotations_cache__', '_abc_registry', '_is_protocol', '_is_runtime_protocol',
               '__final__')


# Abstract classes that protocols may derive from.
_PROTOCOLS = ('Callable Awaitable Iterable Iterator AsyncIterable Hashable Sized Container Collection Reversible '
              'AbstractContextManager AbstractAsyncContextManager').split() + ['Buffer'] * _IN_C + ['AsyncIterator'] * (sys.version_info >= (3, 14))


def _static_attribute(instance, name, default):
    scopes = [getattr(instance, '__dict__', {})]
    for kind in (instance, type(instance)):
        scopes += [_namespace(base) for base in kind.__mro__] if isinstance(kind, type) else []
    return next((scope[name] for scope in scopes if name in scope), default)


def _namespace(cls):
    """With the names of slots, of which there are no descriptors here."""
    slots = cls.__dict__.get('__slots__', ())
    return {**dict.fromkeys([slots] if isinstance(slots, str) else slots, True), **cls.__dict__}


class Protocol(Generic, metaclass=_ProtocolMeta):
    __slots__ = ()
    _is_protocol, _is_runtime_protocol = True, False

    @classmethod
    def __subclasshook__(cls, subclass):
        if cls is Protocol or not cls.__dict__.get('_is_protocol') or not _LOOKS_ONLY and (not cls._is_runtime_protocol or cls._data_members()):
            return NotImplemented
        promises = subclass.__dict__.get('_is_protocol')
        for name in cls._members():
            for base in subclass.__mro__:
                namespace = _namespace(base)
                if name in namespace:
                    if namespace[name] is None:
                        return NotImplemented
                    break
                if promises and name in _annotations_of(base.__dict__):
                    break
            else:
                return NotImplemented
        return True

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        cls._is_protocol = Protocol in cls.__bases__
        for base in cls.__bases__ * cls._is_protocol:
            if not (base in (object, Generic) or base.__dict__.get('_is_protocol') or base is Protocol or
                    base.__module__ in ('collections.abc', 'contextlib') and base.__name__ in _PROTOCOLS):
                raise TypeError(f'Protocols can only inherit from other protocols, got {base!r}')
        if cls._is_protocol and '__init__' not in cls.__dict__:
            cls.__init__ = _no_protocol_init


def _no_protocol_init(self, *args, **kwargs):
    if type(self).__dict__.get('_is_protocol'):
        raise TypeError('Protocols cannot be instantiated')
    if type(self).__init__ is not _no_protocol_init:
        return      # super().__init__() of a class with its own
    # A class that keeps a protocol's promise has the constructor of its other bases.
    for base in type(self).__mro__:
        init = base.__dict__.get('__init__')
        if init is not None and init is not _no_protocol_init:
            return init(self, *args, **kwargs)


class _TypeParameter:
    """What the three kinds of type variables have in common. Those of `def f[T: bound = default]` evaluate the expressions
    when somebody asks for them, and remember the values."""

    def __init__(self, name, options, allowed):
        kind = type(self).__name__
        if type(name) is not str and _IN_C:
            raise TypeError(f"{kind.lower()}() argument 'name' must be str, not {type(name).__name__}")
        if sys.version_info >= (3, 13):
            allowed += 'default',
        for key in options:
            if key not in allowed:
                raise TypeError(f"{key!r} is an invalid keyword argument for {kind.lower()}()" if sys.version_info[:2] == (3, 12) else
                                f"{kind.lower() if _IN_C else kind + '.__init__'}() got an unexpected keyword argument {key!r}")
        infers = options.get('infer_variance', False)
        covariant, contravariant = bool(options.get('covariant')), bool(options.get('contravariant'))
        if covariant and contravariant:
            raise ValueError('Bivariant types are not supported.')
        if infers and (covariant or contravariant):
            raise ValueError('Variance cannot be specified with infer_variance.')
        said = dict(__name__=name, __module__='__main__')
        if 'covariant' in allowed:
            said.update(__covariant__=covariant, __contravariant__=contravariant, __bound__=None)
            if _IN_C:
                said['__infer_variance__'] = bool(infers)
            if options.get('bound') is not None:
                message = 'Bound must be a type.'
                said['__bound__'] = _checked(options['bound'], message) if isinstance(self, TypeVar) or not _IN_C else options['bound']
        if sys.version_info >= (3, 13):
            said['__default__'] = options.get('default', NoDefault)
        self.__dict__.update(said)

    def _lazily(self, **evaluators):
        """Takes the functions that evaluate the attributes; None stands for no function."""
        self.__dict__['__module__'] = 'typing'
        for name, evaluator in evaluators.items():
            if evaluator:
                self.__dict__.pop(name, None)
                self.__dict__.setdefault('_evaluators', {})[name] = evaluator
        return self

    def __getattr__(self, name):
        known = self.__dict__.get('_evaluators', ())
        if name in known:
            self.__dict__[name] = value = _evaluated(known[name])
            return value
        if name in ('evaluate_bound', 'evaluate_constraints', 'evaluate_default') and sys.version_info >= (3, 14):
            name = f'__{name[9:]}__'
            if name in known:
                return known[name]
            value = self.__dict__.get(name, self)
            if value is not self:
                return None if value in (None, NoDefault, ()) else _ConstantEvaluator(value)
            name = f'evaluate_{name[2:-2]}'
        where = f'typing.{type(self).__name__}' if _IN_C else type(self).__name__
        raise AttributeError(f'{where!r} object has no attribute {name!r}', name=name, obj=self)

    def __setattr__(self, name, value):
        if _IN_C and name in ('__name__', '__covariant__', '__contravariant__', '__infer_variance__'):
            raise AttributeError('readonly attribute')
        if _IN_C and (name in ('__bound__', '__constraints__') or name == '__default__' and sys.version_info >= (3, 13)):
            raise AttributeError(f"attribute {name!r} of 'typing.{type(self).__name__}' objects is not writable")
        self.__dict__[name] = value

    if sys.version_info >= (3, 13):
        def has_default(self):
            return self.__dict__.get('__default__', self) is not NoDefault

    if sys.version_info >= (3, 11):
        def __mro_entries__(self, bases):
            raise TypeError(f'Cannot subclass an instance of {type(self).__name__}')

    def __repr__(self):
        if self.__dict__.get('__infer_variance__', '__covariant__' not in self.__dict__):
            return self.__name__
        return ('+' if self.__covariant__ else '-' if self.__contravariant__ else '~') + self.__name__


def _evaluated(evaluator):
    return evaluator(1) if sys.version_info >= (3, 14) else evaluator()


class _ConstantEvaluator:
    def __init__(self, value):
        self._value = value

    def __call__(self, format):
        return _type_text(self._value) if format == 4 else self._value

    def __repr__(self):
        return f'<constevaluator {self._value!r}>'


class TypeVar(_TypeParameter):
    def __init__(self, name, *constraints, **options):
        super().__init__(name, options, ('bound', 'covariant', 'contravariant') + ('infer_variance',) * _IN_C)
        if constraints and self.__bound__ is not None and (len(constraints) > 1 or sys.version_info < (3, 11)):
            raise TypeError('Constraints cannot be combined with bound=...')
        if len(constraints) == 1:
            raise TypeError('A single constraint is not allowed')
        message = 'TypeVar(name, constraint, ...): constraints must be types.'
        self.__dict__['__constraints__'] = constraints if _IN_C else tuple([_checked(one, message) for one in constraints])

    def __typing_subst__(self, arg):
        return arg if sys.version_info < (3, 11) else _checked(arg, 'Parameters to generic types must be types.')

    def __or__(self, other):
        return _union(self, other)

    def __ror__(self, other):
        return _union(other, self)


class _ParamSpecPart:
    def __init__(self, origin):
        self.__origin__ = origin

    def __eq__(self, other):
        return self.__origin__ == other.__origin__ if type(self) is type(other) else NotImplemented

    def __repr__(self):
        return f'{self.__origin__.__name__}.{type(self).__name__[9:].lower()}'


class ParamSpecArgs(_ParamSpecPart):
    pass


class ParamSpecKwargs(_ParamSpecPart):
    pass


class ParamSpec(_TypeParameter):
    def __init__(self, name, **options):
        super().__init__(name, options, ('bound', 'covariant', 'contravariant') + ('infer_variance',) * _IN_C)

    __typing_subst__ = None     # refused
    args = property(ParamSpecArgs)
    kwargs = property(ParamSpecKwargs)

    def __or__(self, other):
        return _union(self, other)

    def __ror__(self, other):
        return _union(other, self)


class TypeVarTuple(_TypeParameter):
    def __init__(self, name, **options):
        if options and sys.version_info[:2] == (3, 12):
            raise TypeError(f'typevartuple() takes at most 1 argument ({1 + len(options)} given)')
        super().__init__(name, options, ())

    __typing_subst__ = None

    def __iter__(self):
        yield Unpack[self]


def _type_parameter(name, kind, bound, evaluate_bound, evaluate_default):
    """That of `def f[T]()`."""
    infers = {} if kind is TypeVarTuple else {'infer_variance': True}
    return kind(name, **infers)._lazily(**{f'__{bound}__': evaluate_bound, '__default__': evaluate_default})


class NoDefaultType:
    __module__ = 'builtins'
    __slots__ = ()

    def __new__(cls):
        return NoDefault

    def __repr__(self):
        return 'typing.NoDefault'


NoDefault = object.__new__(NoDefaultType)
del NoDefaultType


# How many arguments a name takes, if not one: at least (since 3.13, which has defaults for the others), and at most.
_COUNTS = {'Coroutine': (3, 3), 'AsyncGenerator': (1, 2), 'Generator': (1, 3), 'Hashable': (0, 0), 'Sized': (0, 0),
           **dict.fromkeys(('Dict', 'Mapping', 'MutableMapping', 'DefaultDict', 'OrderedDict', 'ChainMap', 'ItemsView'), (2, 2))}
if sys.version_info >= (3, 13):
    _COUNTS['ContextManager'] = _COUNTS['AsyncContextManager'] = 1, 2

_RUNTIME = {'List': list, 'Dict': dict, 'Set': set, 'FrozenSet': frozenset, 'Tuple': tuple, 'Type': type}

Any = (_AnyMeta if sys.version_info >= (3, 11) else _SpecialForm)('Any')
_union_form = _SpecialForm('Union')
Union = type(int | str) if sys.version_info >= (3, 14) else _union_form
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
AbstractSet = _SpecialGenericAlias('AbstractSet')
MutableSet = _SpecialGenericAlias('MutableSet')
KeysView = _SpecialGenericAlias('KeysView')
ItemsView = _SpecialGenericAlias('ItemsView')
ValuesView = _SpecialGenericAlias('ValuesView')
Pattern = _SpecialGenericAlias('Pattern')
Match = _SpecialGenericAlias('Match')
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
TYPE_CHECKING = False


def cast(typ, val):
    return val


def overload(func):
    return func


def _marked(thing, name):
    try:
        setattr(thing, name, True)
    except (AttributeError, TypeError):
        pass
    return thing


def override(method, /):
    return _marked(method, '__override__')


def final(f):
    return _marked(f, '__final__') if sys.version_info >= (3, 11) else f


def no_type_check(arg):
    """Marks a class with what was defined in it."""
    for one in [*arg.__dict__.values()] if isinstance(arg, type) else ():
        if isinstance(one, (staticmethod, classmethod)) and sys.version_info >= (3, 11):
            one = one.__func__
        if isinstance(one, (type, type(no_type_check))) and one.__qualname__ == f'{arg.__qualname__}.{one.__name__}':
            no_type_check(one)
    arg.__no_type_check__ = True
    return arg


def runtime_checkable(cls):
    if not getattr(cls, '_is_protocol', False):
        raise TypeError(f'@runtime_checkable can be only applied to protocol classes, got {cls!r}')
    cls._is_runtime_protocol = True
    return cls


def _supports(name, base=Protocol):
    """A protocol of one special method."""
    method = f"__{name.removeprefix('Supports').lower()}__"
    return runtime_checkable(_ProtocolMeta(name, (base,), {'__module__': 'typing', '__slots__': (), method: lambda self: None}))


SupportsInt, SupportsFloat, SupportsIndex = _supports('SupportsInt'), _supports('SupportsFloat'), _supports('SupportsIndex')
SupportsComplex, SupportsBytes = _supports('SupportsComplex'), _supports('SupportsBytes')


def assert_never(arg, /):
    raise AssertionError(f'Expected code to be unreachable, but got: {arg!r}')


def assert_type(val, typ, /):
    return val


def reveal_type(obj, /):
    return obj


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    if getattr(obj, '__no_type_check__', None):
        return {}
    hints = {}
    if isinstance(obj, type):
        for base in reversed(obj.__mro__):
            names = getattr(sys.modules.get(base.__module__), '__dict__', {}) if globalns is None else globalns
            inner = vars(base) if localns is None else localns
            # Names of a class come last.
            names = {**inner, **names} if globalns is localns is None else {**names, **inner}
            for name, value in _annotations_of(base.__dict__).items():
                hints[name] = _resolved(_converted(value), names)
    else:
        found = getattr(obj, '__annotations__', None)
        if found is None and not isinstance(obj, (type(len), FunctionType, MethodType, ModuleType)):
            what = 'does not have annotations' if sys.version_info >= (3, 14) else 'is not a module, class, method, or function.'
            raise TypeError(f'{obj!r} {what}')
        if globalns is None:
            inner = obj
            while hasattr(inner, '__wrapped__'):
                inner = inner.__wrapped__
            globalns = inner.__dict__ if isinstance(inner, ModuleType) else getattr(inner, '__globals__', {})
            if hasattr(inner, '_dataclass_parameters'):      # an __init__ that dataclasses made
                globalns = getattr(sys.modules.get(inner.__module__), '__dict__', {})
        names = {**globalns, **(localns or {})}
        for name, value in (found or {}).items():
            hints[name] = _resolved(_converted(value), names)
    if sys.version_info < (3, 11) and hasattr(obj, '__defaults__'):
        names = obj.__code__.co_varnames[:obj.__code__.co_argcount]
        defaults = obj.__defaults__ or ()
        for name, default in (*zip(names[len(names) - len(defaults):], defaults), *(obj.__kwdefaults__ or {}).items()):
            if default is None and name in hints:
                hints[name] = _union(hints[name], None)
    return hints if include_extras else {name: _stripped(hint) for name, hint in hints.items()}


def _resolved(value, names):
    if isinstance(value, str):      # in list['C'], which makes no ForwardRef
        value = ForwardRef(value)
    if isinstance(value, ForwardRef):
        found = evaluate(value.__forward_arg__, names)
        return _resolved(_checked(found, 'Forward references must evaluate to types.', True), names)
    return _each_argument(value, lambda arg: _resolved(arg, names))


def _stripped(value):
    """The type without what Annotated[], Required[] and NotRequired[] say of it."""
    if isinstance(value, _AnnotatedAlias) or isinstance(value, _GenericAlias) and value._name in ('Required', 'NotRequired', 'ReadOnly'):
        return _stripped(value.__args__[0])
    return _each_argument(value, _stripped)


def _each_argument(value, change):
    if isinstance(value, _GenericAlias) and value._name != 'Literal':
        args = tuple(map(change, value.__args__))
        return value if args == value.__args__ else value._with(args)
    if type(value) is GenericAlias:
        args = tuple(map(change, value.__args__))
        return value if args == value.__args__ else GenericAlias(value.__origin__, args)
    if isinstance(value, type(int | str)):
        args = tuple(map(change, value.__args__))
        return value if args == value.__args__ else _union(*args)
    return value


def get_origin(tp):
    if isinstance(tp, _AnnotatedAlias):
        return Annotated
    if isinstance(tp, type(int | str)):
        return type(int | str)
    return Generic if tp is Generic else getattr(tp, '__origin__', None)


def get_args(tp):
    if isinstance(tp, _AnnotatedAlias):
        return (*tp.__args__, *tp.__metadata__)
    args = getattr(tp, '__args__', ())
    is_callable = args and get_origin(tp) is _origin('Callable')
    if is_callable and not (len(args) == 2 and (args[0] is Ellipsis or isinstance(args[0], ParamSpec) or
                                                getattr(args[0], '_name', None) == 'Concatenate')):
        return list(args[:-1]), args[-1]
    return args


class TypeAliasType:
    def __init__(self, name, value, *, type_params=()):
        if type(name) is not str:
            raise TypeError(f"typealias() argument 'name' must be str, not {type(name).__name__}")
        if not isinstance(type_params, tuple):
            raise TypeError('type_params must be a tuple')
        self.__dict__.update(__name__=name, __module__='__main__', __type_params__=type_params, __value__=value)

    @property
    def __parameters__(self):
        return tuple([Unpack[one] if isinstance(one, TypeVarTuple) else one for one in self.__type_params__])

    def __getattr__(self, name):
        if name == '__value__':
            self.__dict__[name] = value = _evaluated(self._evaluate)
            return value
        if name == 'evaluate_value' and sys.version_info >= (3, 14):
            return self.__dict__.get('_evaluate') or _ConstantEvaluator(self.__value__)
        raise AttributeError(f"'typing.TypeAliasType' object has no attribute {name!r}", name=name, obj=self)

    def __setattr__(self, name, value):
        if name == '__name__':
            raise AttributeError('readonly attribute')
        if name in ('__value__', '__type_params__', '__parameters__', '__module__'):
            raise AttributeError(f"attribute {name!r} of 'typing.TypeAliasType' objects is not writable")
        more = ' and no __dict__ for setting new attributes' * (sys.version_info >= (3, 13))
        raise AttributeError(f"'typing.TypeAliasType' object has no attribute {name!r}{more}", name=name, obj=self)

    def __getitem__(self, params):
        if not self.__type_params__:
            raise TypeError('Only generic type aliases are subscriptable')
        return GenericAlias(self, params)

    def __or__(self, other):
        return _joined(self, other) if _is_unionable(other) else NotImplemented

    def __ror__(self, other):
        return _joined(other, self) if _is_unionable(other) else NotImplemented

    def __repr__(self):
        return self.__name__


def _is_unionable(value):
    return value is None or isinstance(value, (type, GenericAlias, TypeAliasType, type(int | str)))


def _type_alias(name, type_params, evaluate):
    """That of `type X = ...`, whose value is evaluated when somebody asks for it."""
    made = TypeAliasType(name, None, type_params=type_params)
    del made.__dict__['__value__']
    made.__dict__['_evaluate'] = evaluate
    return made


_TYPES = _TypeParameter, ForwardRef, _ParamSpecPart, type(int | str), TypeAliasType      # besides what can be called
AnyStr = TypeVar('AnyStr', bytes, str)._lazily()

if _IN_C:
    for _kind in (TypeVar, ParamSpec, TypeVarTuple, TypeAliasType, ParamSpecArgs, ParamSpecKwargs):
        _close(_kind)
    del _kind


class NewType:
    def __init__(self, name, tp):
        self.__qualname__, self.__name__, self.__supertype__ = name, name.rpartition('.')[2], tp
        self.__module__ = '__main__'

    def __call__(self, x, /):
        return x

    def __or__(self, other):
        return _union(self, other)

    def __ror__(self, other):
        return _union(other, self)

    def __repr__(self):
        return f'{self.__module__}.{self.__qualname__}'


_NOT_COPIED = ('__module__', '__qualname__', '__annotations__', '__annotate_func__', '__classcell__', '__classdictcell__')


class _NamedTupleMeta(type):
    def __new__(metacls, typename, bases, namespace):
        from collections import namedtuple
        annotations = _annotations_of(namespace)
        names = list(annotations)
        defaults = []
        for name in names:
            if name in namespace:
                defaults.append(namespace[name])
            elif defaults:
                raise TypeError(f'Non-default namedtuple field {name} cannot follow default field '
                                f'{names[len(names) - len(defaults) - 1]}')
        made = namedtuple(typename, names, defaults=defaults, module=namespace['__module__'])
        made.__annotations__ = {name: _converted(value) for name, value in annotations.items()}
        for name, value in namespace.items():
            if name not in names and name not in _NOT_COPIED:
                setattr(made, name, value)
        made.__qualname__ = namespace.get('__qualname__', typename)
        return made


_NamedTupleBase = type.__new__(_NamedTupleMeta, 'NamedTuple', (), {})


_NOT_GIVEN = object()


def _deprecate_fields(typename, fields, kwargs):
    """3.13: only a list of fields is not deprecated."""
    import warnings
    what, hint = 'Creating NamedTuple classes using keyword arguments', 'Use the class-based or functional syntax instead.'
    if not kwargs:
        what = ("Failing to pass a value for the 'fields' parameter" if fields is _NOT_GIVEN else
                "Passing `None` as the 'fields' parameter")
        hint = ('To create a NamedTuple class with 0 fields using the functional syntax, pass an empty list, e.g. '
                f'`{typename} = NamedTuple({typename!r}, [])`.')
    warnings.warn(f'{what} is deprecated and will be disallowed in Python 3.15. {hint}', DeprecationWarning)


class _NamedTupleFunction:
    def __call__(self, typename, fields=_NOT_GIVEN, /, **kwargs):
        from collections import namedtuple
        has_fields = fields is not None and fields is not _NOT_GIVEN
        if has_fields and kwargs:
            raise TypeError('Either list of fields or keywords can be provided to NamedTuple, not both')
        if not has_fields and sys.version_info >= (3, 13):
            if kwargs and fields is None:
                raise TypeError("Cannot pass `None` as the 'fields' parameter and also specify fields using keyword arguments")
            _deprecate_fields(typename, fields, kwargs)
        pairs = list(fields) if has_fields else list(kwargs.items())
        made = namedtuple(typename, [name for name, _ in pairs])
        made.__annotations__ = {name: _converted(value) for name, value in pairs}
        return made

    def __mro_entries__(self, bases):
        return (_NamedTupleBase,)


NamedTuple = _NamedTupleFunction()


class _TypedDictMeta(type):
    def __new__(metacls, name, bases, namespace, total=True):
        made = type.__new__(metacls, name, (dict,), namespace)
        annotations, required, optional = {}, set(), set()
        for base in bases:
            annotations.update(_annotations_of(base.__dict__))
            required |= base.__dict__.get('__required_keys__', set())
            optional |= base.__dict__.get('__optional_keys__', set())
        for key, value in _annotations_of(namespace).items():
            annotations[key] = value = _converted(value)
            said = value.__args__[0] if isinstance(value, _AnnotatedAlias) else value
            said = getattr(said, '_name', None) if isinstance(said, _GenericAlias) else None
            is_required = total and said != 'NotRequired' or said == 'Required'
            (required if is_required else optional).add(key)
            (optional if is_required else required).discard(key)
        made.__annotations__, made.__total__ = annotations, total
        made.__required_keys__, made.__optional_keys__ = frozenset(required), frozenset(optional)
        return made

    def __call__(cls, /, *args, **kwargs):
        return dict(*args, **kwargs)

    def __instancecheck__(cls, other):
        raise TypeError('TypedDict does not support instance and class checks')

    __subclasscheck__ = __instancecheck__


_TypedDictBase = type.__new__(_TypedDictMeta, 'TypedDict', (), {})


class _TypedDictFunction:
    def __call__(self, typename, fields=None, /, *, total=True, **kwargs):
        if kwargs and sys.version_info >= (3, 13):
            raise TypeError(f'TypedDict() got an unexpected keyword argument {next(iter(kwargs))!r}')
        if kwargs and fields is not None:
            raise TypeError('TypedDict takes either a dict or keyword arguments, but not both')
        if kwargs and sys.version_info >= (3, 11):
            import warnings
            warnings.warn('The kwargs-based syntax for TypedDict definitions is deprecated in Python 3.11, will be removed in '
                          'Python 3.13, and may not be understood by third-party type checkers.', DeprecationWarning)
        return _TypedDictMeta(typename, (), {'__annotations__': dict(fields or kwargs), '__module__': '__main__'}, total)

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
