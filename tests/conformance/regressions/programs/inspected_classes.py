"""What classes and functions tell of themselves: the signature of a data class, of a class with `__new__` or a metaclass that
is called, of a named tuple; the member that a class has for a slot; functions and special methods that CPython has in C."""
import asyncio
import collections
import functools
import heapq
import inspect
import operator
import typing
import weakref
from dataclasses import KW_ONLY, InitVar, dataclass, field


@dataclass
class Job:
    name: str
    seed: InitVar[int]
    kind: typing.ClassVar[str] = 'job'
    _: KW_ONLY
    tags: list[str] = field(default_factory=list)
    parent: 'typing.Optional[Job]' = None
    state: int = field(default=4, init=False)


@dataclass
class Unusual:
    self: int = 1


class Once(type):
    made = {}

    def __call__(cls, *args, key=None):
        if cls not in cls.made:
            cls.made[cls] = super().__call__(*args)
        return cls.made[cls]


class Settings(metaclass=Once):
    def __init__(self, url: str):
        self.url = url


class Made:
    def __new__(cls, target, *rest, **named):
        return object.__new__(cls)

    def __init__(self, target, on_end=None):
        pass


class MadeAnew(Made):
    def __init__(self, size):
        pass


class Plain:
    pass


class Point(typing.NamedTuple):
    x: int
    y: float = 0.5


@dataclass(frozen=True, slots=True)
class Slotted:
    count: int = 5


class Base:
    __slots__ = ('first',)


class Derived(Base):
    __slots__ = ('second', '__own')


def signatures():
    for cls in (Job, Unusual, Settings, Made, MadeAnew, Plain, Point, collections.namedtuple('Pair', 'a b', defaults=[0]), Slotted):
        print(cls.__name__, inspect.signature(cls))
    print(inspect.signature(Job.__init__), inspect.signature(Unusual.__init__))
    print(Job.__init__.__annotations__, typing.get_type_hints(Job.__init__)['parent'])
    for parameter in inspect.signature(Job).parameters.values():
        print(parameter, parameter.kind, parameter.default, parameter.annotation)
    print(inspect.signature(Job).bind('n', 1, tags=['x']))
    try:
        inspect.signature(Job).bind('n')
    except TypeError as error:
        print(error)


def slots():
    print(Slotted.count, hasattr(Slotted, 'count'), Base.first, Derived.first, Derived.second.__objclass__.__name__)
    print(hasattr(Base, 'second'), Derived._Derived__own, type(Base.first).__name__)
    one = Derived()
    one.first = 3
    print(Base.first.__get__(one), Derived.first.__get__(one, Derived))
    Base.first.__set__(one, 9)
    print(one.first)
    print([name for name in vars(Job) if name.startswith('__dataclass')])


def native():
    print(operator.add, functools.partial(operator.mul, 2), functools.reduce, heapq.heappush, operator.not_.__module__)
    print(operator.methodcaller('split', ',', maxsplit=1), heapq.nlargest.__module__, functools.cmp_to_key)
    print(object.__init__, list.__len__, list.append, dict.__getitem__, dict.__setitem__, int.__add__, object.__repr__)
    print(set.__contains__, tuple.__contains__, float.__round__, str.__eq__, type.__call__)
    for cls in (weakref.ref, collections.deque, functools.partial, asyncio.Future, operator.itemgetter, asyncio.Lock, int):
        try:
            print(cls.nothing)
        except AttributeError as error:
            print(error)
    print(hasattr(functools.partial(len), '_make_unbound_method'), repr(inspect.Parameter.empty))
    info = functools.lru_cache(len).cache_info()
    print(info, type(info), info == functools._CacheInfo(0, 0, 128, 0))


async def main():
    signatures()
    slots()
    native()


asyncio.run(main())
