"""Warnings. A run begins with all of them ignored, as reference runs do: what CPython would show all the same is a notice, beside
the trace."""
import sys
from _sluice import notice as _notice, program_line as _line
from _sluice import report_unawaited_to as _report_unawaited_to, warning_place as _place

# What CPython shows where nobody says otherwise; the program's own filters come before it.
_BY_DEFAULT = ('ignore', None, Warning, None, 0)
_IGNORED_BY_DEFAULT = (PendingDeprecationWarning, ImportWarning, ResourceWarning)
_ACTIONS = ('error', 'ignore', 'always', 'default', 'module', 'once')

filters = [_BY_DEFAULT]
defaultaction = _defaultaction = 'default'
onceregistry = {}
_registry = {}


class WarningMessage:
    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message, self.category, self.filename, self.lineno = message, category, filename, lineno
        self.file, self.line, self.source = file, line, source
        self._category_name = category.__name__ if category else None

    def __str__(self):
        return (f'{{message : {self.message!r}, category : {self._category_name!r}, filename : {self.filename!r}, '
                f'lineno : {self.lineno}, line : {self.line!r}}}')


def formatwarning(message, category, filename, lineno, line=None):
    return _text(WarningMessage(message, category, filename, lineno, None, line))


def showwarning(message, category, filename, lineno, file=None, line=None):
    _write(WarningMessage(message, category, filename, lineno, file, line))


_formatwarning, _showwarning = formatwarning, showwarning


def _text(warning):
    text = f'{warning.filename}:{warning.lineno}: {warning.category.__name__}: {warning.message}\n'
    line = _line(warning.filename, warning.lineno) if warning.line is None else warning.line
    if line and line.strip():
        text += f'  {line.strip()}\n'
    if warning.source is not None:
        text += f'{warning.category.__name__}: Enable tracemalloc to get the object allocation traceback\n'
    return text


def _write(warning):
    file = sys.stderr if warning.file is None else warning.file
    if formatwarning is not _formatwarning:
        text = formatwarning(warning.message, warning.category, warning.filename, warning.lineno, warning.line)
    else:
        text = _text(warning)
    if file is not None:
        file.write(text)


_deliver = _write


def _show(warning):
    if showwarning is not _showwarning:
        showwarning(warning.message, warning.category, warning.filename, warning.lineno, warning.file, warning.line)
    else:
        _deliver(warning)


def _check_action(action):
    if action in _ACTIONS:
        return
    if sys.version_info >= (3, 13):
        raise ValueError(f'invalid action: {action!r}')
    raise AssertionError(f'invalid action: {action!r}')


def _check_line(lineno):
    if sys.version_info >= (3, 13):
        if not isinstance(lineno, int):
            raise TypeError('lineno must be an int')
        if lineno < 0:
            raise ValueError('lineno must be an int >= 0')
    elif not (isinstance(lineno, int) and lineno >= 0):
        raise AssertionError('lineno must be an int >= 0')


def _add_filter(item, append):
    if not append:
        if item in filters:
            filters.remove(item)
        filters.insert(0, item)
    elif item not in filters:
        filters.append(item)
    _registry.clear()


def filterwarnings(action, message='', category=Warning, module='', lineno=0, append=False):
    _check_action(action)
    _check_line(lineno)
    patterns = [None, None]
    if message or module:
        import re
        patterns = [re.compile(message, re.I) if message else None, re.compile(module) if module else None]
    _add_filter((action, patterns[0], category, patterns[1], lineno), append)


def simplefilter(action, category=Warning, lineno=0, append=False):
    _check_action(action)
    _check_line(lineno)
    _add_filter((action, None, category, None, lineno), append)


def resetwarnings():
    filters.clear()
    _registry.clear()


def warn(message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=()):
    if isinstance(message, Warning):
        category = type(message)
    elif category is None:
        category = UserWarning
    if not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError(f"category must be a Warning subclass, not '{type(category).__name__}'")
    _warn_at(message, category, *_place(stacklevel), source)


def warn_explicit(message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None):
    _warn_at(message, type(message) if isinstance(message, Warning) else category, filename, lineno, source)


def _warn_at(message, category, filename, lineno, source):
    text = str(message) if isinstance(message, Warning) else message
    key = text, category, lineno
    if key in _registry:
        return
    for item in filters:
        action, pattern, kind, module, place = item
        if ((pattern is None or pattern.match(text)) and issubclass(category, kind)
                and (module is None or module.match('__main__')) and (place == 0 or place == lineno)):
            break
    else:
        item, action = None, defaultaction
    is_default = item is _BY_DEFAULT
    if is_default:
        action = 'ignore' if issubclass(category, _IGNORED_BY_DEFAULT) else 'default'
    if action == 'ignore':
        return
    if not isinstance(message, Warning):
        message = category(message)
    if action == 'error':
        raise message
    if action != 'always':
        _registry[key] = 1
    if action in ('once', 'module'):
        seen = onceregistry if action == 'once' else _registry
        other = (text, category) if action == 'once' else (text, category, 0)
        if other in seen:
            return
        seen[other] = 1
    warning = WarningMessage(message, category, filename, lineno, None, None, source)
    if not is_default:
        _show(warning)
    elif _deliver is _write:
        _notice(_text(warning))


def _warn_unawaited(message, coroutine):
    """For a coroutine that goes without having run."""
    _warn_at(message, RuntimeWarning, *_place(1), coroutine)


_report_unawaited_to(_warn_unawaited)


class catch_warnings:
    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self._record = record
        self._filter = None if action is None else (action, category, lineno, append)
        self._entered = False

    def __repr__(self):
        return 'catch_warnings(record=True)' if self._record else 'catch_warnings()'

    def __enter__(self):
        global filters, showwarning, _deliver
        if self._entered:
            raise RuntimeError(f'Cannot enter {self!r} twice')
        self._entered = True
        self._saved = filters, showwarning, _deliver
        filters = filters[:]
        _registry.clear()
        if self._filter is not None:
            simplefilter(*self._filter)
        if not self._record:
            return None
        log = []
        _deliver, showwarning = log.append, _showwarning
        return log

    def __exit__(self, *exc_info):
        global filters, showwarning, _deliver
        if not self._entered:
            raise RuntimeError(f'Cannot exit {self!r} without entering first')
        filters, showwarning, _deliver = self._saved
        _registry.clear()
