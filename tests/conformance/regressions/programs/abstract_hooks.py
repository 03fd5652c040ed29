"""An abstract class asks its __subclasshook__ first, then its subclasses and what was registered with them; what has
the methods of a structural class has them itself, and its metaclass does not count (enum members are not iterable)."""
from abc import ABC, ABCMeta, abstractmethod, update_abstractmethods
import collections.abc as cabc
class Hook(ABC):
    @classmethod
    def __subclasshook__(cls, C):
        if cls is Hook:
            return any('quack' in B.__dict__ for B in C.__mro__) or NotImplemented
        return NotImplemented
class Duck:
    def quack(self): pass
class Cow: pass
print(issubclass(Duck, Hook), issubclass(Cow, Hook), isinstance(Duck(), Hook))
class Animal(ABC): pass
class Mammal(Animal): pass
Mammal.register(Cow)
print(issubclass(Cow, Animal), isinstance(Cow(), Animal), issubclass(Cow, Mammal), issubclass(int, Animal))
try:
    Mammal.register(Animal)
except RuntimeError as e:
    print(e)
try:
    Mammal.register(3)
except TypeError as e:
    print(e)
try:
    issubclass(3, Mammal)
except TypeError as e:
    print(e)
class P(metaclass=ABCMeta):
    @abstractmethod
    def go(self): ...
class Q(P): pass
try:
    Q()
except TypeError as e:
    print(e)
Q.go = lambda self: 'gone'
print(update_abstractmethods(Q) is Q, Q().go(), sorted(Q.__abstractmethods__), sorted(P.__abstractmethods__))
class MyList:
    def __len__(self): return 3
    def __getitem__(self, i): return [1,2,3][i]
print(issubclass(MyList, cabc.Sequence), issubclass(MyList, cabc.Iterable), issubclass(MyList, cabc.Sized))
cabc.Sequence.register(MyList)
print(issubclass(MyList, cabc.Sequence), issubclass(MyList, cabc.Iterable), issubclass(MyList, cabc.Reversible))
for c in (cabc.Iterable, cabc.Container, cabc.Hashable, cabc.Mapping, cabc.Set, cabc.Callable, cabc.Awaitable, cabc.Coroutine, cabc.AsyncIterator, cabc.Generator, cabc.Collection, cabc.Sequence, cabc.MutableSequence, cabc.Iterator):
    print(c.__name__, [isinstance(x, c) for x in (1, 'a', [], (), {}, set(), print, iter([]), (i for i in ()), {}.keys(), range(3), object(), Cow)])
class Never(cabc.Hashable):
    __hash__ = None
print(isinstance(Never(), cabc.Hashable) if not Never.__abstractmethods__ else 'abstract')
class F:
    @property
    def __class__(self): return Duck
print(isinstance(F(), Hook), isinstance(F(), Animal))
import asyncio
async def co(): pass
def gen(): yield
async def agen(): yield
c = co(); 
c.close()
import collections.abc as a
names = 'Awaitable Coroutine AsyncIterable AsyncIterator AsyncGenerator Hashable Iterable Iterator Generator Reversible Sized Container Callable Collection Set MutableSet Mapping MutableMapping MappingView KeysView ItemsView ValuesView Sequence MutableSequence'.split()
for n in names:
    k = getattr(a, n)
    print(n, [t.__name__ for t in (int, str, list, dict, set, frozenset, tuple, range, bytes, bytearray, type(iter([])), type(gen), type(gen()), type(c), type(agen()), type, object, type({}.keys()), type({}.values()), type({}.items()), asyncio.Future, asyncio.Queue, asyncio.Lock, type(lambda: 0), zip, map, enumerate, type(None)) if issubclass(t, k)])

import enum
class Color(enum.Enum):
    RED = 1
print([k for k in names if isinstance(Color.RED, getattr(a, k))], [k for k in names if isinstance(Color, getattr(a, k))])
class NoHash(list): pass
class Both(a.Iterator):
    def __next__(self): return 1
class Own:
    __iter__ = None
    def __call__(self): pass
print([[k for k in names if isinstance(x, getattr(a, k))] for x in (NoHash(), Both(), Own(), Own, len, 3)])
import typing
print(isinstance(3, typing.Callable), isinstance(len, typing.Callable), isinstance([], typing.Iterable))
