"""singledispatch takes the most specific abstract class; partialmethods nest; staticmethods have their function's names."""
import functools, collections.abc as c
class A:
    @staticmethod
    def s(x: int) -> str:
        "doc"
    @classmethod
    def k(cls, x: float): pass
for n in ('s', 'k'):
    m = A.__dict__[n]
    print(m.__name__, m.__qualname__, m.__doc__, m.__annotations__, m.__wrapped__.__name__, m.__module__, callable(m))
class T:
    @functools.singledispatchmethod
    def t(self, arg): return "base"
    @t.register
    @staticmethod
    def _(arg: int): return "int"
    @t.register
    @classmethod
    def _(cls, arg: str): return cls.__name__
    @t.register(float)
    def _(self, arg): return "float"
a = T()
print(a.t(1), a.t("s"), a.t(1.0), a.t(None))
@functools.singledispatch
def g(x): return "base"
@g.register(c.Sized)
def _(x): return "sized"
@g.register(c.Iterable)
def _(x): return "iterable"
@g.register(c.Mapping)
def _(x): return "mapping"
@g.register
def _(x: int | str): return "int or str"
for x in ({}, iter([]), 1, "s", object(), True):
    print(g(x))
try:
    g([])
except RuntimeError as e:
    print(str(e)[:19])
print(g.dispatch(dict).__name__, sorted(str(k) for k in g.registry)[:2])
def capture(*args, **kw): return len(args), [arg for arg in args if isinstance(arg, int)], kw
class P:
    one = functools.partialmethod(capture, 1)
    two = functools.partialmethod(one, 5, d=4)
    three = functools.partialmethod(functools.partial(capture, 8, c=6), 7)
    four = functools.partialmethod(staticmethod(capture), 8, 9)
    five = functools.partialmethod(classmethod(capture), d=9)
p = P()
print(p.one(), p.two(6), p.three(1), p.four(2), p.five(3))
print(P.one(p, 2), P.two(p, e=1), P.five(4))
try:
    functools.partialmethod(3)
except TypeError as e:
    print(e)
