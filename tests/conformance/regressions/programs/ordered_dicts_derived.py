# Regression: an OrderedDict of a class of its own went through its own __getitem__ where CPython's does not (a cache that moves what
# it reads to the end went round for ever), and not through its own __setitem__ where CPython's does.
import asyncio
from collections import OrderedDict
class Loud(OrderedDict):
    def __getitem__(self, key):
        print("get", key); return super().__getitem__(key)
    def __setitem__(self, key, value):
        print("set", key, value); super().__setitem__(key, value)
    def __delitem__(self, key):
        print("del", key); super().__delitem__(key)
    def __contains__(self, key):
        print("in", key); return super().__contains__(key)
    def __iter__(self):
        print("iter"); return super().__iter__()
    def keys(self):
        print("keys"); return super().keys()
    def items(self):
        print("items"); return super().items()
    def update(self, *a, **k):
        print("update"); super().update(*a, **k)
    def clear(self):
        print("clear"); super().clear()
class Defaulting(OrderedDict):
    def __missing__(self, key):
        print("missing", key); return 5
class Recent(OrderedDict):
    def __init__(self, size):
        super().__init__(); self.size = size
    def __getitem__(self, key):
        value = super().__getitem__(key)
        self.move_to_end(key)
        return value
    def __setitem__(self, key, value):
        super().__setitem__(key, value)
        self.move_to_end(key)
        if len(self) > self.size: print("out", next(iter(self))); del self[next(iter(self))]
def attempt(name, f):
    print("-", name)
    try: print(f())
    except Exception as e: print(repr(e))
d = Loud({"x": 1}, y=2)
m = Defaulting(a=1)
for name, f in dict(pairs=lambda: d.update([("w", 4)], v=5), mapping=lambda: d.update({"z": 3}), ordered=lambda: d.update(OrderedDict(q=1)), own=lambda: d.update(Loud(r=1)), there=lambda: d.setdefault("x", 9), new=lambda: d.setdefault("n"), last=lambda: d.move_to_end("x"), first=lambda: d.move_to_end("x", last=False), absent=lambda: d.move_to_end("?"), copy=lambda: type(d.copy()), repr=lambda: d, same=lambda: d == OrderedDict(x=1), other=lambda: {"x": 1} == d,
    union=lambda: type(d | {"x": 5}), reflected=lambda: type({"x": 5} | d), inplace=lambda: d.__ior__({"x": 6}) is d, popitem=lambda: d.popitem(), front=lambda: d.popitem(last=False), pop=lambda: d.pop("z"), default=lambda: d.pop("z", None), missing=lambda: d.pop("z"), keys=lambda: type(Loud.fromkeys("ab", 0)), values=lambda: list(d.values()), reversed=lambda: list(reversed(d)), clear=lambda: d.clear(), empty=lambda: d.popitem(),
    got=lambda: m["z"], popped=lambda: m.pop("z"), set=lambda: m.setdefault("q"), moved=lambda: m.move_to_end("zz")).items():
    attempt(name, f)
async def visit(cache, name, keys):
    for key in keys:
        await asyncio.sleep(.1)
        if key not in cache: cache[key] = name
        else: print(name, "found", cache[key])
async def main():
    cache = Recent(3)
    await asyncio.gather(visit(cache, "ann", "abcad"), visit(cache, "ben", "bbcde"))
    print(list(cache), cache)
asyncio.run(main())
