# A file of a package, run alone: a relative import that is looked at fails as in CPython, one that is not does no harm.
# And inspect.getfullargspec and isabstract, which such files ask about functions and classes.
from __future__ import annotations

import asyncio
from abc import ABC, abstractmethod
from functools import partial, wraps
from inspect import getfullargspec, isabstract, signature
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .models import User
    from . import helpers
    from ..core import *

try:
    from .settings import DELAY
except ImportError as error:
    print(type(error).__name__, error, error.name)
    DELAY = 0.1


def traced(function):
    @wraps(function)
    async def wrapper(*args, **named):
        return await function(*args, **named)
    return wrapper


class Service:
    def __init__(self, name: str, /, size: int = 2, *parts, deep=None, **rest) -> None:
        self.name = name

    async def fetch(self, key, *, timeout: float = DELAY) -> User:
        await asyncio.sleep(timeout)
        return key

    @classmethod
    def build(cls, *names): ...

    def __call__(self, x, y=1): ...


class Handler(ABC):
    known = []

    def __init_subclass__(cls, **named):
        super().__init_subclass__(**named)
        if not isabstract(cls):
            Handler.known.append(cls.__name__)

    @abstractmethod
    async def handle(self): ...

    @property
    @abstractmethod
    def name(self): ...


class Half(Handler):
    async def handle(self): ...


class Whole(Half):
    name = 'whole'


class Again(Whole):
    @abstractmethod
    def more(self): ...


async def main():
    print(Handler.known, [isabstract(what) for what in (Handler, Half, Whole, Again, Service, int, 3, Whole())])
    service = Service('s')
    print(await traced(service.fetch)('key'))
    for what in (partial(service.fetch, 'k'), partial(Service.fetch, key=1), partial(lambda a, b, /, c=2, *d, e, **f: 0, 1, c=3),
                 partial(service.fetch)):
        print(signature(what))
    for what in (Service, service, service.fetch, Service.build, traced(service.fetch), lambda: 0, lambda a, b=1, c=2: 0,
                 partial(service.fetch, 'k')):
        print(*getfullargspec(what), sep=' | ')
    print(getfullargspec(Service.fetch)._fields)
    try:
        getfullargspec(3)
    except TypeError as error:
        print(error)
    from . import models


asyncio.run(main())
