"""The arguments of an exception are those of its __init__, of groups too, whose repr shows them all; a group with other arguments crashed."""
# python >= 3.11
class MyExceptionGroup(ExceptionGroup):
    def __new__(cls, message, excs, errcode):
        obj = super().__new__(cls, message, excs)
        obj.errcode = errcode
        return obj
    def derive(self, excs):
        return MyExceptionGroup(self.message, excs, self.errcode)
g = MyExceptionGroup("eg", [TypeError(1), ValueError(2)], 42)
print(g.args, repr(g), str(g))
print(ExceptionGroup('a', (ValueError(1),)).args, repr(ExceptionGroup('a', (ValueError(1),))))
l = [ValueError(1)]
h = ExceptionGroup('a', l)
l.append(3)
print(repr(h), h.args, h.exceptions)
h.args = (1,)
print(repr(h))
class Odd(ExceptionGroup):
    def __init__(self, *a):
        super().__init__('x')
print(repr(Odd('m', [KeyError('k')])))
class E(Exception):
    def __new__(cls, a):
        return super().__new__(cls)
print(E(5).args, repr(E(5)))
