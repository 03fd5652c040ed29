# Regression: {10, 20, 30, 40, 50} was visited as if its members had been added one by one. CPython keeps three constants and
# more as a frozenset, whose table a set takes over; copies, unions and updates make room for all members at once.
print({10, 20, 30, 40, 50}, set([10, 20, 30, 40, 50]), {10, 20, 30, 40, 50} == set([50, 40, 30, 20, 10]))
fifty = 50
print({10, 20, 30, 40, fifty}, {*[10, 20, 30, 40, 50]}, frozenset([10, 20, 30, 40, 50]), frozenset({10, 20, 30, 40, 50}))
print({16, 656115, 877093, 120, 57, 30}, {98, 36, 297, 560047, 270512, 19, 23, 293271, 215}, {33, 1, 65}, {7, 15, 23, 31})
print({2.5, 1e300, 0.125, 7, True, 1.0, 64.0, 2 ** 40})

primes = {2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37}
copied = primes.copy()
print(copied, copied is primes, set(primes), primes | {41, 43}, {41, 43} | primes)
copied.add(73)
copied.add(1009)
print(copied)
copied.discard(2)
copied.update({64, 128, 192, 256})
print(copied)

print({1, 65, 388, 205, 958065, 408, 24, 222, 896862} | {219, 145, 63})
print({24, 914901, 545276, 9, 545855, 19, 156, 343, 72} | {242, 175, 145, 164, 270, 241, 65})
print({189, 437, 167, 990779, 26, 18, 260564, 841053, 150909, 297, 697559}.union({264, 101, 259}, [5, 6, 77]))
print({189, 437, 167, 990779, 26, 18, 260564, 841053, 150909, 297, 697559} - {437, 26})
print({189, 437, 167, 990779, 26, 18, 260564, 841053, 150909, 297, 697559}.difference([437, 26, 18, 5]))
print({189, 437, 167, 990779, 26, 18} - {437, 26, 3, 4, 5}, {189, 437, 167, 990779, 26, 18} & {437, 26, 18, 4, 189, 9, 11})

grown = set()
for number in (8, 40, 72, 104, 136, 168, 1):
    grown.add(number)
    print(grown)
grown |= {0, 16, 32, 48, 64, 80}
print(grown, grown.copy())
grown.clear()
grown.add(33)
grown.add(1)
print(grown, set(dict.fromkeys([10, 20, 30, 40, 50])), {number * 10 for number in (1, 2, 3, 4, 5)})
while primes:
    print(primes.pop(), end=' ')
print(primes)


class Tagged(set):
    pass


print(Tagged({10, 20, 30, 40, 50}), Tagged([10, 20, 30, 40, 50]) | {60})
