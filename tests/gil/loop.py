# How long a loop of plain arithmetic and function calls takes: prints seconds, the least of five runs.
import time


def step(number):
    return number * number % 7


def crunch(count):
    total = 0
    for number in range(count):
        total += step(number)
        if number % 3 == 0:
            total -= 1
    return total


times = []
for _ in range(5):
    begun = time.perf_counter()
    crunch(100_000)
    times.append(time.perf_counter() - begun)
print(min(times))
