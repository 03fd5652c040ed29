"""Steps of one asynchronous generator thrown at while another runs: until 3.12 the generator's state is not asked. And
a class that makes no exception when it is called, thrown into a generator."""
import types
# athrow, asend and close meeting each other
@types.coroutine
def awaiting(v):
    return (yield v)
class MyExc(Exception): pass
async def stubborn():
    try:
        yield
    except MyExc:
        pass
    while True:
        try:
            await awaiting(None)
        except MyExc:
            pass
async def ignoring():
    while True:
        try:
            await awaiting(None)
        except GeneratorExit:
            pass
        yield
def show(what, *args):
    try:
        print("value", what(*args))
    except BaseException as e:
        print(type(e).__name__, e if isinstance(e, RuntimeError) else '')
for make in (stubborn,):
    a = make()
    show(a.asend(None).send, None)
    g = a.athrow(MyExc)
    show(g.throw, MyExc)
    print(a.ag_running)
    g2 = a.asend(None)
    show(g2.throw, MyExc)
    show(g2.send, None)
    a = make()
    show(a.asend(None).send, None)
    g = a.athrow(MyExc)
    show(g.send, None)
    g2 = a.athrow(MyExc)
    show(g2.throw, MyExc)
    show(g2.send, None)
    a = make()
    show(a.asend(None).send, None)
    g = a.asend(None)
    show(g.send, None)
    g2 = a.aclose()
    show(g2.throw, MyExc)
    show(g2.send, None)
class E(Exception):
    def __new__(cls, *args, **kwargs):
        return cls
def boring_generator():
    yield
gen = boring_generator()
try:
    gen.throw(E)
except TypeError as e:
    print(e)
try:
    raise E
except TypeError as e:
    print(e)
