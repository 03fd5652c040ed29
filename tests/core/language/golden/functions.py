def f(a, b=1, /, c=[], *args, d, e=None, **kwargs) -> 'int':
    "A docstring."
    x = a if b else c
    a.b.c += 1
    a[0] **= b
    first, *rest, (last,) = f(*args, 1, *rest, k=1, **kwargs, m=2)
    x, b = b, x
    return lambda n=x, *, m: f(n, key=m).sort(key=b)


def countdown(n):
    got = yield
    yield from countdown(n - 1)
    return -n + ~got * 2 ** -1 // 3 % 4 @ 5 << 6 >> 7 & 8 | 9 ^ 10


import os.path as path, sys
from math import (pi, e as euler)
print({**path, 'a': 1}, [*sys, 2], {1, *euler}, (1, 2, 'x'), 10_000_000_000_000_000_000, 0x_ff, 1e3, b'a\x00', ...)
