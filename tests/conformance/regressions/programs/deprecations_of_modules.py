# What modules call deprecated, or have for old programs: abstract properties, typed dicts by keywords, coroutines given to wait().
import abc
import asyncio
import typing
import warnings


class Shape(abc.ABC):
    @abc.abstractproperty
    def size(self):
        """How large."""
        return 1

    @abc.abstractclassmethod
    def make(cls):
        return cls

    @abc.abstractstaticmethod
    def tool():
        return 5


class Square(Shape):
    @property
    def size(self):
        return super().size + 1

    @classmethod
    def make(cls):
        return super().make()

    @staticmethod
    def tool():
        return Shape.tool() + 1


class Whole:
    def __int__(self):
        return 4

    def __float__(self):
        return 2.5


class Unwilling:
    def __int__(self):
        raise TypeError('not today')


async def answer():
    return 1


async def wait_for(awaitable):
    try:
        await awaitable
    except TypeError as error:
        print(error)


async def main():
    await wait_for(asyncio.wait([answer()]))
    await wait_for(asyncio.create_task(asyncio.wait([answer()])))


try:
    Shape()
except TypeError as error:
    print(error)
print(Square().size, Square.make().__name__, Square.tool(), Shape.size.__doc__, sorted(Shape.__abstractmethods__))
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    asyncio.run(main())
    try:
        print(typing.TypedDict('Point', x=int, y=int).__annotations__)
    except TypeError as error:
        print(error)
    try:
        typing.TypedDict('Point', {'x': int}, y=int)
    except TypeError as error:
        print(error)
for warning in caught:
    if issubclass(warning.category, DeprecationWarning) and 'deprecations' in warning.filename:
        print(warning.lineno, warning.message)
for value in (Whole(), Unwilling(), 2.7, 'a'):
    try:
        print('%d' % value)
        print('%x' % value)
    except TypeError as error:
        print(error)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    for arguments, fields in ((), {'x': int}), ((), {}), ((None,), {}), (([('x', int)],), {'y': int}), (([],), {}):
        try:
            print(typing.NamedTuple('Point', *arguments, **fields).__annotations__)
        except TypeError as error:
            print(error)
for warning in caught:
    print(warning.message)
