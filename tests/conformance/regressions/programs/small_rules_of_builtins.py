"""Small rules of builtin classes: a set whose class has a hash is looked for by it; float, tuple and frozenset leave
keywords to the __init__ of a class that derives; keys() & frozenset is a set; zero to the power of minus infinity; an
OrderedDict takes the keyword self; copies of a UserDict keep its attributes; abstract generators raise what is thrown.
"""
import collections
import collections.abc
import copy
import time


class Hashed(set):
    def __hash__(self):
        return 5


class Length(float):
    def __init__(self, value, unit='m'):
        self.unit = unit


class Pair(tuple):
    def __init__(self, items, label=None):
        self.label = label


class Names(frozenset):
    def __init__(self, items, label=None):
        self.label = label


hashed = Hashed('ab')
print(hashed in {hashed}, hashed in {hashed: 1}, {1, 2} in {frozenset({1, 2})}, set() in {frozenset()})
several = {hashed, 3}
several.discard(hashed)
print(several)
print(Length(2.5, unit='km').unit, Pair([1, 2], label='two').label, Names('a', label='letters').label)
for made in (lambda: float(x=1), lambda: Length(1, 2, unit=3)):
    try:
        made()
    except TypeError as error:
        print(error)
print({'a': 1, 'b': 2}.keys() & frozenset('b'), type({'a': 1}.items() & frozenset()))
print(0.0 ** -float('inf'), (-0.0) ** -float('inf'), pow(0.0, float('inf')))
print(list(collections.OrderedDict(self=42, other=1).items()))
users = collections.UserDict(a=1)
users.note = ['kept']
print(copy.copy(users).note is users.note, copy.copy(users) == users, copy.copy(users).data is users.data)


class Steps(collections.abc.Generator):
    def send(self, value):
        return value

    def throw(self, *error):
        super().throw(*error)


for given in ((ValueError,), (ValueError, ValueError('with a value')), (ValueError('alone'),)):
    try:
        Steps().throw(*given)
    except ValueError as error:
        print(repr(error))


class Letters(collections.abc.Set):
    def __init__(self, text):
        self.text = ''.join(sorted(set(text)))

    def __contains__(self, letter):
        return letter in self.text

    def __iter__(self):
        return iter(self.text)

    def __len__(self):
        return len(self.text)

    __hash__ = collections.abc.Set._hash


print(hash(Letters('abca')) == hash(Letters('cab')), Letters('ab') in {Letters('ba')})
print(repr(time.strftime('%Y%Z%z', (2024, 1, 2, 3, 4, 5, 1, 2, -1))), time.strftime('%Z', (2024, 1, 2, 3, 4, 5, 1, 2, 0)))
