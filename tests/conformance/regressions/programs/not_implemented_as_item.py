"""A table of answers holds NotImplemented as one of them: looking it up is no failure of the look-up. And a class that
tells another class than its own keeps that attribute, although its methods use super()."""
import asyncio

ANSWERS = {'lt': NotImplemented, 'int': 1}
ROW = (NotImplemented, [NotImplemented])


class Proxy:
    def __init__(self, target):
        super().__init__()
        self._target = target

    @property
    def __class__(self):
        return type(self._target)

    def own(self):
        return __class__


class Named:
    __class__ = 'a name'
    told = __class__

    def own(self):
        return __class__.__name__


async def answer(name):
    await asyncio.sleep(0.1)
    return ANSWERS[name]


async def main():
    print(await asyncio.gather(answer('lt'), answer('int')))
    print(ROW[0], ROW[-1][0], [*ROW][0], {**ANSWERS}['lt'] is NotImplemented)
    held = list(ROW)
    held[0] = ANSWERS['lt']
    held[1] = ROW[1][0]
    print(held)
    proxy = Proxy(5)
    print(isinstance(proxy, int), isinstance(proxy, Proxy), proxy.__class__, type(proxy).__name__, proxy.own().__name__)
    print('__class__' in vars(Proxy), Named.told, Named().__class__, Named().own(), vars(Named)['__class__'])


asyncio.run(main())
