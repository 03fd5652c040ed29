# A deque as a window of recent results between tasks, and each of its methods at its edges.
import asyncio
from collections import deque


def attempt(function, *arguments):
    try:
        return function(*arguments)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


class Window(deque):
    """A subclass with a bound of its own."""

    def __init__(self, items=()):
        super().__init__(items, 3)
        self.label = "recent"


class Changing:
    """An item that changes the deque while it is compared."""

    def __init__(self, owner):
        self.owner = owner

    def __eq__(self, other):
        self.owner.append(0)
        return False


class Failing:
    def __eq__(self, other):
        raise ZeroDivisionError("not comparable")


async def producer(recent, delay, names):
    for name in names:
        await asyncio.sleep(delay)
        recent.append(name)
        print(f"{asyncio.get_running_loop().time():.2f}", recent)


def delete(target, key):
    del target[key]


def assign(target, key, value):
    target[key] = value


async def main():
    recent = deque(maxlen=3)
    await asyncio.gather(producer(recent, 0.1, "abc"), producer(recent, 0.15, "XY"))
    d = deque([3, 1, 2])
    d.appendleft(0)
    d.extend(x * 10 for x in range(2))
    d.extendleft("ab")
    print(d, d.maxlen, len(d), bool(d), bool(deque()), d.count(1), d.index(1), 2 in d, 9 in d)
    d.extend(d)
    d.extendleft(deque([7]))
    print(d, d.index(1, 6), attempt(d.index, 1, 0, 2), attempt(d.index, "zz"), d.index(0, -5))
    d.rotate()
    d.rotate(-3)
    d.rotate(100)
    d.reverse()
    print(d, attempt(d.rotate, "x"), deque([1]).rotate(5), deque().rotate())
    d.remove(10)
    print(attempt(d.remove, "zz"), d[0], d[-1], attempt(lambda: d[99]), attempt(lambda: d["x"]), attempt(lambda: d[1:2]), attempt(lambda: d[1.5]))
    d[0] = "first"
    d[-1] = "last"
    delete(d, 1)
    print(d, attempt(delete, d, 99), attempt(assign, d, 99, 1), attempt(assign, d, "x", 1), attempt(delete, d, None))
    d.insert(1, "second")
    d.insert(-1, "before")
    d.insert(99, "end")
    d.insert(-99, "begin")
    print(d, attempt(recent.insert, 0, 1), attempt(d.insert, "x", 1))
    print(d.pop(), d.popleft(), attempt(deque().pop), attempt(deque().popleft))
    c = d.copy()
    c.clear()
    print(len(c), len(d), deque("ab", 5).copy(), deque("abc", maxlen=2), deque("abc", 0), deque(maxlen=None))
    print(attempt(deque, "ab", -1), attempt(deque, "ab", "x"), attempt(deque, 5), attempt(deque, [], maxlen) if (maxlen := 2.5) else None)
    print(deque("ab") == deque("ab"), deque("ab") != deque("ac"), deque("ab") < deque("b"), deque("ab") <= deque("ab"), deque("b") > deque("ab"),
          deque("b") >= deque("c"), deque("ab") == ["a", "b"], attempt(lambda: deque("a") < ["b"]))
    print(deque("ab") + deque("c"), attempt(lambda: deque("a") + ["b"]), deque("ab", 3) * 2, 2 * deque("ab"), deque("ab") * 0, deque("ab") * -1,
          attempt(lambda: deque("a") * "b"))
    e = deque("ab", 3)
    e += "cd"
    e *= 2
    print(e, attempt(lambda: e.__iadd__(5)), list(reversed(e)), attempt(hash, e))
    loop = deque([1])
    loop.append(loop)
    print(loop, attempt(repr, deque([Failing.__eq__]))[:6])
    i = iter(d)
    print(next(i), i.__length_hint__(), type(i).__name__, type(reversed(d)).__name__)
    d.append("new")
    print(attempt(next, i), list(iter(deque())))
    r = reversed(deque("abc"))
    print(next(r), r.__length_hint__(), list(r), list(r), r.__length_hint__())
    odd = deque()
    odd.append(Changing(odd))
    print(attempt(odd.index, 5), attempt(lambda: 5 in odd), attempt(odd.remove, 5))
    bad = deque([Failing()])
    print(attempt(bad.count, 1), attempt(bad.index, 1), attempt(lambda: 1 in bad), attempt(bad.remove, 1))
    w = Window("abcd")
    w.append("e")
    print(w, w.label, w.maxlen, isinstance(w, deque), w == deque("cde"))
    match deque([1, 2]):
        case [first, second]:
            print("matched", first, second)
    big = deque(range(10000))
    big.rotate(2500)
    print(sum(big), big[0], len(big), big.index(0))


asyncio.run(main())
