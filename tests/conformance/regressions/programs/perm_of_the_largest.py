"""math.perm() of the largest number of 64 bits ends.

Here its factors were counted up to that number, and so for ever.
"""
import math

for n in 2 ** 63 - 1, 2 ** 63, 2 ** 63 - 2, 3:
    print([math.perm(n, k) for k in (0, 1, 2, 3)], math.comb(n, 2))
print(math.perm(2 ** 63 - 1, 9))
