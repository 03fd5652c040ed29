"""Regular expressions to instructions for _regex.py. Syntax, flags and errors are those of CPython's re._parser."""
import sys

I, L, M, S, U, X, A = 2, 4, 8, 16, 32, 64, 256
_FLAGS = {'i': I, 'L': L, 'm': M, 's': S, 'x': X, 'a': A, 'u': U}
_SPECIAL = '.\\[{()*+?^$|'
_ESCAPES = {'a': '\a', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t', 'v': '\v', '\\': '\\'}
_DIGITS, _OCTAL, _HEX = frozenset('0123456789'), frozenset('01234567'), frozenset('0123456789abcdefABCDEF')
_LETTERS = frozenset('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ')
_MANY = 4294967295
_POSSESSIVE = sys.version_info >= (3, 11)


class error(Exception):
    __module__ = 're'

    def __init__(self, msg, pattern=None, pos=None):
        self.msg, self.pattern, self.pos = msg, pattern, pos
        if pattern is not None and pos is not None:
            msg = f'{msg} at position {pos}'
            self.lineno = pattern.count('\n', 0, pos) + 1
            self.colno = pos - pattern.rfind('\n', 0, pos)
            if '\n' in pattern:
                msg = f'{msg} (line {self.lineno}, column {self.colno})'
        else:
            self.lineno = self.colno = None
        super().__init__(msg)


if sys.version_info >= (3, 13):
    error.__name__ = error.__qualname__ = 'PatternError'


def is_word(c):
    return c.isalnum() or c == '_'


def _category(letter, ascii_only):
    """The test behind \\d, \\s or \\w."""
    test = {'d': str.isdecimal, 's': str.isspace, 'w': is_word}[letter]
    return (lambda c: c < '\x80' and test(c)) if ascii_only else test


class Parser:
    """One pattern. `code` receives tuples (operation, operand, ...); jumps are absolute.

    CHAR c            SET cache test      SPLIT first second      JUMP to         SAVE slot
    REPEAT cache test least most how (0 greedy, 1 lazy, 2 possessive): one character, many times
    AT kind           LOOK end behind is_negative                 ATOM end        BACK group is_ignoring_case
    IF group no       MARK slot           MOVED slot (goes on behind a JUMP if nothing was consumed since MARK)      END
    """

    def __init__(self, pattern, flags):
        self.text, self.pos, self.flags = pattern, 0, flags
        self.groups, self.names, self.open, self.widths = 0, {}, set(), {}
        self.code, self.marks, self.tested = [], 0, {}
        self.alternatives(flags)
        if self.pos < len(pattern):
            self.fail('unbalanced parenthesis', self.pos)
        for number, at in self.tested.items():
            if number > self.groups:
                self.fail(f'invalid group reference {number}', at)
        self.emit('END')

    def fail(self, message, pos):
        raise error(message, self.text, pos)

    def emit(self, *instruction):
        self.code.append(instruction)
        return len(self.code) - 1

    def peek(self):
        return self.text[self.pos:self.pos + 1]

    def take(self, wanted):
        if self.text.startswith(wanted, self.pos):
            self.pos += len(wanted)
            return True
        return False

    # Each part returns (least, most) of the characters that it matches.

    def alternatives(self, flags):
        start, jumps, widths = len(self.code), [], []
        while True:
            width, flags = self.sequence(flags)
            widths.append(width)
            if not self.take('|'):
                break
            self.insert(start, ('SPLIT', start + 1, 0))
            jumps.append(self.emit('JUMP', 0))
            self.code[start] = ('SPLIT', start + 1, len(self.code))
            start = len(self.code)
        for at in jumps:
            self.code[at] = ('JUMP', len(self.code))
        return min([low for low, _ in widths]), max([high for _, high in widths])

    def insert(self, at, instruction):
        """Puts an instruction before those from `at` on, which move by one."""
        moved = [self.shifted(one, at, 1) for one in self.code[at:]]
        self.code[at:] = [instruction, *moved]

    def shifted(self, one, start, by):
        """An instruction whose jumps to `start` and behind go `by` further."""
        op = one[0]
        if op == 'SPLIT':
            return op, one[1] + by * (one[1] >= start), one[2] + by * (one[2] >= start)
        if op in ('JUMP', 'LOOK', 'ATOM'):
            return op, one[1] + by * (one[1] >= start), *one[2:]
        if op == 'IF':
            return op, one[1], one[2] + by * (one[2] >= start)
        return one

    def sequence(self, flags):
        low = high = 0
        while self.pos < len(self.text) and self.peek() not in '|)':
            if flags & X and self.skip_blank():
                continue
            start, here = len(self.code), self.pos
            width, can_repeat, flags = self.item(flags)
            width = self.repeated(start, here, width, can_repeat, flags)
            low, high = low + width[0], min(high + width[1], _MANY)
        return (low, high), flags

    def skip_blank(self):
        """Blanks and comments of a verbose pattern; False if there are none."""
        start = self.pos
        while self.pos < len(self.text):
            if self.peek() in ' \t\n\r\v\f':
                self.pos += 1
            elif self.peek() == '#':
                end = self.text.find('\n', self.pos)
                self.pos = end + 1 if end >= 0 else len(self.text)
            else:
                break
        return self.pos > start

    def repeated(self, start, here, width, can_repeat, flags):
        if flags & X:
            self.skip_blank()
        at = self.pos
        c = self.peek()
        if not c or c not in '*+?{':
            return width
        if c == '{':
            least, most = self.counts()
            if least is None:
                return width
        else:
            self.pos += 1
            least, most = {'*': (0, _MANY), '+': (1, _MANY), '?': (0, 1)}[c]
        if can_repeat is None:
            self.fail('nothing to repeat', at)
        if not can_repeat:
            self.fail('multiple repeat', at)
        how = 1 if self.take('?') else 2 if _POSSESSIVE and self.take('+') else 0
        self.repeat(start, least, most, how, width)
        c = self.peek()
        if c and (c in '*+?' or c == '{' and self.is_count()):
            self.fail('multiple repeat', self.pos)
        return width[0] * least, min(width[1] * most, _MANY)

    def is_count(self):
        pos = self.pos
        least, _ = self.counts()
        self.pos = pos
        return least is not None

    def counts(self):
        """{m}, {m,}, {,n} or {m,n}; (None, None) where the brace is an ordinary character."""
        start = self.pos
        self.pos += 1
        if self.peek() == '}':
            self.pos = start
            return None, None
        low = self.while_in(_DIGITS)
        high = self.while_in(_DIGITS) if self.take(',') else low
        if not self.take('}'):
            self.pos = start
            return None, None
        least, most = int(low) if low else 0, int(high) if high else _MANY
        if most < least:
            self.fail('min repeat greater than max repeat', start + 1)
        return least, most

    def while_in(self, characters, most=_MANY):
        start = self.pos
        while self.pos < len(self.text) and self.pos - start < most and self.text[self.pos] in characters:
            self.pos += 1
        return self.text[start:self.pos]

    def repeat(self, start, least, most, how, width):
        body = self.code[start:]
        if len(body) == 1 and body[0][0] in ('CHAR', 'SET'):
            one = body[0]
            if one[0] == 'CHAR':
                cache, test = {one[1]: True}, _never
            else:
                cache, test = one[1], one[2]
            self.code[start] = ('REPEAT', cache, test, least, most, how)
            return
        del self.code[start:]
        if how == 2:
            self.emit('ATOM', 0)

        def again():
            offset = len(self.code) - start
            self.code.extend([self.shifted(one, start, offset) for one in body])

        def split(first, second):
            return ('SPLIT', first, second) if how != 1 else ('SPLIT', second, first)

        for _ in range(least):
            again()
        if most == _MANY:
            mark = self.new_mark() if width[0] == 0 else None
            top = self.emit('SPLIT', 0, 0)
            if mark is not None:
                self.emit('MARK', mark)
            again()
            if mark is not None:
                self.emit('MOVED', mark)
            self.emit('JUMP', top)
            self.code[top] = split(top + 1, len(self.code))
        else:
            splits, leaves = [], []
            mark = self.new_mark() if width[0] == 0 and most - least > 1 else None
            for _ in range(most - least):
                splits.append(self.emit('SPLIT', 0, 0))
                if mark is not None:
                    self.emit('MARK', mark)
                again()
                if mark is not None:
                    self.emit('MOVED', mark)
                    self.emit('JUMP', len(self.code) + 2)
                    leaves.append(self.emit('JUMP', 0))
            for at in splits:
                self.code[at] = split(at + 1, len(self.code))
            for at in leaves:
                self.code[at] = 'JUMP', len(self.code)
        if how == 2:
            self.emit('END')
            self.code[start] = ('ATOM', len(self.code))

    def new_mark(self):
        self.marks += 1
        return -self.marks

    def item(self, flags):
        """One item: (its widths, whether it may be repeated (None: nothing there), the flags from here on)."""
        here, c = self.pos, self.text[self.pos]
        self.pos += 1
        if c == '\\':
            return self.escape(here, flags)
        if c == '[':
            self.set(here, flags)
            return (1, 1), True, flags
        if c == '(':
            return self.group(here, flags)
        if c == '.':
            self.emit('SET', {} if flags & S else {'\n': False}, _always)
            return (1, 1), True, flags
        if c == '^':
            self.emit('AT', 'line' if flags & M else 'start')
            return (0, 0), None, flags
        if c == '$':
            self.emit('AT', 'line end' if flags & M else 'end or newline')
            return (0, 0), None, flags
        if c in '*+?' or c == '{' and self.braces_count(here):
            self.pos = here
            self.fail('nothing to repeat', here)
        self.literal(c, flags)
        return (1, 1), True, flags

    def braces_count(self, here):
        self.pos = here
        is_count = self.is_count()
        self.pos = here + 1
        return is_count

    def literal(self, c, flags):
        if flags & I and c.lower() != c.upper():
            low = c.lower()
            ascii_only = flags & A
            self.emit('SET', {}, lambda other: other.lower() == low and not (ascii_only and other != c and other > '\x7f'))
        else:
            self.emit('CHAR', c)

    def escape(self, here, flags):
        c = self.peek()
        self.pos += 1
        if not c:
            self.fail('bad escape (end of pattern)', here)
        ascii_only = flags & A
        if c in 'dswDSW':
            test = _category(c.lower(), ascii_only)
            self.emit('SET', {}, test if c.islower() else lambda other: not test(other))
            return (1, 1), True, flags
        if c in 'AbBZ' or c == 'z' and sys.version_info >= (3, 14):
            kind = {'A': 'start', 'Z': 'end', 'z': 'end', 'b': 'boundary', 'B': 'no boundary'}[c]
            self.emit('AT', kind + (' ascii' if ascii_only and c in 'bB' else ''))
            return (0, 0), None, flags
        if c in '123456789':
            digits = c
            if self.peek() and self.peek() in _DIGITS:
                if c in _OCTAL and self.peek() in _OCTAL and self.text[self.pos + 1:self.pos + 2] in _OCTAL and self.text[self.pos + 1:]:
                    code = int(self.text[here + 1:here + 4], 8)
                    self.pos = here + 4
                    if code > 0o377:
                        self.fail(f'octal escape value {self.text[here:self.pos]} outside of range 0-0o377', here)
                    self.literal(chr(code), flags)
                    return (1, 1), True, flags
                digits += self.peek()
                self.pos += 1
            return self.back_reference(int(digits), here, here + 1, flags)
        self.literal(self.character(c, here), flags)
        return (1, 1), True, flags

    def back_reference(self, number, here, at, flags):
        if number > self.groups:
            self.fail(f'invalid group reference {number}', at)
        if number in self.open:
            self.fail('cannot refer to an open group', here)
        self.emit('BACK', number, bool(flags & I))
        return self.widths[number], True, flags

    def character(self, c, here):
        """The character that \\c stands for, in a pattern or a set."""
        if c == '0':
            return chr(int('0' + self.while_in(_OCTAL, 2), 8))
        if c in 'xuU':
            digits = {'x': 2, 'u': 4, 'U': 8}[c]
            value = self.while_in(_HEX, digits)
            if len(value) != digits:
                self.fail(f'incomplete escape {self.text[here:self.pos]}', here)
            if int(value, 16) > 0x10ffff:
                self.fail(f'bad escape {self.text[here:self.pos]}', here)
            return chr(int(value, 16))
        if c in _ESCAPES and c != 'b':
            return _ESCAPES[c]
        if c in _LETTERS:
            self.fail(f'bad escape \\{c}', here)
        return c

    def set(self, here, flags):
        is_negative = self.take('^')
        singles, ranges, tests = set(), [], []
        first = self.pos
        while True:
            at = self.pos
            c = self.peek()
            if not c:
                self.fail('unterminated character set', here)
            self.pos += 1
            if c == ']' and at != first:
                break
            low = self.set_member(c, at, flags)
            if self.peek() == '-' and self.text[self.pos + 1:self.pos + 2] != ']':
                self.pos += 1
                end = self.pos
                c = self.peek()
                if not c:
                    self.fail('unterminated character set', here)
                self.pos += 1
                high = self.set_member(c, end, flags)
                if not isinstance(low, str) or not isinstance(high, str) or high < low:
                    self.fail(f'bad character range {self.text[at:self.pos]}', at)
                ranges.append((low, high))
            elif isinstance(low, str):
                singles.add(low)
            else:
                tests.append(low)

        def has(c):
            if c in singles:
                return True
            for low, high in ranges:
                if low <= c <= high:
                    return True
            for test in tests:
                if test(c):
                    return True
            return False

        if flags & I:
            self.emit('SET', {}, lambda c: (has(c) or has(c.lower()) or has(c.upper())) != is_negative)
        else:
            self.emit('SET', {}, lambda c: has(c) != is_negative)

    def set_member(self, c, here, flags):
        if c != '\\':
            return c
        c = self.peek()
        self.pos += 1
        if c and c in 'dswDSW':
            test = _category(c.lower(), flags & A)
            return test if c.islower() else lambda other: not test(other)
        if c == 'b':
            return '\b'
        if c and c in _OCTAL:
            self.pos -= 1
            digits = self.while_in(_OCTAL, 3)
            if int(digits, 8) > 0o377:
                self.fail(f'octal escape value \\{digits} outside of range 0-0o377', here)
            return chr(int(digits, 8))
        if c in _DIGITS:
            self.fail(f'bad escape \\{c}', here)
        return self.character(c, here)

    def group(self, here, flags):
        number, name, atomic = None, None, False
        inner = flags
        if self.take('?'):
            c = self.peek()
            self.pos += 1
            if not c:
                self.fail('unexpected end of pattern', self.pos - 1)
            if c == 'P':
                if self.take('<'):
                    name = self.group_name('>', here)
                elif self.take('='):
                    start = self.pos
                    return self.back_reference(self.number_of(self.group_name(')', here), start), start, start, flags)
                else:
                    c = self.peek()
                    self.fail(f'unknown extension ?P{c}' if c else 'unexpected end of pattern', here + 1 if c else self.pos)
            elif c == ':':
                number = 0
            elif c == '#':
                end = self.text.find(')', self.pos)
                if end < 0:
                    self.fail('missing ), unterminated comment', here)
                self.pos = end + 1
                return (0, 0), None, flags
            elif c in '=!' or c == '<':
                behind = c == '<'
                if behind:
                    c = self.peek()
                    self.pos += 1
                    if not c:
                        self.fail('unexpected end of pattern', self.pos - 1)
                    if c not in '=!':
                        self.fail(f'unknown extension ?<{c}', here + 1)
                return self.look(here, behind, c == '!', flags)
            elif c == '(':
                return self.condition(here, flags)
            elif c == '>' and _POSSESSIVE:
                number, atomic = 0, True
            elif c in _FLAGS or c == '-':
                inner = self.inline_flags(c, here, flags)
                if self.text[self.pos - 1] == ')':
                    return (0, 0), None, inner
                number = 0
            else:
                self.fail(f'unknown extension ?{c}', here + 1)
        if number is None:
            self.groups += 1
            number = self.groups
            if name is not None:
                if name in self.names:
                    self.fail(f'redefinition of group name {name!r} as group {number}; was group {self.names[name]}', here + 4)
                self.names[name] = number
            self.open.add(number)
            self.emit('SAVE', 2 * number)
        atom = self.emit('ATOM', 0) if atomic else None
        width = self.alternatives(inner)
        if not self.take(')'):
            self.fail('missing ), unterminated subpattern', here)
        if number:
            self.emit('SAVE', 2 * number + 1)
            self.open.discard(number)
            self.widths[number] = width
        if atomic:
            self.emit('END')
            self.code[atom] = ('ATOM', len(self.code))
        return width, True, flags

    def group_name(self, end, here):
        start = self.pos
        stop = self.text.find(end, start)
        if stop < 0:
            if start == len(self.text):
                self.fail('missing group name', start)
            self.fail(f'missing {end}, unterminated name', start)
        name = self.text[start:stop]
        if not name:
            self.fail('missing group name', start)
        if not name.isidentifier():
            self.fail(f'bad character in group name {name!r}', start)
        self.pos = stop + 1
        return name

    def number_of(self, name, at):
        if name not in self.names:
            self.fail(f'unknown group name {name!r}', at)
        return self.names[name]

    def look(self, here, behind, is_negative, flags):
        at = self.emit('LOOK', 0, 0, is_negative)
        width = self.alternatives(flags)
        if not self.take(')'):
            self.fail('missing ), unterminated subpattern', here)
        if behind and width[0] != width[1]:
            raise error('look-behind requires fixed-width pattern')
        self.emit('END')
        self.code[at] = ('LOOK', len(self.code), width[0] if behind else 0, is_negative)
        return (0, 0), True, flags

    def condition(self, here, flags):
        start = self.pos
        end = self.text.find(')', start)
        if end < 0:
            self.fail('missing ), unterminated name', start)
        name = self.text[start:end]
        self.pos = end + 1
        if name.isdecimal():
            number = int(name)
            if not number:
                self.fail('bad group number', start)
        else:
            if not name.isidentifier():
                self.fail(f'bad character in group name {name!r}' if name else 'missing group name', start)
            number = self.number_of(name, start)
        test = self.emit('IF', number, 0)
        yes, _ = self.sequence(flags)
        no = (0, 0)
        jump = self.emit('JUMP', 0)
        self.code[test] = ('IF', number, len(self.code))
        if self.take('|'):
            no, _ = self.sequence(flags)
            if self.peek() == '|':
                self.fail('conditional backref with more than two branches', self.pos)
        if not self.take(')'):
            self.fail('missing ), unterminated subpattern', here)
        self.tested.setdefault(number, start)
        self.code[jump] = ('JUMP', len(self.code))
        return (min(yes[0], no[0]), max(yes[1], no[1])), True, flags

    def inline_flags(self, c, here, flags):
        """(?ims) for the whole pattern, or (?i-s:...) for a part."""
        add = remove = 0
        while c in _FLAGS:
            add |= _FLAGS[c]
            c = self.peek()
            self.pos += 1
            if not c:
                self.fail('missing -, : or )', self.pos - 1)
        if c == ')':
            if here and self.text[:here].strip() and not self.only_flags(here):
                if sys.version_info >= (3, 11):
                    self.fail('global flags not at the start of the expression', here)
            self.flags |= add
            return flags | add
        if c == '-':
            c = self.peek()
            self.pos += 1
            while c and c in _FLAGS:
                remove |= _FLAGS[c]
                c = self.peek()
                self.pos += 1
        if c != ':':
            self.fail('unknown flag' if c and c.isalpha() else 'missing :' if c else 'unexpected end of pattern', self.pos - 1)
        return (flags | add) & ~remove

    def only_flags(self, here):
        """True if nothing but (?flags) stands before `here`."""
        rest = self.text[:here]
        while rest.startswith('(?'):
            end = rest.find(')')
            if end < 0 or not rest[2:end].isalpha():
                return False
            rest = rest[end + 1:]
        return not rest


def _always(c):
    return True


def _never(c):
    return False
