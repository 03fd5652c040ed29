"""Pretty-printing: what fits in a line is shown as repr shows it; longer containers take a line an item.

A stream gets the same pieces, one by one, as CPython's PrettyPrinter writes.
"""
import sys
from _sluice import refuse as _refuse

_LONG = ('OrderedDict', 'defaultdict', 'Counter', 'ChainMap', 'deque', 'UserDict', 'UserList', 'SimpleNamespace',
         'mappingproxy', 'bytes')


class _Key:
    """Makes things sort that cannot be compared: by the names of their types."""

    def __init__(self, thing):
        self.thing = thing

    def __lt__(self, other):
        try:
            return self.thing < other.thing
        except TypeError:
            return str(type(self.thing)) < str(type(other.thing))


class PrettyPrinter:
    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True,
                 underscore_numbers=False):
        if indent < 0:
            raise ValueError('indent must be >= 0')
        if depth is not None and depth <= 0:
            raise ValueError('depth must be > 0')
        if not width:
            raise ValueError('width must be != 0')
        self._step, self._width, self._depth, self._compact = indent, width, depth, bool(compact)
        self._stream = sys.stdout if stream is None else stream
        self._sort_dicts, self._underscore_numbers = sort_dicts, underscore_numbers

    def pprint(self, object):
        if self._stream is not None:
            self._format(object, self._stream.write, 0, 0, 0)
            self._stream.write('\n')

    def pformat(self, object):
        pieces = []
        self._format(object, pieces.append, 0, 0, 0)
        return ''.join(pieces)

    def _pairs(self, object):
        return sorted(object.items(), key=lambda item: (_Key(item[0]), _Key(item[1]))) if self._sort_dicts else list(object.items())

    def _plain(self, object, level):
        kind = type(object)
        if kind is int and self._underscore_numbers:
            return f'{object:_d}'
        if kind.__repr__ not in (dict.__repr__, list.__repr__, tuple.__repr__) or not object:
            return repr(object)
        opening, closing = '{}' if isinstance(object, dict) else '[]' if isinstance(object, list) else '()'
        if self._depth and level >= self._depth:
            return f'{opening}...{closing}'
        if opening == '{':
            items = [f'{self._plain(key, level + 1)}: {self._plain(value, level + 1)}' for key, value in self._pairs(object)]
        else:
            items = [self._plain(item, level + 1) for item in object]
        return opening + ', '.join(items) + (',' if opening == '(' and len(items) == 1 else '') + closing

    def _format(self, object, write, column, after, level):
        plain = self._plain(object, level)
        if len(plain) > self._width - column - after:
            shown_by = type(object).__repr__
            for base, long in ((dict, self._dict), (list, self._list), (tuple, self._tuple), (set, self._set),
                               (frozenset, self._set), (str, self._str)):
                if shown_by is base.__repr__:
                    return long(object, write, column, after, level + 1)
            if hasattr(object, '__dataclass_fields__') and not isinstance(object, type):
                return self._dataclass(object, write, column, after, level + 1)
            if type(object).__name__ in _LONG:
                _refuse(f'pprint of a long {type(object).__name__}', 'give pprint a dict, a list, a tuple or a set')
        write(plain)

    def _items(self, items, write, column, after, level):
        column += self._step
        if self._step > 1:
            write((self._step - 1) * ' ')
        line = ',\n' + ' ' * column
        most = room = self._width - column + 1
        between = ''
        for position, item in enumerate(items):
            is_last = position == len(items) - 1
            if is_last:
                most -= after
                room -= after
            if self._compact:
                plain = self._plain(item, level)
                needed = len(plain) + 2
                if room < needed:
                    room = most
                    if between:
                        between = line
                if room >= needed:
                    room -= needed
                    write(between)
                    between = ', '
                    write(plain)
                    continue
            write(between)
            between = line
            self._format(item, write, column, after if is_last else 1, level)

    def _dict(self, object, write, column, after, level):
        write('{')
        if self._step > 1:
            write((self._step - 1) * ' ')
        pairs = self._pairs(object)
        column += self._step
        for position, (key, value) in enumerate(pairs):
            is_last = position == len(pairs) - 1
            name = self._plain(key, level)
            write(name)
            write(': ')
            self._format(value, write, column + len(name) + 2, after + 1 if is_last else 1, level)
            if not is_last:
                write(',\n' + ' ' * column)
        write('}')

    def _list(self, object, write, column, after, level):
        write('[')
        self._items(object, write, column, after + 1, level)
        write(']')

    def _tuple(self, object, write, column, after, level):
        write('(')
        end = ',)' if len(object) == 1 else ')'
        self._items(object, write, column, after + len(end), level)
        write(end)

    def _set(self, object, write, column, after, level):
        if type(object) is set:
            write('{')
            end = '}'
        else:
            name = type(object).__name__
            write(name + '({')
            end = '})'
            column += len(name) + 1
        self._items(sorted(object, key=_Key), write, column, after + len(end), level)
        write(end)

    def _str(self, object, write, column, after, level):
        import re
        chunks = []
        lines = object.splitlines(True)
        if level == 1:
            column += 1
            after += 1
        most = self._width - column
        for i, line in enumerate(lines):
            text = repr(line)
            is_last_line = i == len(lines) - 1
            if len(text) <= most - (after if is_last_line else 0):
                chunks.append(text)
                continue
            words = re.findall(r'\S*\s*', line)[:-1]
            current = ''
            for j, word in enumerate(words):
                room = most - (after if is_last_line and j == len(words) - 1 else 0)
                if len(repr(current + word)) > room:
                    if current:
                        chunks.append(repr(current))
                    current = word
                else:
                    current += word
            if current:
                chunks.append(repr(current))
        if len(chunks) == 1:
            return write(text)
        if level == 1:
            write('(')
        for i, chunk in enumerate(chunks):
            if i > 0:
                write('\n' + ' ' * column)
            write(chunk)
        if level == 1:
            write(')')

    def _dataclass(self, object, write, column, after, level):
        name = type(object).__name__
        column += len(name) + 1
        shown = [field.name for field in object.__dataclass_fields__.values() if field.repr]
        write(name + '(')
        for position, field in enumerate(shown):
            is_last = position == len(shown) - 1
            write(field)
            write('=')
            self._format(getattr(object, field), write, column + len(field) + 1, after if is_last else 1, level)
            if not is_last:
                write(',\n' + ' ' * column)
        write(')')


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    PrettyPrinter(indent, width, depth, stream, compact=compact, sort_dicts=sort_dicts,
                  underscore_numbers=underscore_numbers).pprint(object)


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    return PrettyPrinter(indent, width, depth, compact=compact, sort_dicts=sort_dicts,
                         underscore_numbers=underscore_numbers).pformat(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)
