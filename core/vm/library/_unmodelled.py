"""What a program imports by name from a module that is not modelled: every use of it is refused."""
from _sluice import refuse


class Unmodelled:
    def __init__(self, name, instead):
        self.__dict__.update(_refused=(name, instead))


def _use(self, *args, **kwargs):
    refuse(*self.__dict__['_refused'])


for _name in (
    'call getattr setattr delattr repr str format bytes bool int float complex index hash lt le gt ge len iter next reversed '
    'contains getitem setitem delitem add radd sub rsub mul rmul matmul truediv rtruediv floordiv rfloordiv mod rmod pow rpow and '
    'rand xor rxor lshift rshift neg pos invert abs round enter exit aenter aexit aiter anext await mro_entries '
    'instancecheck subclasscheck fspath copy deepcopy reduce'
).split():
    setattr(Unmodelled, f'__{_name}__', _use)


def _is_other(self, other):
    if other is not None and not isinstance(other, type):
        _use(self)
    return False


# In an annotation, it may be one of several types.
Unmodelled.__eq__ = _is_other
Unmodelled.__or__ = Unmodelled.__ror__ = lambda self, other: self
