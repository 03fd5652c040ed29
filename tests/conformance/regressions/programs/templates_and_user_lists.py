"""UserList is no list; templates with patterns of their own, and of any mapping; __new__ that is bound; causes that are none."""
import collections, string, re
U = collections.UserList
u = U([3, 1, 2])
print(u, u + [4], [0] + u, u * 2, u[1:], type(u[1:]).__name__, isinstance(u, list), u == [3, 1, 2], u == U([3, 1, 2]), u < [4], 3 in u, len(u))
u.sort(); u.append(9); u += (5, 6); u.insert(0, 7); del u[1]; print(u, u.index(9), u.count(2), u.pop(), u.copy(), list(reversed(u)))
class Named(U):
    def __init__(self, items=(), name='n'):
        super().__init__(items); self.name = name
n = Named([1, 2]); print(n, n + n, n.data, [c.__name__ for c in U.__mro__])
T = string.Template
print(T('$a ${b} $$ $c').safe_substitute(a=1, b=2), T('$a').substitute({'a': 3}), T('$a $b').substitute({'a': 1}, b=2))
for text in ('$', '$1', 'x\ny $', '${', 'a $-', '\n\n$'):
    try: print(T(text).substitute())
    except ValueError as e: print(e)
class P(T):
    delimiter = '%'
    idpattern = '[a-z]+_[a-z]+'
print(P('%notunder %some_id %% $x').safe_substitute(some_id=1))
class B(T):
    braceidpattern = '[A-Z]+'
print(B('${FOO} $foo').substitute(FOO=1, foo=2))
class M:
    def __getitem__(self, key): return key.upper()
print(T('$who likes ${what}').substitute(M()), T('$who $x').substitute(M(), x=1))
try: T('$x').substitute({})
except KeyError as e: print(repr(e))
class Made:
    @classmethod
    def __new__(*args, **kwargs): return args
print([getattr(a, '__name__', a) for a in Made(1)])
class NoCause(BaseException):
    @classmethod
    def __new__(*args, **kwargs): return None
try:
    try: raise IndexError from NoCause
    except TypeError as e: print(e)
except IndexError: print('index')
