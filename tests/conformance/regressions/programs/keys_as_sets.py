# What keys and items of dicts make with sets, in the order of hash(number): CPython goes through the one or the other side.
import random

dice = random.Random(7)


def numbers():
    return [dice.choice([dice.randrange(100), 8 * dice.randrange(20)]) for turn in range(dice.randrange(12))]


for turn in range(40):
    one, two, row = dict.fromkeys(numbers(), 0), dict.fromkeys(numbers(), 0), numbers()
    for left in (one.keys(), one.items()):
        for right in (two.keys(), set(two), list(two), row, one.keys(), two, two.items(), list(two.items())):
            print(left & right, left | right, left - right, left ^ right)
    print(set(two) & one.keys(), set(two) - one.keys(), set(two) ^ one.keys(), set(row) | one.keys())
    seen = set(two)
    seen |= one.keys()
    seen -= two.keys()
    print(seen, row ^ one.keys(), row - one.keys(), row & one.keys())
    seen = set(row)
    seen.symmetric_difference_update(one)
    print(seen)
    seen.intersection_update(row, two)
    print(seen)
    seen.update(one)
    print(seen, seen.difference(one, row), seen.symmetric_difference(two), seen.union(one, row), set(one.items()))
