"""Abstract base classes. That an abstract class cannot be instantiated is checked by object.__new__."""
import sys


def abstractmethod(funcobj):
    funcobj.__isabstractmethod__ = True
    return funcobj


class abstractclassmethod(classmethod):
    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractstaticmethod(staticmethod):
    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractproperty(property):
    __isabstractmethod__ = True


def _abstracts(cls):
    names = [name for name, value in cls.__dict__.items() if getattr(value, '__isabstractmethod__', False)]
    for base in cls.__bases__:
        for name in getattr(base, '__abstractmethods__', ()):
            if getattr(getattr(cls, name, None), '__isabstractmethod__', False) and name not in names:
                names.append(name)
    return frozenset(names)


def _covers(cls, subclass):
    """issubclass(), where protocols are not particular about what may be asked of them."""
    return cls._abc_covers(subclass) if hasattr(cls, '_abc_covers') else issubclass(subclass, cls)


class ABCMeta(type):
    def __new__(mcls, name, bases, namespace, /, **kwargs):
        cls = super().__new__(mcls, name, bases, namespace, **kwargs)
        cls.__abstractmethods__ = _abstracts(cls)
        cls._abc_registry = []
        return cls

    if sys.version_info < (3, 11):
        # Its parameters took keywords' names away from __init_subclass__; since 3.11 they are positional only.
        _make = __new__

        def __new__(mcls, name, bases, namespace, **kwargs):
            return ABCMeta._make(mcls, name, bases, namespace, **kwargs)

    def register(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError('Can only register classes')
        if not _covers(cls, subclass):
            if _covers(subclass, cls):
                raise RuntimeError('Refusing to create an inheritance cycle')
            cls._abc_registry.append(subclass)
            for mark in '__match_sequence__', '__match_mapping__':      # patterns look for these
                if hasattr(cls, mark) and subclass.__module__ not in ('builtins', 'collections'):
                    setattr(subclass, mark, True)
        return subclass

    def __instancecheck__(cls, instance):
        kind = instance.__class__
        return _covers(cls, kind) or kind is not type(instance) and _covers(cls, type(instance))

    def __subclasscheck__(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError('issubclass() arg 1 must be a class')
        decided = cls.__subclasshook__(subclass)
        if decided is not NotImplemented:
            return decided
        return type.__subclasscheck__(cls, subclass) or any([_covers(other, subclass) for other in cls._abc_registry + cls.__subclasses__()])


class ABC(metaclass=ABCMeta):
    __slots__ = ()


def update_abstractmethods(cls):
    if hasattr(cls, '__abstractmethods__'):
        cls.__abstractmethods__ = _abstracts(cls)
    return cls
