"""Pretty-printing: what fits in a line is shown as repr shows it; longer containers take a line an item."""
import sys


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    return _text(object, 0, 0, width, indent, sort_dicts)


def _plain(object, sort_dicts):
    if isinstance(object, dict) and type(object).__repr__ is dict.__repr__:
        items = sorted(object.items(), key=lambda item: (str(type(item[0])), item[0])) if sort_dicts else object.items()
        return '{' + ', '.join([f'{_plain(k, sort_dicts)}: {_plain(v, sort_dicts)}' for k, v in items]) + '}'
    if type(object) is list:
        return '[' + ', '.join([_plain(item, sort_dicts) for item in object]) + ']'
    if type(object) is tuple:
        return '(' + ', '.join([_plain(item, sort_dicts) for item in object]) + (',)' if len(object) == 1 else ')')
    return repr(object)


def _text(object, column, after, width, indent, sort_dicts):
    plain = _plain(object, sort_dicts)
    if len(plain) + column + after <= width or type(object) not in (list, tuple, dict, set):
        return plain
    column += indent
    separator = ',\n' + ' ' * column
    pad = ' ' * (indent - 1)
    if type(object) is dict:
        items = sorted(object.items(), key=lambda item: (str(type(item[0])), item[0])) if sort_dicts else list(object.items())
        parts = []
        for position, (key, value) in enumerate(items):
            name = repr(key) + ': '
            left = after + 1 if position == len(items) - 1 else 1
            parts.append(name + _text(value, column + len(name), left, width, indent, sort_dicts))
        return '{' + pad + separator.join(parts) + '}'
    items = sorted(object) if type(object) is set else list(object)
    opening, closing = {list: '[]', tuple: '()', set: '{}'}[type(object)]
    parts = [_text(item, column, after + 1 if position == len(items) - 1 else 1, width, indent, sort_dicts)
             for position, item in enumerate(items)]
    return opening + pad + separator.join(parts) + closing


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    text = pformat(object, indent, width, depth, compact=compact, sort_dicts=sort_dicts)
    print(text, file=sys.stdout if stream is None else stream)


def pp(object, *args, sort_dicts=False, **kwargs):
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)
