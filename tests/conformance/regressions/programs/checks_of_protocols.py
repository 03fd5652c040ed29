"""What protocols with data say to issubclass(), and protocols that derive from others: those are not asked, and inherit that they
may be checked. How a Callable is shown whose parameters are no list; what Signature.bind() misses."""
import collections.abc
import inspect
from typing import Callable, Concatenate, ParamSpec, Protocol, TypeVar, get_args, runtime_checkable

P = ParamSpec('P')
T = TypeVar('T')


@runtime_checkable
class Closable(Protocol):
    def close(self): ...


class Named(Closable, Protocol):
    name: str


class NotAsked(Closable, Protocol):
    def other(self): ...


class Socket:
    name = 'socket'

    def close(self):
        pass


class Open(Socket):
    close = None


for question in (lambda: issubclass(Socket, Named), lambda: isinstance(Socket(), Named), lambda: issubclass(3, Closable),
                 lambda: issubclass(Socket, Closable), lambda: isinstance(3, Closable), lambda: issubclass(Open, Closable),
                 lambda: isinstance(Open(), Closable), lambda: isinstance(3, Named)):
    try:
        print(question())
    except TypeError as error:
        print(error)

for form in (collections.abc.Callable[P, int], collections.abc.Callable[Concatenate[int, P], T], collections.abc.Callable[..., T],
             collections.abc.Callable[[], None], Callable[Concatenate[int, P], T], collections.abc.Callable[[int], T]):
    print(form, get_args(form))


def first(a, /, b, *, c): ...
def second(a, b=1, *, c): ...
def third(*, c): ...


for function, positional, named in ((first, (1, 2), {}), (first, (1,), {'b': 2}), (first, (1, 2, 3), {}), (first, (), {'a': 1}),
                                    (second, (1,), {}), (second, (1, 2), {}), (third, (), {}), (third, (1,), {}), (third, (), {'d': 1})):
    try:
        print(inspect.signature(function).bind(*positional, **named))
    except TypeError as error:
        print(error)
