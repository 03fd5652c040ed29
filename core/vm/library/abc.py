"""Abstract base classes. That an abstract class cannot be instantiated is checked by object.__new__."""
import sys


def abstractmethod(funcobj):
    funcobj.__isabstractmethod__ = True
    return funcobj


class ABCMeta(type):
    def __new__(mcls, name, bases, namespace, /, **kwargs):
        cls = super().__new__(mcls, name, bases, namespace, **kwargs)
        abstracts = [name for name, value in namespace.items() if getattr(value, '__isabstractmethod__', False)]
        for base in bases:
            for name in getattr(base, '__abstractmethods__', ()):
                if getattr(getattr(cls, name, None), '__isabstractmethod__', False) and name not in abstracts:
                    abstracts.append(name)
        cls.__abstractmethods__ = frozenset(abstracts)
        cls._abc_registry = []
        return cls

    if sys.version_info < (3, 11):
        # Its parameters took keywords' names away from __init_subclass__; since 3.11 they are positional only.
        _make = __new__

        def __new__(mcls, name, bases, namespace, **kwargs):
            return ABCMeta._make(mcls, name, bases, namespace, **kwargs)

    def register(cls, subclass):
        cls._abc_registry.append(subclass)
        return subclass

    def __instancecheck__(cls, instance):
        return cls.__subclasscheck__(type(instance))

    def __subclasscheck__(cls, subclass):
        return type.__subclasscheck__(cls, subclass) or any(issubclass(subclass, other) for other in cls._abc_registry)


class ABC(metaclass=ABCMeta):
    __slots__ = ()


def update_abstractmethods(cls):
    return cls
