"""Names that match a pattern of the shell: `*`, `?`, `[abc]`, `[!a-z]`."""
import os
import re

_ANY, _STAR = 'any', 'star'
_parsed = {}


def fnmatch(name, pat):
    return fnmatchcase(os.fspath(name), os.fspath(pat))


def fnmatchcase(name, pat):
    if not isinstance(name, str) or not isinstance(pat, str):
        if not (isinstance(name, bytes) and isinstance(pat, bytes)):
            if isinstance(pat, bytes) and isinstance(name, str):
                raise TypeError('cannot use a bytes pattern on a string-like object')
            re.match('' if len(pat) else '', name)      # says what it cannot match
        name, pat = name.decode('latin-1'), pat.decode('latin-1')
    return _matches(name, _parse(pat))


def filter(names, pat):
    pat = os.fspath(pat)
    return [name for name in names if fnmatchcase(os.fspath(name), pat)]


def _parse(pat):
    """What a pattern consists of: characters, _ANY, _STAR, and sets as (is_negated, ranges)."""
    parts = _parsed.get(pat)
    if parts is not None:
        return parts
    parts, i = [], 0
    while i < len(pat):
        c = pat[i]
        i += 1
        if c == '*':
            parts.append(_STAR)
        elif c == '?':
            parts.append(_ANY)
        elif c == '[':
            start = i + pat.startswith('!', i)
            end = pat.find(']', start + 1)  # a bracket that comes first stands for itself
            if end < 0:
                parts.append((c,))
            else:
                parts.append((start > i, _ranges(pat[start:end])))
                i = end + 1
        else:
            parts.append((c,))
    _parsed[pat] = parts
    return parts


def _ranges(stuff):
    ranges, i = [], 0
    while i < len(stuff):
        if stuff.startswith('-', i + 1) and i + 2 < len(stuff):
            ranges.append((stuff[i], stuff[i + 2]))
            i += 3
        else:
            ranges.append((stuff[i], stuff[i]))
            i += 1
    return ranges


def _is_one(part, c):
    if part is _ANY:
        return True
    if len(part) == 1:
        return part[0] == c
    is_negated, ranges = part
    return any(first <= c <= last for first, last in ranges) != is_negated


def _matches(name, parts):
    i = j = 0
    star, kept = None, 0                    # the last star, and where what follows it was tried
    while i < len(name):
        if j < len(parts) and parts[j] is _STAR:
            star, kept = j, i
            j += 1
        elif j < len(parts) and _is_one(parts[j], name[i]):
            i += 1
            j += 1
        elif star is not None:
            kept += 1
            i, j = kept, star + 1
        else:
            return False
    return all(part is _STAR for part in parts[j:])
