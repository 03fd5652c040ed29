"""Type parameters have defaults since 3.13. Lambdas and comprehensions may stand in a class's types, but do not see its names."""
# python >= 3.13
import typing


class Box[T = int, **P = [str], *Ts = *tuple[int, str]]:
    Known = bytes
    type Each = [Known for _ in range(2)]

    def make[U: list[Known] = Known](self) -> U:
        return self

    def hide[U: (lambda: Known)()](self):
        return self


def show(what):
    try:
        print(what())
    except Exception as error:
        print(type(error).__name__, error)


for one in Box.__type_params__:
    print(one, one.has_default(), one.__default__)
U, = Box.make.__type_params__
print(U.__bound__, U.__default__)
show(lambda: Box.Each.__value__)
show(lambda: Box.hide.__type_params__[0].__bound__)
print(typing.TypeVar('Plain').has_default(), typing.TypeVar('Plain').__default__, typing.NoDefault)
print(typing.TypeVar('None_', default=None).__default__, typing.TypeVar('Text', default='int').__default__)



def later[V = Unknown]():
    pass


V, = later.__type_params__
show(lambda: (V.has_default(), V.__default__))
Unknown = dict
show(lambda: V.__default__)
show(lambda: setattr(V, '__default__', 3))
show(lambda: typing.TypeVar('T', covariant=True, infer_variance=True))
show(lambda: typing.TypeVar('T', wrong=True))
