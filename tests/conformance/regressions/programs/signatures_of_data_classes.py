"""The signature of a data class is that of the __init__ that CPython writes for it; classes without an __init__ have one, too."""
import inspect
from dataclasses import KW_ONLY, InitVar, dataclass, field
from typing import Any, ClassVar


@dataclass
class Service:
    url: str
    retries: int = 3


@dataclass(frozen=True, slots=True)
class Job:
    number: int
    tags: list = field(default_factory=list)


@dataclass
class Derived(Service):
    start: InitVar[int] = 0
    limit: ClassVar[int] = 9
    state: str = field(init=False, default='new')
    _: KW_ONLY
    extra: Any = None

    def __post_init__(self, start):
        self.state = f'started at {start}'


class Plain:
    pass


class Made:
    def __new__(cls, number: int = 1):
        return super().__new__(cls)


for cls in (Service, Job, Derived, Plain, Made):
    print(cls.__name__, inspect.signature(cls))
print(inspect.signature(Service.__init__), list(inspect.signature(Derived).parameters))
print(inspect.signature(Service).bind('http', retries=5), inspect.signature(Job).parameters['tags'].default)
print({name: parameter.annotation for name, parameter in inspect.signature(Service.__init__).parameters.items()})
print(Job.__doc__)
