# Complex numbers: literals, arithmetic with every other number, texts, formats, errors, patterns, derived classes.
# Powers and sizes are such that any C library gives the same bits.
import asyncio
import copy
import json

inf, nan = float('inf'), float('nan')


def show(*thunks):
    for thunk in thunks:
        try:
            print(repr(thunk()))
        except Exception as error:
            print(type(error).__name__, error)


class Convertible:
    def __init__(self, value):
        self.value = value

    def __complex__(self):
        return self.value


class Real:
    def __float__(self):
        return 2.5


class Whole:
    def __index__(self):
        return 7


class Signal(complex):
    def __new__(cls, *args, label='?'):
        made = super().__new__(cls, *args)
        made.label = label
        return made

    @property
    def power(self):
        return self.real * self.real + self.imag * self.imag


print(3j, 1e3J, .5j, 0_7j, 01j, 1jif 1else 2, 1_0.5e1J, 1e400j, -1j, 1 + 2j, -0j)
print('literals and their truth', bool(0j), bool(1j), not 0j, 'y' if 0j else 'n', 1j and 2, 0j or 3)

print('constructor')
show(complex, lambda: complex(1), lambda: complex(1, 2), lambda: complex('1+2j'), lambda: complex(' ( 1e3-j ) '),
     lambda: complex('j'), lambda: complex('-J'), lambda: complex('nan+infj'), lambda: complex('1_0+2_0j'),
     lambda: complex('-Infinity'), lambda: complex('1__0'), lambda: complex('1+2'), lambda: complex(''),
     lambda: complex('1 + 2j'), lambda: complex('(1'), lambda: complex('٣+1j'), lambda: complex('1j+2'),
     lambda: complex(b'1'), lambda: complex(None), lambda: complex([]), lambda: complex('1', 2), lambda: complex(1, '2'),
     lambda: complex(None, 1), lambda: complex(1, None), lambda: complex(real=1), lambda: complex(imag=2),
     lambda: complex(1, imag='1'), lambda: complex(1, 2, 3), lambda: complex(Convertible(3j)),
     lambda: complex(Convertible(3)), lambda: complex(1, Convertible(3j)), lambda: complex(Real()), lambda: complex(Whole()),
     lambda: complex(Real(), Whole()), lambda: complex(10 ** 400), lambda: complex(True, False),
     lambda: complex(Signal(1j)), lambda: hasattr(complex, 'from_number'))

print('arithmetic')
numbers = [0, True, 3, -2, 0.5, -0.0, inf, 2j, 1 - 1j, complex(-0.0, 0.0), complex(0.0, -0.0), complex(inf, 1), 10 ** 25]
for a in numbers:
    for b in numbers:
        if isinstance(a, complex) or isinstance(b, complex):
            print(a, b, end=': ')
            for operation in (lambda: a + b, lambda: a - b, lambda: a * b, lambda: a / b, lambda: a == b, lambda: a != b):
                try:
                    print(operation(), end=' ')
                except ZeroDivisionError as error:
                    print(error, end=' ')
            print()
show(lambda: 1j * 10 ** 400, lambda: 10 ** 400 + 1j, lambda: 1j == 10 ** 400, lambda: (1 + 0j) == 1, lambda: 2j != 2)

print('powers and sizes')
show(lambda: (1 + 2j) ** 3, lambda: (1 + 2j) ** 0, lambda: 2j ** -2, lambda: 0j ** 0, lambda: 0j ** 3, lambda: 0 ** 0j,
     lambda: 0j ** -1, lambda: 0 ** -1j, lambda: 0.0 ** 1j, lambda: 1e200j ** 2, lambda: (1e300 + 1j) ** 2.5,
     lambda: (-4) ** 0.5 == (-4.0) ** 0.5, lambda: round(((-8) ** (1 / 3)).real, 9), lambda: type((-1) ** 0.5),
     lambda: pow(1j, 2), lambda: pow(1j, 2, 3), lambda: pow(2, 3, 1j), lambda: pow(2, 3.0, 1j), lambda: pow('a', 1j, 3),
     lambda: abs(3 + 4j), lambda: abs(-7j), lambda: abs(complex(nan, -inf)), lambda: abs(complex(nan, 1)),
     lambda: abs(complex(1.7e308, 1.7e308)))

print('parts')
z = 3 - 4j
show(lambda: (z.real, z.imag, z.conjugate(), -z, +z, z.__abs__(), z.__getnewargs__()),
     lambda: len({0j, 0, 0.0, 1j, 1 + 0j, True}), lambda: {1: 'one'}[1 + 0j], lambda: hasattr(z, '__complex__'),
     lambda: hasattr(z, '__float__'), lambda: (z.__eq__('z'), z.__add__('z'), (1).__add__(z), z.__lt__(1)))
try:
    z.real = 1
except AttributeError as error:
    print(error)
total = 1j
total += 1
total *= 2j
total -= 2.5
total /= 2
print(total)

print('what is refused')
show(lambda: int(z), lambda: float(z), lambda: round(z), lambda: divmod(z, 1), lambda: divmod(1, z), lambda: z // 1, lambda: 1 % z,
     lambda: z < 2, lambda: 1.0 >= z, lambda: z > z, lambda: max(z, 1j), lambda: sorted([z, 1j]), lambda: ~z, lambda: z << 1,
     lambda: z & 1, lambda: z @ z, lambda: z + 'a', lambda: 'a' + z, lambda: z + None, lambda: [1] * z, lambda: 'ab' * z,
     lambda: z[0], lambda: z(), lambda: len(z), lambda: list(z), lambda: [1, 2][z], lambda: range(z), lambda: chr(z),
     lambda: json.dumps(z), lambda: z.foo, lambda: int('1j'), lambda: float('1j'))

print('texts')
for shown in (complex(-0.0, 0.0), complex(0.0, -0.0), complex(0, nan), complex(nan, nan), complex(1, -inf), 1e16 + 1e-5j):
    print(shown, repr(shown), str(shown), f'{shown!r:>14}|', '%s' % shown)
w = 1234567.5 - 2345678j
for spec in ('', '.2f', '>24.2f', '30', '<30', '*^40', '+.3e', ' .3', ',.1f', ',', '_.3f', '.1e', 'G', 'n', '#', '#.3g', '.0f',
             '010', '=10', '0=10', 'd', '%', 's', 'x', '.3z', 'z.1f', '+,.2E'):
    show(lambda: format(w, spec), lambda: format(2j, spec))
show(lambda: format(complex(nan, -inf), '+.2F'), lambda: format(complex(-0.0, -0.0), '.1f'), lambda: '%d' % z, lambda: '%f' % z,
     lambda: '%x' % z, lambda: f'{z:{12}.{1}f}')

print('sums and copies')
show(lambda: sum([1j, 2j]), lambda: sum([1, 2.0, 3j]), lambda: sum([0.1j] * 10), lambda: sum([0.1 + 0.1j] * 10),
     lambda: sum([0.5], 1j), lambda: sum([1j, 10 ** 20, -1e20, 0.25]), lambda: copy.copy(z) is z, lambda: copy.deepcopy([z]),
     lambda: isinstance(z, complex), lambda: isinstance(1, complex), lambda: complex.__mro__)

print('derived')
s = Signal(3, 4, label='a')
print(s, repr(s), s.label, s.power, abs(s), type(s + 1), type(-s), s == 3 + 4j, 1 + s, s * s, f'{s:.1f}')
print(isinstance(s, complex), complex(s) == s, type(complex(s)), s.conjugate(), s in {3 + 4j}, [s])


def kind(value):
    match value:
        case 1 + 2j:
            return 'a literal'
        case -1.5 - 2j:
            return 'a negative one'
        case -1j | 0j:
            return 'on the axis'
        case complex(real=3.0, imag=y):
            return f'three and {y}'
        case {2j: found}:
            return found
        case [1 - 0j, *others]:
            return others
        case complex():
            return 'complex'
        case _:
            return 'another'


print('patterns')
for value in (1 + 2j, -1.5 - 2j, -1j, 0, -0j, 3 + 4j, {2j: 'x'}, [1, 2, 3], 9j, 3, True, '1j'):
    print(value, kind(value))


async def transform(samples):
    """A discrete Fourier transform of four, whose factors are exact."""
    async def one(k):
        await asyncio.sleep(0.1 * k)
        return sum(sample * (-1j) ** (n * k % 4) for n, sample in enumerate(samples))
    return await asyncio.gather(*(one(k) for k in range(4)))


print(asyncio.run(transform([1, 2 + 1j, -1j, 0.5])))
