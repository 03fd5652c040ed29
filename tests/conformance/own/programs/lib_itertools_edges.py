# Each iterator of itertools at its edges: errors of what it iterates over and of what it calls, ends, repr, and what it refuses.
import asyncio
import itertools
import operator
import sys
from itertools import (accumulate, chain, combinations, combinations_with_replacement, compress, count, cycle, dropwhile, filterfalse, groupby,
                       islice, pairwise, permutations, product, repeat, starmap, takewhile, tee, zip_longest)


def attempt(function, *arguments, **named):
    try:
        return function(*arguments, **named)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def drain(make, *arguments, **named):
    """All items, and then the error, if there is one; what is left after it."""
    got = []
    try:
        iterator = make(*arguments, **named)
        for item in iterator:
            got.append(item)
            if len(got) == 12:
                break
    except Exception as error:
        got.append(f"{type(error).__name__}: {error}")
    return got


def broken(*items):
    yield from items
    raise KeyError("broken")


class Untrue:
    def __bool__(self):
        raise ValueError("neither true nor false")

    def __eq__(self, other):
        raise ValueError("neither equal nor not")


def odd(x):
    return x % 2


async def limited(ids, limit):
    """Batches of an endless stream of ids, each run at once."""
    async def work(number):
        await asyncio.sleep(number / 100)
        return number

    for batch in iter(lambda: list(islice(ids, limit)), []):
        print(await asyncio.gather(*map(work, batch)), asyncio.get_running_loop().time() // 0.01)


async def main():
    await limited(iter(range(1, 8)), 3)
    print(count(), count(5), count(2, 3), count(1.5, 0.5), count(5, True) if sys.version_info < (3, 11) else count(5, 2), repeat(1), repeat("a", 2), repeat(2, -5))
    print(drain(count, 2, -1), drain(count, 0.5, 0.25), attempt(count, "x"), attempt(count, 1, "x"), attempt(count, 10**400), attempt(count, None))
    big = count(2**70, 2**70)
    print(next(big), next(big), big)
    print(drain(cycle, "ab"), drain(cycle, ""), drain(cycle, broken(1)), attempt(cycle, 5))
    print(drain(repeat, "x", 3), drain(repeat, "x", 0), drain(repeat, 1), attempt(repeat, 1, "x"), attempt(repeat, 1, times=None), list(repeat(object=7, times=2)))
    print(repeat("x", 3).__length_hint__(), operator.length_hint(repeat(1, 0)), attempt(operator.length_hint, repeat(1)))
    print(drain(chain), drain(chain, "ab", [1], ()), drain(chain, "a", 5), drain(chain, broken(1), "b"), drain(chain.from_iterable, ["ab", "c"]),
          attempt(chain.from_iterable, 5), drain(chain.from_iterable, broken("ab")), drain(chain.from_iterable, [1]))
    ended = chain("a")
    print(list(ended), next(ended, "end"), next(ended, "end"))
    for bounds in ((3,), (0,), (2, 5), (1, None), (None, 6, 2), (5, 2), (8, 20), (2, 2), (None,), (0, None, 4), (3, 30, 5)):
        source = iter(range(10))
        print("islice", bounds, list(islice(source, *bounds)), "left", list(source))
    for bounds in ((), (1, 2, 3, 4), (-1,), ("x",), (1, -2), (-1, 2), (1, 2, 0), (1, 2, -1), (1, 2, "x"), (1.5,), (None, "x"), (10**30,), (True, 3)):
        print("islice", bounds, attempt(lambda: list(islice(range(5), *bounds))))
    print(drain(islice, broken(1, 2), 5), drain(islice, broken(), 3, 3), drain(islice, broken(1), 2, None), attempt(islice, 5, 1))
    print(drain(takewhile, odd, [1, 3, 4, 5]), drain(takewhile, odd, broken(1)), drain(takewhile, odd, [1, "x%sx" * 2]), drain(takewhile, lambda x: Untrue(), [1]), attempt(takewhile, odd, 5))
    t = takewhile(odd, iter([1, 2, 3]))
    print(list(t), list(t), next(t, "end"))
    print(drain(dropwhile, odd, [1, 3, 4, 5]), drain(dropwhile, odd, broken(1)), drain(dropwhile, odd, [None]), drain(dropwhile, lambda x: Untrue(), [1]), attempt(dropwhile, odd, 5))
    print(drain(accumulate, [1, 2, 3]), drain(accumulate, [1, 2, 3], operator.mul), drain(accumulate, [1, 2], initial=10), drain(accumulate, [], initial=0), drain(accumulate, []),
          drain(accumulate, [1, "a"]), drain(accumulate, broken(1, 2)), drain(accumulate, [1, 0], operator.truediv), attempt(accumulate, 5), drain(accumulate, "ab", None), drain(accumulate, [1, 2], func=max))
    print(drain(starmap, pow, [(2, 5), (3, 2)]), drain(starmap, pow, [5]), drain(starmap, pow, broken((2, 2))), drain(starmap, divmod, [(1, 0)]), attempt(starmap, pow, 5))
    print(drain(pairwise, "abcd"), drain(pairwise, "a"), drain(pairwise, ""), drain(pairwise, broken()), drain(pairwise, broken(1)), drain(pairwise, broken(1, 2)), attempt(pairwise, 5))
    print(drain(compress, "abcdef", [1, 0, 1, 0, 1, 1]), drain(compress, "abc", [1]), drain(compress, "a", [Untrue()]), drain(compress, "ab", broken(1)), drain(compress, broken(1), [1, 1]),
          attempt(compress, 5, []), attempt(compress, [], 5))
    print(drain(filterfalse, odd, range(6)), drain(filterfalse, None, [0, 1, "", "a"]), drain(filterfalse, odd, ["x%sx%s"]), attempt(filterfalse, odd, 5), drain(filterfalse, odd, broken(2)))
    print(drain(zip_longest, "abc", [1], ()), drain(zip_longest, "ab", [1], fillvalue="-"), drain(zip_longest), drain(zip_longest, broken(1), "ab"), attempt(zip_longest, "a", 5), attempt(zip_longest, "a", fill=1))
    print([(key, list(group)) for key, group in groupby("aabbbca")], [(key, list(group)) for key, group in groupby([1, 3, 2, 5], odd)])
    print(drain(groupby, broken()), drain(groupby, [1, "x%sx%s%%"], odd)[1:], attempt(groupby, 5), [key for key, _ in groupby([1, 1, 2])], drain(groupby, [Untrue(), Untrue()])[1:])
    groups = groupby("aab")
    key, first = next(groups)
    key2, second = next(groups)
    print(key, list(first), key2, list(second), next(groups, "end"), list(second))
    key, group = next(groupby([1, 1], lambda x: x))
    print(key, list(group), list(group), type(group).__name__)
    a, b, c = tee(iter(range(4)), 3)
    print(next(a), next(a), list(b), list(a), list(c), tee("ab", 0), attempt(tee, "ab", -1), attempt(tee, 5), attempt(tee, "a", "x"), list(tee(b)[1]))
    x, y = tee(broken(1))
    print(drain(lambda: x), drain(lambda: y), type(x).__name__)
    print(drain(product, "ab", [1, 2]), drain(product, "ab", repeat=2), drain(product), drain(product, "ab", []), drain(product, "ab", repeat=0), attempt(product, "a", repeat=-1),
          attempt(product, "a", repeat="x"), attempt(product, 5), drain(product, repeat=3))
    print(drain(combinations, "abcd", 2), drain(combinations, "ab", 3), drain(combinations, "ab", 0), attempt(combinations, "ab", -1), attempt(combinations, "ab", "x"), attempt(combinations, 5, 1), attempt(combinations, "ab"))
    print(drain(combinations_with_replacement, "abc", 2), drain(combinations_with_replacement, "", 1), drain(combinations_with_replacement, "", 0), attempt(combinations_with_replacement, "a", -1))
    print(drain(permutations, "abc"), drain(permutations, "abc", 2), drain(permutations, "ab", 3), drain(permutations, "ab", 0), drain(permutations, "ab", None), attempt(permutations, "ab", -1), attempt(permutations, "ab", "x"))
    if hasattr(itertools, "batched"):
        print(drain(itertools.batched, "abcdefg", 3), drain(itertools.batched, "", 3), attempt(itertools.batched, "a", 0), attempt(itertools.batched, "a", "x"), attempt(itertools.batched, 5, 1),
              drain(itertools.batched, broken(1, 2, 3), 2), attempt(itertools.batched, "abc", 2, strict=True) and "strict is known")
        if sys.version_info >= (3, 13):
            print(drain(itertools.batched, "abc", 2, strict=True), drain(itertools.batched, "abcd", 2, strict=True), attempt(itertools.batched, "abc", 2, strict=Untrue()))


asyncio.run(main())
