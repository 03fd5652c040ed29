"""Expressions of types with type variables take their arguments later: list[T][int] is list[int], and the number of arguments is checked."""
import asyncio
import collections.abc
from typing import Annotated, Any, Awaitable, Callable, Dict, Generic, List, Literal, Optional, TypeVar, Union

T = TypeVar("T")
U = TypeVar("U")
Handler = Callable[[T], Awaitable[None]]


class Box(Generic[T]):
    def __init__(self, content: T):
        self.content = content


def show(make):
    try:
        made = make()
        print(made.content if isinstance(made, Box) else made)
    except TypeError as error:
        print("TypeError:", error)


async def main():
    for make in (
        lambda: list[T][int], lambda: dict[T, U][int, str], lambda: dict[str, list[T]][int], lambda: tuple[T, ...][int],
        lambda: dict[T, T].__parameters__, lambda: list[int].__parameters__, lambda: list[T]["X"], lambda: list[T][None],
        lambda: dict[str, int][5], lambda: dict[T, U][int], lambda: list[T][int, str], lambda: asyncio.Queue[int][str],
        lambda: (list[T] | None)[int], lambda: (list[T] | dict[T, U]).__parameters__, lambda: (int | str)[int],
        lambda: collections.abc.Awaitable[T][bytes],
    ):
        show(make)
    await asyncio.sleep(0)
    for make in (
        lambda: Handler[int], lambda: Handler.__parameters__, lambda: Dict[str, T][int], lambda: List[int][str], lambda: Dict[T, U][int],
        lambda: Optional[list[T]][str], lambda: Union[T, U, None][int, str], lambda: Annotated[T, 5][int], lambda: Literal[1][2],
        lambda: Any[int], lambda: dict[str, List[T]][int],
        lambda: Box[int], lambda: Box[T][int], lambda: Box[int][str], lambda: Box[list[T]][int], lambda: Box[T][str]("inside"),
    ):
        show(make)
    for make in (lambda: List[int].nothing, lambda: List.nothing, lambda: Any.nothing, lambda: Callable[[int], str].nothing, lambda: Literal[1].nothing):
        try:
            print(make())
        except AttributeError as error:
            print("AttributeError:", error)
    show(lambda: 10**400 @ 1.5)


asyncio.run(main())
