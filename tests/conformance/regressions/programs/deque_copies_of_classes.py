# Regression: copy(), + and * of a deque of a derived class made plain deques.
import copy
from collections import deque


class Window(deque):
    def __init__(self, items=(), maxlen=None):
        print('made of', list(items), maxlen)
        super().__init__(items, maxlen)


class Odd(deque):
    def __new__(cls, items=(), maxlen=None):
        return super().__new__(cls) if items == () else [7]


def show(value):
    print(type(value).__name__, list(value), getattr(value, 'maxlen', '-'))


bounded, free = Window([1, 2], 3), Window([3])
for value in (bounded.copy(), bounded + free, free + bounded, bounded * 2, 2 * free, free * 0, copy.copy(bounded)):
    show(value)
before = free
free += [4]
free *= 2
print(free is before, list(free))
for make in (lambda: Odd().copy(), lambda: Odd() + Odd(), lambda: Odd() * 2, lambda: free * 'x', lambda: free + [1],
             lambda: deque.copy(5), lambda: deque.__iadd__(5, free)):
    try:
        show(make())
    except TypeError as error:
        print(error)
