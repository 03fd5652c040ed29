"""Regular expressions over text, as CPython's re has them. Patterns of bytes are refused."""
import sys
from enum import IntFlag as _IntFlag
from _regex import run as _run
from _regex_parser import Parser as _Parser, error
from _sluice import refuse as _refuse

if sys.version_info >= (3, 13):
    PatternError = error


class RegexFlag(_IntFlag):
    if sys.version_info >= (3, 11):
        NOFLAG = 0
    ASCII = A = 256
    IGNORECASE = I = 2
    LOCALE = L = 4
    UNICODE = U = 32
    MULTILINE = M = 8
    DOTALL = S = 16
    VERBOSE = X = 64
    DEBUG = 128

    def __repr__(self):
        names = [f're.{flag.name}' for flag in RegexFlag if flag.value and flag.value & self.value]
        return '|'.join(names) if names else 're.NOFLAG'

    __str__ = __repr__


if sys.version_info >= (3, 11):
    NOFLAG = RegexFlag.NOFLAG
A = ASCII = RegexFlag.ASCII
I = IGNORECASE = RegexFlag.IGNORECASE
L = LOCALE = RegexFlag.LOCALE
U = UNICODE = RegexFlag.UNICODE
M = MULTILINE = RegexFlag.MULTILINE
S = DOTALL = RegexFlag.DOTALL
X = VERBOSE = RegexFlag.VERBOSE


def _check_text(string):
    if isinstance(string, bytes):
        raise TypeError('cannot use a string pattern on a bytes-like object')
    if not isinstance(string, str):
        raise TypeError(f"expected string or bytes-like object{_got(string)}")
    return string


def _got(value):
    return f', got {type(value).__name__!r}' if sys.version_info >= (3, 11) else ''


class Match:
    __class_getitem__ = classmethod(type(list[int]))
    __slots__ = ('re', 'string', 'pos', 'endpos', '_marks')

    def __init__(self, pattern, string, pos, endpos, start, end, marks):
        self.re, self.string, self.pos, self.endpos = pattern, string, pos, endpos
        marks[0], marks[1] = start, end
        self._marks = marks

    def _number(self, group):
        if isinstance(group, int):
            if 0 <= group <= self.re.groups:
                return group
        elif group in self.re.groupindex:
            return self.re.groupindex[group]
        raise IndexError('no such group')

    def span(self, group=0, /):
        number = self._number(group)
        end = self._marks.get(2 * number + 1, -1)
        return (self._marks.get(2 * number, -1), end) if end >= 0 else (-1, -1)

    def start(self, group=0, /):
        return self.span(group)[0]

    def end(self, group=0, /):
        return self.span(group)[1]

    def _text(self, group, default=None):
        start, end = self.span(group)
        return self.string[start:end] if end >= 0 else default

    def group(self, *groups):
        if len(groups) < 2:
            return self._text(groups[0] if groups else 0)
        return tuple([self._text(group) for group in groups])

    def __getitem__(self, group):
        return self._text(group)

    def groups(self, default=None):
        return tuple([self._text(number, default) for number in range(1, self.re.groups + 1)])

    def groupdict(self, default=None):
        return {name: self._text(number, default) for name, number in self.re.groupindex.items()}

    def expand(self, template):
        return _template(self.re, template)(self)

    @property
    def lastindex(self):
        last = self._marks.get('last', -1)
        return last if last > 0 else None

    @property
    def lastgroup(self):
        for name, number in self.re.groupindex.items():
            if number == self.lastindex:
                return name
        return None

    @property
    def regs(self):
        return tuple([self.span(number) for number in range(self.re.groups + 1)])

    def __copy__(self):
        return self

    def __repr__(self):
        return f'<re.Match object; span={self.span()}, match={self.group()!r}>'


class Pattern:
    __slots__ = ('pattern', 'flags', 'groups', 'groupindex', '_code', '_first')

    def __init__(self, pattern, flags):
        parser = _Parser(pattern, flags)
        if parser.flags != flags:       # flags in the pattern are for all of it
            parser = _Parser(pattern, parser.flags)
        self.pattern, self.groups, self.groupindex, self._code = pattern, parser.groups, parser.names, parser.code
        self.flags = parser.flags if parser.flags & 256 else parser.flags | 32
        self._first = parser.code[0][1] if parser.code[0][0] == 'CHAR' else None

    def _bounds(self, string, pos, endpos):
        _check_text(string)
        end = len(string) if endpos is None else min(max(endpos, 0), len(string))
        return min(max(pos, 0), len(string)), end

    def _scan(self, string, start, pos, end, refused=-1):
        """The first match that begins at `start` or later, where one that ends at `refused` does not count there."""
        at = start
        while at <= end:
            if self._first is not None:
                at = string.find(self._first, at, end)
                if at < 0:
                    return None
            marks = {}
            reached = _run(self._code, 0, string, at, end, marks, refused if at == start else -1)
            if reached >= 0:
                return Match(self, string, pos, end, at, reached, marks)
            at += 1
        return None

    def _once(self, string, pos, endpos, is_whole):
        pos, end = self._bounds(string, pos, endpos)
        if pos > end:
            return None
        marks = {}
        reached = _run(self._code, 0, string, pos, end, marks, -1, is_whole)
        return Match(self, string, pos, end, pos, reached, marks) if reached >= 0 else None

    def match(self, string, pos=0, endpos=None):
        return self._once(string, pos, endpos, False)

    def fullmatch(self, string, pos=0, endpos=None):
        return self._once(string, pos, endpos, True)

    def search(self, string, pos=0, endpos=None):
        pos, end = self._bounds(string, pos, endpos)
        return self._scan(string, pos, pos, end)

    def finditer(self, string, pos=0, endpos=None):
        pos, end = self._bounds(string, pos, endpos)
        return self._all(string, pos, end)

    def _all(self, string, pos, end):
        at, refused = pos, -1
        while True:
            match = self._scan(string, at, pos, end, refused)
            if match is None:
                return
            yield match
            at = match.end()
            refused = at if match.start() == at else -1

    def findall(self, string, pos=0, endpos=None):
        found = []
        for match in self.finditer(string, pos, endpos):
            groups = match.groups('')
            found.append(match.group() if not groups else groups[0] if len(groups) == 1 else groups)
        return found

    def split(self, string, maxsplit=0):
        pos, end = self._bounds(string, 0, None)
        parts, last = [], 0
        if maxsplit >= 0:
            for match in self._all(string, pos, end):
                parts.append(string[last:match.start()])
                parts.extend(match.groups())
                last = match.end()
                maxsplit -= 1
                if maxsplit == 0:
                    break
        parts.append(string[last:])
        return parts

    def subn(self, repl, string, count=0):
        make = repl if callable(repl) else _template(self, repl)
        pos, end = self._bounds(string, 0, None)
        parts, last, done = [], 0, 0
        if count >= 0:
            for match in self._all(string, pos, end):
                parts.append(string[last:match.start()])
                piece = make(match)
                if piece is not None and not isinstance(piece, str):
                    raise TypeError(f'sequence item {len(parts)}: expected str instance, {type(piece).__name__} found')
                parts.append(piece or '')
                last = match.end()
                done += 1
                if done == count:
                    break
        parts.append(string[last:])
        return ''.join(parts), done

    def sub(self, repl, string, count=0):
        return self.subn(repl, string, count)[0]

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __eq__(self, other):
        if not isinstance(other, Pattern):
            return NotImplemented
        return self.flags == other.flags and self.pattern == other.pattern

    def __hash__(self):
        return hash((self.flags, self.pattern))

    def __repr__(self):
        flags = self.flags if self.flags & 256 else self.flags & ~32
        named = [flag for flag in (2, 4, 8, 16, 64, 256) if flags & flag]
        text = f're.compile({self.pattern!r:.200}'
        return text + (', ' + '|'.join([repr(RegexFlag(flag)) for flag in named]) if named else '') + ')'

    __class_getitem__ = classmethod(type(list[int]))


def _template(pattern, template):
    """A replacement like r'\\1-\\g<name>' as a function of the match."""
    if not isinstance(template, str):
        raise TypeError(f"expected str instance, {type(template).__name__} found")
    if '\\' not in template:
        return lambda match: template
    parts, pos = [], 0
    while pos < len(template):
        at = template.find('\\', pos)
        if at < 0:
            parts.append(template[pos:])
            break
        parts.append(template[pos:at])
        c = template[at + 1:at + 2]
        pos = at + 2
        if c == 'g':
            end = template.find('>', pos)
            if template[pos:pos + 1] != '<':
                raise error('missing <', template, pos)
            if end < 0:
                raise error('missing >, unterminated name' if template[pos + 1:] else 'missing group name', template, pos + 1)
            name = template[pos + 1:end]
            if not name:
                raise error('missing group name', template, pos + 1)
            if name.isdecimal():
                parts.append(_group(pattern, int(name), template, pos + 1))
            elif not name.isidentifier():
                raise error(f'bad character in group name {name!r}', template, pos + 1)
            elif name not in pattern.groupindex:
                raise IndexError(f'unknown group name {name!r}')
            else:
                parts.append(pattern.groupindex[name])
            pos = end + 1
        elif c == '0':
            digits = ''
            while len(digits) < 2 and template[pos:pos + 1] and template[pos] in '01234567':
                digits += template[pos]
                pos += 1
            parts.append(chr(int('0' + digits, 8)))
        elif c and c in '123456789':
            if template[pos:pos + 1] and template[pos] in '0123456789':
                if c in '0123' and template[pos] in '01234567' and template[pos + 1:pos + 2] and template[pos + 1] in '01234567':
                    parts.append(chr(int(template[at + 1:at + 4], 8)))
                    pos = at + 4
                    continue
                c += template[pos]
                pos += 1
            parts.append(_group(pattern, int(c), template, at + 1))
        elif c in 'abfnrtv\\' and c:
            parts.append({'a': '\a', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t', 'v': '\v', '\\': '\\'}[c])
        elif c.isalpha() and c.isascii():
            raise error(f'bad escape \\{c}', template, at)
        elif not c:
            raise error('bad escape (end of pattern)', template, at)
        else:
            parts.append('\\' + c)
    return lambda match: ''.join([part if isinstance(part, str) else match._text(part, '') for part in parts])


def _group(pattern, number, template, at):
    if number > pattern.groups:
        raise error(f'invalid group reference {number}', template, at)
    return number


_compiled = {}


def compile(pattern, flags=0):
    if isinstance(pattern, Pattern):
        if flags:
            raise ValueError('cannot process flags argument with a compiled pattern')
        return pattern
    if isinstance(pattern, bytes):
        _refuse('a regular expression over bytes', 'decode the bytes, and match the text')
    if not isinstance(pattern, str):
        try:
            hash(pattern)
        except TypeError:
            raise
        raise TypeError('first argument must be string or compiled pattern')
    flags = int(flags)
    key = pattern, flags
    found = _compiled.get(key)
    if found is None:
        if len(_compiled) >= 512:
            del _compiled[next(iter(_compiled))]
        found = _compiled[key] = Pattern(pattern, flags & ~32)
    return found


def match(pattern, string, flags=0):
    return compile(pattern, flags).match(string)


def fullmatch(pattern, string, flags=0):
    return compile(pattern, flags).fullmatch(string)


def search(pattern, string, flags=0):
    return compile(pattern, flags).search(string)


def findall(pattern, string, flags=0):
    return compile(pattern, flags).findall(string)


def finditer(pattern, string, flags=0):
    return compile(pattern, flags).finditer(string)


def split(pattern, string, maxsplit=0, flags=0):
    return compile(pattern, flags).split(string, maxsplit)


def sub(pattern, repl, string, count=0, flags=0):
    return compile(pattern, flags).sub(repl, string, count)


def subn(pattern, repl, string, count=0, flags=0):
    return compile(pattern, flags).subn(repl, string, count)


def purge():
    _compiled.clear()


def escape(pattern):
    return ''.join(['\\' + c if c in '()[]{}?*+-|^$\\.&~# \t\n\r\v\f' else c for c in pattern])
