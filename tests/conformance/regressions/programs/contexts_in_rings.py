# Regression: a ring of contexts that a program had closed hung the run when the next exception was raised.
# Callables of typing were compared with what is no class.
import types
import typing


def ring_of_one():
    try:
        raise ValueError(1)
    except ValueError as error:
        error.__context__ = error
        raise TypeError(2)


def ring_of_two():
    try:
        raise ValueError(1)
    except ValueError as outer:
        try:
            raise KeyError(2)
        except KeyError as inner:
            outer.__context__ = inner
            raise TypeError(3)


def ring_behind():
    first, second, third = ValueError(1), ValueError(2), ValueError(3)
    first.__context__, second.__context__, third.__context__ = second, third, second
    try:
        raise first
    except ValueError:
        raise TypeError(4)


for start in ring_of_one, ring_of_two, ring_behind:
    try:
        start()
    except Exception as error:
        chain = []
        while error is not None and len(chain) < 6:
            chain.append(repr(error))
            error = error.__context__
        print(start.__name__, chain)

for other in types.FunctionType, typing.Callable, int:
    print(issubclass(other, typing.Callable))
try:
    issubclass(types.FunctionType, typing.Callable[[int], int])
except TypeError as error:
    print(error)
