"""Functions, classes and aliases have their type parameters, whose bounds and defaults are evaluated when asked for."""
# python >= 3.12
import asyncio
import typing


def late[T: Undefined, U: (int, str), *Ts, **P](job: T) -> U:
    return job


class Pool[Item]:
    """Keeps items."""
    Key = int
    type Rows = list[tuple[Key, Item]]

    def find[K: Key](self, key: K) -> Item:
        return key

    class Inner[X: Item]:
        pass

    Key = str


type Tree[Leaf] = Leaf | list[Tree[Leaf]]
type Broken = missing + 1


def show(what):
    try:
        print(what())
    except Exception as error:
        print(type(error).__name__, error)


def outer():
    Bound = float

    def inner[N: Bound](n: N):
        return n
    Bound = complex
    return inner


async def main():
    T, U, Ts, P = late.__type_params__
    show(lambda: T.__bound__)
    show(lambda: (U.__bound__, U.__constraints__, T.__constraints__))
    globals()['Undefined'] = bytes
    show(lambda: T.__bound__)
    print(late.__type_params__, T.__infer_variance__, T.__covariant__, T.__module__, P.args, list(Ts))
    print(Pool.__type_params__, Pool.__parameters__, Pool.__orig_bases__, Pool[int], Pool.__doc__)
    print(Pool.Rows, Pool.Rows.__value__, Pool.find.__type_params__[0].__bound__, Pool.Inner.__type_params__[0].__bound__)
    print(Tree, Tree.__value__, Tree[int], Tree[int].__args__, Tree.__type_params__, Tree | None, int | Tree[str])
    show(lambda: Broken.__value__)
    show(lambda: Broken[int])
    print(outer().__type_params__[0].__bound__)
    show(lambda: setattr(T, '__bound__', int))
    show(lambda: setattr(Tree, '__value__', int))
    show(lambda: T.unknown)
    show(lambda: type('Derived', (typing.TypeVar,), {}))
    show(lambda: setattr(late, '__type_params__', [T]))
    await asyncio.sleep(0)
    print(show.__type_params__, int.__type_params__, [name for name in vars(Pool) if 'type' in name])


def multiple():
    class Twice[A](typing.Generic[A]):
        pass


def unlisted():
    B = typing.TypeVar('B')

    class Partly[A](list[B]):
        pass


def no_base():
    A, = late.__type_params__[:1]

    class Of(A):
        pass


asyncio.run(main())
for wrong in multiple, unlisted, no_base:
    show(wrong)
