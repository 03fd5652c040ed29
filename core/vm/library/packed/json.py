"""JSON text from values and back."""
import sys as _sys

_NAMES_FLOAT = _sys.version_info >= (3, 12)
_NAMES_TRAILING_COMMAS = _sys.version_info >= (3, 13)


class JSONDecodeError(ValueError):
    __module__ = 'json.decoder'

    def __init__(self, msg, doc, pos):
        line = doc.count('\n', 0, pos) + 1
        column = pos - doc.rfind('\n', 0, pos)
        super().__init__(f'{msg}: line {line} column {column} (char {pos})')
        self.msg, self.doc, self.pos, self.lineno, self.colno = msg, doc, pos, line, column


_ESCAPES = {'"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t', '\b': '\\b', '\f': '\\f'}


def _quote(text, ensure_ascii):
    parts = ['"']
    for char in text:
        code = ord(char)
        if char in _ESCAPES:
            parts.append(_ESCAPES[char])
        elif code < 32 or code > 126 and ensure_ascii and code < 0x10000:
            parts.append(f'\\u{code:04x}')
        elif ensure_ascii and code > 126:
            code -= 0x10000
            parts.append(f'\\u{0xd800 | code >> 10:04x}\\u{0xdc00 | code & 0x3ff:04x}')
        else:
            parts.append(char)
    parts.append('"')
    return ''.join(parts)


def _number(value):
    if value != value:
        return 'NaN'
    if value in (float('inf'), -float('inf')):
        return 'Infinity' if value > 0 else '-Infinity'
    return float.__repr__(value)


class _Writer:
    def __init__(self, ensure_ascii, indent, separators, default, sort_keys, skipkeys, allow_nan):
        self.ensure_ascii, self.default, self.sort_keys, self.skipkeys = ensure_ascii, default, sort_keys, skipkeys
        self.allow_nan = allow_nan
        self.indent = ' ' * indent if isinstance(indent, int) and indent is not None else indent
        self.comma, self.colon = separators or ((', ', ': ') if indent is None else (',', ': '))
        self.open = []

    def text(self, value, level=0):
        if value is None:
            return 'null'
        if value is True:
            return 'true'
        if value is False:
            return 'false'
        if isinstance(value, str):
            return _quote(value, self.ensure_ascii)
        if isinstance(value, int):
            return int.__repr__(value)
        if isinstance(value, float):
            text = _number(value)
            if not self.allow_nan and text[-1] not in '0123456789':
                raise ValueError(f'Out of range float values are not JSON compliant' + (f': {value!r}' if _NAMES_FLOAT else ''))
            return text
        if isinstance(value, (list, tuple)):
            return self._nested(value, [self.text(item, level + 1) for item in self._enter(value)], '[]', level)
        if isinstance(value, dict):
            items = sorted(value.items()) if self.sort_keys else value.items()
            self._enter(value)
            parts = []
            for key, item in items:
                name = self._key(key)
                if name is not None:
                    parts.append(f'{_quote(name, self.ensure_ascii)}{self.colon}{self.text(item, level + 1)}')
            return self._nested(value, parts, '{}', level)
        if self.default is None:
            raise TypeError(f'Object of type {value.__class__.__name__} is not JSON serializable')
        self._enter(value)
        text = self.text(self.default(value), level)
        self.open.pop()
        return text

    def _enter(self, value):
        if any([one is value for one in self.open]):
            raise ValueError('Circular reference detected')
        self.open.append(value)
        return value

    def _nested(self, value, parts, brackets, level):
        self.open.pop()
        if not parts:
            return brackets
        if self.indent is None:
            return brackets[0] + self.comma.join(parts) + brackets[1]
        line = '\n' + self.indent * (level + 1)
        return brackets[0] + line + (self.comma.rstrip() + line).join(parts) + '\n' + self.indent * level + brackets[1]

    def _key(self, key):
        if isinstance(key, str):
            return key
        if key is True or key is False or key is None:
            return {True: 'true', False: 'false', None: 'null'}[key]
        if isinstance(key, int):
            return int.__repr__(key)
        if isinstance(key, float):
            return _number(key)
        if self.skipkeys:
            return None
        raise TypeError(f'keys must be str, int, float, bool or None, not {key.__class__.__name__}')


def dumps(obj, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None,
          separators=None, default=None, sort_keys=False, **kw):
    if cls is not None:
        encoder = cls()
        default = encoder.default
    return _Writer(ensure_ascii, indent, separators, default, sort_keys, skipkeys, allow_nan).text(obj)


def dump(obj, fp, **kw):
    fp.write(dumps(obj, **kw))


class JSONEncoder:
    __module__ = 'json.encoder'

    def default(self, o):
        raise TypeError(f'Object of type {o.__class__.__name__} is not JSON serializable')

    def encode(self, o):
        return dumps(o, default=self.default)


class JSONDecoder:
    __module__ = 'json.decoder'

    def decode(self, s):
        return loads(s)


class _Reader:
    def __init__(self, text, object_hook, parse_float, parse_int, object_pairs_hook):
        self.text, self.position = text, 0
        self.object_hook, self.object_pairs_hook = object_hook, object_pairs_hook
        self.parse_float, self.parse_int = parse_float or float, parse_int or int

    def skip(self):
        while self.position < len(self.text) and self.text[self.position] in ' \t\n\r':
            self.position += 1

    def peek(self):
        return self.text[self.position:self.position + 1]

    def fail(self, message, position=None):
        raise JSONDecodeError(message, self.text, self.position if position is None else position)

    def value(self):
        char = self.peek()
        if char == '"':
            return self.string()
        if char == '{':
            return self.object()
        if char == '[':
            return self.array()
        for word, meaning in (('null', None), ('true', True), ('false', False), ('NaN', float('nan')),
                              ('Infinity', float('inf')), ('-Infinity', -float('inf'))):
            if self.text.startswith(word, self.position):
                self.position += len(word)
                return meaning
        return self.number()

    def number(self):
        start = end = self.position
        text = self.text
        if text[end:end + 1] == '-':
            end += 1
        if not text[end:end + 1].isdigit():
            self.fail('Expecting value')
        if text[end] == '0':
            end += 1
        else:
            while text[end:end + 1].isdigit():
                end += 1
        is_float = False
        if text[end:end + 1] == '.' and text[end + 1:end + 2].isdigit():
            is_float = True
            end += 1
            while text[end:end + 1].isdigit():
                end += 1
        if text[end:end + 1] in ('e', 'E'):
            digits = end + 1 + (text[end + 1:end + 2] in ('+', '-'))
            if text[digits:digits + 1].isdigit():
                is_float = True
                end = digits
                while text[end:end + 1].isdigit():
                    end += 1
        self.position = end
        return (self.parse_float if is_float else self.parse_int)(text[start:end])

    def string(self):
        start = self.position
        self.position += 1
        parts = []
        while True:
            char = self.peek()
            if char == '':
                self.fail('Unterminated string starting at', start)
            self.position += 1
            if char == '"':
                return ''.join(parts)
            if char == '\\':
                parts.append(self.escape(start))
            elif char < ' ':
                self.fail('Invalid control character at', self.position - 1)
            else:
                parts.append(char)

    def escape(self, start):
        char = self.peek()
        if char == '':
            self.fail('Unterminated string starting at', start)
        self.position += 1
        if char == 'u':
            code = self.hexadecimal()
            if 0xd800 <= code < 0xdc00 and self.text.startswith('\\u', self.position):
                self.position += 2
                code = 0x10000 + ((code - 0xd800) << 10) + (self.hexadecimal() - 0xdc00)
            return chr(code)
        simple = {'"': '"', '\\': '\\', '/': '/', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t'}
        if char not in simple:
            self.fail('Invalid \\escape', self.position - 2)
        return simple[char]

    def hexadecimal(self):
        digits = self.text[self.position:self.position + 4]
        try:
            code = int(digits, 16)
        except ValueError:
            self.fail('Invalid \\uXXXX escape')
        self.position += 4
        return code

    def array(self):
        self.position += 1
        items = []
        self.skip()
        if self.peek() == ']':
            self.position += 1
            return items
        while True:
            self.skip()
            items.append(self.value())
            self.skip()
            char = self.peek()
            if char == ']':
                self.position += 1
                return items
            if char != ',':
                self.fail("Expecting ',' delimiter")
            self.position += 1
            self.no_end(']', 'array')

    def no_end(self, bracket, kind):
        comma = self.position - 1
        self.skip()
        if _NAMES_TRAILING_COMMAS and self.peek() == bracket:
            self.fail(f'Illegal trailing comma before end of {kind}', comma)

    def object(self):
        self.position += 1
        pairs = []
        self.skip()
        if self.peek() == '}':
            self.position += 1
            return self.finish(pairs)
        while True:
            self.skip()
            if self.peek() != '"':
                self.fail('Expecting property name enclosed in double quotes')
            key = self.string()
            self.skip()
            if self.peek() != ':':
                self.fail("Expecting ':' delimiter")
            self.position += 1
            self.skip()
            pairs.append((key, self.value()))
            self.skip()
            char = self.peek()
            if char == '}':
                self.position += 1
                return self.finish(pairs)
            if char != ',':
                self.fail("Expecting ',' delimiter")
            self.position += 1
            self.no_end('}', 'object')

    def finish(self, pairs):
        if self.object_pairs_hook is not None:
            return self.object_pairs_hook(pairs)
        result = dict(pairs)
        return result if self.object_hook is None else self.object_hook(result)


def loads(s, *, cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, object_pairs_hook=None, **kw):
    if isinstance(s, bytes):
        s = s.decode()
    if not isinstance(s, str):
        raise TypeError(f'the JSON object must be str, bytes or bytearray, not {s.__class__.__name__}')
    reader = _Reader(s, object_hook, parse_float, parse_int, object_pairs_hook)
    reader.skip()
    result = reader.value()
    reader.skip()
    if reader.position != len(s):
        reader.fail('Extra data')
    return result


def load(fp, **kw):
    return loads(fp.read(), **kw)
