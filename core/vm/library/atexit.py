"""Functions that run when the program has ended, the last one registered first: VM::shut_down calls them."""
_functions = []


def register(func, /, *args, **kwargs):
    if not callable(func):
        raise TypeError('the first argument must be callable')
    _functions.append((func, args, kwargs))
    return func


def unregister(func, /):
    _functions[:] = [one for one in _functions if not one[0] == func]


def _clear():
    _functions.clear()


def _ncallbacks():
    return len(_functions)
