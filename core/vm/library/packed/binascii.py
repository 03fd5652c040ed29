"""Bytes as text: hexadecimal and base64; and checksums."""
from _sluice import inside

_LETTERS = b'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'


class Error(ValueError):
    pass


class Incomplete(Exception):
    pass


def _ascii(data):
    if not isinstance(data, str):
        if not isinstance(inside(data), bytes):
            raise TypeError(f'argument should be bytes, buffer or ASCII string, not {type(data).__name__!r}')
        return inside(data)
    if not data.isascii():
        raise ValueError('string argument should contain only ASCII characters')
    return data.encode()


def _bytes(data):
    if not isinstance(inside(data), bytes):
        raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'")
    return inside(data)


def hexlify(data, sep=()):
    data = _bytes(data).hex()
    if sep != ():
        sep = sep if isinstance(sep, str) else sep.decode()
        data = sep.join([data[at:at + 2] for at in range(0, len(data), 2)])
    return data.encode()


def unhexlify(hexstr, /):
    text = _ascii(hexstr)
    if len(text) % 2:
        raise Error('Odd-length string')
    if text.strip(b'0123456789abcdefABCDEF'):
        raise Error('Non-hexadecimal digit found')
    try:
        return bytes([int(text[at:at + 2], 16) for at in range(0, len(text), 2)])
    except ValueError:
        raise Error('Non-hexadecimal digit found') from None


b2a_hex, a2b_hex = hexlify, unhexlify


def b2a_base64(data, /, *, newline=True):
    data, encoded = _bytes(data), []
    for at in range(0, len(data), 3):
        part = data[at:at + 3]
        number = int.from_bytes(part + bytes(3 - len(part)), 'big')
        letters = bytes([_LETTERS[number >> shift & 63] for shift in (18, 12, 6, 0)])
        encoded.append(letters[:len(part) + 1] + b'=' * (3 - len(part)))
    return b''.join(encoded) + b'\n' * newline


def a2b_base64(data, /):
    number = count = padding = letters = 0
    decoded = []
    for byte in _ascii(data):
        if byte == 61:
            padding += 1
            if count >= 2 and count + padding >= 4:
                break
            continue
        value = _LETTERS.find(byte)
        if value < 0:
            continue
        padding = 0
        letters += 1
        number, count = number << 6 | value, count + 1
        if count == 4:
            decoded.append(number.to_bytes(3, 'big'))
            number = count = 0
    else:
        if count == 1:
            raise Error(f'Invalid base64-encoded string: number of data characters ({letters}) cannot be 1 more than a multiple of 4')
        if count:
            raise Error('Incorrect padding')
    if count:
        decoded.append((number << 6 * (4 - count)).to_bytes(3, 'big')[:count - 1])
    return b''.join(decoded)


_table = []


def crc32(data, value=0, /):
    if not _table:
        for number in range(256):
            for _ in range(8):
                number = number >> 1 ^ (0xedb88320 if number & 1 else 0)
            _table.append(number)
    value ^= 0xffffffff
    for byte in _bytes(data):
        value = value >> 8 ^ _table[(value ^ byte) & 255]
    return value ^ 0xffffffff
