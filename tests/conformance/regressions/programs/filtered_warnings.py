"""What a program warns of was ignored, whatever filters it set: recorded, raised, shown once a line or by its own function."""
import warnings
def f(level=2):
    warnings.warn("careful", stacklevel=level)
class MyW(UserWarning): pass
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always")
    f(); f(1)
    warnings.warn(MyW("own"))
    warnings.warn("x", MyW)
    for one in w:
        print(type(one).__name__, one.category.__name__, one.message, repr(one.message), one.lineno, one.filename)
    print(w[0])
with warnings.catch_warnings():
    warnings.simplefilter("error")
    try:
        f()
    except UserWarning as e:
        print('raised', repr(e))
    warnings.filterwarnings("ignore", message="care")
    f()
f()
with warnings.catch_warnings(record=True) as w:
    f()
    print(len(w))
def shown(message, category, filename, lineno, line=None):
    return f'{filename} {lineno} {category.__name__} {message}\n'
warnings.formatwarning = shown
warnings.simplefilter("default")
f(); f()
for i in range(3): f()
warnings.simplefilter("once")
for i in range(3): f()
warnings.simplefilter("always", DeprecationWarning)
warnings.warn("dep", DeprecationWarning)
warnings.warn("dep", DeprecationWarning)
def show(message, category, filename, lineno, file=None, line=None):
    print('show', message, category.__name__, lineno)
warnings.showwarning = show
warnings.warn("dep2", DeprecationWarning)
try:
    warnings.warn("bad", int)
except TypeError as e:
    print(e)
try:
    warnings.simplefilter("nothing")
except (AssertionError, ValueError) as e:
    print(type(e).__name__, e)
