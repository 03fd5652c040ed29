# Attributes that are not there: __getattr__ that raises, methods' own attributes, deletion, slots, classes that are no generics.
import collections
import math


def probe(thunk):
    try:
        print(repr(thunk()))
    except Exception as error:
        print(type(error).__name__, error)


class Open:
    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        return f"no {name}"

    def method(self):
        """Does nothing."""


class Slotted:
    __slots__ = ("a",)


class Text(str):
    def __str__(self):
        return "own text"


Pair = collections.namedtuple("Pair", "left right")

probe(lambda: hasattr(Open(), "_x"))
probe(lambda: hasattr(Open(), "x"))
probe(lambda: getattr(Open(), "_x", "default"))
probe(lambda: Open()._x)
probe(lambda: (Open().method.__name__, Open().method.__qualname__, Open().method.__doc__))
probe(lambda: Open().method.nothing)
probe(lambda: [].append.__name__)
probe(lambda: Open[int])
probe(lambda: type[int])
probe(lambda: list[int])
probe(lambda: int[int])
probe(lambda: delattr(Open(), "double"))
probe(lambda: delattr(Open, "double"))
probe(lambda: delattr(Slotted(), "a"))
probe(lambda: delattr(Slotted(), "b"))
probe(lambda: setattr(Slotted(), "b", 1))
probe(lambda: Slotted().a)
probe(lambda: delattr(1, "b"))
probe(lambda: setattr(Pair(1, 2), "left", 3))
probe(lambda: delattr(Pair(1, 2), "left"))
probe(lambda: Pair.right)
probe(lambda: "%s %r" % (Text("t"), Text("t")))
probe(lambda: "%s" % Text("t"))
probe(lambda: math.comb(10**20, 3))
probe(lambda: math.comb(10**20, 10**20 - 2))
probe(lambda: math.perm(10**20, 2))
probe(lambda: math.comb(5, 10**20))
probe(lambda: math.perm(10**20, 10**20))
probe(lambda: math.comb(-1, 2))
