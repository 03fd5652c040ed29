# Regression: list[int] is iterated over once and gives *list[int] since 3.11; this was refused. On 3.10, and for unions,
# its subscripts were taken for items.
import typing
def t(n, f):
    try: print(n, f())
    except Exception as e: print(n, type(e).__name__, e)
t(1, lambda: list(iter(list[int])))
t(2, lambda: [*tuple[int, str]])
t(3, lambda: next(iter(dict[str, int])) == dict[str, int])
t(4, lambda: next(iter(dict[str, int])) == next(iter(dict[str, int])))
t(6, lambda: tuple[(*tuple[int, str], float)])
t(7, lambda: next(iter(tuple[int])).__unpacked__)
t(8, lambda: tuple[int].__unpacked__)
t(9, lambda: next(iter(tuple[int, str])).__typing_unpacked_tuple_args__)
t(10, lambda: next(iter(list[int])).__typing_unpacked_tuple_args__)
t(11, lambda: list[int].__typing_unpacked_tuple_args__)
def pair():
    a, b = tuple[int]
t(12, pair)
def only():
    a, = tuple[int]
    return a
t(13, only)
def loop():
    for x in list[int]: return x, type(x).__name__
t(14, loop)
t(15, lambda: type(iter(list[int])).__name__)
T = typing.TypeVar('T')
t(16, lambda: next(iter(list[T]))[int])
t(17, lambda: next(iter(list[int])).__origin__)
t(18, lambda: next(iter(list[int])).__args__)
t(19, lambda: next(iter(list[int]))())
t(20, lambda: next(iter(next(iter(list[int])))))
t(21, lambda: int in list[int])
t(22, lambda: list(list[int]))
t(23, lambda: max(list[int]))
t(25, lambda: isinstance([], next(iter(list[int]))))
t(26, lambda: list(iter(typing.List[int])))
t(30, lambda: list(iter(int|str)))
t(31, lambda: [*(int|str)])
t(32, lambda: 3 in (int|str))
t(33, lambda: len(list[int]))
