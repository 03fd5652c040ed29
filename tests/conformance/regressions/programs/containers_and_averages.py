# Regression: a Counter added up values that are no numbers, an OrderedDict took no keywords in pop() and could not show itself within
# itself, a deque was no MutableSequence and let itself be changed by what it counts, averages refused infinities, bytes.hex()
# knew no groups, and math.floor() passed over a float's own __floor__.
import copy
import math
import re
import statistics
from collections import Counter, OrderedDict, UserDict, abc, deque


def attempt(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: Counter(a=3, b=None))
attempt(lambda: Counter(a='x', b=None, c=3))
attempt(lambda: Counter(UserDict(a=2, b=1), a=5))
counts = Counter('abca')
counts.subtract(UserDict(a=1), b=2)
attempt(lambda: counts)

ordered = OrderedDict(a=1, b=2)
attempt(lambda: ordered.pop('z', default=4))
attempt(lambda: ordered.pop(key='a'))
attempt(lambda: ordered.setdefault('q', default=3))
attempt(lambda: ordered.pop('nope'))
ordered['self'] = [ordered]
attempt(lambda: ordered)
attempt(lambda: ordered)


class Grows:
    def __eq__(self, other):
        growing.append(1)
        return False


class Clears:
    def __init__(self, target, answer):
        self.target, self.answer = target, answer

    def __eq__(self, other):
        self.target.clear()
        return self.answer


attempt(lambda: [issubclass(deque, kind) for kind in (abc.MutableSequence, abc.Sequence, abc.Reversible, abc.Mapping)])
growing = deque([Grows(), 1])
attempt(lambda: growing.count(3))
for answer in True, False:
    shrinking = deque(['ab'])
    shrinking.extend([Clears(shrinking, answer), 'c'])
    attempt(lambda: shrinking.remove('c'))
    attempt(lambda: shrinking)

inf, nan = float('inf'), float('nan')
for average in (statistics.mean, statistics.harmonic_mean, statistics.pvariance, statistics.variance, statistics.stdev,
                statistics.pstdev, statistics.geometric_mean):
    for data in [1, inf], [1, nan], [inf, -inf], [1.5, inf, 2], [0, 1], [-1, 2]:
        attempt(lambda: (average.__name__, average(data)))


class Rounds(float):
    def __floor__(self):
        return 42

    def __ceil__(self):
        return 43

    def __trunc__(self):
        return 44


attempt(lambda: (math.floor(Rounds(1.5)), math.ceil(Rounds(1.5)), math.trunc(Rounds(1.5)), int(Rounds(1.5))))
for arguments in (':', 1), ('-', 2), ('-', -2), ('-', 0), (b'*', 4), ('', ), ('é', ), (3, ):
    attempt(lambda: b'abcdefg'.hex(*arguments))
attempt(lambda: bytes.fromhex('ab\tcd\n 01'))


def cells():
    number, text = 1, 'a'

    def inner():
        return number, text, unset
    unset = 1
    del unset
    return inner.__closure__


attempt(lambda: [re.sub('0x[0-9a-f]+', '0x', repr(cell)) for cell in cells()])

nested = ((1, 2), 'x')
attempt(lambda: (copy.deepcopy(nested) is nested, copy.deepcopy(([1], nested))[1] is nested))


class Owner:
    def method(self):
        return self


bound = copy.deepcopy(Owner().method)
attempt(lambda: (type(bound).__name__, type(bound()).__name__))
