# Patterns of every kind, their guards and bindings, and what classes that describe themselves wrongly cause.
from collections import OrderedDict, defaultdict, deque
from dataclasses import dataclass
import enum


@dataclass
class Point:
    x: int
    y: int = 0


class Color(enum.Enum):
    RED = 1


class NoArgs:
    pass


class WrongArgs:
    __match_args__ = "xy"


class WrongNames:
    __match_args__ = (1,)


class Twice:
    __match_args__ = ("a",)
    a = 1


class Failing:
    __match_args__ = ("value",)

    @property
    def value(self):
        raise ValueError("no value")


class Lookup(dict):
    def __missing__(self, key):
        return "made"


KEY = "dynamic"


class Names:
    key = "named"
    one = 1


def attempt(function, *arguments):
    try:
        return function(*arguments)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def kind(subject):
    match subject:
        case None | True | False:
            return f"constant {subject}"
        case 0 | -1 | 1.5 | -2.5:
            return f"number {subject}"
        case "a" "b" | b"bytes":
            return f"text {subject!r}"
        case int(n) if n > 100:
            return f"big {n}"
        case int() | float() as n:
            return f"some {n}"
        case str(text):
            return f"str {text}"
        case Color.RED:
            return "red"
        case []:
            return "empty"
        case [x]:
            return f"one {x}"
        case [1, *rest, 9]:
            return f"from 1 to 9 over {rest}"
        case (Point(x=0), *_):
            return "points from the axis"
        case [_, [_, (deep)]]:
            return f"deep {deep}"
        case [first, *_] if first == "skip":
            return "skipped"
        case {"type": "move", "to": Point(x, y)}:
            return f"move to {x}, {y}"
        case {Names.key: found, 5: five, **rest}:
            return f"named {found} {five} {rest}"
        case {"only": None}:
            return "only none"
        case {}:
            return f"a mapping of {len(subject)}"
        case Point(0, 0):
            return "origin"
        case Point(x, y=3) | Point(y=4, x=x):
            return f"x is {x}"
        case Point():
            return "elsewhere"
        case tuple() | list():
            return "sequence"
        case _:
            return "no match"


def statement(a, b):
    match a, b:
        case 1, 2:
            return "one two"
        case x, (y, *z):
            return x, y, z
        case x, Names.one:
            return "one behind"
        case _:
            return "pair"


def open_sequence(subject):
    match subject:
        case first, second, *rest:
            return first, second, rest
        case first,:
            return first


def by(cls, subject):
    match subject:
        case cls(a, b):
            return a, b
        case cls(a):
            return a
        case cls():
            return "empty"


def twice(subject):
    match subject:
        case Twice(1, a=1):
            return "twice"


def duplicate_keys(subject):
    match subject:
        case {Names.key: a, "named": b}:
            return a, b


for subject in (None, True, 0, -1, 1.5, 2.5, "ab", b"bytes", 500, 7, "word", Color.RED, [], (), [5], [1, 2, 3, 9], (1, 9), [Point(0, 1), 2], [1, [2, 3]], ["skip", 1, 2], ["keep", 1, 2], deque([1, 9]), range(1), {"type": "move", "to": Point(1, 2), "extra": 1},
                {"named": 1, 5: 2, "z": 3}, {"only": None}, {}, {1: 1}, OrderedDict(a=1), defaultdict(int), Lookup(), Point(0, 0), Point(1, 3), Point(2, 4), Point(5, 5), {1, 2}, object, iter([]), bytearray(b"x")):
    print(kind(subject))
print(statement(1, 2), statement(3, "xyz"), statement(4, [5]), statement(6, 1), statement(7, 8), open_sequence([1, 2, 3]), open_sequence("ab"), open_sequence((1,)), open_sequence([]))
print(attempt(by, Point, Point(1, 2)), attempt(by, NoArgs, NoArgs()), attempt(by, WrongArgs, WrongArgs()), attempt(by, WrongNames, WrongNames()), attempt(by, Failing, Failing()), attempt(by, Twice, Twice()), attempt(by, int, 5), attempt(by, 5, 5), attempt(by, dict, {}), attempt(by, str, "s"))
print(attempt(twice, Twice()), attempt(duplicate_keys, {"named": 1}), attempt(duplicate_keys, {}))
