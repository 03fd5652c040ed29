"""Dates and times on the proleptic Gregorian calendar. The wall clock is virtual: it starts at 1970-01-01 00:00 UTC."""
import sys as _sys
import time as _time
from _sluice import type_name as _type_name
from operator import index as _index

MINYEAR = 1
MAXYEAR = 9999
_UNCHANGED = object()
_NAMES_VALUES = _sys.version_info >= (3, 14)       # errors say what was given
_DAYS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def _is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _days_in_month(year, month):
    return 29 if month == 2 and _is_leap(year) else _DAYS[month]


def _to_ordinal(year, month, day):
    before = year - 1
    days = before * 365 + before // 4 - before // 100 + before // 400
    return days + sum([_days_in_month(year, one) for one in range(1, month)]) + day


def _from_ordinal(ordinal):
    year = ordinal * 400 // 146097 + 1
    while _to_ordinal(year, 1, 1) > ordinal:
        year -= 1
    while _to_ordinal(year + 1, 1, 1) <= ordinal:
        year += 1
    rest = ordinal - _to_ordinal(year, 1, 1)
    month = 1
    while rest >= _days_in_month(year, month):
        rest -= _days_in_month(year, month)
        month += 1
    return year, month, rest + 1


def _round_half_even(numerator, denominator):
    quotient, rest = divmod(numerator, denominator)
    if 2 * rest > denominator or 2 * rest == denominator and quotient % 2:
        quotient += 1
    return quotient


def _deprecate(method, instead):
    if _sys.version_info >= (3, 12):
        import warnings
        warnings.warn(f'datetime.datetime.{method} is deprecated and scheduled for removal in a future version. '
                      f'Use timezone-aware objects to represent datetimes in UTC: datetime.datetime.{instead}.',
                      DeprecationWarning)


def _microseconds(value, unit):
    """A number of units (of so many microseconds), exactly: the whole part, and the fraction as a ratio."""
    if isinstance(value, int):
        return value * unit, 1
    if isinstance(value, float):
        if value - value != 0:
            int(value)  # which says what is wrong with it
        numerator, denominator = value.as_integer_ratio()
        return numerator * unit, denominator
    raise TypeError(f'unsupported type for timedelta component: {type(value).__name__}')


class timedelta:
    __slots__ = ('_us',)

    def __new__(cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
        numerator, denominator = 0, 1
        for name, value, unit in (('days', days, 86400000000), ('seconds', seconds, 1000000), ('microseconds', microseconds, 1),
                                  ('milliseconds', milliseconds, 1000), ('minutes', minutes, 60000000),
                                  ('hours', hours, 3600000000), ('weeks', weeks, 604800000000)):
            if not isinstance(value, (int, float)):
                raise TypeError(f'unsupported type for timedelta {name} component: {_type_name(value)}')
            n, d = _microseconds(value, unit)
            numerator, denominator = numerator * d + n * denominator, denominator * d
        return cls._make(_round_half_even(numerator, denominator))

    @classmethod
    def _make(cls, microseconds):
        days = microseconds // 86400000000
        if not -2**31 <= days < 2**31:
            raise OverflowError('Python int too large to convert to C int')
        if abs(days) > 999999999:
            raise OverflowError(f'days={days}; must have magnitude <= 999999999')
        self = object.__new__(cls)
        self._us = microseconds
        return self

    days = property(lambda self: self._us // 86400000000)
    seconds = property(lambda self: self._us // 1000000 % 86400)
    microseconds = property(lambda self: self._us % 1000000)

    def total_seconds(self):
        return self._us / 10 ** 6

    def __repr__(self):
        parts = [f'{name}={value}' for name, value in (('days', self.days), ('seconds', self.seconds),
                                                       ('microseconds', self.microseconds)) if value]
        return f"datetime.timedelta({', '.join(parts) or '0'})"

    def __str__(self):
        minutes, seconds = divmod(self.seconds, 60)
        hours, minutes = divmod(minutes, 60)
        text = f'{hours}:{minutes:02}:{seconds:02}'
        if self.days:
            text = f"{self.days} day{'s' if abs(self.days) != 1 else ''}, {text}"
        return f'{text}.{self.microseconds:06}' if self.microseconds else text

    def __add__(self, other):
        return self._make(self._us + other._us) if isinstance(other, timedelta) else NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        return self._make(self._us - other._us) if isinstance(other, timedelta) else NotImplemented

    def __neg__(self):
        return self._make(-self._us)

    def __pos__(self):
        return self

    def __abs__(self):
        return self._make(abs(self._us))

    def __mul__(self, other):
        if isinstance(other, int):
            return self._make(self._us * other)
        if isinstance(other, float):
            numerator, denominator = other.as_integer_ratio()
            return self._make(_round_half_even(self._us * numerator, denominator))
        return NotImplemented

    __rmul__ = __mul__

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            return self._us / other._us
        if isinstance(other, int):
            return self._make(_round_half_even(self._us, other) if other > 0 else _round_half_even(-self._us, -other))
        if isinstance(other, float):
            numerator, denominator = other.as_integer_ratio()
            if numerator < 0:
                numerator, denominator = -numerator, -denominator
            return self._make(_round_half_even(self._us * denominator * (1 if numerator > 0 else 1), numerator))
        return NotImplemented

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            return self._us // other._us
        return self._make(self._us // other) if isinstance(other, int) else NotImplemented

    def __mod__(self, other):
        return self._make(self._us % other._us) if isinstance(other, timedelta) else NotImplemented

    def __divmod__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        quotient, rest = divmod(self._us, other._us)
        return quotient, self._make(rest)

    def __eq__(self, other):
        return self._us == other._us if isinstance(other, timedelta) else NotImplemented

    def __lt__(self, other):
        return self._us < other._us if isinstance(other, timedelta) else NotImplemented

    def __le__(self, other):
        return self._us <= other._us if isinstance(other, timedelta) else NotImplemented

    def __gt__(self, other):
        return self._us > other._us if isinstance(other, timedelta) else NotImplemented

    def __ge__(self, other):
        return self._us >= other._us if isinstance(other, timedelta) else NotImplemented

    def __hash__(self):
        return hash((self.days, self.seconds, self.microseconds))

    def __bool__(self):
        return self._us != 0


timedelta.min = timedelta(-999999999)
timedelta.max = timedelta._make(86399999999999999999)
timedelta.resolution = timedelta(microseconds=1)


def _number(value):
    """An int as C takes it."""
    value = _index(value)
    if not -2**63 <= value < 2**63:
        raise OverflowError('Python int too large to convert to C long')
    if not -2**31 <= value < 2**31:
        raise OverflowError('signed integer is ' + ('greater than maximum' if value > 0 else 'less than minimum'))
    return value


def _check_date(year, month, day):
    year, month, day = _number(year), _number(month), _number(day)
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f'year must be in 1..9999, not {year}' if _NAMES_VALUES else f'year {year} is out of range')
    if not 1 <= month <= 12:
        raise ValueError('month must be in 1..12' + (f', not {month}' if _NAMES_VALUES else ''))
    if not 1 <= day <= _days_in_month(year, month):
        if _NAMES_VALUES:
            most = _days_in_month(year, month)
            raise ValueError(f'day {day} must be in range 1..{most} for month {month} in year {year}')
        raise ValueError('day is out of range for month')
    return year, month, day


def _check_time(hour, minute, second, microsecond):
    numbers = _number(hour), _number(minute), _number(second), _number(microsecond)
    for name, value, most in zip(('hour', 'minute', 'second', 'microsecond'), numbers, (23, 59, 59, 999999)):
        if not 0 <= value <= most:
            raise ValueError(f'{name} must be in 0..{most}' + (f', not {value}' if _NAMES_VALUES else ''))
    return numbers


def _offset_text(offset, separator=':'):
    if offset is None:
        return ''
    sign, offset = ('-', -offset) if offset.days < 0 else ('+', offset)
    minutes, seconds = divmod(offset.seconds, 60)
    text = f'{sign}{minutes // 60:02}{separator}{minutes % 60:02}'
    return f'{text}{separator}{seconds:02}' if seconds else text


def _strftime(moment, form, microsecond, offset, zone):
    """Directives that time.strftime cannot know are put in first."""
    parts, position = [], 0
    while position < len(form):
        char = form[position]
        directive = form[position:position + 2]
        if directive == '%f':
            parts.append(f'{microsecond:06}')
        elif directive == '%z':
            parts.append(_offset_text(offset, ''))
        elif directive == '%Z':
            parts.append((zone or '').replace('%', '%%'))
        elif char == '%':
            parts.append(directive)
        else:
            parts.append(char)
            position += 1
            continue
        position += 2
    return _time.strftime(''.join(parts), moment)


class tzinfo:
    def utcoffset(self, dt):
        raise NotImplementedError('a tzinfo subclass must implement utcoffset()')

    def tzname(self, dt):
        raise NotImplementedError('a tzinfo subclass must implement tzname()')

    def dst(self, dt):
        raise NotImplementedError('a tzinfo subclass must implement dst()')


def _check_zone(zone):
    if zone is not None and not isinstance(zone, tzinfo):
        raise TypeError(f"tzinfo argument must be None or of a tzinfo subclass, not type '{type(zone).__name__}'")


class timezone(tzinfo):
    def __init__(self, offset, name=None):
        if not isinstance(offset, timedelta):
            raise TypeError(f'timezone() argument 1 must be datetime.timedelta, not {type(offset).__name__}')
        if not -timedelta(1) < offset < timedelta(1):
            raise ValueError('offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), '
                             f'not {offset!r}.')
        self._offset, self._name = offset, name

    def utcoffset(self, dt):
        return self._offset

    def tzname(self, dt):
        if self._name is not None:
            return self._name
        return 'UTC' + _offset_text(self._offset) if self._offset else 'UTC'

    def dst(self, dt):
        return None

    def __eq__(self, other):
        return isinstance(other, timezone) and self._offset == other._offset

    def __hash__(self):
        return hash(self._offset)

    def __str__(self):
        return self.tzname(None)

    def __repr__(self):
        if self is timezone.utc:
            return 'datetime.timezone.utc'
        name = '' if self._name is None else f', {self._name!r}'
        return f'datetime.timezone({self._offset!r}{name})'


timezone.utc = timezone(timedelta(0))
if _sys.version_info >= (3, 11):
    UTC = timezone.utc


class date:
    __slots__ = ('_year', '_month', '_day')

    def __new__(cls, year, month, day):
        date = _check_date(year, month, day)
        self = object.__new__(cls)
        self._year, self._month, self._day = date
        return self

    year = property(lambda self: self._year)
    month = property(lambda self: self._month)
    day = property(lambda self: self._day)

    @classmethod
    def today(cls):
        return cls.fromtimestamp(_time.time())

    @classmethod
    def fromtimestamp(cls, timestamp):
        if timestamp is None:
            raise TypeError("'NoneType' object cannot be interpreted as an integer")
        return cls(*_time.gmtime(timestamp)[:3])

    @classmethod
    def fromordinal(cls, n):
        if _number(n) < 1:
            raise ValueError('ordinal must be >= 1')
        return cls(*_from_ordinal(n))

    @classmethod
    def fromisoformat(cls, date_string):
        parts = date_string.split('-')
        if [len(part) for part in parts] != [4, 2, 2] or not ''.join(parts).isdigit():
            raise ValueError(f'Invalid isoformat string: {date_string!r}')
        return cls(*map(int, parts))

    def toordinal(self):
        return _to_ordinal(self._year, self._month, self._day)

    def weekday(self):
        return (self.toordinal() + 6) % 7

    def isoweekday(self):
        return self.weekday() + 1

    def isocalendar(self):
        year, here = self.year, self.toordinal()
        if here >= _first_monday(year + 1):
            year += 1
        elif here < _first_monday(year):
            year -= 1
        weeks, day = divmod(here - _first_monday(year), 7)
        return IsoCalendarDate((year, weeks + 1, day + 1))

    def replace(self, year=_UNCHANGED, month=_UNCHANGED, day=_UNCHANGED):
        return type(self)(self._year if year is _UNCHANGED else year, self._month if month is _UNCHANGED else month,
                          self._day if day is _UNCHANGED else day)

    def timetuple(self):
        return self._struct(0, 0, 0)

    def _struct(self, hour, minute, second):
        yearday = self.toordinal() - _to_ordinal(self._year, 1, 1) + 1
        return _time.struct_time((self._year, self._month, self._day, hour, minute, second, self.weekday(), yearday, -1))

    def isoformat(self):
        return f'{self._year:04}-{self._month:02}-{self._day:02}'

    __str__ = isoformat

    def strftime(self, format):
        return _strftime(self.timetuple(), format, 0, None, None)

    def __format__(self, fmt):
        return self.strftime(fmt) if fmt else str(self)

    def ctime(self):
        return _time.asctime(self.timetuple())

    def __repr__(self):
        return f'datetime.date({self._year}, {self._month}, {self._day})'

    def __add__(self, other):
        return self.fromordinal(self.toordinal() + other.days) if isinstance(other, timedelta) else NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + timedelta(-other.days)
        if isinstance(other, date):
            return timedelta(self.toordinal() - other.toordinal())
        return NotImplemented

    def _key(self):
        return (self._year, self._month, self._day)

    def __eq__(self, other):
        return self._key() == other._key() if isinstance(other, date) and not isinstance(other, datetime) else NotImplemented

    def __lt__(self, other):
        return self._key() < other._key() if isinstance(other, date) and not isinstance(other, datetime) else NotImplemented

    def __le__(self, other):
        return self._key() <= other._key() if isinstance(other, date) and not isinstance(other, datetime) else NotImplemented

    def __gt__(self, other):
        return self._key() > other._key() if isinstance(other, date) and not isinstance(other, datetime) else NotImplemented

    def __ge__(self, other):
        return self._key() >= other._key() if isinstance(other, date) and not isinstance(other, datetime) else NotImplemented

    def __hash__(self):
        return hash(str(self._key()))      # by chance, as that of the bytes which CPython packs it in


class IsoCalendarDate(tuple):
    year = property(lambda self: self[0])
    week = property(lambda self: self[1])
    weekday = property(lambda self: self[2])

    def __repr__(self):
        return f'datetime.IsoCalendarDate(year={self.year}, week={self.week}, weekday={self.weekday})'


def _first_monday(year):
    """The day on which the first week of the year begins: the week of the first Thursday."""
    january = _to_ordinal(year, 1, 1)
    weekday = (january + 6) % 7
    return january - weekday + 7 * (weekday > 3)


class time:
    __slots__ = ('hour', 'minute', 'second', 'microsecond', 'tzinfo')

    def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        numbers = _check_time(hour, minute, second, microsecond)
        _check_zone(tzinfo)
        self = object.__new__(cls)
        self.hour, self.minute, self.second, self.microsecond = numbers
        self.tzinfo = tzinfo
        return self

    def utcoffset(self):
        return None if self.tzinfo is None else self.tzinfo.utcoffset(None)

    def replace(self, hour=None, minute=None, second=None, microsecond=None, tzinfo=True):
        given = [hour, minute, second, microsecond]
        return time(*[own if new is None else new for own, new in zip(self._key(), given)],
                    self.tzinfo if tzinfo is True else tzinfo)

    def isoformat(self, timespec='auto'):
        return _time_text(self.hour, self.minute, self.second, self.microsecond, timespec) + _offset_text(self.utcoffset())

    __str__ = isoformat

    def strftime(self, format):
        moment = _time.struct_time((1900, 1, 1, self.hour, self.minute, self.second, 0, 1, -1))
        zone = self.tzinfo.tzname(None) if self.tzinfo else None
        return _strftime(moment, format, self.microsecond, self.utcoffset(), zone)

    def __format__(self, fmt):
        return self.strftime(fmt) if fmt else str(self)

    def __repr__(self):
        parts = [self.hour, self.minute]
        if self.second or self.microsecond:
            parts.append(self.second)
        if self.microsecond:
            parts.append(self.microsecond)
        zone = f', tzinfo={self.tzinfo!r}' if self.tzinfo else ''
        return f"datetime.time({', '.join(map(str, parts))}{zone})"

    def _key(self):
        return (self.hour, self.minute, self.second, self.microsecond)

    def __eq__(self, other):
        return self._key() == other._key() if isinstance(other, time) else NotImplemented

    def __lt__(self, other):
        return self._key() < other._key() if isinstance(other, time) else NotImplemented

    def __le__(self, other):
        return self._key() <= other._key() if isinstance(other, time) else NotImplemented

    def __hash__(self):
        return hash(str(self._key()))


def _time_text(hour, minute, second, microsecond, timespec):
    if timespec == 'auto':
        timespec = 'microseconds' if microsecond else 'seconds'
    forms = {'hours': f'{hour:02}', 'minutes': f'{hour:02}:{minute:02}', 'seconds': f'{hour:02}:{minute:02}:{second:02}',
             'milliseconds': f'{hour:02}:{minute:02}:{second:02}.{microsecond // 1000:03}',
             'microseconds': f'{hour:02}:{minute:02}:{second:02}.{microsecond:06}'}
    if timespec not in forms:
        raise ValueError('Unknown timespec value')
    return forms[timespec]


class datetime(date):
    __slots__ = ('_hour', '_minute', '_second', '_microsecond', '_tzinfo')

    def __new__(cls, year, month, day, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        date, time = _check_date(year, month, day), _check_time(hour, minute, second, microsecond)
        _check_zone(tzinfo)
        self = object.__new__(cls)
        self._year, self._month, self._day = date
        self._hour, self._minute, self._second, self._microsecond = time
        self._tzinfo = tzinfo
        return self

    hour = property(lambda self: self._hour)
    minute = property(lambda self: self._minute)
    second = property(lambda self: self._second)
    microsecond = property(lambda self: self._microsecond)
    tzinfo = property(lambda self: self._tzinfo)
    fold = 0

    @classmethod
    def _from_microseconds(cls, total, tz=None):
        """`total` microseconds since the first of January of year 1."""
        days, rest = divmod(total, 86400000000)
        if not 0 <= days < 3652059:
            raise OverflowError('date value out of range')
        seconds, microsecond = divmod(rest, 1000000)
        return cls(*_from_ordinal(days + 1), seconds // 3600, seconds // 60 % 60, seconds % 60, microsecond, tz)

    def _total(self):
        seconds = self._hour * 3600 + self._minute * 60 + self._second
        return (self.toordinal() - 1) * 86400000000 + seconds * 1000000 + self._microsecond

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        if not isinstance(timestamp, (int, float)):
            if _sys.version_info >= (3, 14):
                raise TypeError(f'argument must be int or float, not {type(timestamp).__name__}')
            raise TypeError(f'{type(timestamp).__name__!r} object cannot be interpreted as an integer')
        _check_zone(tz)
        if timestamp != timestamp:
            raise ValueError('Invalid value NaN (not a number)')
        if not -2**63 <= timestamp < 2**63:
            raise OverflowError('timestamp out of range for platform time_t')
        numerator, denominator = _microseconds(timestamp, 1000000)
        year = _from_ordinal(int(timestamp // 86400) + 719163)[0]
        if not MINYEAR <= year <= MAXYEAR:
            raise ValueError(f'year must be in 1..9999, not {year}' if _NAMES_VALUES else f'year {year} is out of range')
        moment = cls._from_microseconds(_EPOCH + _round_half_even(numerator, denominator))
        return moment if tz is None else moment.replace(tzinfo=timezone.utc).astimezone(tz)

    @classmethod
    def utcfromtimestamp(cls, timestamp):
        _deprecate('utcfromtimestamp()', 'fromtimestamp(timestamp, datetime.UTC)')
        return cls.fromtimestamp(timestamp)

    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(_time.time(), tz)

    @classmethod
    def utcnow(cls):
        _deprecate('utcnow()', 'now(datetime.UTC)')
        return cls.now()

    @classmethod
    def today(cls):
        return cls.now()

    @classmethod
    def combine(cls, date, time, tzinfo=_UNCHANGED):
        return cls(date.year, date.month, date.day, time.hour, time.minute, time.second, time.microsecond,
                   time.tzinfo if tzinfo is _UNCHANGED else tzinfo)

    @classmethod
    def fromisoformat(cls, date_string):
        day, rest = date.fromisoformat(date_string[:10]), date_string[11:]
        zone = None
        if rest.endswith('Z'):
            zone, rest = timezone.utc, rest[:-1]
        for sign in '+-':
            if sign in rest:
                rest, _, offset = rest.partition(sign)
                hours, minutes = int(offset[:2]), int(offset[-2:])
                delta = timedelta(hours=hours, minutes=minutes)
                zone = timezone.utc if not delta else timezone(-delta if sign == '-' else delta)
        rest, _, fraction = rest.partition('.')
        try:
            numbers = [int(part) for part in rest.split(':')] if rest else []
            return cls(day.year, day.month, day.day, *numbers, *[0] * (3 - len(numbers)), int((fraction + '000000')[:6]), zone)
        except ValueError:
            raise ValueError(f'Invalid isoformat string: {date_string!r}') from None

    @classmethod
    def strptime(cls, date_string, format, /):
        import _strptime
        return _strptime.parse(cls, date_string, format, timedelta, timezone)

    def date(self):
        return date(self._year, self._month, self._day)

    def time(self):
        return time(self._hour, self._minute, self._second, self._microsecond)

    def timetz(self):
        return time(self._hour, self._minute, self._second, self._microsecond, self._tzinfo)

    def timetuple(self):
        return self._struct(self._hour, self._minute, self._second)

    def utcoffset(self):
        return None if self._tzinfo is None else self._tzinfo.utcoffset(self)

    def tzname(self):
        return None if self._tzinfo is None else self._tzinfo.tzname(self)

    def dst(self):
        return None if self._tzinfo is None else self._tzinfo.dst(self)

    def timestamp(self):
        total = self._total() - _EPOCH
        offset = self.utcoffset()
        return (total - (offset._us if offset is not None else 0)) / 1000000

    def astimezone(self, tz=None):
        tz = timezone.utc if tz is None else tz
        offset = self.utcoffset() or timedelta(0)
        utc = self._from_microseconds(self._total() - offset._us, tz)
        return self._from_microseconds(utc._total() + tz.utcoffset(utc)._us, tz)

    def replace(self, year=None, month=None, day=None, hour=None, minute=None, second=None, microsecond=None,
                tzinfo=_UNCHANGED, *, fold=None):
        def keep(new, old):
            return old if new is None else new
        return type(self)(keep(year, self._year), keep(month, self._month), keep(day, self._day), keep(hour, self._hour),
                          keep(minute, self._minute), keep(second, self._second), keep(microsecond, self._microsecond),
                          self._tzinfo if tzinfo is _UNCHANGED else tzinfo)

    def isoformat(self, sep='T', timespec='auto'):
        text = _time_text(self._hour, self._minute, self._second, self._microsecond, timespec)
        return f'{date.isoformat(self)}{sep}{text}{_offset_text(self.utcoffset())}'

    def __str__(self):
        return self.isoformat(sep=' ')

    def strftime(self, format):
        return _strftime(self.timetuple(), format, self._microsecond, self.utcoffset(), self.tzname())

    def __repr__(self):
        parts = [self._year, self._month, self._day, self._hour, self._minute]
        if self._second or self._microsecond:
            parts.append(self._second)
        if self._microsecond:
            parts.append(self._microsecond)
        zone = f', tzinfo={self._tzinfo!r}' if self._tzinfo is not None else ''
        return f"datetime.datetime({', '.join(map(str, parts))}{zone})"

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        return self._from_microseconds(self._total() + other._us, self._tzinfo)

    __radd__ = __add__

    def _utc_total(self):
        offset = self.utcoffset()
        return self._total() - (0 if offset is None else offset._us)

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + -other
        if not isinstance(other, datetime):
            return NotImplemented
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            raise TypeError("can't subtract offset-naive and offset-aware datetimes")
        return timedelta(microseconds=self._utc_total() - other._utc_total())

    def _compare(self, other):
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            raise TypeError("can't compare offset-naive and offset-aware datetimes")
        return self._utc_total() - other._utc_total()

    def __eq__(self, other):
        if not isinstance(other, datetime):
            return NotImplemented
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            return False
        return self._utc_total() == other._utc_total()

    def __lt__(self, other):
        return self._compare(other) < 0 if isinstance(other, datetime) else NotImplemented

    def __le__(self, other):
        return self._compare(other) <= 0 if isinstance(other, datetime) else NotImplemented

    def __gt__(self, other):
        return self._compare(other) > 0 if isinstance(other, datetime) else NotImplemented

    def __ge__(self, other):
        return self._compare(other) >= 0 if isinstance(other, datetime) else NotImplemented

    def __hash__(self):
        return hash(str(self._utc_total()))


_EPOCH = datetime(1970, 1, 1)._total()
date.min, date.max, date.resolution = date(1, 1, 1), date(9999, 12, 31), timedelta(days=1)
datetime.min, datetime.max = datetime(1, 1, 1), datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = timedelta(microseconds=1)
