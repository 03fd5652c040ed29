# Regression: operators asked the classes of both sides in an order of their own. CPython asks the number methods of both sides,
# then sums and multiples of sequences: range(3) * [1] complained of the range, IntNo(3) + 2 found no answer though int has one,
# {} |= pairs was refused, sets of derived classes were shown without their name, and messages named the type below a class.
import copy
import datetime
import heapq
from collections import Counter, OrderedDict, defaultdict, deque


class MyList(list): pass
class MyBytes(bytes): pass
class MySet(set): pass
class MyInt(int): pass
class MyStr(str): pass
class MyFrozen(frozenset): pass


def no(self, *others): return NotImplemented


class Plain:
    def __repr__(self): return 'Plain()'


class Index:
    def __index__(self): return 2
    def __repr__(self): return 'Index()'


class Answers:
    def __repr__(self): return 'Answers()'
    def __radd__(self, other): return 'radd'
    def __rmul__(self, other): return 'rmul'
    def __ror__(self, other): return 'ror'


class ListRefuses(list):
    __add__ = __radd__ = __mul__ = __rmul__ = __iadd__ = __imul__ = no


class IntNo(int):
    __add__ = __radd__ = __mul__ = __rmul__ = no


class Powers:
    def __pow__(self, other, modulus=None): return other, modulus


VALUES = [
    lambda: None, lambda: 3, lambda: 10**30, lambda: 2.5, str, lambda: b'ab', lambda: bytearray(b'ab'), lambda: [1, 2],
    lambda: (1, 2), lambda: range(3), lambda: {1: 2}, lambda: {1, 2}, lambda: deque([1, 2]), lambda: OrderedDict({1: 2}),
    lambda: Counter({1: 2}), lambda: defaultdict(int, {1: 2}), lambda: {1: 2}.keys(), lambda: MyList([1]), lambda: MyBytes(b'm'),
    lambda: MySet({1}), lambda: MyInt(4), Plain, Index, Answers, lambda: ListRefuses([7]), lambda: IntNo(3),
    lambda: datetime.timedelta(1), lambda: datetime.date(2020, 1, 2), lambda: len, lambda: slice(0, 1),
]


def inplace_add(a, b):
    a += b
    return a


def inplace_mul(a, b):
    a *= b
    return a


def inplace_or(a, b):
    c = a
    a |= b
    return a, a is c


def inplace_and(a, b):
    c = a
    a &= b
    return a, a is c


def delete(a, b):
    del a[b]
    return a


def store(a, b):
    a[b] = 1
    return a


def store_slice(a, b):
    a[0:1] = b
    return a


OPERATIONS = {
    '+': lambda a, b: a + b, '*': lambda a, b: a * b, '|': lambda a, b: a | b, '%': lambda a, b: a % b, '+=': inplace_add,
    '*=': inplace_mul, '|=': inplace_or, '&=': inplace_and, 'del': delete, '[]=': store, '[:]=': store_slice,
    'pow': lambda a, b: pow(a, b, 5), 'sum': sum, '!=': lambda a, b: a != b, 'in': lambda a, b: a in b,
    'issubclass': issubclass, 'int': int, 'round': round,
}


def said(function, *arguments):
    try:
        result = function(*(argument() for argument in arguments))
        return repr(result).split(' at 0x')[0]
    except Exception as e:
        return f'{type(e).__name__}: {e}'


# Of each row, what is said is shown once, with how many say it.
for name, operation in OPERATIONS.items():
    for i, left in enumerate(VALUES):
        if name == 'pow' and i == 2:
            continue
        row = {}
        for right in VALUES:
            text = said(operation, left, right)
            row[text] = row.get(text, 0) + 1
        print(name, i, list(row.items()))

for thunk in [
    lambda: MySet(), lambda: [MySet([1]), MyFrozen([2]), MyFrozen()], lambda: pow(Powers(), 2, 3), lambda: pow(2, None, 2.5),
    lambda: 'ab' % deque([1]), lambda: bytearray(b'%d') % 3, lambda: f'{MyInt(4):q}', lambda: format(MyStr('a'), 'd'),
    lambda: {deque(): 1}, lambda: heapq.heappush(deque(), 1), lambda: {1: 2} != Counter({1: 2}), lambda: sum(None, ''),
    lambda: Index() in b'a\x02', lambda: b'ab'.index((1,)), lambda: b'ab'.count(None), lambda: b'ab'.find(10**30),
    lambda: b'abc'.startswith((b'x', b'ab')), lambda: round(2.5, 10**30), lambda: round(2.5, -10**30), lambda: int('1', 10**30),
    lambda: issubclass(3, ()), lambda: datetime.date(True, True, 2),
    lambda: datetime.timedelta(1) * 10**30, lambda: datetime.timedelta(10**9), lambda: heapq.nlargest(None, [1, 2]),
    lambda: heapq.nlargest(2.5, [1]), lambda: OrderedDict(a=1).update([(1, 2, 3)]), lambda: super(3), lambda: deque()[10**30],
]:
    print(said(thunk))

# Copies of deques were empty, and dates could not be copied deeply; a deque is a sequence for match; derived classes by name.
class Line(deque): pass
class Groups(defaultdict): pass


for line in deque([[1], 2]), deque([1, 2], 3), Line([1]):
    again = copy.deepcopy(line)
    print(again, again.maxlen, again[0] is line[0], copy.copy(line))
    match line:
        case [first, *others]:
            print(first, others)
        case _:
            print('no sequence')
print(Groups(int, a=1), copy.deepcopy(Groups(list, a=[1])), copy.deepcopy(datetime.datetime(2020, 1, 1)))
print((1).__add__(2.5), (2).__mul__('a'), 2.5.__add__(1), range(5).index(3), range(5).count(2.0))
line = same = deque([1, 2], 3)
line *= 2
same += 'a'
print(line, same is line)
line *= 0
print(line, len(same))
for unique in ({}.keys(), (x for x in ())):
    print(said(lambda: copy.deepcopy(unique)))
