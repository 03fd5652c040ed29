"""A module."""
from dataclasses import dataclass, field as entry


@dataclass(order=True)
class Point[T](list[T], metaclass=type):
    """A point."""
    x: int = 0
    __hidden: list = entry(default_factory=list)

    def __init__(self, *, x):
        super().__init__()
        self.x, self.__hidden[0] = x, __class__

    @property
    def length(self): return abs(self.x)


def outer():
    count = 0

    def inner():
        nonlocal count
        global total
        count += 1
        total = count
    return inner


type Pair = tuple[int, int]
