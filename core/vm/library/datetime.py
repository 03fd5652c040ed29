"""Dates and times on the proleptic Gregorian calendar. The wall clock is virtual: it starts at 1970-01-01 00:00 UTC."""
import sys as _sys
import time as _time
from _sluice import type_name as _type_name
from math import modf as _modf
from operator import attrgetter as _attrgetter, index as _index

MINYEAR = 1
MAXYEAR = 9999
_UNCHANGED = object()
_NAMES_VALUES = _sys.version_info >= (3, 14)       # errors say what was given
_DATES_ARE_APART = _sys.version_info >= (3, 13)    # from datetimes, which compare with none (gh-85432 follow-up)
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


def _microseconds(numbers):
    """The sum of (name, number, unit in microseconds), where fractions of floats are summed up as C does."""
    total, rest = 0, 0.0
    for name, number, unit in numbers:
        if isinstance(number, int):
            total += number * unit
        elif isinstance(number, float):
            fraction, whole = _modf(number)
            total += int(whole) * unit
            fraction, whole = _modf(unit * fraction)
            total += int(whole)
            rest += fraction
        else:
            raise TypeError(f'unsupported type for timedelta {name} component: {_type_name(number)}')
    whole = round(rest)
    if abs(whole - rest) == 0.5:
        is_odd = total & 1
        whole = 2 * round((rest + is_odd) * 0.5) - is_odd
    return total + whole


def _field(owner, name):
    """A property that says in C's words that it cannot be set."""
    def refuse(self, *value):
        raise AttributeError(f"attribute '{name}' of 'datetime.{owner}' objects is not writable")
    return property(_attrgetter('_' + name), refuse, refuse)


def _sign(left, right):
    return (left > right) - (left < right)


def _eq(self, other):
    order = self._compare(other, True)
    return order if order is NotImplemented else order == 0


def _lt(self, other):
    order = self._compare(other, False)
    return order if order is NotImplemented else order < 0


def _le(self, other):
    order = self._compare(other, False)
    return order if order is NotImplemented else order <= 0


def _gt(self, other):
    order = self._compare(other, False)
    return order if order is NotImplemented else order > 0


def _ge(self, other):
    order = self._compare(other, False)
    return order if order is NotImplemented else order >= 0


class timedelta:
    __slots__ = ('_us',)

    def __new__(cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
        return cls._make(_microseconds((
            ('microseconds', microseconds, 1), ('milliseconds', milliseconds, 1000), ('seconds', seconds, 1000000),
            ('minutes', minutes, 60000000), ('hours', hours, 3600000000), ('days', days, 86400000000),
            ('weeks', weeks, 604800000000))))

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

    def _refuse(self, *value):
        raise AttributeError('readonly attribute')

    days = property(lambda self: self._us // 86400000000, _refuse, _refuse)
    seconds = property(lambda self: self._us // 1000000 % 86400, _refuse, _refuse)
    microseconds = property(lambda self: self._us % 1000000, _refuse, _refuse)

    def total_seconds(self):
        return self._us / 10 ** 6

    def __repr__(self):
        parts = [f'{name}={value}' for name, value in (('days', self.days), ('seconds', self.seconds),
                                                       ('microseconds', self.microseconds)) if value]
        return f"{_type_name(self)}({', '.join(parts) or '0'})"

    def __str__(self):
        minutes, seconds = divmod(self.seconds, 60)
        hours, minutes = divmod(minutes, 60)
        text = f'{hours}:{minutes:02}:{seconds:02}'
        if self.days:
            text = f"{self.days} day{'s' if abs(self.days) != 1 else ''}, {text}"
        return f'{text}.{self.microseconds:06}' if self.microseconds else text

    def __add__(self, other):
        return timedelta._make(self._us + other._us) if isinstance(other, timedelta) else NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        return timedelta._make(self._us - other._us) if isinstance(other, timedelta) else NotImplemented

    def __rsub__(self, other):
        return timedelta._make(other._us - self._us) if isinstance(other, timedelta) else NotImplemented

    def __neg__(self):
        return timedelta._make(-self._us)

    def __pos__(self):
        return timedelta._make(self._us)

    def __abs__(self):
        return timedelta._make(abs(self._us))

    def __mul__(self, other):
        if isinstance(other, int):
            return timedelta._make(self._us * other)
        if isinstance(other, float):
            numerator, denominator = other.as_integer_ratio()
            return timedelta._make(_round_half_even(self._us * numerator, denominator))
        return NotImplemented

    __rmul__ = __mul__

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            return self._us / other._us
        if isinstance(other, int):
            return timedelta._make(_round_half_even(self._us, other) if other > 0 else _round_half_even(-self._us, -other))
        if isinstance(other, float):
            numerator, denominator = other.as_integer_ratio()
            if numerator < 0:
                numerator, denominator = -numerator, -denominator
            return timedelta._make(_round_half_even(self._us * denominator, numerator))
        return NotImplemented

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            return self._us // other._us
        return timedelta._make(self._us // other) if isinstance(other, int) else NotImplemented

    def __mod__(self, other):
        return timedelta._make(self._us % other._us) if isinstance(other, timedelta) else NotImplemented

    def __divmod__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        quotient, rest = divmod(self._us, other._us)
        return quotient, timedelta._make(rest)

    def _compare(self, other, is_equality):
        return _sign(self._us, other._us) if isinstance(other, timedelta) else NotImplemented

    __eq__, __lt__, __le__, __gt__, __ge__ = _eq, _lt, _le, _gt, _ge

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


def _check_fold(fold):
    fold = _number(fold)
    if fold not in (0, 1):
        raise ValueError('fold must be either 0 or 1' + (f', not {fold}' if _NAMES_VALUES else ''))
    return fold


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
    if seconds or offset.microseconds:
        text += f'{separator}{seconds:02}'
    return f'{text}.{offset.microseconds:06}' if offset.microseconds else text


def _strftime(moment, form, microsecond, offset, zone):
    """Directives that time.strftime cannot know are put in first."""
    parts, position = [], 0
    while position < len(form):
        char = form[position]
        directive = form[position:position + 2]
        if directive == '%f':
            parts.append(f'{microsecond:06}')
        elif directive == '%:' and form[position:position + 3] == '%:z' and _sys.version_info >= (3, 12):
            parts.append(_offset_text(offset))
            position += 1
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


def _check_zone(zone):
    if zone is not None and not isinstance(zone, tzinfo):
        raise TypeError(f"tzinfo argument must be None or of a tzinfo subclass, not type '{_type_name(zone)}'")


def _ask(zone, method, moment):
    """The timedelta that utcoffset() or dst() of the zone gives, or None."""
    if zone is None:
        return None
    offset = getattr(zone, method)(moment)
    if offset is None:
        return None
    if not isinstance(offset, timedelta):
        raise TypeError(f"tzinfo.{method}() must return None or timedelta, not '{_type_name(offset)}'")
    if not abs(offset._us) < 86400000000:
        raise ValueError('offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24).')
    return offset


def _ask_name(zone, moment):
    if zone is None:
        return None
    name = zone.tzname(moment)
    if name is not None and not isinstance(name, str):
        raise TypeError(f"tzinfo.tzname() must return None or a string, not '{_type_name(name)}'")
    return name


class tzinfo:
    __slots__ = ()

    def utcoffset(self, dt):
        raise NotImplementedError('a tzinfo subclass must implement utcoffset()')

    def tzname(self, dt):
        raise NotImplementedError('a tzinfo subclass must implement tzname()')

    def dst(self, dt):
        raise NotImplementedError('a tzinfo subclass must implement dst()')

    def fromutc(self, dt):
        _check_own(self, dt)
        offset, dst = dt.utcoffset(), dt.dst()
        for value, name in (offset, 'utcoffset'), (dst, 'dst'):
            if value is None:
                raise ValueError(f'fromutc: non-None {name}() result required')
        result = dt + (offset - dst)
        dst = _ask(self, 'dst', result)
        if dst is None:
            raise ValueError('fromutc: tz.dst() gave inconsistent results; cannot convert')
        return result + dst if dst else result


def _check_own(zone, moment):
    if not isinstance(moment, datetime):
        raise TypeError('fromutc: argument must be a datetime')
    if moment.tzinfo is not zone:
        raise ValueError('fromutc: dt.tzinfo is not self')


class timezone(tzinfo):
    __slots__ = ('_offset', '_name')

    def __new__(cls, offset, name=_UNCHANGED):
        if not isinstance(offset, timedelta):
            raise TypeError(f'timezone() argument 1 must be datetime.timedelta, not {_type_name(offset)}')
        if name is _UNCHANGED:
            if not offset:
                return cls.utc
        elif not isinstance(name, str):
            raise TypeError(f'timezone() argument 2 must be str, not {_type_name(name)}')
        if not -timedelta(1) < offset < timedelta(1):
            raise ValueError('offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), '
                             f'not {offset!r}.')
        return cls._make(offset, None if name is _UNCHANGED else name)

    @classmethod
    def _make(cls, offset, name):
        self = object.__new__(cls)
        self._offset, self._name = offset, name
        return self

    def _check(self, moment, method):
        if moment is not None and not isinstance(moment, datetime):
            raise TypeError(f'{method}(dt) argument must be a datetime instance or None, not {_type_name(moment)}')

    def utcoffset(self, dt):
        self._check(dt, 'utcoffset')
        return self._offset

    def tzname(self, dt):
        self._check(dt, 'tzname')
        return str(self)

    def dst(self, dt):
        self._check(dt, 'dst')

    def fromutc(self, dt):
        _check_own(self, dt)
        return dt + self._offset

    def __eq__(self, other):
        return self._offset == other._offset if isinstance(other, timezone) else NotImplemented

    def __hash__(self):
        return hash(self._offset)

    def __str__(self):
        if self._name is not None:
            return self._name
        return 'UTC' if self is timezone.utc or not self._offset else 'UTC' + _offset_text(self._offset)

    def __repr__(self):
        if self is timezone.utc:
            return 'datetime.timezone.utc'
        name = '' if self._name is None else f', {self._name!r}'
        return f'{_type_name(self)}({self._offset!r}{name})'


timezone.utc = timezone._make(timedelta(0), None)
timezone.min = timezone(-timedelta(hours=23, minutes=59))
timezone.max = timezone(timedelta(hours=23, minutes=59))
_LOCAL = timezone(timedelta(0), 'UTC')      # what the virtual machine's clock shows
if _sys.version_info >= (3, 11):
    UTC = timezone.utc


def _zone_at(offset):
    """The timezone of an offset in microseconds, or None."""
    return None if offset is None else timezone(timedelta(microseconds=offset))


def _read(read, text, *more):
    if not isinstance(text, str):
        raise TypeError('fromisoformat: argument must be str')
    try:
        return read(text, *more)
    except ValueError:
        raise ValueError(f'Invalid isoformat string: {text!r}') from None


def _from_week(year, week, day):
    """(year, month, day) of a day of a week of a year."""
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f'Year is out of range: {year}')
    if not 1 <= week <= 52 and (week != 53 or _first_monday(year) + 364 == _first_monday(year + 1)):
        raise ValueError(f'Invalid week: {week}')
    if not 1 <= day <= 7:
        raise ValueError(f'Invalid day: {day} (range is [1, 7])')
    return _from_ordinal(_first_monday(year) + week * 7 - 8 + day)


def _check_format(form):
    if not isinstance(form, str):
        raise TypeError(f'__format__() argument 1 must be str, not {_type_name(form)}')


class date:
    __slots__ = ('_year', '_month', '_day')

    def __new__(cls, year, month, day):
        date = _check_date(year, month, day)
        self = object.__new__(cls)
        self._year, self._month, self._day = date
        return self

    year, month, day = _field('date', 'year'), _field('date', 'month'), _field('date', 'day')

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
        from _isoformat import read_date
        return cls(*_read(read_date, date_string, _from_week))

    @classmethod
    def fromisocalendar(cls, year, week, day):
        return cls(*_from_week(_number(year), _number(week), _number(day)))

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
        return self._struct(0, 0, 0, -1)

    def _struct(self, hour, minute, second, dst):
        yearday = self.toordinal() - _to_ordinal(self._year, 1, 1) + 1
        return _time.struct_time((self._year, self._month, self._day, hour, minute, second, self.weekday(), yearday, dst))

    def isoformat(self):
        return f'{self._year:04}-{self._month:02}-{self._day:02}'

    __str__ = isoformat

    def strftime(self, format):
        return _strftime(self.timetuple(), format, 0, None, None)

    def __format__(self, fmt):
        _check_format(fmt)
        return self.strftime(fmt) if fmt else str(self)

    def ctime(self):
        return f'{_time.asctime(date.timetuple(self))[:11]}{self.strftime("%H:%M:%S")} {self._year:04}'

    def __repr__(self):
        return f'{_type_name(self)}({self._year}, {self._month}, {self._day})'

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        ordinal = self.toordinal() + other.days
        if not 1 <= ordinal <= 3652059:
            raise OverflowError('date value out of range')
        return self.fromordinal(ordinal)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + timedelta(-other.days)
        if isinstance(other, date) and not isinstance(other, datetime):
            return timedelta(self.toordinal() - other.toordinal())
        return NotImplemented

    def _key(self):
        return self._year, self._month, self._day

    def _compare(self, other, is_equality):
        if not isinstance(other, date) or _DATES_ARE_APART and isinstance(other, datetime):
            return NotImplemented
        return _sign(date._key(self), date._key(other))

    __eq__, __lt__, __le__, __gt__, __ge__ = _eq, _lt, _le, _gt, _ge

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


def _clock_text(hour, minute, second, microsecond):
    """Hour and minute, and of the others what a repr shows."""
    parts = [hour, minute] + ([second] if second or microsecond else []) + ([microsecond] if microsecond else [])
    return ', '.join(map(str, parts))


class time:
    __slots__ = ('_hour', '_minute', '_second', '_microsecond', '_tzinfo', '_fold')

    def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        numbers = _check_time(hour, minute, second, microsecond)
        fold = _check_fold(fold)
        _check_zone(tzinfo)
        self = object.__new__(cls)
        self._hour, self._minute, self._second, self._microsecond = numbers
        self._tzinfo, self._fold = tzinfo, fold
        return self

    hour, minute, second = _field('time', 'hour'), _field('time', 'minute'), _field('time', 'second')
    microsecond, tzinfo, fold = _field('time', 'microsecond'), _field('time', 'tzinfo'), _field('time', 'fold')

    @classmethod
    def fromisoformat(cls, time_string):
        from _isoformat import read_time
        is_marked = isinstance(time_string, str) and time_string[:1] == 'T' and _sys.version_info >= (3, 11)
        *numbers, offset = _read(lambda text: read_time(text[is_marked:]), time_string)
        return cls(*numbers, _zone_at(offset))

    def utcoffset(self):
        return _ask(self._tzinfo, 'utcoffset', None)

    def tzname(self):
        return _ask_name(self._tzinfo, None)

    def dst(self):
        return _ask(self._tzinfo, 'dst', None)

    def replace(self, hour=_UNCHANGED, minute=_UNCHANGED, second=_UNCHANGED, microsecond=_UNCHANGED, tzinfo=_UNCHANGED, *,
                fold=_UNCHANGED):
        given = zip((*self._key(), self._tzinfo, self._fold), (hour, minute, second, microsecond, tzinfo, fold))
        *numbers, fold = [old if new is _UNCHANGED else new for old, new in given]
        return type(self)(*numbers, fold=fold)

    def isoformat(self, timespec='auto'):
        return _time_text(*self._key(), timespec) + _offset_text(self.utcoffset())

    def __str__(self):
        return self.isoformat()

    def strftime(self, format):
        moment = _time.struct_time((1900, 1, 1, self._hour, self._minute, self._second, 0, 1, -1))
        return _strftime(moment, format, self._microsecond, self.utcoffset(), self.tzname())

    def __format__(self, fmt):
        _check_format(fmt)
        return self.strftime(fmt) if fmt else str(self)

    def __repr__(self):
        zone = f', tzinfo={self._tzinfo!r}' if self._tzinfo is not None else ''
        return f"{_type_name(self)}({_clock_text(*self._key())}{zone}{', fold=1' if self._fold else ''})"

    def _key(self):
        return self._hour, self._minute, self._second, self._microsecond

    def _since_midnight(self):
        return timedelta(0, self._hour * 3600 + self._minute * 60 + self._second, self._microsecond)

    def _compare(self, other, is_equality):
        if not isinstance(other, time):
            return NotImplemented
        if self._tzinfo is other._tzinfo or (own := self.utcoffset()) == (its := other.utcoffset()):
            return _sign(self._key(), other._key())
        if own is not None and its is not None:
            return _sign(self._since_midnight() - own, other._since_midnight() - its)
        if is_equality:
            return 1
        raise TypeError("can't compare offset-naive and offset-aware times")

    __eq__, __lt__, __le__, __gt__, __ge__ = _eq, _lt, _le, _gt, _ge

    def __hash__(self):
        offset = self.utcoffset()
        return hash(str(self._key()) if offset is None else self._since_midnight() - offset)


def _time_text(hour, minute, second, microsecond, timespec):
    if not isinstance(timespec, str):
        raise TypeError(f'isoformat() argument 1 must be str, not {_type_name(timespec)}')
    if timespec == 'auto':
        timespec = 'microseconds' if microsecond else 'seconds'
    forms = {'hours': f'{hour:02}', 'minutes': f'{hour:02}:{minute:02}', 'seconds': f'{hour:02}:{minute:02}:{second:02}',
             'milliseconds': f'{hour:02}:{minute:02}:{second:02}.{microsecond // 1000:03}',
             'microseconds': f'{hour:02}:{minute:02}:{second:02}.{microsecond:06}'}
    if timespec not in forms:
        raise ValueError('Unknown timespec value')
    return forms[timespec]


class datetime(date):
    __slots__ = ('_hour', '_minute', '_second', '_microsecond', '_tzinfo', '_fold')

    def __new__(cls, year, month, day, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        date, time = _check_date(year, month, day), _check_time(hour, minute, second, microsecond)
        fold = _check_fold(fold)
        _check_zone(tzinfo)
        self = object.__new__(cls)
        self._year, self._month, self._day = date
        self._hour, self._minute, self._second, self._microsecond = time
        self._tzinfo, self._fold = tzinfo, fold
        return self

    hour, minute, second = _field('datetime', 'hour'), _field('datetime', 'minute'), _field('datetime', 'second')
    microsecond, tzinfo, fold = _field('datetime', 'microsecond'), _field('datetime', 'tzinfo'), _field('datetime', 'fold')

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
                raise TypeError(f'argument must be int or float, not {_type_name(timestamp)}')
            raise TypeError(f'{_type_name(timestamp)!r} object cannot be interpreted as an integer')
        _check_zone(tz)
        if timestamp != timestamp:
            raise ValueError('Invalid value NaN (not a number)')
        if not -2**63 <= timestamp < 2**63:
            raise OverflowError('timestamp out of range for platform time_t')
        # As C does: the fraction is rounded as a float, half to even.
        fraction, seconds = _modf(timestamp) if isinstance(timestamp, float) else (0.0, timestamp)
        year = _from_ordinal(int(seconds // 86400) + 719163)[0]
        if not MINYEAR <= year <= MAXYEAR:
            raise ValueError(f'year must be in 1..9999, not {year}' if _NAMES_VALUES else f'year {year} is out of range')
        moment = cls._from_microseconds(_EPOCH + int(seconds) * 1000000 + round(fraction * 1e6), tz)
        return moment if tz is None else tz.fromutc(moment)

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
        for position, value, kind in (1, date, _date), (2, time, _clock):
            if not isinstance(value, kind):
                raise TypeError(f'combine() argument {position} must be datetime.{kind.__name__}, not {_type_name(value)}')
        return cls(date.year, date.month, date.day, *time._key(), time._tzinfo if tzinfo is _UNCHANGED else tzinfo,
                   fold=time._fold)

    @classmethod
    def fromisoformat(cls, date_string):
        from _isoformat import read_datetime
        *numbers, offset = _read(read_datetime, date_string, _from_week)
        return cls(*numbers, _zone_at(offset))

    @classmethod
    def strptime(cls, date_string, format, /):
        import _strptime
        return _strptime.parse(cls, date_string, format, timedelta, timezone)

    def _clock_key(self):
        return self._hour, self._minute, self._second, self._microsecond

    def date(self):
        return date(self._year, self._month, self._day)

    def time(self):
        return time(*self._clock_key(), fold=self._fold)

    def timetz(self):
        return time(*self._clock_key(), self._tzinfo, fold=self._fold)

    def timetuple(self):
        dst = self.dst()
        return self._struct(self._hour, self._minute, self._second, -1 if dst is None else int(bool(dst)))

    def utctimetuple(self):
        offset = self.utcoffset()
        utc = self - offset if offset else self
        return utc._struct(utc._hour, utc._minute, utc._second, 0)

    def utcoffset(self):
        return _ask(self._tzinfo, 'utcoffset', self)

    def tzname(self):
        return _ask_name(self._tzinfo, self)

    def dst(self):
        return _ask(self._tzinfo, 'dst', self)

    def timestamp(self):
        if self._tzinfo is not None:
            return (self - datetime._from_microseconds(_EPOCH, timezone.utc)).total_seconds()
        seconds, microsecond = divmod(self._total() - _EPOCH, 1000000)
        return seconds + microsecond / 1e6

    def astimezone(self, tz=None):
        _check_zone(tz)
        zone = self._tzinfo or _LOCAL
        if zone is tz:
            return self
        offset = _ask(zone, 'utcoffset', self)
        utc = self if offset is None else self - offset
        tz = _LOCAL if tz is None else tz
        return tz.fromutc(utc.replace(tzinfo=tz, fold=0))

    def replace(self, year=_UNCHANGED, month=_UNCHANGED, day=_UNCHANGED, hour=_UNCHANGED, minute=_UNCHANGED, second=_UNCHANGED,
                microsecond=_UNCHANGED, tzinfo=_UNCHANGED, *, fold=_UNCHANGED):
        own = (*self._key(), *self._clock_key(), self._tzinfo, self._fold)
        given = zip(own, (year, month, day, hour, minute, second, microsecond, tzinfo, fold))
        *numbers, fold = [old if new is _UNCHANGED else new for old, new in given]
        return type(self)(*numbers, fold=fold)

    def isoformat(self, sep='T', timespec='auto'):
        if not isinstance(sep, str) or len(sep) != 1:
            raise TypeError(f'isoformat() argument 1 must be a unicode character, not {_type_name(sep)}')
        text = _time_text(*self._clock_key(), timespec)
        return f'{date.isoformat(self)}{sep}{text}{_offset_text(self.utcoffset())}'

    def __str__(self):
        return self.isoformat(sep=' ')

    def strftime(self, format):
        return _strftime(self.timetuple(), format, self._microsecond, self.utcoffset(), self.tzname())

    def __repr__(self):
        day = f'{self._year}, {self._month}, {self._day}'
        zone = f', tzinfo={self._tzinfo!r}' if self._tzinfo is not None else ''
        return f"{_type_name(self)}({day}, {_clock_text(*self._clock_key())}{', fold=1' if self._fold else ''}{zone})"

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        return self._from_microseconds(self._total() + other._us, self._tzinfo)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self._from_microseconds(self._total() - other._us, self._tzinfo)
        if not isinstance(other, datetime):
            return NotImplemented
        apart = self._total() - other._total()
        if self._tzinfo is not other._tzinfo:
            own, its = self.utcoffset(), other.utcoffset()
            if (own is None) != (its is None):
                raise TypeError("can't subtract offset-naive and offset-aware datetimes")
            if own is not None:
                apart += its._us - own._us
        return timedelta._make(apart)

    def _depends_on_fold(self, offset):
        return self.replace(fold=1 - self._fold).utcoffset() != offset

    def _compare(self, other, is_equality):
        if not isinstance(other, datetime):
            if _DATES_ARE_APART or not isinstance(other, date):
                return NotImplemented
            if is_equality:
                return 1
            raise TypeError(f"can't compare {_type_name(self)} to {_type_name(other)}")
        apart = self._total() - other._total()
        if self._tzinfo is other._tzinfo:
            return apart
        own, its = self.utcoffset(), other.utcoffset()
        if own != its:
            if own is None or its is None:
                if is_equality:
                    return 1
                raise TypeError("can't compare offset-naive and offset-aware datetimes")
            apart += its._us - own._us
        # A moment that a clock shows twice, or never, equals none in another zone (PEP 495).
        if apart == 0 and is_equality and (self._depends_on_fold(own) or other._depends_on_fold(its)):
            return 1
        return apart

    def __hash__(self):
        offset = self.replace(fold=0).utcoffset() if self._fold else self.utcoffset()
        total = self._total()
        return hash(str(total) if offset is None else timedelta._make(total + 86400000000 - offset._us))


_date, _clock = date, time      # of which the parameters of combine() have the names
_EPOCH = datetime(1970, 1, 1)._total()
date.min, date.max, date.resolution = date(1, 1, 1), date(9999, 12, 31), timedelta(days=1)
datetime.min, datetime.max = datetime(1, 1, 1), datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = timedelta(microseconds=1)
time.min, time.max, time.resolution = time(0), time(23, 59, 59, 999999), timedelta(microseconds=1)
