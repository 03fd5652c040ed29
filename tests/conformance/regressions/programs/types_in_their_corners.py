"""What classes and their tools say of themselves. Regressions:
an enumeration of numbers or texts with a `__str__` of its own did not use it in an f-string;
a dataclass had no signature, and its `__init__` no annotations; since 3.13 its fields are compared one by one;
mappingproxy lacked operators, and took what is no mapping;
a namespace that contains itself; subclasses of partial and SimpleNamespace have their own names;
a metaclass whose `__prepare__` gives no mapping ended the run."""
import asyncio
import copy
import dataclasses
import enum
import functools
import heapq
import inspect
import operator
import types
import typing


def tell(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)


class Level(enum.IntEnum):
    LOW = 1

    def __str__(self):
        return self.name.lower()


class Colour(str, enum.Enum):
    RED = 'r'

    def __str__(self):
        return self.name.lower()


tell(lambda: f'{Level.LOW} {Level.LOW:>5} {Level.LOW!s} %d %s' % (Level.LOW, Level.LOW))
tell(lambda: f'{Colour.RED} {Colour.RED:>5} {Colour.RED!s}')


@dataclasses.dataclass
class Job:
    name: str
    steps: list = dataclasses.field(default_factory=list)
    done: bool = dataclasses.field(default=False, init=False)
    cost: float = dataclasses.field(default=1.5, kw_only=True)


tell(lambda: inspect.signature(Job))
tell(lambda: inspect.signature(Job.__init__))
tell(lambda: Job.__init__.__annotations__)
tell(lambda: inspect.signature(Job).bind('a', cost=2))
tell(lambda: inspect.signature(type('Empty', (), {})))
nan = float('nan')
tell(lambda: Job('a', cost=nan) == Job('a', cost=nan))
tell(lambda: dataclasses.make_dataclass('Made', ['a'])(1).__module__)


class Queue:
    push = heapq.heappush
    reduce = functools.reduce
    add = operator.add


tell(lambda: Queue().push([], 1))
tell(lambda: Queue().reduce(Queue().add, [1, 2, 3]))
tell(lambda: functools.partial(operator.mul, 2))
tell(lambda: [heapq.heappop, functools.reduce, functools.cmp_to_key])


class Given(functools.partial):
    pass


class Place(types.SimpleNamespace):
    pass


place = Place(x=1)
place.here = [place]
tell(lambda: Given(len, 1, end=''))
tell(lambda: place)
tell(lambda: types.SimpleNamespace(a=types.SimpleNamespace()))
tell(lambda: type(functools.lru_cache(len).cache_info()))

view = types.MappingProxyType({'a': 1, 'b': 2})
tell(lambda: (view | {'c': 3}, {'c': 3} | view, list(reversed(view))))
tell(lambda: operator.ior(view, {}))
tell(lambda: types.MappingProxyType([1]))
tell(lambda: copy.deepcopy({'a': int | None, 'b': list[int]}))
tell(lambda: {int | str: 'found'}[typing.Union[str, int]])


class Base:
    def name(self):
        return 'base'


class Derived(Base):
    def name(self):
        return self.__up.name() + ' of derived'


class Kept:
    def __set__(self, instance, value):
        instance.__dict__['field'] = value * 2


class Holder:
    field = Kept()


Derived._Derived__up = super(Derived)
holder = Holder()
holder.field = 21
tell(lambda: (Derived().name(), holder.field, hasattr(object(), '__dict__')))


class Loose(type):
    @classmethod
    def __prepare__(*args):
        return None


def make_loose():
    class Made(metaclass=Loose):
        pass


tell(make_loose)


@typing.runtime_checkable
class Runs(typing.Protocol):
    def run(self): ...


@typing.runtime_checkable
class Named(typing.Protocol):
    name: str

    def run(self): ...


class Worker:
    async def run(self):
        await asyncio.sleep(0)
        return 'ran'


class Idle(Worker):
    run = None


class Called:
    def __init__(self):
        self.__name__ = 'called'

    def __call__(self, other):
        return other


tell(lambda: repr(types.MethodType(Called(), 3)))


async def main():
    for one in Worker(), Idle():
        print(isinstance(one, Runs), issubclass(type(one), Runs), isinstance(one, Named))
    tell(lambda: issubclass(Place, Named))
    print(await Worker().run())


asyncio.run(main())
