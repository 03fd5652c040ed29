# Look-ups whose __eq__ looks up again, hashes of frozensets and of 64 bits, recursion limits, copies by __reduce__, Literal, Annotated, signatures, lists changed while sorted.
# python >= 3.11
import sys
import copy
class R:
    def __init__(self, a): self.a = a
    def __reduce__(self): print('reduce'); return R, (self.a,), {'b': [1]}
    def __setstate__(self, s): print('set', s); self.__dict__.update(s)
r = R([1]); c = copy.copy(r); d = copy.deepcopy(r)
print(c.a is r.a, d.a, d.b)
class S:
    def __getstate__(self): return {'k': 1}
print(copy.copy(S()).k)
class L(list):
    def __getnewargs__(self): return ()
    def __getstate__(self): return {'z': 1}
l = L([1, [2]]); m = copy.deepcopy(l); print(m, m.z, type(m))
from collections import namedtuple, OrderedDict, Counter, defaultdict, deque
P = namedtuple('P', 'x y')
print(copy.copy(P(1, [2])), copy.deepcopy(P(1, [2])), copy.copy(OrderedDict(a=1)), copy.deepcopy(Counter('aab')), copy.copy(defaultdict(int, a=1)), copy.deepcopy(deque([1], 3)))
import functools
@functools.lru_cache(maxsize=10)
def tf(x): return x
class DE:
    def __init__(self, x): self.x = x
    def __hash__(self): return self.x
    def __eq__(self, other):
        if self.x == 2: tf(DE(1))
        return self.x == other.x
tf(DE(1)); tf(DE(2)); print(tf(DE(2)) == DE(2), tf.cache_info())
def fr(n):
    s = frozenset()
    for i in range(n): s = frozenset([s, i])
    return s
print(hash(fr(30)) == hash(fr(30)), hash(frozenset([1, 2, 'a'])) == hash(frozenset(['a', 2, 1])))
def limits():
    old = sys.getrecursionlimit()
    try: sys.setrecursionlimit(1)
    except RecursionError as e: print('low')
    sys.setrecursionlimit(120); print(sys.getrecursionlimit())
    def f(n):
        try: return f(n + 1)
        except RecursionError: return n
    print(f(0) < 120)
    sys.setrecursionlimit(old)
    print(f(0) > 120)
limits()
from typing import *
print(Literal[1, Literal[2, 3], 2], Literal[1, 2] == Literal[2, 1], Literal[0] == Literal[False], hash(Literal[1, 2]) == hash(Literal[2, 1]), get_args(Literal['a', 1]))
A = Annotated[Annotated[int, 4], 5]
print(A, A == Annotated[int, 4, 5], A.__metadata__, A.__origin__, get_args(A), get_origin(A), hash(A) == hash(Annotated[int, 4, 5]))
def f(a: Annotated[int, 'x'], b: List[Annotated[str, 2]], c: Optional[Annotated[int, 1]] = None) -> Annotated[None, 3]: ...
print(get_type_hints(f)); print(get_type_hints(f, include_extras=True))
try: Annotated[int]
except TypeError as e: print(e)
import inspect
def g(a, b=2, *c, d, e=3, **k) -> int: ...
def h(a, b=2, *c, e=3, d, **k) -> int: ...
s1, s2 = inspect.signature(g), inspect.signature(h)
print(s1 == s2, hash(s1) == hash(s2), s1 == 3, s1.parameters['a'] == s2.parameters['a'], {s1.parameters['b']: 1})
try: s1.parameters['a'].name = 'q'
except AttributeError: print('AE')
try: s1.return_annotation = 3
except AttributeError: print('AE')
try: inspect.Parameter('1x', inspect.Parameter.POSITIONAL_ONLY)
except ValueError as e: print(e)
try: inspect.Signature([inspect.Parameter('k', inspect.Parameter.KEYWORD_ONLY), inspect.Parameter('a', inspect.Parameter.POSITIONAL_ONLY)])
except ValueError as e: print(e)
print(s1.bind(1, d=3) == s1.bind(1, d=3), s1.replace(return_annotation=str), s1.bind(1, d=2))
try: UnicodeTranslateError('a', 1, 2, 'r')
except Exception as e: print(e)
print(str(UnicodeTranslateError('abc', 1, 2, 'why')), repr(UnicodeTranslateError('abc', 0, 2, 'why')), str(UnicodeTranslateError('abc', 0, 2, 'why')))
l = [3, 1, 2]
try: l.sort(key=lambda x: l.append(x) or x)
except ValueError as e: print(e, l)
class H:
    def __hash__(self): return 2 ** 62
print(hash(H()))
