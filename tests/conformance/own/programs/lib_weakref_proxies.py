"""weakref.proxy: what stands for an object without keeping it; isinstance() asks it for its class."""
import weakref
class Node:
    def __init__(self, name): self.name = name; self.items = [1, 2]
    def hello(self): return f'hello {self.name}'
    def __str__(self): return f'Node {self.name}'
    def __len__(self): return len(self.items)
    def __getitem__(self, i): return self.items[i]
    def __contains__(self, x): return x in self.items
    def __iter__(self): return iter(self.items)
    def __add__(self, other): return self.name + other
    def __radd__(self, other): return other + self.name
    def __eq__(self, other): return isinstance(other, Node) and self.name == other.name
    __hash__ = None
n = Node('a')
p = weakref.proxy(n)
print(p.name, p.hello(), str(p), f'{p}', len(p), p[0], 2 in p, list(p), p + 'x', 'x' + p, p == n, n == p, p is weakref.proxy(n))
p.name = 'b'
print(n.name, isinstance(p, Node), p.__class__ is Node, type(p) is weakref.ProxyType, type(p), bool(p), hasattr(p, 'zzz'))
del p.name
print(hasattr(n, 'name'), repr(p)[:10], repr(p).split()[-3].strip(chr(39)))
try:
    hash(p)
except TypeError as e:
    print(str(e)[:15])
def gone(what): print('gone', type(what).__name__)
q = weakref.proxy(n, gone)
print(q is p)
del n
for use in (lambda: p.hello(), lambda: str(p), lambda: len(p), lambda: p + 1, lambda: bool(p)):
    try:
        use()
    except ReferenceError as e:
        print(e)
def f(x): return x + 1
c = weakref.proxy(f)
print(c(2), type(c) is weakref.CallableProxyType, type(c))
try:
    weakref.proxy(3)
except TypeError as e:
    print(e)
class Counter:
    n = 0
    def __iadd__(self, k): self.n += k; return self
k = Counter(); z = weakref.proxy(k); z += 3
print(k.n, type(z).__name__)

class Claims:
    __class__ = property(lambda self: dict)
class Wraps:
    def __init__(self, x): object.__setattr__(self, 'x', x)
    def __getattribute__(self, name): return getattr(object.__getattribute__(self, 'x'), name)
print(isinstance(Claims(), dict), isinstance(Claims(), (int, dict)), isinstance(Claims(), list), isinstance(Wraps([]), list), isinstance(Wraps([]), Wraps), Wraps([]).__class__)
