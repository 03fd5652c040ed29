# Up to 3.11 an AssertionError is told where the last comparison of its condition stands, its line too.
import asyncio
import traceback


def equal(x, y):
    assert x == y, "not equal: %s" % x


def below(x, y):
    assert (
        x
        < y
    )


def both(x, y):
    assert x == y and y


def either(x, y):
    assert x or (
        x == y) or \
        not y


def chosen(x, y):
    assert (x > y
            if y else
            not x)


def not_same(x, y):
    assert not (
        x is not y), x + y


def plain(x, y):
    assert y


def between(x, y):
    assert (
        0 < x
        < y < 3), (
            "long")


def message_fails(x, y):
    assert x == y, (
        x.nothing)


def as_value(x, y):
    assert (x == y) == (
        y == 2)


def keys(x, y):
    return {[]: n for n in (x, y)
            if n != x}


def members(x, y):
    return {
        [n]
        for n in (x, y) if n
        if not n == x}


def unconditional(x, y):
    return {[]
            for n in (x, y) if n}


async def check(function, x, y):
    try:
        function(x, y)
        print(function.__name__, "holds")
    except Exception as error:
        print("".join(traceback.format_exception(type(error), error, error.__traceback__)))


async def main():
    checks = [(equal, 1, 2), (below, 2, 1), (both, 0, 0), (both, 0, 1), (either, 0, 1), (either, 0, 0), (chosen, 1, 2),
              (chosen, 1, 0), (not_same, 1, 2), (not_same, 1, 1), (plain, 1, 0), (between, 2, 1), (message_fails, 1, 2),
              (as_value, 1, 2), (keys, 1, 2), (members, 1, 2), (unconditional, 1, 2)]
    await asyncio.gather(*(check(*one) for one in checks))
    for arguments in [(b"a", "utf-8", "strict", 1), (1, 2, 3, 4, 5)]:
        try:
            print(str(*arguments))
        except TypeError as error:
            print(error)

asyncio.run(main())
