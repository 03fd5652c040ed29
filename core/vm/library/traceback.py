"""Tracebacks as text. The text itself comes from the interpreter, the same as for an uncaught exception."""
import sys
from _sluice import format_exception as _format, format_exception_only as _format_only, format_traceback as _format_traceback, refuse as _refuse

_UNSET = object()


def _exception(exc, value):
    """The exception meant by the arguments of both calling forms: (exc) and (type, value, traceback)."""
    return exc if value is _UNSET else value


def _all_of_it(limit):
    if limit is not None:
        _refuse('a traceback with limit', 'leave limit out, and cut the list of lines')


def _print(pieces, file):
    for piece in pieces:
        print(piece, file=sys.stderr if file is None else file, end='')


def format_exception(exc, /, value=_UNSET, tb=_UNSET, limit=None, chain=True):
    _all_of_it(limit)
    return _format(_exception(exc, value), chain)


def format_exception_only(exc, /, value=_UNSET, *, show_group=False):
    return _format_only(_exception(exc, value))


def print_exception(exc, /, value=_UNSET, tb=_UNSET, limit=None, file=None, chain=True):
    _print(format_exception(exc, value, tb, limit, chain), file)


def format_exc(limit=None, chain=True):
    return ''.join(format_exception(sys.exc_info()[1], limit=limit, chain=chain))


def print_exc(limit=None, file=None, chain=True):
    print_exception(sys.exc_info()[1], limit=limit, file=file, chain=chain)


def format_tb(tb, limit=None):
    _all_of_it(limit)
    return _format_traceback(tb)


def print_tb(tb, limit=None, file=None):
    _print(format_tb(tb, limit), file)
