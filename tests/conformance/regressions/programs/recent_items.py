"""An OrderedDict keeps what was used last, as caches do: its own methods reach for the items by themselves, not by what the class that derives overrides, or move_to_end() would call the __getitem__ that called it. Some ask it all the same."""
# python >= 3.11
import asyncio
from collections import OrderedDict


class Recent(OrderedDict):
    def __getitem__(self, key):
        print('get', key)
        value = super().__getitem__(key)
        self.move_to_end(key)
        return value

    def __setitem__(self, key, value):
        print('set', key)
        super().__setitem__(key, value)

    def __contains__(self, key):
        print('has', key)
        return super().__contains__(key)


class Cache(Recent):
    def __init__(self, size):
        super().__init__()
        self.size = size

    def __setitem__(self, key, value):
        super().__setitem__(key, value)
        if len(self) > self.size:
            print('drops', self.popitem(last=False))


async def load(cache, name):
    try:
        return cache[name]
    except KeyError:
        await asyncio.sleep(0.1)
        cache[name] = name.upper()
        return 'loaded'


async def main():
    cache = Cache(2)
    for name in 'abaca':
        print(name, await load(cache, name), list(cache))
    recent = Recent(one=1, two=2)
    recent.update([('three', 3)], four=4)
    print(recent.setdefault('one', 0), recent.setdefault('five', 5), recent.get('two'))
    recent.move_to_end('four', last=False)
    print(list(recent.items()), recent.copy() == recent)
    plain = OrderedDict(x=1, y=2, z=3)
    plain.move_to_end('y', last=False)
    print(plain.popitem(), plain.pop('w', 0), plain.copy() == plain, list(plain))
    try:
        cache.copy()
    except TypeError as error:
        print(str(error).split('.')[-1])
asyncio.run(main())
