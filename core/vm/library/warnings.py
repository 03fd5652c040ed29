"""Warnings that a program gives. Like the reference runs, a run ignores them where the program has set no filter for them: they are
notices then, as those of the interpreter are, wherever CPython would show them."""
import sys as _sys
from _sluice import notice as _notice

_ACTIONS = ('error', 'ignore', 'always', 'default', 'module', 'once') + (('all',) if _sys.version_info >= (3, 12) else ())
_CHECKS_RAISE = _sys.version_info >= (3, 13)    # before, they assert

filters = []        # of the program, the newest first: action, pattern of the message, category, pattern of the module, line
_seen = set()       # what need not be shown again
_recorded = None    # the list of catch_warnings(record=True)


class WarningMessage:
    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message, self.category, self.filename, self.lineno = message, category, filename, lineno
        self.file, self.line, self.source = file, line, source
        self._category_name = category.__name__ if category else None

    def __str__(self):
        return '{message : %r, category : %r, filename : %r, lineno : %s, line : %r}' % (
            self.message, self._category_name, self.filename, self.lineno, self.line)


def formatwarning(message, category, filename, lineno, line=None):
    text = f'{filename}:{lineno}: {category.__name__}: {message}\n'
    if line is None:
        line = _sys._program_line(filename, lineno)
    return text + (f'  {line.strip()}\n' if line and line.strip() else '')


def showwarning(message, category, filename, lineno, file=None, line=None):
    (_sys.stderr if file is None else file).write(formatwarning(message, category, filename, lineno, line))


_showwarning = showwarning


def _default_action(category):
    quiet = issubclass(category, (PendingDeprecationWarning, ImportWarning, ResourceWarning))
    return 'ignore' if quiet else 'default'


def _is_new(action, text, category, line):
    """Whether it is shown: `default` once a line, `module` once, `once` once, others always."""
    place = {'default': line, 'module': 0, 'once': -1}.get(action)
    key = text, category, place
    if place is None:
        return True
    was_seen = key in _seen
    _seen.add(key)
    return not was_seen


def warn(message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=()):
    if isinstance(message, Warning):
        category = type(message)
    elif category is None:
        category = UserWarning
    if not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError(f"category must be a Warning subclass, not '{type(category).__name__}'")
    filename, line = (_sys._program_frame(stacklevel) or ('sys', 1))[:2]
    _give(message, category, filename, line, '__main__', source)


def warn_explicit(message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None):
    category = type(message) if isinstance(message, Warning) else category
    _give(message, category, filename, int(lineno), filename if module is None else module, source)


def _give(message, category, filename, line, module, source):
    text = str(message)
    if not isinstance(message, Warning):
        message = category(message)
    for action, pattern, kind, home, number in filters:
        if ((pattern is None or pattern.match(text)) and issubclass(category, kind) and (home is None or home.match(module))
                and number in (0, line)):
            break
    else:
        action = None
    if action == 'error':
        raise message
    if action is None:
        action = _default_action(category)
        if action != 'ignore' and _is_new(action, text, category, line):
            _notice(formatwarning(message, category, filename, line))
    elif action != 'ignore' and _is_new(action, text, category, line):
        if _recorded is not None and showwarning is _showwarning:
            _recorded.append(WarningMessage(message, category, filename, line, source=source))
        else:
            showwarning(message, category, filename, line)


def _check(is_right, kind, text):
    if not is_right:
        raise (kind if _CHECKS_RAISE else AssertionError)(text)


def _add(filter, append):
    if not append:
        if filter in filters:
            filters.remove(filter)
        filters.insert(0, filter)
    elif filter not in filters:
        filters.append(filter)
    _seen.clear()


def filterwarnings(action, message='', category=Warning, module='', lineno=0, append=False):
    import re
    _check(action in _ACTIONS, ValueError, f'invalid action: {action!r}')
    _check(isinstance(message, str), TypeError, 'message must be a string')
    _check(isinstance(category, type) and issubclass(category, Warning), TypeError, 'category must be a Warning subclass')
    _add((action, re.compile(message, re.I) if message else None, category, re.compile(module) if module else None, lineno),
         append)


def simplefilter(action, category=Warning, lineno=0, append=False):
    _check(action in _ACTIONS, ValueError, f'invalid action: {action!r}')
    _add((action, None, category, None, lineno), append)


def resetwarnings():
    filters.clear()
    _seen.clear()


class catch_warnings:
    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self._record = record
        self._filter = None if action is None else (action, category, lineno, append)
        self._is_entered = False

    def __enter__(self):
        global _recorded, showwarning
        if self._is_entered:
            raise RuntimeError(f'Cannot enter {self!r} twice')
        self._is_entered = True
        self._before = filters[:], _recorded, showwarning
        _seen.clear()
        if self._record:
            _recorded, showwarning = [], _showwarning
        if self._filter is not None:
            simplefilter(*self._filter)
        return _recorded if self._record else None

    def __exit__(self, *exc_info):
        global _recorded, showwarning
        if not self._is_entered:
            raise RuntimeError(f'Cannot exit {self!r} without entering first')
        filters[:], _recorded, showwarning = self._before
        _seen.clear()
