"""Fields of data classes are of three kinds, also where their types are texts; methods that a class has are kept."""
import abc
import asyncio
import dataclasses
import typing
from dataclasses import KW_ONLY, InitVar, dataclass, field
from typing import ClassVar


class ClassVarious:
    pass


@dataclass
class Job:
    name: str
    limit: ClassVar[int] = field(default=3)
    scale: 'InitVar[int]' = 2
    other: 'ClassVarious' = None
    far: 'typing.ClassVar[int]' = 5
    wrong: 'abc.ClassVar[int]' = 6
    done: bool = field(default=False, init=False)
    log: list = field(default_factory=list, repr=False, metadata={'unit': 'line'})

    def __post_init__(self, scale):
        self.log.append(scale)


@dataclass
class Doubled:
    """Has a constructor of its own."""
    x: int

    def __init__(self, x):
        self.x = 2 * x


class Version(abc.ABC):
    number: int

    @abc.abstractmethod
    def __lt__(self, other):
        raise NotImplementedError


class Comparable(abc.ABC):
    @abc.abstractmethod
    def __lt__(self, other):
        raise NotImplementedError


@dataclass(order=True)
class Ordered(Comparable):
    number: int


def show(what):
    try:
        print(what())
    except Exception as error:
        print(type(error).__name__, error)


def make(**body):
    return lambda: dataclass(type('Made', (), {'__annotations__': {name: one[0] for name, one in body.items()},
                                               **{name: one[1] for name, one in body.items() if len(one) > 1}}))


@dataclass
class Counts:
    by_name: dict


@dataclass(frozen=True)
class Cold:
    x: int = 1


@dataclass
class Warm:
    y: int = 2


async def main():
    job = Job('a')
    print(job, vars(job), Job.limit, job.far, [one.name for one in dataclasses.fields(job)])
    print({name: repr(one._field_type) for name, one in Job.__dataclass_fields__.items()})
    print(repr(Job.__dataclass_fields__['log'].metadata), dataclasses.replace(job, name='b', scale=4).log)
    print(Doubled(3), Doubled.__init__.__qualname__)
    await asyncio.sleep(0.1)
    show(make(a=(ClassVar[int], field(default_factory=list))))
    show(make(a=(InitVar, field(default_factory=list))))
    show(make(a=(ClassVar[int], field(kw_only=True))))
    show(make(a=(KW_ONLY,), b=(KW_ONLY,)))
    show(lambda: dataclasses.make_dataclass('Made', ['a', ('b', int), ('c', int, field(default=7))])(1, 2))
    show(lambda: dataclasses.make_dataclass('Made', ['a', 'a']))
    show(lambda: dataclasses.make_dataclass('Made', ['1a']))
    show(lambda: dataclasses.make_dataclass('Made', ['for']))
    show(lambda: dataclasses.make_dataclass('Made', [('a', 'b', 'c', 'd')]))
    show(lambda: dataclass(unsafe_hash=True)(type('Hashed', (), {'__hash__': lambda self: 1})))
    show(lambda: dataclass(frozen=True)(type('Mixed', (Cold, Warm), {})))
    show(lambda: dataclasses.asdict(Counts({'a': [Cold()]})))
    show(lambda: Ordered(1) < Ordered(2))


asyncio.run(main())
show(lambda: dataclass(order=True)(Version))
