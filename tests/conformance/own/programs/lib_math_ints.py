# math's functions of ints of any size: gcd, lcm, isqrt, factorial, comb and perm, and what they refuse.
import math


class Index:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        return self.value


def attempt(function, *arguments):
    try:
        return function(*arguments)
    except (ValueError, OverflowError, TypeError) as error:
        return f"{type(error).__name__}: {error}"


def main():
    print([attempt(math.gcd, *numbers) for numbers in ((), (0,), (-12,), (12, 18, 27), (2**100, 6**50), (12, 1.5), (12, "x"), (Index(8), 12))])
    print([attempt(math.lcm, *numbers) for numbers in ((), (0, 5), (5, 0, 7), (-4, 6), (2**70, 3**40), (4, 1.5), (Index(8), 12))])
    print([attempt(math.isqrt, number) for number in (0, 1, 15, 16, 10**40, 10**40 - 1, -1, 2.0, "x", Index(50), True)])
    print([attempt(math.factorial, number) for number in (0, 1, 5, 25, -1, 3.0, 2.5, "x", Index(4))])
    print(attempt(math.factorial, -1.0), attempt(math.factorial, -(10**30)), len(str(math.factorial(500))))
    pairs = ((5, 2), (5, 0), (5, 6), (0, 0), (60, 30), (10**20, 3), (-1, 2), (5, -1), (5.0, 2), (5, "x"), (Index(6), Index(3)), (10**30, 10**30 + 1))
    print([attempt(math.comb, *pair) for pair in pairs])
    print([attempt(math.perm, *pair) for pair in pairs])
    print(attempt(math.perm, 5), attempt(math.perm, 5, None), attempt(math.perm, -5), attempt(math.comb, 10**30, 10**30 - 2), attempt(math.comb, 300, 150))


main()
