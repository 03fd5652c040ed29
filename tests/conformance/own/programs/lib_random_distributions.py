# random's distributions of one seed, state that is kept and given back, and what each function refuses.
import asyncio
import random
import sys


def attempt(function, *arguments, **named):
    try:
        return function(*arguments, **named)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def rounded(values):
    return [round(value, 9) for value in values]


class Sequence:
    """Length and items, and nothing else."""

    def __init__(self, items):
        self.items = list(items)

    def __len__(self):
        return len(self.items)

    def __getitem__(self, index):
        return self.items[index]

    def __setitem__(self, index, value):
        if value == "stuck":
            raise ValueError("stuck")
        self.items[index] = value


async def retry(rng, attempts):
    """Back-off with jitter, as clients do it."""
    for number in range(attempts):
        delay = rng.uniform(0, 0.1 * 2**number)
        await asyncio.sleep(delay)
        print(f"attempt {number} after {delay:.6f}")


async def main():
    rng = random.Random(42)
    await retry(rng, 4)
    for name, arguments in (("uniform", (1, 3)), ("triangular", ()), ("triangular", (0, 10, 9)), ("triangular", (5, 5)), ("normalvariate", (0, 1)), ("normalvariate", (5, 2)), ("gauss", (0, 1)), ("gauss", (10, 0.5)),
                            ("lognormvariate", (0, 0.25)), ("expovariate", (2.5,)), ("vonmisesvariate", (1, 2)), ("vonmisesvariate", (0, 0)), ("gammavariate", (2.5, 1)), ("gammavariate", (1.0, 2)),
                            ("gammavariate", (0.5, 1)), ("betavariate", (2, 3)), ("betavariate", (1, 1)), ("paretovariate", (3,)), ("weibullvariate", (1, 1.5))):
        rng.seed(7)
        print(name, arguments, rounded(getattr(rng, name)(*arguments) for _ in range(4)))
    for seed in (0, -5, 5, 2**80, "text", b"bytes", bytearray(b"bytes"), True):
        rng.seed(seed)
        print("seed", seed, round(rng.random(), 12), rng.getrandbits(70))
    rng.seed(3)
    print(rng.randbytes(5), rng.randbytes(0), rng.getrandbits(0), rng.getrandbits(1), rng.getrandbits(200))
    print([rng.randrange(10) for _ in range(5)], [rng.randrange(5, 50, 5) for _ in range(5)], [rng.randrange(10, 0, -3) for _ in range(5)], rng.randrange(2**90), rng.randint(-3, 3))
    print(rng.choice("abc"), rng.choice([7]), rng.choice(Sequence("xyz")), rng.choices("abc", k=4), rng.choices("abc", [1, 0, 3], k=4), rng.choices(range(3), cum_weights=[1, 2, 9], k=4), rng.choices("ab"))
    items = list(range(8))
    rng.shuffle(items)
    own = Sequence("abcdef")
    rng.shuffle(own)
    print(items, own.items, rng.sample(range(100), 5), rng.sample("abc", 3), rng.sample(["red", "blue"], counts=[4, 2], k=4), rng.sample([], 0), rng.sample(range(10**6), 3), rng.sample(tuple("abcdef"), 2))
    state = rng.getstate()
    first = [rng.gauss(0, 1) for _ in range(3)]
    rng.setstate(state)
    print(first == [rng.gauss(0, 1) for _ in range(3)], len(state), state[0], len(state[1]), rng.getstate()[2] is None)
    other = random.Random()
    other.setstate(rng.getstate())
    print(other.gauss(0, 1) == rng.gauss(0, 1), other.random() == rng.random())
    random.seed(9)
    print(round(random.random(), 12), random.randint(1, 6), random.choice("abc"), random.getrandbits(8), round(random.gauss(0, 1), 9), random.sample(range(5), 2))
    print("refused")
    for function, arguments, named in (
            (rng.randrange, (0,), {}), (rng.randrange, (5, 5), {}), (rng.randrange, (5, 1), {}), (rng.randrange, (1, 5, 0), {}), (rng.randrange, (5, 1, 2), {}), (rng.randrange, (1.5,), {}),
            (rng.randrange, (-4, None), {}), (rng.randint, (5, 1), {}), (rng.choice, ([],), {}), (rng.choice, (5,), {}),
            (rng.choices, ([],), {}), (rng.choices, ("ab", [1]), {}), (rng.choices, ("ab", [0, 0]), {}), (rng.choices, ("ab", [1, 2]), {"cum_weights": [1, 2]}), (rng.choices, ("ab", [1, float("inf")]), {}),
            (rng.choices, ("ab", 5), {}), (rng.choices, (5,), {}), (rng.sample, ("ab", 3), {}), (rng.sample, ("ab", -1), {}), (rng.sample, ({1: 2}, 1), {}), (rng.sample, ("ab", 1), {"counts": [1]}),
            (rng.sample, (5, 1), {}), (rng.shuffle, ("abc",), {}), (rng.shuffle, (5,), {}), (rng.shuffle, (Sequence(["stuck"] * 3),), {}),
            (rng.getrandbits, (-1,), {}), (rng.getrandbits, ("x",), {}), (rng.randbytes, ("x",), {}), (rng.expovariate, (0,), {}), (rng.gammavariate, (0, 1), {}),
            (rng.setstate, ((3, (1, 2), None),), {}), (rng.seed, ([],), {}), (random.Random, ([],), {})):
        print(getattr(function, "__name__", function), attempt(function, *arguments, **named))
    if hasattr(rng, "binomialvariate"):
        rng.seed(11)
        print([rng.binomialvariate(10, 0.5) for _ in range(5)], [rng.binomialvariate(1000, 0.3) for _ in range(3)], rng.binomialvariate(0), rng.binomialvariate(5, 0.0), rng.binomialvariate(5, 1.0), rng.binomialvariate(100, 0.9),
              rng.binomialvariate(1, 0.4), attempt(rng.binomialvariate, -1), attempt(rng.binomialvariate, 5, 1.5), attempt(rng.binomialvariate, 5, -0.5))


asyncio.run(main())
