"""Annotations are code: up to 3.13 they run where they stand, in CPython's order and among the names around; since 3.14
they run when somebody looks, and what they raise comes then."""
import asyncio
import sys
import traceback


def note(what):
    print('note', what, end='; ')
    return what


def shown(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error, [line.name for line in traceback.extract_tb(error.__traceback__)][1:])


def make():
    kind = list

    def inner(a: note('a'), b: kind = note('default'), /, c: note('c') = 3, *rest: note('rest'), d: note('d') = note('keyword'),
              **more: note('more')) -> note('result'):
        unused: missing_in_body = a
        return unused
    return inner


print(make()(1))
shown(lambda: make().__annotations__)


def define():
    def wants(queue: asyncio.Queue[int], until: missing_name):
        return queue
    return wants


shown(define)
shown(lambda: define().__annotations__)


class Station:
    Gauge = float
    if True:
        level: Gauge = 0.5
    name: 'str'
    pair: dict[str, 'Station']
    __hidden: Gauge

    def read(self, gauge: Gauge, __secret: int = 1) -> 'Station':
        return self


print(Station.__annotations__)
shown(lambda: Station.read.__annotations__)
print([name for name in ('__annotations__', '__annotate_func__') if name in vars(Station)])

counter: note(int) = 0
if counter:
    never: note(str) = ''
sys.text: note('attribute') = 'x'
(bracketed): note('bracketed') = 1
shown(lambda: sys.modules[__name__].__annotations__)
shown(lambda: __annotations__)


def outer():
    local = int

    class Inside:
        one: local
        two: 'local' = 2
    return Inside


print(outer().__annotations__)


async def main():
    async def worker(number: int) -> str:
        return str(number)
    print(worker.__annotations__, await worker(3))
    try:
        def bad(task: asyncio.Taks): return task
        print(bad.__annotations__)
    except AttributeError as error:
        print(error)


asyncio.run(main())
