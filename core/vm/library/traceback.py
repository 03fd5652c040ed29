"""Tracebacks as text. The text itself comes from the interpreter, the same as for an uncaught exception."""
import sys
from _sluice import format_exception as _format, format_exception_only as _format_only, format_traceback as _format_traceback, refuse as _refuse

_UNSET = object()


def _exception(exc, value):
    """The exception meant by the arguments of both calling forms: (exc) and (type, value, traceback)."""
    return exc if value is _UNSET else value


def _print(pieces, file):
    for piece in pieces:
        print(piece, file=sys.stderr if file is None else file, end='')


def format_exception(exc, /, value=_UNSET, tb=_UNSET, limit=None, chain=True):
    return _format(_exception(exc, value), chain, limit)


def format_exception_only(exc, /, value=_UNSET, *, show_group=False):
    return _format_only(_exception(exc, value))


def print_exception(exc, /, value=_UNSET, tb=_UNSET, limit=None, file=None, chain=True):
    _print(format_exception(exc, value, tb, limit, chain), file)


def format_exc(limit=None, chain=True):
    return ''.join(format_exception(sys.exc_info()[1], limit=limit, chain=chain))


def print_exc(limit=None, file=None, chain=True):
    print_exception(sys.exc_info()[1], limit=limit, file=file, chain=chain)


def format_tb(tb, limit=None):
    return _format_traceback(tb, limit)


class FrameSummary:
    __slots__ = 'filename', 'lineno', 'name', 'line'

    def __init__(self, filename, lineno, name, *, line=None):
        self.filename, self.lineno, self.name, self.line = filename, lineno, name, line

    def __iter__(self):
        return iter((self.filename, self.lineno, self.name, self.line))

    def __getitem__(self, place):
        return (self.filename, self.lineno, self.name, self.line)[place]

    def __len__(self):
        return 4

    def __repr__(self):
        return f'<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>'


class StackSummary(list):
    """The entries of a traceback; format() gives the text of all of them."""

    def format(self):
        if len(self._pieces) != len(self):
            _refuse('format() of a changed list of frames', 'use traceback.format_tb()')
        return list(self._pieces)


def extract_tb(tb, limit=None):
    found = StackSummary()
    found._pieces = _format_traceback(tb, limit)
    lines = {}
    for piece in found._pieces:
        place, _, rest = piece.partition('\n')
        lines[place] = rest.partition('\n')[0].strip()
    places = list(walk_tb(tb))
    places = places if limit is None else places[:limit] if limit >= 0 else places[limit:]
    for frame, lineno in places:
        name, filename = frame.f_code.co_name, frame.f_code.co_filename
        found.append(FrameSummary(filename, lineno, name, line=lines.get(f'  File "{filename}", line {lineno}, in {name}', '')))
    return found


def walk_tb(tb):
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def format_list(extracted_list):
    if not isinstance(extracted_list, StackSummary):
        _refuse('traceback.format_list of a list of its own', 'use traceback.format_tb()')
    return extracted_list.format()


def print_tb(tb, limit=None, file=None):
    _print(format_tb(tb, limit), file)
