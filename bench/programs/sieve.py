# W6: arithmetic, a million steps of a sieve. A unit is a step.
count = 1_000_000


def sieve(limit):
    is_prime = [True] * limit
    steps = 0
    i = 2
    while steps < count:
        if is_prime[i]:
            j = i * i
            while j < limit:
                is_prime[j] = False
                j += i
                steps += 1
        i += 1
        if i * i >= limit:
            i = 2
            steps += 1
    return steps


assert sieve(10_000) >= count
