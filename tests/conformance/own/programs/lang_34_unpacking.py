# Unpacking and calls with stars: what each form refuses, and in which words.
import sys


def attempt(function, *arguments, **named):
    try:
        return function(*arguments, **named)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def two(values):
    a, b = values
    return a, b


def three_star(values):
    a, *b, c = values
    return a, b, c


def takes(a, b=2, *, c=3, **more):
    return a, b, c, more


def bare(a):
    return a


class Keys:
    def keys(self):
        return ["a", "b"]

    def __getitem__(self, key):
        if key == "b":
            raise ValueError("no b")
        return key


class Broken:
    def __iter__(self):
        raise ValueError("cannot be iterated")


class Sequence:
    def __getitem__(self, index):
        if index > 1:
            raise IndexError
        return index * 10


class Callable:
    def __call__(self, *arguments, **named):
        return arguments, named


def endless():
    while True:
        yield 1


def broken():
    yield 1
    raise KeyError("half way")


for values in ([1, 2], (1, 2, 3), [1], "ab", "abc", {1: 2}, {1: 2, 3: 4, 5: 6}, {1, 2}, range(2), range(5), iter([1]), endless(), broken(), 5, None, Broken(), Sequence(), [], "", Keys, len):
    print(attempt(two, values))
for values in ([1, 2], [1, 2, 3, 4], [1], "abcd", iter([1, 2, 3]), 5, broken(), []):
    print(attempt(three_star, values))
print(attempt(lambda: takes(*[1], *(2,), **{"c": 4}, **{"d": 5})), attempt(lambda: takes(*5)), attempt(lambda: takes(1, *None)), attempt(lambda: takes(**5)), attempt(lambda: takes(**{5: 1})), attempt(lambda: takes(1, **{"a": 1})), attempt(lambda: takes(1, **{"c": 1}, **{"c": 2})),
      attempt(lambda: takes(1, c=1, **{"c": 2})), attempt(lambda: takes(**Keys())), attempt(lambda: takes(*broken())), attempt(lambda: takes(*Broken())), attempt(lambda: takes(*Sequence(), *[])), attempt(lambda: takes(**[1])))
print(attempt(lambda: bare(1, b=2)), attempt(lambda: bare(*[1, 2])), attempt(lambda: bare()), attempt(lambda: Callable()(*"ab", **{"x": 1})), attempt(lambda: "ab".join(*5)), attempt(lambda: len(*[], **{5: 1})), attempt(lambda: print(1, **{"sep": 5})),
      attempt(lambda: dict(**{"a": 1}, **{"a": 2})), attempt(lambda: dict(a=1, **{"b": 2}, c=3)))
print([*"ab", *[1], *{2}], (*range(2),), {*"a", *"b"} == {"a", "b"}, {**{"a": 1}, "b": 2, **{"a": 3}}, attempt(lambda: [*5]), attempt(lambda: (*5, 1)), attempt(lambda: {*5}), attempt(lambda: {**5}), attempt(lambda: {**[1]}), attempt(lambda: {**Keys()}), attempt(lambda: [*broken()]), attempt(lambda: {*[[]]}), attempt(lambda: {[]: 1}), attempt(lambda: [*Broken()]))
print(ascii("é漢😀\n"), ascii(["é"]), f"{'é'!a}", repr("é\x7f\u200b"), ascii(5))
for a, (b, *c) in [(1, "xyz"), (2, [3])]:
    print(a, b, c, end=" ")
print([(x, y) for x, *y in ("ab", "c")], {k: v for k, v in [(1, 2)]}, *map(lambda pair: pair[0], [(7, 8)]))
