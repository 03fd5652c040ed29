"""Errors of library functions that CPython words otherwise than its neighbours: reduce(), randint(), vars(); and what wraps a function shows it."""
import functools, random
def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e, e.__cause__)
attempt(lambda: vars(object()))
attempt(lambda: object().__dict__)
attempt(lambda: functools.reduce(max, 5))
attempt(lambda: functools.reduce(max, []))
for b in (None, "3", 2.5, [1], 0, True):
    attempt(lambda: random.randint(1, b))
attempt(lambda: random.randint(5, 2))
random.seed(3)
print([random.randint(0, 9) for _ in range(5)])
class A:
    @staticmethod
    def f(): pass
    @classmethod
    def g(cls): pass
print(str(A.__dict__["f"])[:30], str(A.__dict__["g"])[:30], staticmethod(3))
