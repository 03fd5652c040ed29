# Tracebacks of statements of every shape: what is marked follows from the text of the failing part alone, whether a
# call, an operation or an index is all of it; long calls are shortened, `x = f()` has no marks and `self.x = f()` has.
import re
import sys
import traceback


class Broken:
    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        raise KeyError("exit")


def none():
    return None


def bad(*args):
    raise ValueError("bad")


class Thing:
    pass


thing = Thing()


def iterates():
    for item in none():
        pass


def adds_up():
    for item in 1 + 2:
        pass


def manages():
    with Broken() as broken:
        pass


def assigns():
    x = bad(1)


def assigns_twice():
    x = y = bad(1)


def assigns_attribute():
    thing.x = bad(1)


def comments():
    x = bad(1)  # why


def returns():
    return bad(1)


def returns_attribute():
    return thing.bad(1)


def raises():
    raise ValueError(
        "a",
        "b",
        "c",
    )


def calls():
    bad(
        1,
        2,
        3,
        4,
    )


def assigns_lines():
    x = bad(
        1,
        2,
    )


def operates():
    x = (1
         # why
         / 0)


def operates_deep():
    x = [
        1,
        2, 3,
        none() + 1,
        5,
        6,
    ]


def brackets():
    x = (1) + (2 // 0) * 3


def indexes():
    x = ([1])[ 5 ]


def quotes():
    x = """
  a
""" + 1


def wide():
    x = "äöü世界" * (1 / 0) + "世界"


def decorates():
    @bad(1)
    def inner():
        pass


def derives():
    class Inner(sys):
        pass


for function in (iterates, adds_up, manages, assigns, assigns_twice, assigns_attribute, comments, returns,
                 returns_attribute, raises, calls, assigns_lines, operates, operates_deep, brackets, indexes, quotes,
                 wide, decorates, derives):
    try:
        function()
    except Exception as error:
        print(re.sub(r'File "[^"]*"', 'File "marks.py"', "".join(traceback.format_exception(error)[2:])))
