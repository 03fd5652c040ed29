"""datetime.strptime: a format becomes a regular expression, as in CPython, and what its groups hold a datetime."""
import re
from _sluice import refuse as _refuse

_MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december']
_DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']


def _one_of(letter, names):
    return f"(?P<{letter}>{'|'.join(sorted(names, key=len, reverse=True))})"


_DIRECTIVES = {
    'd': r'(?P<d>3[0-1]|[1-2]\d|0[1-9]|[1-9]| [1-9])', 'f': '(?P<f>[0-9]{1,6})', 'H': r'(?P<H>2[0-3]|[0-1]\d|\d)',
    'I': r'(?P<I>1[0-2]|0[1-9]|[1-9])', 'm': '(?P<m>1[0-2]|0[1-9]|[1-9])', 'M': r'(?P<M>[0-5]\d|\d)',
    'j': r'(?P<j>36[0-6]|3[0-5]\d|[1-2]\d\d|0[1-9]\d|00[1-9]|[1-9]\d|0[1-9]|[1-9])', 'S': r'(?P<S>6[0-1]|[0-5]\d|\d)',
    'w': '(?P<w>[0-6])', 'y': r'(?P<y>\d\d)', 'Y': r'(?P<Y>\d\d\d\d)',
    'z': r'(?P<z>[+-]\d\d:?[0-5]\d(:?[0-5]\d(\.\d{1,6})?)?|(?-i:Z))', 'Z': '(?P<Z>utc|gmt)', 'p': '(?P<p>am|pm)', '%': '%',
    'A': _one_of('A', _DAYS), 'a': _one_of('a', [name[:3] for name in _DAYS]),
    'B': _one_of('B', _MONTHS), 'b': _one_of('b', [name[:3] for name in _MONTHS]),
}


def _expression(format):
    text = re.sub(r'([\\.^$*+?\(\){}\[\]|])', r'\\\1', format)
    parts, pos = re.sub(r'\s+', r'\\s+', text), 0
    made = ''
    while (at := parts.find('%', pos)) >= 0:
        letter = parts[at + 1:at + 2]
        if not letter:
            raise ValueError(f'stray % in format {format!r}')
        if letter in 'cxXGUVWuDTR':
            _refuse(f'strptime() with %{letter}', 'write the parts out: %Y-%m-%d %H:%M:%S')
        if letter not in _DIRECTIVES:
            raise ValueError(f'{letter!r} is a bad directive in format {format!r}')
        made += parts[pos:at] + _DIRECTIVES[letter]
        pos = at + 2
    return re.compile(made + parts[pos:], re.I)


def _offset(text, timedelta):
    if text == 'Z':
        return timedelta(0)
    digits = text[1:].replace(':', '')
    whole, _, fraction = digits.partition('.')
    seconds = int(whole[:2]) * 3600 + int(whole[2:4]) * 60 + int(whole[4:6] or 0)
    delta = timedelta(seconds=seconds, microseconds=int((fraction + '000000')[:6]))
    return -delta if text[0] == '-' else delta


def parse(cls, string, format, timedelta, timezone):
    for value, position in (string, 1), (format, 2):
        if not isinstance(value, str):
            raise TypeError(f"strptime() argument {position} must be str, not {'None' if value is None else type(value).__name__}")
    found = _expression(format).match(string)
    if not found:
        raise ValueError(f'time data {string!r} does not match format {format!r}')
    if found.end() != len(string):
        raise ValueError(f'unconverted data remains: {string[found.end():]}')
    got = found.groupdict()
    number = lambda letter, default: int(got[letter]) if got.get(letter) else default
    year = number('Y', 1900)
    if 'y' in got:
        year = number('y', 0)
        year += 2000 if year <= 68 else 1900
    month, day = number('m', 1), number('d', 1)
    if 'B' in got:
        month = _MONTHS.index(got['B'].lower()) + 1
    if 'b' in got:
        month = [name[:3] for name in _MONTHS].index(got['b'].lower()) + 1
    hour = number('H', 0)
    if 'I' in got:
        hour = number('I', 0) % 12 + 12 * ((got.get('p') or '').lower() == 'pm')
    zone = None
    if got.get('z'):
        delta = _offset(got['z'], timedelta)
        zone = timezone.utc if not delta else timezone(delta)
    fraction = int((got['f'] + '000000')[:6]) if 'f' in got else 0
    made = cls(year, month, day, hour, number('M', 0), number('S', 0), fraction, zone)
    if 'j' in got and 'd' not in got and 'm' not in got:
        made = made.replace(month=1, day=1) + timedelta(number('j', 1) - 1)
    return made
