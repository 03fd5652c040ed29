"""inspect.signature: the parameters of a function, as text and for binding arguments."""
from _sluice import refuse
from collections import OrderedDict
from enum import IntEnum
from functools import partial
from operator import attrgetter
from sys import version_info
from types import FunctionType, GenericAlias, MappingProxyType, MethodType, _annotation_text as formatannotation


class _empty:
    """Stands for a default or an annotation that is not there."""


class _ParameterKind(IntEnum):
    POSITIONAL_ONLY = 0
    POSITIONAL_OR_KEYWORD = 1
    VAR_POSITIONAL = 2
    KEYWORD_ONLY = 3
    VAR_KEYWORD = 4

    def __str__(self):
        return self.name

    @property
    def description(self):
        return ('positional-only', 'positional or keyword', 'variadic positional', 'keyword-only', 'variadic keyword')[self]


class Parameter:
    empty = _empty
    (POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD, VAR_POSITIONAL, KEYWORD_ONLY, VAR_KEYWORD) = _ParameterKind

    __slots__ = ('_name', '_kind', '_default', '_annotation')
    name, kind, default, annotation = [property(attrgetter(slot)) for slot in __slots__]

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        try:
            kind = _ParameterKind(kind)
        except ValueError:
            raise ValueError(f'value {kind!r} is not a valid Parameter.kind') from None
        if default is not _empty and kind in (2, 4):
            raise ValueError(f'{kind.description} parameters cannot have default values')
        if name is _empty:
            raise ValueError('name is a required attribute for Parameter')
        if not isinstance(name, str):
            raise TypeError(f'name must be a str, not a {type(name).__name__}')
        if not name.isidentifier():
            raise ValueError(f'{name!r} is not a valid parameter name')
        self._name, self._kind, self._default, self._annotation = name, kind, default, annotation

    def replace(self, *, name=_empty, kind=_empty, default=_empty, annotation=_empty):
        given = {'name': name, 'kind': kind, 'default': default, 'annotation': annotation}
        values = {key: getattr(self, key) if value is _empty else value for key, value in given.items()}
        return Parameter(values.pop('name'), values.pop('kind'), **values)

    def __str__(self):
        text = self.name
        if self.annotation is not _empty:
            text += f': {formatannotation(self.annotation)}'
        if self.default is not _empty:
            text += f' = {self.default!r}' if self.annotation is not _empty else f'={self.default!r}'
        return '*' * {2: 1, 4: 2}.get(int(self.kind), 0) + text

    def __repr__(self):
        return f'<Parameter "{self}">'

    def __eq__(self, other):
        if not isinstance(other, Parameter):
            return NotImplemented
        return self._parts() == other._parts()

    def __hash__(self):
        return hash(self._parts())

    def _parts(self):
        return self._name, self._kind, self._annotation, self._default


class BoundArguments:
    __slots__ = ('arguments', '_signature')
    signature = property(attrgetter('_signature'))

    def __init__(self, signature, arguments):
        self._signature, self.arguments = signature, arguments

    def __eq__(self, other):
        if not isinstance(other, BoundArguments):
            return NotImplemented
        return self.signature == other.signature and self.arguments == other.arguments

    @property
    def args(self):
        args = []
        for name, parameter in self.signature.parameters.items():
            if parameter.kind > 2 or name not in self.arguments:
                break
            args += self.arguments[name] if parameter.kind == 2 else [self.arguments[name]]
        return tuple(args)

    @property
    def kwargs(self):
        kwargs, is_named = {}, False
        for name, parameter in self.signature.parameters.items():
            is_named = is_named or parameter.kind > 2 or name not in self.arguments and parameter.kind != 2
            if is_named and name in self.arguments:
                kwargs.update(self.arguments[name] if parameter.kind == 4 else {name: self.arguments[name]})
        return kwargs

    def apply_defaults(self):
        arguments = {}
        for name, parameter in self.signature.parameters.items():
            if name in self.arguments:
                arguments[name] = self.arguments[name]
            elif parameter.default is not _empty:
                arguments[name] = parameter.default
            elif parameter.kind in (2, 4):
                arguments[name] = () if parameter.kind == 2 else {}
        self.arguments = arguments

    def __repr__(self):
        return f"<{self.__class__.__name__} ({', '.join([f'{name}={value!r}' for name, value in self.arguments.items()])})>"


class Signature:
    empty = _empty

    __slots__ = ('_parameters', '_return_annotation')
    parameters, return_annotation = [property(attrgetter(slot)) for slot in __slots__]

    def __init__(self, parameters=None, *, return_annotation=_empty):
        by_name, last, has_default = OrderedDict(), None, False
        for one in parameters or ():
            if last is not None and one.kind < last:
                raise ValueError(f'wrong parameter order: {last.description} parameter before {one.kind.description} parameter')
            if one.kind < 2 and one.default is _empty and has_default:
                raise ValueError('non-default argument follows default argument')
            if one.name in by_name:
                raise ValueError(f'duplicate parameter name: {one.name!r}')
            has_default = has_default or one.kind < 2 and one.default is not _empty
            by_name[one.name], last = one, one.kind
        self._parameters, self._return_annotation = MappingProxyType(by_name), return_annotation

    def replace(self, *, parameters=_empty, return_annotation=_empty):
        return Signature(self.parameters.values() if parameters is _empty else parameters,
                         return_annotation=self.return_annotation if return_annotation is _empty else return_annotation)

    def _bind(self, args, kwargs, partial):
        arguments, left, by_place, misnamed = {}, list(args), True, []
        for name, parameter in self.parameters.items():
            if parameter.kind == 2:
                if left:
                    arguments[name] = tuple(left)
                left, by_place = [], False
            elif left and parameter.kind > 2:
                raise TypeError('too many positional arguments')
            elif parameter.kind == 4:
                continue
            elif left and parameter.kind < 2:
                if parameter.kind == 1 and name in kwargs:
                    raise TypeError(f'multiple values for argument {name!r}')
                arguments[name] = left.pop(0)
            elif name in kwargs and parameter.kind != 0:
                arguments[name], by_place = kwargs.pop(name), False
            elif parameter.kind == 0 and name in kwargs and (by_place or version_info < (3, 13)):
                if version_info < (3, 13):
                    raise TypeError(f'{name!r} parameter is positional only, but was passed as a keyword')
                if parameter.default is _empty and version_info >= (3, 14):
                    raise TypeError(f'missing a required positional-only argument: {name!r}')
                misnamed.append(name)
            elif parameter.default is _empty and not partial:
                kind = ' keyword-only' if by_place and parameter.kind == 3 and version_info >= (3, 12) else ''
                raise TypeError(f'missing a required{kind} argument: {name!r}')
            else:
                by_place = False
        if left:
            raise TypeError('too many positional arguments')
        rest = next((one.name for one in self.parameters.values() if one.kind == 4), None)
        if misnamed and rest is None:
            raise TypeError(f"got some positional-only arguments passed as keyword arguments: {', '.join(misnamed)!r}")
        if kwargs and rest is None:
            raise TypeError(f'got an unexpected keyword argument {next(iter(kwargs))!r}')
        if kwargs:
            arguments[rest] = kwargs
        return BoundArguments(self, arguments)

    def bind(self, /, *args, **kwargs):
        return self._bind(args, kwargs, False)

    def bind_partial(self, /, *args, **kwargs):
        return self._bind(args, kwargs, True)

    def __str__(self):
        parts, needs_slash, needs_star = [], False, True
        for parameter in self.parameters.values():
            if needs_slash and parameter.kind != 0:
                parts.append('/')
            needs_slash = parameter.kind == 0
            if parameter.kind == 2:
                needs_star = False
            elif parameter.kind == 3 and needs_star:
                parts.append('*')
                needs_star = False
            parts.append(str(parameter))
        if needs_slash:
            parts.append('/')
        end = '' if self.return_annotation is _empty else f' -> {formatannotation(self.return_annotation)}'
        return f"({', '.join(parts)}){end}"

    def __repr__(self):
        return f'<Signature {self}>'

    def __eq__(self, other):
        if not isinstance(other, Signature):
            return NotImplemented
        return self._parts() == other._parts()

    def __hash__(self):
        return hash(self._parts())

    def _parts(self):
        """What makes signatures equal: keyword-only parameters may stand in any order."""
        ordered = tuple([one for one in self.parameters.values() if one.kind != 3])
        return ordered, frozenset([one for one in self.parameters.values() if one.kind == 3]), self.return_annotation


def _of_dataclass(function, positional, keyword_only):
    """The `__init__` that a dataclass got, which takes whatever comes and looks at it itself."""
    from dataclasses import MISSING, _DefaultFactory
    is_taken = any([one.name == 'self' for one in positional + keyword_only])
    parameters = [Parameter('__dataclass_self__' if is_taken else 'self', 1)]
    for one in positional + keyword_only:
        default = _empty if one.default is MISSING else one.default
        if one.default_factory is not MISSING:
            default = _DefaultFactory()
        parameters.append(Parameter(one.name, 3 if one.kw_only else 1, default=default, annotation=one.type))
    return Signature(parameters, return_annotation=None)


def _of_function(function):
    if '_dataclass_parameters' in function.__dict__:
        return _of_dataclass(function, *function._dataclass_parameters)
    code = function.__code__
    names = code.co_varnames
    positional, only = code.co_argcount, code.co_posonlyargcount
    defaults = function.__defaults__ or ()
    hints = function.__annotations__
    parameters = []
    for i, name in enumerate(names[:positional]):
        at = i - positional + len(defaults)
        parameters.append(Parameter(name, 0 if i < only else 1, default=defaults[at] if at >= 0 else _empty,
                                    annotation=hints.get(name, _empty)))
    place = positional + code.co_kwonlyargcount
    if code.co_flags & 4:
        parameters.append(Parameter(names[place], 2, annotation=hints.get(names[place], _empty)))
        place += 1
    for name in names[positional:positional + code.co_kwonlyargcount]:
        parameters.append(Parameter(name, 3, default=(function.__kwdefaults__ or {}).get(name, _empty),
                                    annotation=hints.get(name, _empty)))
    if code.co_flags & 8:
        parameters.append(Parameter(names[place], 4, annotation=hints.get(names[place], _empty)))
    return Signature(parameters, return_annotation=hints.get('return', _empty))


def _without_first(signature):
    return signature.replace(parameters=list(signature.parameters.values())[1:])


def _of_partial(obj):
    """Source: CPython's _signature_get_partial."""
    of, only_named = signature(obj.func), False
    left = OrderedDict(of.parameters)
    try:
        given = of.bind_partial(*obj.args, **obj.keywords).arguments
    except TypeError as error:
        raise ValueError(f'partial object {obj!r} has incorrect arguments') from error
    for name, parameter in of.parameters.items():
        if name in given and (parameter.kind == 0 or parameter.kind == 1 and name not in obj.keywords):
            del left[name]
            continue
        if name in given and parameter.kind in (1, 3):
            only_named = only_named or parameter.kind == 1
            left[name] = parameter.replace(default=given[name])
        if only_named and parameter.kind == 2:
            del left[name]
        elif only_named and parameter.kind:
            if parameter.kind == 1:
                left[name] = left[name].replace(kind=3)
            left.move_to_end(name)
    return of.replace(parameters=left.values())


def _refuse_signature(obj):
    refuse(f'inspect.signature of {obj!r}', 'give it a function, a method or a class with an __init__ of its own')


def _of_named_tuple(cls):
    hints = getattr(cls, '__annotations__', {})
    return Signature([Parameter(name, 1, default=cls._field_defaults.get(name, _empty), annotation=hints.get(name, _empty))
                      for name in cls._fields])


def _of_class(cls):
    """A metaclass's __call__, else __new__ or __init__, whichever the first class has that has one."""
    call = getattr(type(cls), '__call__', None)
    if isinstance(call, FunctionType):
        if type(cls).__module__ == 'enum':
            _refuse_signature(cls)
        return _without_first(signature(call))
    for base in cls.__mro__:
        for name in ('__new__', '__init__'):
            method = getattr(cls, name)
            if name == '__new__' and '_field_defaults' in base.__dict__:
                return _of_named_tuple(base)
            if name in base.__dict__ and isinstance(method, FunctionType):
                return _without_first(signature(method))
    if cls.__init__ is not object.__init__ or cls.__new__ is not object.__new__ or len(cls.__mro__) < 2:
        _refuse_signature(cls)
    return Signature()


def signature(obj, *, follow_wrapped=True):
    if not callable(obj):
        raise TypeError(f'{obj!r} is not a callable object')
    if isinstance(obj, MethodType):
        return _without_first(signature(obj.__func__))
    while follow_wrapped and hasattr(obj, '__wrapped__'):
        obj = obj.__wrapped__
    if hasattr(obj, '__signature__'):
        return obj.__signature__
    if isinstance(obj, FunctionType):
        return _of_function(obj)
    if isinstance(obj, partial):
        return _of_partial(obj)
    if isinstance(obj, type):
        return _of_class(obj)
    if obj == object.__init__:
        return Signature([Parameter('self', 0), Parameter('args', 2), Parameter('kwargs', 4)])
    if isinstance(getattr(type(obj), '__call__', None), FunctionType):
        return _without_first(signature(type(obj).__call__))
    _refuse_signature(obj)
