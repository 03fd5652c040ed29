# Regression: StopIteration out of what an iterator calls (the function of a map, the coroutine behind __await__) went through the
# loop that asked; it ends any iteration as the iterator's own would, and only next(), send() and __next__() pass it on as raised.
# And a dataclass took a default that cannot be hashed for mutable in 3.10, where lists, dicts and sets alone are.
import asyncio
import itertools
from collections import Counter, deque
from dataclasses import InitVar, dataclass
def upto(limit):
    def given(x):
        if x > limit: raise StopIteration("enough", x)
        return x * 10
    return given
def show(name, f):
    try: print(name, f())
    except BaseException as e: print(name, type(e).__name__, e.args, getattr(e, "value", None))
m = lambda: map(upto(2), range(5))
def loop():
    for x in m(): pass
    else: return "ended"
def first_and_rest():
    a, *b = m(); return b
def too_few():
    a, b, c, d = m()
def delegating(): print("result", (yield from m()))
for name, f in dict(loop=loop, comp=lambda: [x for x in m()], list=lambda: list(m()), tuple=lambda: tuple(m()), set=lambda: sorted(set(m())), zip=lambda: dict(zip("abcdef", m())), sum=lambda: sum(m()), max=lambda: max(m()), inside=lambda: 99 in m(), rest=first_and_rest, few=too_few, star=lambda: (lambda *a: a)(*m()),
    enumerate=lambda: list(enumerate(m())), filter=lambda: list(filter(upto(2), range(5))), chain=lambda: list(itertools.chain(m(), [1])), longest=lambda: list(itertools.zip_longest(m(), range(4))), accumulate=lambda: list(itertools.accumulate(range(5), lambda a, b: upto(2)(b))), takewhile=lambda: list(itertools.takewhile(upto(3), [1, 2, 5, 1])), groupby=lambda: [k for k, g in itertools.groupby([1, 2, 7], upto(2))],
    deque=lambda: deque(m()), counter=lambda: Counter(m()), key=lambda: sorted([5, 1], key=upto(2)), sentinel=lambda: list(iter(lambda: upto(2)(5), 3)), delegating=lambda: list(delegating()), next=lambda: next(map(upto(2), [7])), default=lambda: next(map(upto(2), [7]), "none"), dunder=lambda: map(upto(2), [7]).__next__(), generator=lambda: list(next(m) for m in [map(upto(2), [9])])).items():
    show(name, f)
class Step:
    def __await__(self):
        yield "step"
        return "done"
async def stepping(): return await Step()
for step in stepping().__await__(): print(step)
print(list(stepping().__await__()), *stepping().__await__())
async def main():
    ready = asyncio.get_running_loop().create_future(); ready.set_result(8)
    show("all", lambda: list(ready.__await__())); show("one", lambda: next(ready.__await__())); show("sent", lambda: ready.__await__().send(None))
    show("left", lambda: stepping().__await__().throw(StopIteration("thrown")))
asyncio.run(main())
class Unhashable: __hash__ = None
for default in (Unhashable(), [], {1}, InitVar):
    try:
        @dataclass
        class Settings:
            given: InitVar[list] = []
            value: object = default
            def __post_init__(self, given): print(given)
        print(Settings().given, type(Settings().value).__name__)
    except ValueError as e: print(str(e).split(" object")[0])
