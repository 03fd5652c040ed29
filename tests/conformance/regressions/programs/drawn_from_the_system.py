"""Bytes of the system, and the generator made of them, are drawn: what does not tell which they were is as in CPython."""
import random, os
r = random.SystemRandom()
print(0 <= r.random() < 1, r.randint(1, 3) in (1, 2, 3), r.choice('a'), isinstance(r, random.Random), r.seed(3))
try: r.getstate()
except NotImplementedError as e: print(e)
print(len(os.urandom(5)), type(os.urandom(0)), random.SystemRandom(3) is not None)
try: os.urandom(-1)
except ValueError as e: print(e)
try: os.urandom('a')
except TypeError as e: print(e)
x = r.sample(range(5), 5); print(sorted(x)); r.shuffle(x); print(sorted(x))
