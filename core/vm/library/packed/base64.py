"""Bytes as letters, by the alphabets of RFC 4648 that programs meet: base64 and base16."""
import binascii
import re as _re
import sys
from _sluice import refuse


def _letters(s):
    """The bytes of an argument that may be text."""
    if isinstance(s, str):
        if not s.isascii():
            raise ValueError('string argument should contain only ASCII characters')
        return s.encode()
    try:
        return binascii._bytes(s)
    except TypeError:
        raise TypeError(f'argument should be a bytes-like object or ASCII string, not {s.__class__.__name__!r}') from None


def _swapped(data, old, new):
    for one, other in zip(old, new):
        data = data.replace(bytes((one,)), bytes((other,)))
    return data


def b64encode(s, altchars=None):
    encoded = binascii.b2a_base64(s, newline=False)
    return encoded if altchars is None else _swapped(encoded, b'+/', altchars)


def b64decode(s, altchars=None, validate=False):
    s = _letters(s)
    if altchars is not None:
        s = _swapped(s, _letters(altchars), b'+/')
    if validate and not _re.fullmatch('[A-Za-z0-9+/]*={0,2}', s.decode('latin-1')):
        if sys.version_info < (3, 11):
            raise binascii.Error('Non-base64 digit found')
        if s.count(b'='):
            refuse('base64.b64decode() of padding in the wrong place, validated', 'leave validate out')
        raise binascii.Error('Only base64 data is allowed')
    return binascii.a2b_base64(s)


def standard_b64encode(s):
    return b64encode(s)


def standard_b64decode(s):
    return b64decode(s)


def urlsafe_b64encode(s):
    return b64encode(s, b'-_')


def urlsafe_b64decode(s):
    return b64decode(_swapped(_letters(s), b'-_', b'+/'))


def b16encode(s):
    return binascii.hexlify(s).upper()


def b16decode(s, casefold=False):
    s = _letters(s)
    if casefold:
        s = s.upper()
    if s.strip(b'0123456789ABCDEF'):
        raise binascii.Error('Non-base16 digit found')
    return binascii.unhexlify(s)


def encodebytes(s):
    data = binascii._bytes(s)
    return b''.join([binascii.b2a_base64(data[at:at + 57]) for at in range(0, len(data), 57)])


def decodebytes(s):
    return binascii.a2b_base64(binascii._bytes(s))
