"""Classes that only Python itself makes instances of say so when they are called, and a class may be derived from what is no class.

The type of its first base is then the metaclass, and its error is what a reader sees who derives from a module.
`object.__new__` makes nothing that is more than an object.
"""
import asyncio
import math


def function():
    pass


def attempt(what, call):
    try:
        print(what, call())
    except TypeError as error:
        print(what, error)


def derive(base):
    class Derived(base):
        print("body")


class Number(int):
    pass


class Named(int):
    def __new__(cls):
        return object.__new__(cls)


class Error(KeyError):
    pass


coroutine = asyncio.sleep(0)
coroutine.close()
for maker in (type(None), type(...), type(NotImplemented)):
    attempt(maker.__name__, maker)
    attempt(maker.__name__, lambda: maker(1))
for made in (len, (x for x in ""), coroutine, {}.keys(), {}.items(), iter([]), iter({})):
    attempt("made", type(made))
    attempt("made", lambda: type(made)("C", (made,), {}))
for base in (None, "a", 1.5, function, math, [], (), {}, len, object(), ...):
    attempt("derive", lambda: derive(base))
attempt("two", lambda: type("C", (int, None), {}))
for maker, cls in ((object, int), (object, Number), (object, Error), (int, bool), (int, str), (int, Number), (dict, object),
                   (str, 5)):
    attempt("new", lambda: maker.__new__(cls))
attempt("named", Named)
