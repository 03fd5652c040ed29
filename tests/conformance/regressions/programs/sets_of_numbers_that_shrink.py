# A set of numbers is visited in the order of its table, by hash(number): where one has gone, the next to pass by moves in.
import asyncio
import random


def number(dice):
    kind = dice.randrange(6)
    if kind == 0:
        return dice.randint(-10**20, 10**20)
    if kind == 1:
        return round(dice.uniform(-50, 50), 2)
    if kind == 2:
        return (dice.randint(0, 9), dice.randint(0, 9))
    if kind == 3:
        return dice.choice([frozenset({1, dice.randint(2, 9)}), range(dice.randint(2, 9)), True, 2j, ()])
    return dice.randint(-20, 200)


def change(dice, one, other):
    """One of what sets can do, with its result in `one`."""
    kind = dice.randrange(14)
    if kind < 4:
        one.add(number(dice))
    elif kind == 4:
        one.discard(dice.choice(list(one or {0})))
    elif kind == 5:
        one |= other
    elif kind == 6:
        one = one & other or one
    elif kind == 7:
        one = one ^ other
    elif kind == 8:
        one = one - other
    elif kind == 9:
        one.update([number(dice), number(dice)], other)
    elif kind == 10 and one:
        one.pop()
    elif kind == 11:
        one = other.copy()
    elif kind == 12:
        one ^= {*other, number(dice)}
    else:
        one.difference_update(list(other)[::2])
    return one


async def visitors():
    """Who is in comes and goes; the room is shown each time."""
    room = set()

    async def visit(person):
        await asyncio.sleep(person % 5)
        room.add(person)
        print('in', room)
        await asyncio.sleep(person % 3 + 0.5)
        room.discard(person)
        print('out', room)

    await asyncio.gather(*(visit(person) for person in (40, 8, 16, 3, 24, 72, 11, 35)))


asyncio.run(visitors())
for seed in range(12):
    dice = random.Random(seed)
    sets = [set(), {1}, set()]
    for step in range(60):
        which, other = dice.randrange(3), dice.randrange(3)
        sets[which] = change(dice, sets[which], sets[other])
        if step % 12 == 0:
            print(*sets)
    print(frozenset(sets[0]), sets[0] <= sets[1], sets[1].isdisjoint(sets[2]), sets[0].intersection([5, 3, 1], sets[1]))
many = set()
for value in range(3000):
    many.add(value * 7 % 1001)
for value in range(900):
    many.discard(value)
print(many, many | {5, 6, 3}, {*many}, many.pop(), many.pop(), many)
