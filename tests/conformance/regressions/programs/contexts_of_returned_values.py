# Regression: the StopIteration that takes along what a generator, a coroutine or a future returned had the handled
# exception as its context on 3.14 as well; coroutine.__await__() ended with StopIteration(None); what iterates over a
# future had no send().
import asyncio
def gen(v):
    if False: yield
    return v
async def co(v): return v
async def ag():
    yield 7
class It:
    def __init__(s,v): s.v=v
    def __iter__(s): return s
    def __next__(s): raise StopIteration(s.v)
def deleg(v):
    return (yield from gen(v))
class Aw:
    def __init__(s,v): s.v=v
    def __await__(s):
        if False: yield
        return s.v
def show(name, f):
    try:
        raise KeyError('k')
    except KeyError:
        try: f()
        except StopIteration as e: print(name, e.args, repr(e.__context__), e.__cause__, e.__suppress_context__)
        except BaseException as e: print(name, repr(e), repr(e.__context__))
def thrower(v):
    try: yield 1
    except ValueError: return v
def closer(v):
    try: yield 1
    except GeneratorExit: return v
for v in (None, 5, (1,2), ValueError('x'), (), StopIteration(3)):
    show('next', lambda: next(gen(v)))
    show('dunder', lambda: gen(v).__next__())
    show('send', lambda: gen(v).send(None))
    show('co', lambda: co(v).send(None))
    show('cow', lambda: co(v).__await__().__next__())
    show('cowsend', lambda: co(v).__await__().send(None))
    show('deleg', lambda: next(deleg(v)))
    show('delegsend', lambda: deleg(v).send(None))
    show('it', lambda: next(It(v)))
    def th():
        g=thrower(v); next(g); g.throw(ValueError('t'))
    show('throw', th)
    def thc():
        async def c():
            await W()
            return v
        class W:
            def __await__(s):
                try: yield 1
                except ValueError: pass
        x=c(); x.send(None); x.throw(ValueError('t'))
    show('cothrow', thc)
    async def aw(): return await Aw(v)
    show('aw', lambda: aw().send(None))
    def fut():
        loop=asyncio.new_event_loop()
        f=loop.create_future(); f.set_result(v)
        loop.close()
        next(iter(f.__await__()))
    show('fut', fut)
    def futsend():
        loop=asyncio.new_event_loop()
        f=loop.create_future(); f.set_result(v)
        loop.close()
        f.__await__().send(None)
    show('futsend', futsend)
show('ag', lambda: ag().__anext__().send(None))
show('agn', lambda: next(ag().__anext__()))
show('asend', lambda: ag().asend(None).send(None))
a=ag()
show('ag1', lambda: a.__anext__().send(None))
show('ag2', lambda: a.__anext__().send(None))
show('aclose', lambda: ag().aclose().send(None))
show('empty', lambda: next(iter([])))
def done():
    g=gen(3)
    try: next(g)
    except StopIteration: pass
    next(g)
show('done', done)
def anextdef():
    anext(ag(),1).__await__().send(None)
show('anextdef', anextdef)
def athrow():
    a=ag(); a.athrow(KeyError).send(None)
show('athrow', athrow)
