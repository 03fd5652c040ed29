"""Digests: MD5, SHA-1 and SHA-2, from RFC 1321 and FIPS 180-4."""
from math import isqrt as _isqrt
from _sluice import inside as _inside


def _primes(count):
    found = []
    number = 2
    while len(found) < count:
        if all([number % one for one in found]):
            found.append(number)
        number += 1
    return found


def _fraction(number, root, bits):
    """The first `bits` of the fraction of the square or cube root of a number."""
    number <<= root * bits
    low = 1 << bits + 4
    if root == 2:
        low = _isqrt(number)
    else:
        high, low = low * 4, 0
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if middle ** 3 <= number else (low, middle)
    return low & (1 << bits) - 1


_tables = {}


def _rounds(bits):
    if bits not in _tables:
        _tables[bits] = [_fraction(one, 3, bits) for one in _primes(64 if bits == 32 else 80)]
    return _tables[bits]


def _sha2(state, block, bits, shifts):
    mask = (1 << bits) - 1
    size = bits // 8
    w = [int.from_bytes(block[at:at + size], 'big') for at in range(0, len(block), size)]
    a1, a2, a3, b1, b2, b3, c1, c2, c3, d1, d2, d3 = shifts
    rounds = _rounds(bits)
    for i in range(16, len(rounds)):
        x, y = w[i - 15], w[i - 2]
        x = (x >> a1 | x << bits - a1) ^ (x >> a2 | x << bits - a2) ^ x >> a3
        y = (y >> b1 | y << bits - b1) ^ (y >> b2 | y << bits - b2) ^ y >> b3
        w.append(w[i - 16] + (x & mask) + w[i - 7] + (y & mask) & mask)
    a, b, c, d, e, f, g, h = state
    for k, one in zip(rounds, w):
        x = (e >> c1 | e << bits - c1) ^ (e >> c2 | e << bits - c2) ^ (e >> c3 | e << bits - c3)
        t = h + (x & mask) + (e & f ^ ~e & g) + k + one
        x = (a >> d1 | a << bits - d1) ^ (a >> d2 | a << bits - d2) ^ (a >> d3 | a << bits - d3)
        a, b, c, d, e, f, g, h = t + (x & mask) + (a & b ^ a & c ^ b & c) & mask, a, b, c, d + t & mask, e, f, g
    return [one + more & mask for one, more in zip(state, (a, b, c, d, e, f, g, h))]


def _sha256(state, block):
    return _sha2(state, block, 32, (7, 18, 3, 17, 19, 10, 6, 11, 25, 2, 13, 22))


def _sha512(state, block):
    return _sha2(state, block, 64, (1, 8, 7, 19, 61, 6, 14, 18, 41, 28, 34, 39))


def _turned(x, by):
    x &= 0xffffffff
    return x << by | x >> 32 - by


def _sha1(state, block):
    w = [int.from_bytes(block[at:at + 4], 'big') for at in range(0, 64, 4)]
    for i in range(16, 80):
        w.append(_turned(w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16], 1) & 0xffffffff)
    a, b, c, d, e = state
    for i in range(80):
        if i < 20:
            f, k = b & c | ~b & d, 0x5a827999
        elif 40 <= i < 60:
            f, k = b & c | b & d | c & d, 0x8f1bbcdc
        else:
            f, k = b ^ c ^ d, 0x6ed9eba1 if i < 40 else 0xca62c1d6
        a, b, c, d, e = _turned(a, 5) + f + e + k + w[i] & 0xffffffff, a, _turned(b, 30) & 0xffffffff, c, d
    return [one + more & 0xffffffff for one, more in zip(state, (a, b, c, d, e))]


_MD5_TURNS = ((7, 12, 17, 22), (5, 9, 14, 20), (4, 11, 16, 23), (6, 10, 15, 21))


def _md5(state, block):
    if 'sines' not in _tables:
        from math import sin
        _tables['sines'] = [int(abs(sin(i + 1)) * 2 ** 32) for i in range(64)]
    w = [int.from_bytes(block[at:at + 4], 'little') for at in range(0, 64, 4)]
    a, b, c, d = state
    for i, k in enumerate(_tables['sines']):
        part = i // 16
        if part == 0:
            f, g = b & c | ~b & d, i
        elif part == 1:
            f, g = d & b | ~d & c, 5 * i + 1
        elif part == 2:
            f, g = b ^ c ^ d, 3 * i + 5
        else:
            f, g = c ^ (b | ~d & 0xffffffff), 7 * i
        a, b, c, d = d, b + _turned(a + f + k + w[g % 16], _MD5_TURNS[part][i % 4]) & 0xffffffff, b, c
    return [one + more & 0xffffffff for one, more in zip(state, (a, b, c, d))]


_SHA1_START = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0]
# name: function of a block, size of a block and of the digest, bytes of a word, its order, the first state
_KINDS = {
    'md5': lambda: (_md5, 64, 16, 4, 'little', _SHA1_START[:4]),
    'sha1': lambda: (_sha1, 64, 20, 4, 'big', _SHA1_START),
    'sha224': lambda: (_sha256, 64, 28, 4, 'big', [_fraction(one, 2, 64) & 0xffffffff for one in _primes(16)[8:]]),
    'sha256': lambda: (_sha256, 64, 32, 4, 'big', [_fraction(one, 2, 32) for one in _primes(8)]),
    'sha384': lambda: (_sha512, 128, 48, 8, 'big', [_fraction(one, 2, 64) for one in _primes(16)[8:]]),
    'sha512': lambda: (_sha512, 128, 64, 8, 'big', [_fraction(one, 2, 64) for one in _primes(8)]),
}


class HASH:
    def __init__(self, name, data):
        self.name = name
        self._take, self.block_size, self.digest_size, self._word, self._order, self._state = _KINDS[name]()
        self._rest, self._length = b'', 0
        self.update(data)

    def update(self, obj, /):
        if isinstance(obj, str):
            raise TypeError('Strings must be encoded before hashing')
        obj = _inside(obj)
        if not isinstance(obj, bytes):
            raise TypeError('object supporting the buffer API required')
        self._length += len(obj)
        self._state, self._rest = self._taken(self._rest + obj)

    def _taken(self, data):
        state, size = self._state, self.block_size
        whole = len(data) // size * size
        for at in range(0, whole, size):
            state = self._take(state, data[at:at + size])
        return state, data[whole:]

    def digest(self):
        size = self.block_size
        length = (self._length * 8).to_bytes(size // 8, self._order)
        zeros = bytes((-len(self._rest) - 1 - len(length)) % size)
        state, _ = self._taken(self._rest + b'\x80' + zeros + length)
        return b''.join([one.to_bytes(self._word, self._order) for one in state])[:self.digest_size]

    def hexdigest(self):
        return self.digest().hex()

    def copy(self):
        new = HASH(self.name, b'')
        new._state, new._rest, new._length = self._state, self._rest, self._length
        return new

    def __repr__(self):
        return f'<{self.name} _hashlib.HASH object @ {id(self):#x}>'


HASH.__module__ = '_hashlib'


def new(name, data=b'', *, usedforsecurity=True):
    kind = name.lower().replace('-', '')
    if kind not in _KINDS:
        if kind in algorithms_guaranteed:
            from _sluice import refuse
            refuse(f'hashlib.new({name!r})', 'use sha256')
        raise ValueError(f'unsupported hash type {name}')
    return HASH(kind, data)


def _constructor(kind):
    def openssl_hash(string=b'', *, usedforsecurity=True):
        return HASH(kind, string)
    openssl_hash.__name__ = openssl_hash.__qualname__ = f'openssl_{kind}'
    return openssl_hash


md5, sha1, sha224, sha256, sha384, sha512 = map(_constructor, _KINDS)
algorithms_guaranteed = {*_KINDS, 'blake2b', 'blake2s', 'sha3_224', 'sha3_256', 'sha3_384', 'sha3_512', 'shake_128', 'shake_256'}
