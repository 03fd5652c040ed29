# Names in every scope: deleted, rebound, unbound in closures and classes, star imports, locals(), and the words of the errors.
from math import *
from string import *


def attempt(function, *arguments):
    try:
        return function(*arguments)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def deletes_local():
    x = 1
    del x
    return x


def deletes_twice():
    x = 1
    del x
    del x


def deletes_cell():
    x = 1

    def inner():
        return x

    before = inner()
    del x
    return before, attempt(inner), attempt(lambda: x)


def deletes_cell_twice():
    x = 1

    def inner():
        nonlocal x
        del x

    inner()
    inner()


def free_before():
    def inner():
        return later

    result = attempt(inner)
    later = 5
    return result, inner()


def class_scopes(value):
    class First:
        held = value
        other = value + "!"

    class Second:
        def method(self):
            return __class__.__name__, value

        del method
        named = [value for _ in range(2)]

    return First.held, First.other, hasattr(Second, "method"), Second.named


def class_reads_cell():
    shared = "outer"

    class Reads:
        seen = shared
        shared = "inner"
        again = shared

    return Reads.seen if hasattr(Reads, "seen") else None, Reads.again


def nonlocal_class():
    count = 0

    class Counts:
        nonlocal count
        count += 1

    return count


def shows_locals(a, *rest, b=2, **named):
    c = 3

    def inner():
        return c

    return sorted(name for name in locals()), locals()["named"], inner()


class Namespace:
    first = 1
    seen = sorted(name for name in locals() if not name.startswith("__"))
    del first


def global_deleted():
    global fleeting
    fleeting = 1
    del fleeting
    return fleeting


def delete_absent():
    global never_there
    del never_there


def asserts(value, *message):
    if message:
        assert value, message[0]
    assert value


def walrus():
    return [last := number for number in range(3)], last


def loops():
    for i in range(5):
        if i == 1:
            continue
        if i == 3:
            break
    else:
        i = "else"
    while i:
        i -= 1
        try:
            if i == 1:
                break
        finally:
            i += 10
            if i > 11:
                return i
    return i


print(floor(2.5), ascii_lowercase, digits, pi)
print(attempt(deletes_local), attempt(deletes_twice), deletes_cell(), attempt(deletes_cell_twice), free_before())
print(class_scopes("v"), attempt(class_reads_cell), nonlocal_class(), shows_locals(1, 2, d=4), Namespace.seen, hasattr(Namespace, "first"))
print(attempt(global_deleted), attempt(delete_absent), attempt(lambda: undefined_here), attempt(asserts, 0), attempt(asserts, 0, "why"), attempt(asserts, [], ("a", 1)), asserts(1), walrus(), loops())
temporary = 1
del temporary
try:
    del temporary
except NameError as error:
    print(error)
try:
    class Bad:
        del absent
except NameError as error:
    print(error)
print(sorted(name for name in globals() if name.startswith("deletes")), "temporary" in globals(), sorted(dir())[-3:])
x, *y = "abc"
[a, (b, c)] = 1, (2, 3)
(d), e = {4: 1, 5: 2}
x, y = y, x
print(x, y, a, b, c, d, e, __name__)
