# Functions, methods and code as objects: what can be read and assigned, how they are shown, and what is refused.
import asyncio
import functools
import re
import types


def attempt(function, *arguments, **named):
    try:
        return function(*arguments, **named)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def change(target, name, value):
    setattr(target, name, value)
    return getattr(target, name)


def plain(a, b=2, /, c=3, *rest, d, e=5, **named) -> "str":
    local = a
    return local, b, c, rest, d, e, named


def outer(count):
    def inner():
        nonlocal count
        count += 1
        return count
    return inner


async def coroutine():
    pass


def generator():
    yield


async def asynchronous():
    yield


class Thing:
    def method(self, x=1):
        """Says x."""
        return x

    def __eq__(self, other):
        return True

    __hash__ = None


def shown(value):
    """The text without the address."""
    return re.sub(" at 0x[0-9a-f]+", "", repr(value))


def main():
    print(plain.__name__, plain.__qualname__, plain.__module__, plain.__doc__, plain.__defaults__, plain.__kwdefaults__, plain.__annotations__, plain.__closure__, plain.__globals__ is globals(), plain.__dict__)
    code = plain.__code__
    print(code.co_name, code.co_argcount, code.co_posonlyargcount, code.co_kwonlyargcount, code.co_varnames, code.co_firstlineno, [bool(function.__code__.co_flags & flag) for function in (plain, coroutine, generator, asynchronous) for flag in (4, 8, 32, 128, 512)])
    print(attempt(plain), attempt(plain, 1), plain(1, d=4), plain(1, 2, 3, 4, d=4, f=6))
    print(change(plain, "__defaults__", (20, 30)), plain(1, d=4), change(plain, "__kwdefaults__", {"d": 40}), attempt(plain, 1, e=1), change(plain, "__defaults__", None), attempt(plain, 1), change(plain, "__kwdefaults__", None))
    print(change(plain, "__name__", "renamed"), change(plain, "__qualname__", "far.renamed"), shown(plain), change(plain, "__doc__", "text"), change(plain, "__module__", "other"), change(plain, "__annotations__", {"a": int}), change(plain, "mark", 1), plain.__dict__)
    print(attempt(change, plain, "__name__", 5), attempt(change, plain, "__qualname__", None), attempt(change, plain, "__defaults__", 5), attempt(change, plain, "__kwdefaults__", 5), attempt(lambda: plain.absent))
    inner = outer(5)
    print(inner.__closure__[0].cell_contents, inner(), inner.__closure__[0].cell_contents, inner.__qualname__, len(inner.__closure__))
    inner.__closure__[0].cell_contents = 100
    print(inner(), plain.__call__(1, 2, 3, d=4, e=5), plain.__get__(None, int) is plain if False else "", plain.__get__(7).__self__)
    thing, other = Thing(), Thing()
    print(thing.method == thing.method, thing.method == other.method, thing.method != other.method, thing.method == Thing.method, thing.method.__func__ is Thing.method, thing.method.__self__ is thing, thing.method.__doc__, thing.method.__name__, hash(thing.method) == hash(thing.method))
    print(shown(thing.method)[:26], shown(Thing.method), thing.method.__call__(5), attempt(change, thing.method, "x", 1), attempt(lambda: thing.method.absent))
    made = types.MethodType(lambda self, x: (type(self).__name__, x), thing)
    print(made(3), attempt(types.MethodType, 5, thing), attempt(types.MethodType, len, None), attempt(types.MethodType, len), made == made, made == 5)
    print(len.__name__, len.__qualname__, len.__module__, [].append.__name__, [].append.__qualname__, [].append.__self__, str.join.__name__, str.join.__qualname__, len.__call__("abc"), [].append.__call__(1))
    items = []
    print(items.append == items.append, [].append == items.append, hash(items.append) == hash(items.append), hash(len) == hash(len), shown(len), shown(str.join), shown(items.append), shown(dict.fromkeys), shown("x".join))
    for each in (outer(1), lambda: 0, coroutine, generator, asynchronous, functools.partial, plain.__code__, Thing, int):
        print(shown(each).split(", file")[0])
    waiting = [coroutine(), generator(), asynchronous()]
    print([shown(each) for each in waiting])
    waiting[0].close()
    print(shown(asyncio.Lock) , shown(super(Thing, thing)), shown(super(Thing)), shown(property()), shown(staticmethod))
    print([callable(each) for each in (len, plain, Thing, thing, thing.method, staticmethod(len), classmethod(len), 5, None)])


main()
