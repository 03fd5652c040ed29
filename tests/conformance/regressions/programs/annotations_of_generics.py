"""Annotations, defaults and bases of what has type parameters: names of the class around are seen, and `type` is lazy."""
# python >= 3.12
import asyncio
from typing import get_type_hints
class Holder:
    Key = int
    default = 5
    def get[T](self, key: Key, other: T, n=default, *, m: 'T' = default) -> T:
        return n, m
    class Inner[T](dict):
        def f(self, x: T) -> Key if 0 else T: pass
print(Holder.get.__annotations__, Holder().get(1, 2))
type Alias = list[Later]
type Pair[A, B] = tuple[A, B]
Later = int
print(Alias.__value__, Alias, Pair, Pair[int, str], Pair.__value__, Pair.__type_params__)
def first[T: int](xs: list[T], d=[]) -> T: return xs[0]
print(first.__annotations__, first([1]), first.__defaults__)
class Box[T]:
    item: T
    def __init__(self, item: T, *, k: int = 3): self.item = item
    def map[U](self, f: 'Callable[[T], U]') -> 'Box[U]': return Box(f(self.item))
print(Box.__annotations__, Box(2).map(str).item, Box.__init__.__annotations__, Box.map.__annotations__)
def outer():
    L = float
    class In:
        Q = str
        def m[T](self, a: L, b: Q, c: T, d: int): pass
        type X = tuple[L, Q]
    return In
print(outer().m.__annotations__, outer().X.__value__)
try:
    def bad[T](x: Nope) -> T: pass
    print('ok')
except NameError as e: print(e)
def d2[T](a=1, *, b=2) -> T: return a, b
print(d2(), d2.__kwdefaults__, d2.__defaults__)
async def co[T](x: T) -> T: return x
print(asyncio.run(co(3)))
