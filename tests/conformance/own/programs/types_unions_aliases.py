# Unions and parameterized generics as objects: equal, hashed by use, asked, called, shown.
import asyncio
import collections
import concurrent.futures as futures
import contextvars
import functools
import itertools
import queue


def attempt(function, *arguments):
    try:
        return function(*arguments)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


class Plain:
    pass


a, b = int | str, str | int
print(a == b, a == int, a.__args__, {a: 1}[b], a | None, None | a, isinstance(5, a), isinstance(5.5, a), isinstance(None, a | None), issubclass(bool, a), int | int, a | a, attempt(lambda: int | 5), attempt(lambda: 5 | int), Plain | None)
c = list[int]
print(c == list[int], c == list[str], c.__origin__, c.__args__, {c: 1}[list[int]], c(), c("ab"), dict[str, list[int]], tuple[int, ...], type[Plain], asyncio.Queue[int], asyncio.Future[str], collections.deque[int]([1, 2]), attempt(isinstance, [], c), attempt(issubclass, list, c), attempt(lambda: int[str]), c | None, set[int] | str, attempt(lambda: c.absent), c.append is list.append)
print(collections.OrderedDict[str, int], frozenset[int]({1}), [type(each).__name__ for each in (a, c)][1], attempt(lambda: Plain[int]), callable(c), repr(c), str(dict[str, "Plain"]))
print(contextvars.ContextVar[int], contextvars.Token[int], futures.Future[str], functools.partial[int], functools.cached_property[int], itertools.chain[str], queue.Queue[int], queue.PriorityQueue[int], collections.deque[str], collections.defaultdict[str, int], collections.Counter[str])
