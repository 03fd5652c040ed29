"""What a traceback suggests for a misspelt name: local variables in the order in which they came, then globals, then
builtins; since 3.12 first of all an attribute of `self`. Private attributes are suggested up to 3.12; since 3.13 only to
the methods of their own object. Up to 3.11 the module traceback suggests nothing.
"""
import traceback


def last_line(function, *arguments):
    try:
        function(*arguments)
    except (NameError, AttributeError):
        print(traceback.format_exc().splitlines()[-1])


def addition_first():
    blucha = None
    bluc = None
    return bluch


def deletion_first():
    bluc = None
    blucha = None
    return bluch


def unbound():
    if not deletion_first:
        blach = 1
    return blech


def in_closure(outer):
    def inner():
        return outr, outer
    inner()


class Counter:
    def __init__(self):
        self._total = 0
        self.blech = 1

    def method(self):
        blich = 1
        return blech

    def private(self):
        return self.total

    def later(self):
        def inner():
            return blech
        return inner()


_hidden = 1


def hidden():
    return hiden


def short():
    ab = 1
    return ac


def module():
    return asyncio


for case in (addition_first, deletion_first, unbound, hidden, short, module):
    last_line(case)
last_line(in_closure, 1)
counter = Counter()
for case in (counter.method, counter.private, counter.later):
    last_line(case)
last_line(lambda: counter.total)
last_line(lambda: counter.methd)
last_line(lambda: Counter.metod)
try:
    wrong = 1
    wrnog
except NameError:
    print(traceback.format_exc().splitlines()[-1])
