# Regression: messages that 3.13 and 3.14 word anew: managers that lack a method, super(), the order of bases, %c, unions.
class No: pass
class Enter:
    def __enter__(self): pass
class Exit:
    def __exit__(self, *a): pass
class AEnter:
    async def __aenter__(self): pass
class AExit:
    async def __aexit__(self, *a): pass
class ABoth(AEnter, AExit): pass
class Both(Enter, Exit): pass
def w(x):
    try:
        with x: pass
    except TypeError as e: print(type(x).__name__, e)
async def aw(x):
    try:
        async with x: pass
    except TypeError as e: print('async', type(x).__name__, e)
for c in (No, Enter, Exit, ABoth, AEnter, AExit): w(c())
for c in (No, AEnter, AExit, Both, Enter, Exit):
    try: aw(c()).send(None)
    except StopIteration: pass
print(type(int | str), type(int|str).__name__, repr(int | str), isinstance(int|str, type(int|None)), type(int|str).__module__, type(int|str).__qualname__)
import types, typing
print(types.UnionType, typing.Union[int, str], typing.Optional[int])
try: super(int, int|str)
except TypeError as e: print(e)
try: super(int, str)
except TypeError as e: print(e)
try: super(int, 'x')
except TypeError as e: print(e)
for v in (2**70, -2**70, -1, 0x110000, 1.5):
    try: '%c' % v
    except Exception as e: print(repr(e))
class A: pass
class B(A): pass
try:
    class C(A, B): pass
except TypeError as e: print(repr(str(e)))
