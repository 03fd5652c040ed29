# Regression: flags of several bits were members, pprint wrote one piece, ignored depth, and broke no long texts.
import asyncio
import enum
from dataclasses import dataclass
from pprint import pformat, pprint


class Permission(enum.Flag):
    READ = enum.auto()
    WRITE = enum.auto()
    BOTH = READ | WRITE
    NOTHING = 0


@dataclass
class Host:
    name: str
    ports: list


async def main():
    print(list(Permission.BOTH), [one.name for one in Permission], len(Permission), Permission.READ | Permission.WRITE)
    print(Permission['BOTH'], Permission(3), Permission.NOTHING, Permission.WRITE in Permission.BOTH)
    pprint({'key%d' % i: list(range(i * 4)) for i in range(4)}, width=40)
    pprint([('a' * 30, 'b' * 30), {'c': {'d': {'e': 1}}}], depth=2)
    print(pformat('words and words ' * 8, width=40))
    print(pformat([list(range(12)), {'z'}, (1,)], width=30, compact=True, indent=4))
    print(pformat(Host('example.org', list(range(40)))))
    print(pformat({2: 'b', 1: 'a', 'x': None}, width=5), pformat({2: 1, 1: 2}, sort_dicts=False))
    print(pformat(123456789, underscore_numbers=True))


asyncio.run(main())
