# Regression: list(), sorted(), extend() and their like never asked a program's own object how long it is; CPython asks, after
# __iter__, and what __len__ raises comes out. tuple() and the arguments of a call ask until 3.13. And [*x] asked for x's iterator twice.
import asyncio
import itertools
class Countdown:
    def __init__(self, n): self.n = n
    def __iter__(self): print("iter", end=" "); return self
    def __next__(self):
        if self.n == 0: raise StopIteration
        self.n -= 1; return self.n
    def __len__(self): print("len", end=" "); return self.n
class Unknown(Countdown):
    def __len__(self): raise ValueError("no length")
class Untyped(Countdown):
    def __len__(self): raise TypeError("no length")
class Negative(Countdown):
    def __len__(self): return -1
class Indexed:
    def __getitem__(self, i): raise TypeError(f"item {i}")
class Room(dict):
    def __iter__(self): print("iter", end=" "); return super().__iter__()
    def __len__(self): print("len", end=" "); return 7
class Line(list):
    def __len__(self): print("len", end=" "); return 7
def attempt(name, f):
    try: print(name, f())
    except Exception as e: print(name, repr(e))
def given(*a): return a
def extended(x):
    y = []; y.extend(x()); y += x(); return y
def sliced(x):
    y = [9]; y[:0] = x(); return y
def rest(x):
    a, *b = x(); return b
ways = dict(list=lambda x: list(x()), star=lambda x: [*x()], stars=lambda x: (*x(), *x()), set=lambda x: sorted({*x()}, key=str), call=lambda x: given(*x()), after=lambda x: given(1, *x()), tuple=lambda x: tuple(x()), sorted=lambda x: sorted(x()), extended=extended, sliced=sliced, rest=rest, product=lambda x: list(itertools.product(x())), pairs=lambda x: list(itertools.combinations(x(), 2)), zip=lambda x: list(zip(*[x()])), max=lambda x: max(x()), map=lambda x: list(map(str, x())))
for made in (lambda: Countdown(2), lambda: Unknown(2), lambda: Untyped(2), lambda: Negative(2), lambda: Room(a=1, b=2), lambda: Line([5, 6])):
    for name, way in ways.items(): attempt(name, lambda: way(made))
attempt("indexed", lambda: [*Indexed()]); attempt("indexed", lambda: given(*Indexed())); attempt("number", lambda: [*5]); attempt("number", lambda: given(*5))
class Members:
    def __init__(self): self.tasks = []
    def add(self, coroutine): self.tasks.append(asyncio.ensure_future(coroutine))
    def __iter__(self): return iter(self.tasks)
    def __len__(self): print("members", end=" "); return len(self.tasks)
async def member(n): await asyncio.sleep(n); return n
async def main():
    members = Members()
    for n in (2, 1): members.add(member(n))
    print(await asyncio.gather(*members)); print([task.result() for task in sorted(members, key=lambda task: task.result())])
asyncio.run(main())
