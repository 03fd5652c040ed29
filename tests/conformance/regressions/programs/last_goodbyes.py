# Regression: a list let its first item go first; from 3.14 on the last variable of a frame goes first.
import asyncio
class N:
    def __init__(self, n): self.n = n
    def __del__(self): print("gone", self.n)
def f():
    a = N("a"); b = N("b"); c = N("c")
    return 1
def g():
    a = N("ga"); b = N("gb")
    raise ValueError
def h(p):
    x = N("hx")
    def inner(): return x, p
    y = N("hy")
    yield 1
async def co():
    a = N("ca"); b = N("cb")
    await asyncio.sleep(0)
f()
try: g()
except ValueError: pass
for _ in h(N("hp")): pass
i = h(N("hp2")); next(i); del i
class K:
    def __init__(self): self.a = N("ka"); self.b = N("kb")
k = K(); del k
def args(*a, **k): z = N("z"); w = N("w")
args(N("1"), N("2"), x=N("3"))
def dl():
    l = [N("l1"), N("l2"), N("l3")]
    t = (N("t1"), N("t2")); d = {1: N("d1"), 2: N("d2")}
dl()
asyncio.run(co())
