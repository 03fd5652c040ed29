"""weakref was refused."""
import asyncio, weakref, sys
class Node:
    def __init__(self, name): self.name = name
    def __repr__(self): return f'Node({self.name})'
    def __del__(self): print('del', self.name)
def gone(name):
    return lambda r: print('gone', name, r() is None)
a = Node('a')
r = weakref.ref(a); r2 = weakref.ref(a, gone('one')); r3 = weakref.ref(a, gone('two'))
print(r() is a, weakref.ref(a) is r, r == r2, hash(r) == hash(a), weakref.getweakrefcount(a), len({r, r2, r3}))
del a
print(r(), r == r2, r2 == r2, weakref.getweakrefcount(r))
s = weakref.WeakSet()
x, y = Node('x'), Node('y')
s.add(x); s.add(y); s.add(x)
print(len(s), x in s, 5 in s, sorted(n.name for n in s), isinstance(s, weakref.WeakSet))
del x
print(len(s), list(s))
for n in s:
    del y
    print(n, len(s))
del n
print(len(s), list(s))
class Cache:
    def __init__(self): self.d = weakref.WeakValueDictionary()
    def get(self, k):
        v = self.d.get(k)
        if v is None:
            v = self.d[k] = Node(k)
        return v
c = Cache()
p = c.get('p'); q = c.get('p')
print(p is q, len(c.d), 'p' in c.d, list(c.d.items()), dict(c.d), list(c.d.keys()), list(c.d.values()))
del p, q
print(len(c.d), 'p' in c.d, list(c.d), c.d.get('p', 7))
try: c.d['p']
except KeyError as e: print('KeyError', e)
k = Node('k')
wk = weakref.WeakKeyDictionary()
wk[k] = 1
wk[k] += 1
print(wk[k], len(wk), k in wk, list(wk.items()), wk.get(k), wk.get(Node('t'), 'no'))
del k
print(len(wk), dict(wk))
for bad in (1, 'a', [], {}, (), None, 2.5, object()):
    try: weakref.ref(bad)
    except TypeError as e: print(e)
class Slim: __slots__ = ('v',)
class Wide: __slots__ = ('v', '__weakref__')
for cls in Slim, Wide:
    try: print(weakref.ref(cls())())
    except TypeError as e: print(e)
class I(int): pass
class L(list): pass
for o in I(3), L([1]):
    try: print(weakref.ref(o)())
    except TypeError as e: print(e)
f = Node('f')
fin = weakref.finalize(f, print, 'finalized', 1, sep='-')
print(fin.alive, fin.atexit, fin.peek()[2:])
del f
print(fin.alive, fin(), fin.peek(), fin.detach())
h = Node('h')
fin = weakref.finalize(h, print, 'called'); print(fin(), fin.alive)
fin = weakref.finalize(h, print, 'detached'); print(fin.detach()[2:], fin.alive)
m = weakref.WeakMethod(h.__repr__)
print(m()())
dead = weakref.ref(h.__repr__)
print(dead())
async def work(n):
    await asyncio.sleep(n/100)
async def main():
    tasks = weakref.WeakSet()
    for n in 1, 2, 3:
        tasks.add(asyncio.create_task(work(n)))
    await asyncio.sleep(0.015)
    print(len(tasks))
    await asyncio.sleep(0.01)
    print(len(tasks))
    await asyncio.sleep(0.01)
    print(len(tasks))
    lock = asyncio.Lock()
    locks = weakref.WeakValueDictionary({'a': lock})
    async with locks['a']: print(len(locks))
    del lock
    print(len(locks))
asyncio.run(main())
del h
