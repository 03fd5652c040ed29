# Iterators of every builtin: their names, hints, ends, changes of what they go over, and what they refuse.
import operator


def attempt(function, *arguments):
    try:
        return function(*arguments)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


HINTLESS = ("str_iterator", "bytes_iterator", "reversed", "iterator", "longrange_iterator", "zip", "enumerate", "map", "filter", "callable_iterator")


class Indexed:
    def __getitem__(self, index):
        if index == 3:
            raise IndexError
        return index * index

    def __len__(self):
        return 3


class Stops(Indexed):
    def __getitem__(self, index):
        if index == 2:
            raise StopIteration
        return index


class Fails(Indexed):
    def __getitem__(self, index):
        raise ZeroDivisionError("fails")


class Hinting:
    def __init__(self, hint):
        self.hint = hint

    def __length_hint__(self):
        return self.hint

    def __iter__(self):
        return iter("ab")


for iterable in ([1, 2], (1, 2), "ab", "é", b"ab", range(2), {1: 2}, {1: 2}.values(), {1: 2}.items(), {1}, frozenset([1]), zip("ab", "cd"), enumerate("ab"), map(str, [1]), filter(None, [0, 1]), reversed([1, 2]), reversed((1, 2)), reversed("ab"), reversed(range(2)), reversed({1: 2}), reversed({1: 2}.items()), iter(int, 1), Indexed(), reversed(Indexed()), range(2**70, 2**70 + 2), reversed(range(2**70, 2**70 + 2))):
    i = iter(iterable)
    name = type(i).__name__.replace("str_ascii_iterator", "str_iterator")
    print(name, "no hint" if name in HINTLESS else operator.length_hint(i, 99), next(i, "end"), "" if name in HINTLESS else operator.length_hint(i), iter(i) is i, next(i, "end"), next(i, "end"))
print(list(Indexed()), list(reversed(Indexed())), attempt(list, Stops()), attempt(list, Fails()), 4 in Indexed(), attempt(lambda: 9 in Fails()), attempt(reversed, 5), attempt(reversed, {1}), attempt(iter, 5), attempt(iter, 5, 1), attempt(next, 5), attempt(next, [1]), attempt(next, iter([])), attempt(iter, len), attempt(zip, 5), attempt(map, len), attempt(map), attempt(map, 5, 5), attempt(enumerate, 5), attempt(enumerate, [], "x"), attempt(filter, None), attempt(filter, None, 5))
print(list(zip()), list(zip("abc", [1, 2])), attempt(lambda: list(zip("abc", [1, 2], strict=True))), attempt(lambda: list(zip("a", [1, 2], strict=True))), attempt(lambda: list(zip("ab", [1, 2], [1], strict=True))), list(zip("ab", [1, 2], strict=True)), attempt(lambda: zip(strictly=1)), list(enumerate("ab", 5)), list(enumerate("ab", start=2**70)), list(enumerate(iterable="ab")), list(map(pow, [2, 3], [3, 2, 1])), list(filter(lambda x: x > 1, [1, 2, 3])), list(iter([1, 2, 3, 0, 4].__iter__().__next__, 0)))
numbers = [1, 2, 3]
i = iter(numbers)
next(i)
numbers.append(4)
print(list(i), list(i))
numbers = [1, 2, 3]
r = reversed(numbers)
next(r)
numbers.clear()
print(list(r), list(r))
d = {1: 2}
i = iter(d)
d[3] = 4
print(attempt(next, i))
s = {1, 2}
i = iter(s)
s.add(3)
print(attempt(next, i), attempt(operator.length_hint, Hinting(5)), attempt(operator.length_hint, Hinting(-1)), attempt(operator.length_hint, Hinting("x")), attempt(operator.length_hint, Hinting(NotImplemented), 7), attempt(operator.length_hint, 5, 3), attempt(list, Hinting(10)))
print(any([0, "", 1]), any([]), all([1, "a"]), all([]), attempt(any, 5), attempt(all, [Fails()]), sum([1, 2.5]), sum([[1], [2]], []), attempt(sum, ["a"]), attempt(sum, [1], "a"), attempt(sum, 5), sum([True, True]), min(3, 1), max([1, 3]), min("ab", key=ord), max([], default=5), attempt(max, []), attempt(min, 5), attempt(min, [1, "a"]), attempt(max, 1, 2, default=3), min([2, 1], [1, 2]), max("a", "b", key=lambda x: -ord(x)), attempt(min), attempt(max, [1], key=5), attempt(sorted, [1], reverse="x"), attempt(sorted, [1], None), attempt(sorted, [1, 2], keyed=1))
