"""Names for the builtin types, and SimpleNamespace."""
import abc
import sys
from _sluice import mark_coroutine, refuse as _refuse


def _function():
    yield


async def _coroutine():
    pass


async def _async_generator():
    yield


_made = _coroutine()
FunctionType = LambdaType = type(_function)
GeneratorType = type(_function())
CoroutineType = type(_made)
AsyncGeneratorType = type(_async_generator())
_made.close()
BuiltinFunctionType = BuiltinMethodType = type(len)
NoneType = type(None)
EllipsisType = type(Ellipsis)
NotImplementedType = type(NotImplemented)
ModuleType = type(abc)


class _Class:
    def method(self):
        pass


MethodType = type(_Class().method)


GenericAlias = type(list[int])
UnionType = type(int | None)
CodeType = type(_function.__code__)


def _traceback_of_here():
    try:
        raise TypeError
    except TypeError as error:
        return error.__traceback__


TracebackType = type(_traceback_of_here())
FrameType = type(_traceback_of_here().tb_frame)


def coroutine(func):
    if not callable(func):
        raise TypeError('types.coroutine() expects a callable')
    if isinstance(func, FunctionType):
        if func.__code__.co_flags & 0x180:
            return func
        if func.__code__.co_flags & 0x20:
            return mark_coroutine(func)
    return _wrapped_coroutine(func)


def _wrapped_coroutine(func):
    import functools

    @mark_coroutine
    def driver(generator):
        return (yield from generator)

    @functools.wraps(func)
    def wrapped(*args, **kwargs):
        made = func(*args, **kwargs)
        if isinstance(made, GeneratorType):
            return driver(made)
        return made
    return wrapped


_in_repr = []       # namespaces whose repr is being made: one that contains itself is shown as ...


class SimpleNamespace:
    def __init__(self, mapping=(), /, **kwargs):
        self.__dict__.update(mapping)
        self.__dict__.update(kwargs)

    def __repr__(self):
        name = 'namespace' if type(self) is SimpleNamespace else type(self).__name__
        if any(one is self for one in _in_repr):
            return f'{name}(...)'
        _in_repr.append(self)
        try:
            return f"{name}({', '.join([f'{key}={value!r}' for key, value in self.__dict__.items()])})"
        finally:
            _in_repr.pop()

    def __eq__(self, other):
        if isinstance(other, SimpleNamespace):
            return self.__dict__ == other.__dict__
        return NotImplemented


class DynamicClassAttribute:
    """A property of instances that the class does not have."""

    def __init__(self, fget=None, fset=None, fdel=None, doc=None):
        self.fget, self.fset, self.fdel = fget, fset, fdel
        self.__doc__ = doc or fget.__doc__
        self.overwrite_doc = doc is None
        self.__isabstractmethod__ = bool(getattr(fget, '__isabstractmethod__', False))

    def __get__(self, instance, ownerclass=None):
        if instance is None:
            if self.__isabstractmethod__:
                return self
            raise AttributeError
        if self.fget is None:
            raise AttributeError('unreadable attribute')
        return self.fget(instance)

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError("can't set attribute")
        self.fset(instance, value)

    def __delete__(self, instance):
        if self.fdel is None:
            raise AttributeError("can't delete attribute")
        self.fdel(instance)

    def _changed(self, fget, fset, fdel, doc):
        result = type(self)(fget, fset, fdel, doc)
        result.overwrite_doc = self.overwrite_doc
        return result

    def getter(self, fget):
        return self._changed(fget, self.fset, self.fdel, self.overwrite_doc and fget.__doc__ or self.__doc__)

    def setter(self, fset):
        return self._changed(self.fget, fset, self.fdel, self.__doc__)

    def deleter(self, fdel):
        return self._changed(self.fget, self.fset, fdel, self.__doc__)


class MappingProxyType:
    """A mapping that cannot be changed through this object."""
    __module__ = 'builtins'
    __class_getitem__ = classmethod(GenericAlias)
    _is_of_class = False

    def __init__(self, mapping):
        if isinstance(mapping, (list, tuple)) or not hasattr(type(mapping), '__getitem__'):
            raise TypeError(f'mappingproxy() argument must be a mapping, not {type(mapping).__name__}')
        self._mapping = mapping._mapping if isinstance(mapping, MappingProxyType) else mapping

    def __getitem__(self, key):
        return self._mapping[key]

    def __str__(self):
        return repr(self)[13:-1]

    def __iter__(self):
        return iter(self._mapping)

    def __len__(self):
        self._refuse_to_count()
        return len(self._mapping)

    def _refuse_to_count(self):
        """A class has some names of CPython's own besides: `__weakref__`, and as many as the version has."""
        if self._is_of_class:
            _refuse('the whole __dict__ of a class', 'take the names in it that do not begin with an underscore')

    def __contains__(self, key):
        return key in self._mapping

    def __reversed__(self):
        return reversed(self._mapping)

    def __or__(self, other):
        left, right = [one._mapping if isinstance(one, MappingProxyType) else one for one in (self, other)]
        return left | right

    def __ror__(self, other):
        return other | self._mapping

    def __ior__(self, other):
        raise TypeError("'|=' is not supported by mappingproxy; use '|' instead")

    def get(self, key, default=None):
        return self._mapping.get(key, default)

    def keys(self):
        return self._mapping.keys()

    def values(self):
        return self._mapping.values()

    def items(self):
        return self._mapping.items()

    def copy(self):
        return self._mapping.copy()

    def __repr__(self):
        self._refuse_to_count()
        return f'mappingproxy({self._mapping!r})'

    def __eq__(self, other):
        return self._mapping == (other._mapping if isinstance(other, MappingProxyType) else other)

    if sys.version_info >= (3, 12):
        def __hash__(self):
            return hash(self._mapping)


def _view_of_class(names):
    view = MappingProxyType(names)
    view._is_of_class = True
    return view


MappingProxyType.__name__ = MappingProxyType.__qualname__ = 'mappingproxy'


class _member_descriptor:
    """What a class has for a name in its __slots__."""
    def __init__(self, name, owner):
        self.__name__, self.__objclass__ = name, owner

    def __get__(self, instance, owner=None):
        return self if instance is None else object.__getattribute__(instance, self.__name__)

    def __set__(self, instance, value):
        object.__setattr__(instance, self.__name__, value)

    def __repr__(self):
        return f'<member {self.__name__!r} of {self.__objclass__.__name__!r} objects>'


_member_descriptor.__name__ = _member_descriptor.__qualname__ = 'member_descriptor'
_member_descriptor.__module__ = 'builtins'


def _annotations_of(namespace):
    """Those of a class's body; since 3.14, with forward references for names without a value."""
    found = namespace.get('__annotations__', namespace.get('__annotations_cache__'))
    annotate = namespace.get('__annotate_func__')
    if found is None and annotate is not None:
        try:
            found = annotate(1)
        except NameError:
            found = annotate(2)
    return found or {}


def _annotation_text(annotation):
    """inspect.formatannotation, which dataclasses need too."""
    if getattr(annotation, '__module__', None) == 'typing':
        return repr(annotation).replace('typing.', '')
    if isinstance(annotation, type) and not isinstance(annotation, GenericAlias):
        name = annotation.__qualname__
        return name if annotation.__module__ == 'builtins' else f'{annotation.__module__}.{name}'
    return repr(annotation)
