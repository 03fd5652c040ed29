# Hashes of complex numbers: those of equal numbers are equal, and all are of 64 bits.
class Named(complex):
    def __hash__(self):
        return 2 ** 64


inf = float('inf')
for number in (0, 1, -1, 0.5, 10 ** 20, inf, -inf, -2.75):
    print(number, hash(complex(number)), hash(complex(number)) == hash(number))
for number in (1j, -1j, 3.5 - 2j, complex(inf, -inf), 1e300 + 1e-300j, complex(-1000003, 1), 0.1 + 0.2j):
    print(number, hash(number), number.__hash__(), hash((number, 1)), hash(Named(number)))
