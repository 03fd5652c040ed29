# Regression: values of typing and of collections.abc were kept as written; they have the members, origins and texts that
# CPython's have: unions without repetitions, None as its type, callables with their arguments in a list.
import asyncio
import collections.abc as ca, typing as t
print(ca.Callable[[int], str], ca.Callable[..., int], ca.Awaitable[int], t.Callable[..., int], t.Callable[[], None], t.Callable)
print(t.Callable[[int], str].__args__, t.get_args(t.Callable[[int], str]), t.get_origin(t.Callable[[int], str]))
print(t.Dict[str, t.List[int]], t.Tuple[int, ...], t.Optional[t.List[str]], t.Union[int, None, str], t.Any, t.Awaitable[None], t.Type[int], t.ClassVar[int], t.Annotated[int, "x"])
print(t.get_args(t.Dict[str, int]), t.get_origin(t.List[int]), t.get_origin(list[int]), t.get_args(t.Optional[int]))
T = t.TypeVar("T", bound=int); print(T, T.__name__, T.__bound__, t.TypeVar("U", int, str).__constraints__, t.TypeVar("V", covariant=True))
print(t.Union[int, int], t.Union[int], t.Optional[None], t.Literal[1, "a", True], t.NoReturn, t.AsyncIterator[int], t.Coroutine[t.Any, t.Any, int])
def f(a: "int", b: t.List["str"] = None, *c: float, **d: t.Any) -> "t.Optional[int]": ...
print(t.get_type_hints(f))
print(f.__annotations__)
print(isinstance([], t.List), isinstance(print, t.Callable), isinstance(f, t.Hashable), issubclass(dict, t.Mapping), isinstance(3, t.Union[int, str]))
for g in (lambda: isinstance(1, t.List[int]), lambda: isinstance(1, t.Any), lambda: t.List()):
    try: print(g())
    except TypeError as e: print(e)
U = t.NewType("U", int); print(U, U.__name__, t.Optional[U], t.List[U])
class It(ca.AsyncIterator[int]):
    async def __anext__(self): raise StopAsyncIteration
print(It.__mro__[1].__name__, isinstance(It(), t.AsyncIterator))
class Node(t.Generic[T]):
    nxt: t.Optional["Node[T]"] = None
print(Node[int], t.Optional[Node], Node.__annotations__)
class St(t.Generic[T], t.Dict[str, T]): pass
print(St(a=1), St[int])
print(t.Union[int, str] == t.Union[str, int], t.Optional[int] == t.Union[int, None], {t.Union[int, str]: 1}, t.Union[int, t.Union[str, float]], t.Optional[t.Union[int, str]], t.List[t.Any], t.Union["A", int])
print(int | None, list[int] | None, t.List[int] | None)


class Movie(t.TypedDict, total=False):
    title: str
    year: int


class Sequel(Movie):
    number: int


print(Movie.__annotations__, Movie.__total__, Sequel.__required_keys__, sorted(Sequel.__optional_keys__), Sequel(number=2))


async def main():
    await asyncio.sleep(0)

asyncio.run(main())
