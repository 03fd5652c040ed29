"""Sequences and mappings in patterns are classes that derive from those of collections.abc, or are registered with them."""
import collections, collections.abc as ca, threading, contextlib, queue
def kind(x):
    match x:
        case [*_]: return 'seq'
        case {}: return 'map'
        case bytearray(z): return f'ba {z}'
        case bytes(z): return f'b {z}'
        case _: return 'none'
class S(ca.Sequence):
    def __len__(self): return 0
    def __getitem__(self, i): raise IndexError
class M(ca.Mapping):
    def __len__(self): return 0
    def __getitem__(self, k): raise KeyError
    def __iter__(self): return iter(())
class P: pass
class C(P): pass
ca.Sequence.register(P)
class D(P): pass
class Q: pass
ca.Mapping.register(Q)
print(*map(kind, (S(), M(), P(), C(), D(), Q(), collections.deque(), collections.UserList(), collections.UserDict(), range(3), (), bytearray(b'a'), b'c', 'x', {1}, collections.OrderedDict(), collections.ChainMap())))
class CM(contextlib.AbstractContextManager):
    __slots__ = ()
    def __exit__(self, *a): pass
import sys
try:
    CM().x = 1
    print('set')
except AttributeError as e: print(e)
class F:
    pass
def f(): pass
print(hasattr(F(), '_x'), hasattr(f, '_x'), hasattr([], '_x'), getattr(F(), '_y', 3))
class T(threading.Thread): pass
print(hasattr(T(), '_mine'))
