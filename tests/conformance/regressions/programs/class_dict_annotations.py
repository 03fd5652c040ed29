"""The annotations in a class's __dict__ are the values, as its attribute has them; KW_ONLY may be written as text."""
import dataclasses
from collections import ChainMap
from collections.abc import Sequence
from dataclasses import dataclass


class Plain:
    number: int = 3
    text: 'str' = ''


print(Plain.__annotations__)
print(vars(Plain).get('__annotations__', Plain.__annotations__))


@dataclass
class Point:
    x: int
    _: 'dataclasses.KW_ONLY'
    y: int


print(Point(3, y=4))
print({'a': 1, 'b': 1} | ChainMap({'b': 2}, {'c': 3, 'b': 3}))


class Letters(Sequence):
    def __len__(self):
        return 4

    def __getitem__(self, position):
        return 'abcb'[position]


letters = Letters()
print(letters.index('b'), letters.index('b', 2), letters.index('b', -2), letters.index('b', -9, -1))
try:
    letters.index('a', 1, 100)
except ValueError as error:
    print(repr(error))
