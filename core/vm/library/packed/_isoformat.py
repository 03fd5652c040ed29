"""Reading ISO 8601 as fromisoformat() does. Each function raises a ValueError without words for what it cannot read, and does
not look whether the numbers make a date or a time. Up to 3.10 only what isoformat() writes is read."""
import sys

_IS_WIDE = sys.version_info >= (3, 11)


def _digits(text, start, count):
    part = text[start:start + count]
    if len(part) != count or not (part.isascii() and part.isdigit()):
        raise ValueError
    return int(part)


def read_date(text, from_week):
    """(year, month, day); `from_week` makes it of year, week and weekday."""
    if len(text) not in ((7, 8, 10) if _IS_WIDE else (10,)):
        raise ValueError
    year, dash = _digits(text, 0, 4), text[4] == '-'
    if not dash and not _IS_WIDE:
        raise ValueError
    at = 4 + dash
    if _IS_WIDE and text[at] == 'W':
        week, day = _digits(text, at + 1, 2), 1
        if at + 3 < len(text):
            if dash and text[at + 3] != '-':
                raise ValueError
            day = _digits(text, at + 3 + dash, 1)
        return from_week(year, week, day)
    month = _digits(text, at, 2)
    if dash and text[7:8] != '-' or len(text) != 8 + 2 * dash:
        raise ValueError
    return year, month, _digits(text, at + 2 + dash, 2)


def _clock(text, after):
    """([hour, minute, second, microsecond], whether more follows); `after` is the character behind the text, if any."""
    numbers, at, is_colon = [0, 0, 0, 0], 0, True
    for index in range(3):
        numbers[index] = _digits(text, at, 2)
        mark = text[at + 2:at + 3] or after
        at += 3
        if index == 0 and _IS_WIDE:
            is_colon = mark == ':'
        if at >= len(text):
            return numbers, mark != ''
        if is_colon and mark == ':':
            continue
        if mark == '.' or mark == ',' and _IS_WIDE:
            break
        if is_colon:
            raise ValueError
        at -= 1
    count = len(text) - at
    if not _IS_WIDE and count not in (3, 6):
        raise ValueError
    count = min(count, 6)
    numbers[3] = _digits(text, at, count) * 10 ** (6 - count)
    at += count
    while text[at:at + 1].isdigit():
        at += 1
    return numbers, (text[at:] or after) != ''


def read_time(text):
    """(hour, minute, second, microsecond, offset): the offset is None, or in microseconds."""
    marks = [at for at in map(text.find, '+-Z' if _IS_WIDE else '+-') if at >= 0]
    if not marks:
        numbers, goes_on = _clock(text, '')
        if goes_on:
            raise ValueError
        return *numbers, None
    at = min(marks)
    sign, zone = text[at], text[at + 1:]
    if not _IS_WIDE and len(zone) not in (5, 8, 15):
        raise ValueError
    numbers, _ = _clock(text[:at], sign)
    if sign == 'Z':
        if zone:
            raise ValueError
        return *numbers, 0
    (hours, minutes, seconds, microseconds), goes_on = _clock(zone, '')
    if goes_on:
        raise ValueError
    offset = ((hours * 60 + minutes) * 60 + seconds) * 1000000 + microseconds
    return *numbers, -offset if sign == '-' else offset


def _end_of_date(text):
    if not _IS_WIDE or len(text) == 7:
        return 10 if len(text) > 7 else 7
    if text[4] == '-':
        if text[5] != 'W':
            return 10
        if len(text) < 8 or len(text) == 9 and text[8] == '-':
            raise ValueError
        return 10 if text[8:9] == '-' and not text[10:11].isdigit() else 8
    if text[4] != 'W':
        return 8
    at = 7
    while text[at:at + 1].isdigit():
        at += 1
    return at if at < 9 else 7 + at % 2


def read_datetime(text, from_week):
    """What read_date() and read_time() read, one after the other."""
    if len(text) < (7 if _IS_WIDE else 10):
        raise ValueError
    end = _end_of_date(text)
    date = read_date(text[:end], from_week)
    return *date, *(read_time(text[end + 1:]) if len(text) > end else (0, 0, 0, 0, None))
