# Sets of records are in the order of their hash where that is made of numbers; an object can have the hash of another.
import random
from collections import namedtuple
from dataclasses import dataclass
from datetime import timedelta
from enum import IntEnum
from typing import NamedTuple

Place = namedtuple('Place', 'x y')


class Cell(NamedTuple):
    x: int
    y: int = 3


@dataclass(frozen=True)
class Point:
    x: int
    y: int


@dataclass(frozen=True)
class Label:
    x: int
    text: str = 'a'


class Hashed:
    def __init__(self, of):
        self.of = of

    def __hash__(self):
        return hash(self.of)

    def __eq__(self, other):
        return isinstance(other, Hashed) and self.of == other.of

    def __repr__(self):
        return f'Hashed({self.of})'


class Whole(int):
    pass


class Row(tuple):
    pass


class Given:
    def __init__(self, number):
        self.number = number

    def __hash__(self):
        return self.number


KINDS = [
    Place, Cell, Point,
    lambda x, y: Hashed((x, y)), lambda x, y: Hashed(x * 10 + y), lambda x, y: Hashed(Point(x, y)),
    lambda x, y: Whole(x * 7 + y), lambda x, y: Row((x, y)), lambda x, y: frozenset({Place(x, y), x}),
]
dice = random.Random(5)
for kind in KINDS:
    found = set()
    for turn in range(60):
        found.add(kind(dice.randrange(6), dice.randrange(6)))
        if dice.random() < 0.4:
            found.discard(kind(dice.randrange(6), dice.randrange(6)))
        if turn % 10 == 0:
            print(found)
    others = {kind(1, 2), kind(0, 4), kind(2, 3)}
    print(found & others, found - others, found ^ others, found.pop(), list(found))
labels = {Label(1), Label(2), Hashed('a')}
print(len(labels), sorted(map(str, labels)))
print([hash(Given(number)) for number in (2**62 + 5, 2**63 + 5, -2**63, -1, hash((1, 2)))])
print(hash(Point(1, 2)) == hash((1, 2)) == hash(Given(hash((1, 2)))))


class Level(IntEnum):
    LOW = 3
    HIGH = 12
    TOP = 20


waits = {timedelta(hours=hours) for hours in range(30)}
for hours in range(0, 30, 4):
    waits.discard(timedelta(hours=hours))
print(waits, hash(timedelta(1, 2, 3)) == hash((1, 2, 3)))
print({Level.TOP, Level.LOW, Level.HIGH}, {5, Level.LOW, True})
