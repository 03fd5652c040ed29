# Regression: abstract collections had no mixin methods (sets, views, mappings that count), UserDict did not go through its own
# __setitem__, type() forgot the metaclass of a base; and statistics were not rounded as each version rounds them.
import asyncio
import collections as C
import collections.abc as ca
import random
import statistics as st
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class OrderedSet(ca.MutableSet):
    def __init__(self, it=()): self.d = dict.fromkeys(it)
    def __contains__(self, x): return x in self.d
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)
    def add(self, x): self.d[x] = None
    def discard(self, x): self.d.pop(x, None)
    def __repr__(self): return f"OS({list(self.d)})"
a, b = OrderedSet([3, 1, 2]), OrderedSet([2, 5])
t(lambda: (a | b, a & b, a - b, a ^ b, a <= b, OrderedSet([2]) < b, a == OrderedSet([1, 2, 3]), a.isdisjoint([9]), a & [1], [1, 7] | a, {1, 2} & a, a == {1, 2, 3}, {1} | b))
def f():
    global a
    a |= b; a -= [1]; a.remove(3); x = a.pop(); a ^= b; a.clear(); a.add(1); return a, x
t(f); t(lambda: a.remove(99)); t(lambda: OrderedSet().pop()); t(lambda: hash(a)); t(lambda: a < 3); t(lambda: a + b); t(lambda: a | 5)
class M(ca.MutableMapping):
    def __init__(self, *a, **k): self.d = {}; self.update(*a, **k)
    def __getitem__(self, k): return self.d[k.lower()]
    def __setitem__(self, k, v): self.d[k.lower()] = v
    def __delitem__(self, k): del self.d[k.lower()]
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)
    def __repr__(self): return f"M({self.d})"
m = M([("A", 1)], B=2)
t(lambda: (m, m.keys(), m.values(), m.items(), "a" in m, "A" in m, m.get("zz"), m.pop("B"), m.popitem(), len(m), m.setdefault("Q", 5), dict(m), {**m}, m == {"q": 5}))
t(lambda: (m.keys() & {"q"}, ("q", 5) in m.items(), 5 in m.values(), list(m.items()), sorted(m.keys() | {"z"}), len(m.keys()), sorted(m.keys() - {"q"}), m.items() <= {("q", 5)}, m.keys() == {"q"}))
t(lambda: m.popitem()); t(lambda: m.popitem()); t(lambda: m.pop("zz")); t(lambda: m.pop("zz", 1)); t(lambda: m["zz"]); t(lambda: m.update(5)); t(lambda: m.update({"K": 1}, Z=2)); t(lambda: m); t(lambda: m.clear()); t(lambda: reversed(m)); t(lambda: isinstance(m.keys(), ca.KeysView)); t(lambda: hash(m))
class L(ca.MutableSequence):
    def __init__(self, it=()): self.l = list(it)
    def __getitem__(self, i): return self.l[i]
    def __setitem__(self, i, v): self.l[i] = v
    def __delitem__(self, i): del self.l[i]
    def __len__(self): return len(self.l)
    def insert(self, i, v): self.l.insert(i, v)
    def __repr__(self): return f"L({self.l})"
l = L("abc")
def g():
    global l
    l.append("d"); l.extend("ef"); l.reverse(); l += ["x"]; l.remove("a"); return l, l.pop(), l.pop(0), l.index("c"), l.count("b"), "b" in l, list(reversed(l)), list(l)
t(g); t(lambda: l.remove("zz")); t(lambda: (l.clear(), l)); t(lambda: l.pop()); t(lambda: l.index("q"))
for cls in (ca.Mapping, ca.MutableMapping, ca.Sequence, ca.MutableSequence, ca.Set, ca.MutableSet, ca.Iterator, ca.AsyncIterator, ca.Awaitable, ca.Coroutine, ca.Generator, ca.AsyncGenerator, ca.Callable, ca.Sized, ca.Hashable, ca.Iterable, ca.Collection, ca.Container, ca.Reversible, ca.AsyncIterable):
    t(lambda: type("X", (cls,), {})()); print(sorted(cls.__abstractmethods__))
class It(ca.Iterator):
    def __next__(self): raise StopIteration
t(lambda: list(It())); t(lambda: isinstance({}.items(), ca.ItemsView)); t(lambda: isinstance([], ca.Sequence)); t(lambda: issubclass(dict, ca.MutableMapping)); t(lambda: isinstance(C.ChainMap(), ca.MutableMapping)); t(lambda: isinstance(range(1), ca.Sequence)); t(lambda: isinstance("", ca.Collection)); t(lambda: isinstance(m, ca.Mapping))
class G(ca.Generator):
    def __init__(self): self.n = 0
    def send(self, v):
        self.n += 1
        if self.n > 2: raise StopIteration
        return self.n
    def throw(self, t, v=None, tb=None): raise t
t(lambda: (list(G()), G().close(), next(G())))
ca.Sequence.register(M); t(lambda: isinstance(m, ca.Sequence))
ud = C.UserDict(a=1); t(lambda: (ud, ud.data, ud | {"b": 2}, {"c": 3} | ud, ud == {"a": 1}, ud.copy(), list(ud.items()), ud.keys(), isinstance(ud, dict), C.UserDict.fromkeys("ab", 0), ud.pop("a"), len(ud), bool(ud)))
cm = C.ChainMap({"a": 1}, {"b": 2}); t(lambda: (cm.keys(), cm.items(), cm | {"z": 1}, cm.pop("a"), cm.setdefault("q", 1), cm == {"b": 2, "q": 1}, cm.popitem(), C.ChainMap.fromkeys("x"))); t(lambda: cm.popitem()); t(lambda: cm.pop("b"))
t(lambda: C.OrderedDict(a=1) | {"b": 1}); t(lambda: {"b": 1} | C.OrderedDict(a=1)); t(lambda: (C.Counter(a=1) <= C.Counter(a=2), C.Counter(a=1) < C.Counter(a=1), C.Counter("ab") >= C.Counter("a"), C.Counter() > C.Counter(a=-1))); t(lambda: C.Counter() < 5)


r = random.Random(5)
for k in range(40):
    d = [r.choice([r.randint(-50, 50), r.uniform(-5, 5)]) for _ in range(r.randint(2, 9))]
    e = [r.random() * 10 for _ in d]
    up = [abs(x) + 1 for x in d]
    print(st.stdev(d), st.pstdev(d), st.stdev(d, 1), st.correlation(d, e), st.linear_regression(d, e), st.harmonic_mean(up), st.fmean(d))


async def main():
    await asyncio.sleep(0)

asyncio.run(main())
