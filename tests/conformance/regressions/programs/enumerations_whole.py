# Enumerations: the functional API, flags and what becomes of unknown bits, properties that share a member's name, data types, verify, global_enum.
import enum, sys
from enum import Enum, IntEnum, Flag, IntFlag, auto, unique
class C(Enum):
    RED = 1
    GREEN = 2
    CRIMSON = 1
print(C.RED, C.RED.name, C.RED.value, list(C), C.__members__)
print(C('x') if 0 else C(1), C['GREEN'])
try: C(9)
except ValueError as e: print(e)
class H(Enum):
    name = 1
    value = 'x'
print(H.name, H.name.name, H.value.value)
try: C.RED.name = 3
except AttributeError as e: print(e)
try: C.name
except AttributeError as e: print(e)
for names in ('A B', ['A', 'B'], {'A': 5, 'B': 7}, [('A', 1), ('B', 'z')], 'A, B'):
    E = Enum('E', names, module='m', qualname='Q.E')
    print(E, list(E), E.__module__, E.__qualname__)
print(list(IntEnum('I', 'X Y', start=5)), list(Enum('T', 'X Y', type=int)), list(Flag('F', 'X Y Z')))
class P(IntFlag):
    R = 4
    W = 2
    X = 1
print(P.R | P.W, repr(P.R | P.W), repr(P(8)), repr(~P.R), f'{P.R}', P(0), repr(P(0)))
class Q(Flag):
    A = auto(); B = auto(); AB = A | B
print(repr(Q.A | Q.B), Q(0), repr(~Q.A), list(Q), [*Q.__members__])
try: Q(8)
except ValueError as e: print(e)
class Pl(Enum):
    E = (5.9, 6.3)
    M = (3.3, 1.2)
    def __init__(self, mass, radius): self.mass, self.radius = mass, radius
    @property
    def g(self): return self.mass / self.radius
    @classmethod
    def _missing_(cls, v): return cls.E if v == 'e' else None
print(Pl.E.g, Pl('e'), repr(Pl.M))
try: Pl('zz')
except ValueError as e: print(e)
class S(str, Enum):
    A = 'a'
    title = 'b'
print(S.A, f'{S.A}', S.A == 'a', S.A.upper(), repr(S.title))
class N(Enum):
    def _generate_next_value_(name, start, count, last): return name.lower()
    X = auto(); YY = auto()
print(list(N))
try:
    class Bad(C): pass
except TypeError as e: print(e)
try:
    class Bad(Enum):
        a = 1
        a = 2
except TypeError as e: print(e)
try:
    @unique
    class U(Enum):
        a = 1; b = 1
except ValueError as e: print(e)
from dataclasses import dataclass, field
@dataclass
class Mix:
    size: str
    legs: int
    tail: bool = field(repr=False, default=True)
class Cr(Mix, Enum):
    BEETLE = 'small', 6
    DOG = 'medium', 4
print(Cr.DOG.size, repr(Cr.DOG) if sys.version_info >= (3, 12) else '')
class Au(Enum):
    def __new__(cls):
        v = len(cls.__members__) + 1
        o = object.__new__(cls); o._value_ = v; return o
class Co(Au):
    a = (); b = ()
print(list(Co), Co(2))
class O(Enum):
    _ignore_ = ['q']
    q = 5
    _order_ = 'A B'
    A = 1; B = 2
print(list(O), hasattr(O, 'q'))
if sys.version_info >= (3, 11):
    from enum import StrEnum, verify, UNIQUE, CONTINUOUS, NAMED_FLAGS, CONFORM, EJECT, KEEP, STRICT, member, nonmember, FlagBoundary, ReprEnum, global_enum
    class T(StrEnum):
        A = auto(); B = 'bb'
    print(T.A, f'{T.B}', repr(T.B), isinstance(T.A, ReprEnum))
    for b in (STRICT, CONFORM, EJECT, KEEP):
        class W(Flag, boundary=b):
            X = 1; Y = 4
        for v in (3, -1, 8, 2, -3):
            try: print(b, repr(W(v)))
            except ValueError as e: print(b, str(e).split('\n'))
    for c in (UNIQUE, CONTINUOUS, NAMED_FLAGS):
        try:
            @verify(c)
            class V(IntFlag):
                A = 1; B = 8; Z = 1; M = 11
        except ValueError as e: print(c, repr(c), e)
    class M(Enum):
        @member
        def f(): pass
        n = nonmember(3)
        k = 1
        @enum.property
        def z(self): return self.name
    print(M.k.z, M.n, list(M)[1], FlagBoundary.KEEP)
    class Fl(float, ReprEnum):
        A = 1.5
    print(Fl.A, f'{Fl.A:.3f}', repr(Fl.A))
    @global_enum
    class G(Enum):
        GA = 1
    print(repr(GA), GA)
    try: StrEnum('X', {'A': 1})
    except TypeError as e: print(e)
    class Base(Enum):
        @enum.property
        def first(self): return 'base ' + self.name
    class D(Base):
        first = 1; sec = 2
    print(D.first, D.sec.first, D.first.first)
try: Enum('X')
except (TypeError, ValueError) as e: print(type(e), e)
try: print(Enum(1))
except (TypeError, ValueError) as e: print(type(e), e)
print(isinstance(C.__members__, dict), C.RED in C, len(C), C.RED < 3 if 0 else '')
class X(IntEnum):
    A = 1
print(X.A, f'{X.A}', f'{X.A:03d}', '%s %d' % (X.A, X.A), X.A + 1, format(X.A), repr(X.A))
class Sub(Enum):
    def __init_subclass__(cls, **kw): print('sub', len(cls))
class SubE(Sub):
    A = 1
class Mi(Enum):
    A = 1
    @classmethod
    def _missing_(cls, v):
        if v == 2: return 5
        raise KeyError(v)
for v in 2, 3:
    try: Mi(v)
    except Exception as e: print(type(e), e, repr(e.__context__))
