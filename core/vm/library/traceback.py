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


def format_exception_only(exc, /, value=_UNSET, **options):
    return _only(_exception(exc, value), **options)


if sys.version_info >= (3, 13):
    def _only(exc, *, show_group=False, indent=''):
        """With show_group those in a group follow, deeper."""
        pieces = _format_only(exc)
        if indent:
            pieces = [f'{indent}{line}\n' for piece in pieces for line in piece[:-1].split('\n')]
        for one in exc.exceptions if show_group and isinstance(exc, BaseExceptionGroup) else ():
            pieces += _only(one, show_group=True, indent=indent + '   ')
        return pieces
else:
    def _only(exc):
        return _format_only(exc)


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


class TracebackException:
    """The texts of an exception, as they are when it is made."""

    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True, capture_locals=False,
                 compact=False, _seen=(), **options):
        if exc_value is None or exc_traceback is not exc_value.__traceback__ or capture_locals or options:
            _refuse('traceback.TracebackException with such arguments', 'use TracebackException.from_exception(exc)')
        self.stack = extract_tb(exc_traceback, limit)
        self.exc_type, self.exc_type_str = exc_type, exc_type.__qualname__
        self._str = str(exc_value)
        self._texts = [_format(exc_value, chain, limit) for chain in (False, True)]
        self._alone = {show: _only(exc_value, **{'show_group': True} if show else {})
                       for show in (False, True)[:1 + (sys.version_info >= (3, 13))]}
        self.__suppress_context__ = exc_value.__suppress_context__
        self.__notes__ = getattr(exc_value, '__notes__', None)
        seen = (*_seen, id(exc_value))
        others = [exc_value.__cause__, exc_value.__context__, *getattr(exc_value, 'exceptions', ())]
        others = [None if other is None or id(other) in seen else
                  TracebackException(type(other), other, other.__traceback__, limit=limit, _seen=seen) for other in others]
        self.__cause__, self.__context__, *inner = others
        self.exceptions = inner or None

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    def __str__(self):
        return self._str

    def format(self, *, chain=True):
        yield from self._texts[chain]

    def format_exception_only(self, *, show_group=False):
        yield from self._alone[show_group]

    def print(self, *, file=None, chain=True):
        _print(self.format(chain=chain), file)
