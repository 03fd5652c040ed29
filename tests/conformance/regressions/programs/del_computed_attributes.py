# Regression: deleting an attribute that is computed (of a class, a function, a cell, an exception) ended the process, or was refused in other words.

def attempt(make, *names):
    for name in names:
        thing = make()
        try:
            delattr(thing, name)
        except Exception as error:
            print(type(thing).__name__, name, repr(error))
        else:
            try:
                print(type(thing).__name__, name, 'gone', repr(getattr(thing, name)))
            except Exception as error:
                print(type(thing).__name__, name, 'gone', repr(error))

def function():
    def f(a, b=1, *, c=2):
        """About f."""
    return f

def cls():
    class C:
        """About C."""
        a: int = 1
    return C

def gen():
    def g():
        yield
    return g()

def instance():
    return cls()()

attempt(gen, '__name__', '__qualname__')
attempt(lambda: ValueError(1), 'args', '__cause__', '__context__', '__suppress_context__', '__traceback__', '__class__')
attempt(lambda: StopIteration(1), 'value')
attempt(lambda: SystemExit(1), 'code')
attempt(function, '__name__', '__qualname__', '__doc__', '__module__', '__defaults__', '__kwdefaults__', '__annotations__')
attempt(cls, '__name__', '__qualname__', '__module__', '__doc__', '__abstractmethods__')
attempt(instance, '__class__', '__dict__')
attempt(function, '__dict__', '__class__')


def cells():
    shared = 12

    def reads():
        return shared
    cell = reads.__closure__[0]
    cell.cell_contents = 9
    print(reads(), shared)
    del cell.cell_contents
    for look in (lambda: cell.cell_contents, reads, lambda: shared):
        try:
            print(look())
        except Exception as error:
            print(repr(error))


cells()
thing = cls()
try:
    thing.__qualname__ = 5
except TypeError as error:
    print(error)
