"""dir() tells what CPython keeps in classes, and is not modelled but for that; of slots, their names."""
class A:
    x = 1
    def f(self): pass
class B(Exception): pass
class S: __slots__ = ('a', '__weakref__')
class S2: __slots__ = ()
class I(int): pass
class T(tuple): pass
class L(list): pass
class D(dict): pass
class St(str): pass
class M(A, L): pass
a = A(); a.z = 3
for o in (a, A, B(), B, S(), S, S2(), I(), I, T(), L(), L, D(), St(), M(), [], {}, (), '', 1, 1.5, True, set(), frozenset(), object(), ValueError(), list, dict, Exception, OSError('x'), StopIteration(1)):
    print(type(o).__name__, *dir(o))
print([m for m in dir(a) if not m.startswith('__')])
