"""Classes that derive from aliases of typing have the classes behind them as bases, with their methods."""
import typing, collections.abc
class A(typing.MutableSet[int]):
    pass
print(A.__mro__, A.__bases__)
class B(collections.abc.MutableSet): pass
print(B.__mro__)
for n in ('Mapping', 'MutableMapping', 'Sequence', 'MutableSequence', 'AbstractSet', 'Iterator', 'Iterable', 'Generator', 'AsyncIterator', 'AsyncIterable', 'AsyncGenerator', 'Awaitable', 'Coroutine', 'Collection', 'Container', 'Sized', 'Hashable', 'Reversible', 'Dict', 'List', 'Set', 'Deque', 'DefaultDict', 'OrderedDict', 'Counter', 'ChainMap', 'ContextManager', 'AsyncContextManager', 'Callable', 'Type', 'Tuple', 'FrozenSet'):
    t = getattr(typing, n)
    try:
        class X(t): pass
        print(n, [c.__name__ for c in X.__mro__])
    except TypeError as e:
        print(n, e)


class Letters(typing.MutableSet[str], typing.Generic[typing.TypeVar('T')]):
    def __init__(self, letters=()):
        self.letters = list(letters)

    def __contains__(self, letter):
        return letter in self.letters

    def __iter__(self):
        return iter(self.letters)

    def __len__(self):
        return len(self.letters)

    def add(self, letter):
        if letter not in self.letters:
            self.letters.append(letter)

    def discard(self, letter):
        if letter in self.letters:
            self.letters.remove(letter)


letters = Letters('ab')
letters |= {'c'}
print(list(letters), isinstance(letters, collections.abc.Set), letters == {'a', 'b', 'c'}, [one.__name__ for one in Letters.__mro__][:3])
try:
    A()
except TypeError as error:
    print(str(error)[:39])

T = typing.TypeVar('T')
class A(typing.Generic[T], typing.Dict[str, T]): pass
class B(typing.Dict[str, T], typing.Generic[T]): pass
class C(typing.Generic[T]): pass
class D(C[int], typing.Mapping[str, int]): pass
class E(typing.Generic[T], C[T]): pass
class F(typing.Protocol[T]): pass
class G(F[T], typing.Generic[T]): pass
class H(typing.Protocol, typing.Generic[T]): pass
class I(typing.List[int], collections.abc.Sequence): pass
class J(typing.Generic[T], list[T]): pass
class K(list[int], typing.Generic[T]): pass
for cls in A, B, C, D, E, F, G, H, I, J, K:
    print(cls.__name__, [one.__name__ for one in cls.__bases__], [one.__name__ for one in cls.__mro__])
