"""Logging: loggers by dotted names, levels, stream handlers, %-style, {}-style and $-style formats."""
import sys
import time
import traceback
from string import Template
from _sluice import notice as _notice, refuse as _refuse

CRITICAL = FATAL = 50
ERROR = 40
WARNING = WARN = 30
INFO = 20
DEBUG = 10
NOTSET = 0

_level_names = {CRITICAL: 'CRITICAL', ERROR: 'ERROR', WARNING: 'WARNING', INFO: 'INFO', DEBUG: 'DEBUG', NOTSET: 'NOTSET'}
raiseExceptions = True
logThreads = logProcesses = logMultiprocessing = logAsyncioTasks = True
_disabled_up_to = 0
_start = time.time()

BASIC_FORMAT = '%(levelname)s:%(name)s:%(message)s'


def getLevelName(level):
    if level in _level_names:
        return _level_names[level]
    for number, name in _level_names.items():
        if name == level:
            return number
    return f'Level {level}'


def _level_numbers():
    return {name: number for number, name in _level_names.items()} | {'WARN': WARNING, 'FATAL': FATAL}


if sys.version_info >= (3, 11):
    def getLevelNamesMapping():
        return _level_numbers()


def addLevelName(level, name):
    _level_names[level] = name


def _check_level(level):
    if isinstance(level, int):
        return level
    if isinstance(level, str):
        names = _level_numbers()
        if level not in names:
            raise ValueError(f'Unknown level: {level!r}')
        return names[level]
    raise TypeError(f'Level not an integer or a valid string: {level!r}')


class LogRecord:
    def __init__(self, name, level, pathname, lineno, msg, args, exc_info, func=None, sinfo=None, **kwargs):
        from threading import current_thread
        self.created = time.time()
        self.name = name
        self.msg = msg
        if args and len(args) == 1 and isinstance(args[0], dict) and args[0]:
            args = args[0]
        self.args = args
        self.levelno = level
        self.levelname = getLevelName(level)
        self.pathname = pathname
        try:
            self.filename = pathname[pathname.rfind('/') + 1:]
            self.module = self.filename.rsplit('.', 1)[0] or self.filename
        except (TypeError, ValueError, AttributeError):
            self.filename, self.module = pathname, 'Unknown module'
        self.exc_info = exc_info
        self.exc_text = None
        self.stack_info = sinfo
        self.lineno = lineno
        self.funcName = func
        self.msecs = int((self.created - int(self.created)) * 1000) + 0.0
        self.relativeCreated = (self.created - _start) * 1000
        self.thread = 1
        self.threadName = current_thread().name
        self.processName = 'MainProcess'
        self.process = 1
        if sys.version_info >= (3, 12):
            self.taskName = _task_name()

    def getMessage(self):
        message = str(self.msg)
        return message % self.args if self.args else message

    def __repr__(self):
        return f'<LogRecord: {self.name}, {self.levelno}, {self.pathname}, {self.lineno}, "{self.msg}">'


def _task_name():
    asyncio = sys.modules.get('asyncio')
    try:
        return asyncio.current_task().get_name() if asyncio else None
    except Exception:
        return None


def _has_field(fmt):
    """Whether a %-format has a place for a name: what Formatter asks of it."""
    for part in fmt.split('%(')[1:]:
        name, end, rest = part.partition(')')
        rest = rest.lstrip('#0+ -').lstrip('*0123456789').removeprefix('.').lstrip('*0123456789')
        if end and name.replace('_', 'a').isalnum() and rest[:1].lower() in tuple('diouxefgcrsa%'):
            return True
    return False


class Formatter:
    default_time_format = '%Y-%m-%d %H:%M:%S'
    default_msec_format = '%s,%03d'
    converter = time.localtime

    def __init__(self, fmt=None, datefmt=None, style='%', validate=True, *, defaults=None):
        if style not in '%{$':
            raise ValueError('Style must be one of: %,{,$')
        self._style = style
        self._fmt = fmt or {'%': '%(message)s', '{': '{message}', '$': '${message}'}[style]
        self.datefmt = datefmt
        self._defaults = defaults or {}
        if validate and style == '%' and not _has_field(self._fmt):
            raise ValueError(f"Invalid format '{self._fmt}' for '%' style")
        if validate and style != '%' and style not in self._fmt.replace(style * 2, ''):
            raise ValueError('invalid format: no fields')

    def formatTime(self, record, datefmt=None):
        moment = time.localtime(record.created)
        if datefmt:
            return time.strftime(datefmt, moment)
        text = time.strftime(self.default_time_format, moment)
        return self.default_msec_format % (text, record.msecs) if self.default_msec_format else text

    def usesTime(self):
        return 'asctime' in self._fmt

    def formatException(self, exc_info):
        return ''.join(traceback.format_exception(*exc_info)).rstrip('\n')

    def formatMessage(self, record):
        try:
            return self._filled(record)
        except KeyError as error:
            raise ValueError(f'Formatting field not found in record: {error}')

    def _filled(self, record):
        values = {**self._defaults, **record.__dict__}
        if self._style == '%':
            return self._fmt % values
        if self._style == '{':
            return self._fmt.format(**values)
        return Template(self._fmt).substitute(**values)

    def format(self, record):
        record.message = record.getMessage()
        if self.usesTime():
            record.asctime = self.formatTime(record, self.datefmt)
        text = self.formatMessage(record)
        if record.exc_info and not record.exc_text:
            record.exc_text = self.formatException(record.exc_info)
        if record.exc_text:
            text = text.rstrip('\n') + '\n' + record.exc_text
        return text


class Filter:
    def __init__(self, name=''):
        self.name = name

    def filter(self, record):
        return not self.name or record.name == self.name or record.name.startswith(self.name + '.')


class Filterer:
    def __init__(self):
        self.filters = []

    def addFilter(self, filter):
        if filter not in self.filters:
            self.filters.append(filter)

    def removeFilter(self, filter):
        if filter in self.filters:
            self.filters.remove(filter)

    def filter(self, record):
        for one in self.filters:
            result = one.filter(record) if hasattr(one, 'filter') else one(record)
            if not result:
                return False
            if isinstance(result, LogRecord):
                record = result
        return record


class Handler(Filterer):
    def __init__(self, level=NOTSET):
        super().__init__()
        self.level = _check_level(level)
        self.formatter = None

    def __repr__(self):
        return f'<{self.__class__.__name__} ({getLevelName(self.level)})>'

    def setLevel(self, level):
        self.level = _check_level(level)

    def setFormatter(self, fmt):
        self.formatter = fmt

    def format(self, record):
        return (self.formatter or _default_formatter).format(record)

    def handle(self, record):
        record = self.filter(record)
        if record:
            self.emit(record)
        return record

    def emit(self, record):
        raise NotImplementedError('emit must be implemented by Handler subclasses')

    def handleError(self, record):
        if raiseExceptions and sys.stderr:
            # CPython writes the stack of its own functions to stderr.
            _refuse("the report of a log call that fails", 'give it as many arguments as its message has places')

    def flush(self):
        pass

    def close(self):
        pass


class StreamHandler(Handler):
    if sys.version_info >= (3, 11):
        __class_getitem__ = classmethod(type(list[int]))
    terminator = '\n'

    def __init__(self, stream=None):
        super().__init__()
        self.stream = sys.stderr if stream is None else stream

    def emit(self, record):
        try:
            self.stream.write(self.format(record) + self.terminator)
        except RecursionError:
            raise
        except Exception:
            self.handleError(record)

    def __repr__(self):
        name = str(getattr(self.stream, 'name', ''))
        return f"<{self.__class__.__name__} {name}{' ' if name else ''}({getLevelName(self.level)})>"

    def setStream(self, stream):
        before, self.stream = self.stream, stream
        return before


class FileHandler(StreamHandler):
    def __init__(self, filename, mode='a', encoding=None, delay=False, errors=None):
        import os
        Handler.__init__(self)
        self.baseFilename = os.path.abspath(os.fspath(filename))
        self.mode, self.encoding, self.errors, self.delay = mode, encoding, errors, delay
        self.stream = None if delay else self._open()

    def __repr__(self):
        return f'<{self.__class__.__name__} {self.baseFilename} ({getLevelName(self.level)})>'

    def _open(self):
        return open(self.baseFilename, self.mode, encoding=self.encoding, errors=self.errors)

    def emit(self, record):
        if self.stream is None:
            self.stream = self._open()
        super().emit(record)
        self.flush()

    def flush(self):
        if self.stream is not None:
            self.stream.flush()

    def close(self):
        if self.stream is not None:
            self.stream.close()
            self.stream = None


class NullHandler(Handler):
    def handle(self, record):
        pass

    def emit(self, record):
        pass


class _LastResort(StreamHandler):
    def __init__(self, level):
        Handler.__init__(self, level)

    @property
    def stream(self):
        return sys.stderr


_default_formatter = Formatter()
lastResort = _LastResort(WARNING)


class Logger(Filterer):
    def __init__(self, name, level=NOTSET):
        super().__init__()
        self.name = name
        self.level = _check_level(level)
        self.parent = None
        self.propagate = True
        self.handlers = []
        self.disabled = False

    def setLevel(self, level):
        self.level = _check_level(level)

    def getEffectiveLevel(self):
        logger = self
        while logger:
            if logger.level:
                return logger.level
            logger = logger.parent
        return NOTSET

    def isEnabledFor(self, level):
        return not self.disabled and level > _disabled_up_to and level >= self.getEffectiveLevel()

    def getChild(self, suffix):
        return getLogger(suffix if self is root else f'{self.name}.{suffix}')

    def addHandler(self, hdlr):
        if hdlr not in self.handlers:
            self.handlers.append(hdlr)

    def removeHandler(self, hdlr):
        if hdlr in self.handlers:
            self.handlers.remove(hdlr)

    def hasHandlers(self):
        logger = self
        while logger:
            if logger.handlers:
                return True
            logger = logger.parent if logger.propagate else None
        return False

    def debug(self, msg, *args, **kwargs):
        if self.isEnabledFor(DEBUG):
            self._log(DEBUG, msg, args, **kwargs)

    def info(self, msg, *args, **kwargs):
        if self.isEnabledFor(INFO):
            self._log(INFO, msg, args, **kwargs)

    def warning(self, msg, *args, **kwargs):
        if self.isEnabledFor(WARNING):
            self._log(WARNING, msg, args, **kwargs)

    def warn(self, msg, *args, **kwargs):
        _deprecate_warn('method')
        self.warning(msg, *args, **kwargs)

    def error(self, msg, *args, **kwargs):
        if self.isEnabledFor(ERROR):
            self._log(ERROR, msg, args, **kwargs)

    def exception(self, msg, *args, exc_info=True, **kwargs):
        self.error(msg, *args, exc_info=exc_info, **kwargs)

    def critical(self, msg, *args, **kwargs):
        if self.isEnabledFor(CRITICAL):
            self._log(CRITICAL, msg, args, **kwargs)

    fatal = critical

    def log(self, level, msg, *args, **kwargs):
        if not isinstance(level, int):
            raise TypeError('level must be an integer')
        if self.isEnabledFor(level):
            self._log(level, msg, args, **kwargs)

    def _log(self, level, msg, args, exc_info=None, extra=None, stack_info=False, stacklevel=1):
        if exc_info:
            if isinstance(exc_info, BaseException):
                exc_info = (type(exc_info), exc_info, exc_info.__traceback__)
            elif not isinstance(exc_info, tuple):
                exc_info = sys.exc_info()
        if stack_info:
            _refuse('the stack of a log call', 'leave stack_info out')
        file_name, line, function = _caller(stacklevel)
        record = LogRecord(self.name, level, file_name, line, msg, args, exc_info, function)
        if extra is not None:
            for key, value in extra.items():
                if key in ('message', 'asctime') or key in record.__dict__:
                    raise KeyError(f'Attempt to overwrite {key!r} in LogRecord')
                record.__dict__[key] = value
        self.handle(record)

    def handle(self, record):
        if self.disabled:
            return
        record = self.filter(record)
        if record:
            _report(self, record) if self.name == 'asyncio' else self.callHandlers(record)

    def callHandlers(self, record):
        found, logger = 0, self
        while logger:
            for hdlr in logger.handlers:
                found += 1
                if record.levelno >= hdlr.level:
                    hdlr.handle(record)
            logger = logger.parent if logger.propagate else None
        if not found and lastResort is not None and record.levelno >= lastResort.level:
            lastResort.handle(record)

    def __repr__(self):
        return f'<{self.__class__.__name__} {self.name} ({getLevelName(self.getEffectiveLevel())})>'


def _report(logger, record):
    """What asyncio says: as the handlers would write it, but beside the trace. Reference runs turn its logger off."""
    handlers = []
    while logger:
        handlers += logger.handlers
        logger = logger.parent if logger.propagate else None
    for handler in handlers or [lastResort]:
        if record.levelno < handler.level or isinstance(handler, (NullHandler, FileHandler)):
            continue
        try:
            if handler.filter(record):
                _notice(handler.format(record) + '\n')
        except Exception:
            _notice(record.getMessage() + '\n')


class RootLogger(Logger):
    def __init__(self, level):
        super().__init__('root', level)


class LoggerAdapter:
    if sys.version_info >= (3, 11):
        __class_getitem__ = classmethod(type(list[int]))

    def __init__(self, logger, extra=None, merge_extra=False):
        self.logger, self.extra, self.merge_extra = logger, extra, merge_extra

    name = property(lambda self: self.logger.name)

    def isEnabledFor(self, level):
        return self.logger.isEnabledFor(level)

    def setLevel(self, level):
        self.logger.setLevel(level)

    def getEffectiveLevel(self):
        return self.logger.getEffectiveLevel()

    def hasHandlers(self):
        return self.logger.hasHandlers()

    def process(self, msg, kwargs):
        kwargs['extra'] = {**(self.extra or {}), **kwargs.get('extra', {})} if self.merge_extra else self.extra
        return msg, kwargs

    def log(self, level, msg, *args, **kwargs):
        if self.logger.isEnabledFor(level):
            msg, kwargs = self.process(msg, kwargs)
            self.logger.log(level, msg, *args, **kwargs)

    def debug(self, msg, *args, **kwargs):
        self.log(DEBUG, msg, *args, **kwargs)

    def info(self, msg, *args, **kwargs):
        self.log(INFO, msg, *args, **kwargs)

    def warning(self, msg, *args, **kwargs):
        self.log(WARNING, msg, *args, **kwargs)

    def error(self, msg, *args, **kwargs):
        self.log(ERROR, msg, *args, **kwargs)

    def exception(self, msg, *args, exc_info=True, **kwargs):
        self.log(ERROR, msg, *args, exc_info=exc_info, **kwargs)

    def critical(self, msg, *args, **kwargs):
        self.log(CRITICAL, msg, *args, **kwargs)


def _caller(level):
    """File, line and function of the program that called the logger, or so many calls further out."""
    return sys._program_frame(level) or _refuse('a stacklevel beyond the program', 'take a smaller one')


root = RootLogger(WARNING)
Logger.root = root
_loggers = {}


def getLogger(name=None):
    if not name or name == 'root':
        return root
    if not isinstance(name, str):
        raise TypeError('A logger name must be a string')
    if name not in _loggers:
        logger = _loggers[name] = _logger_class(name)
        logger.parent = getLogger(name.rpartition('.')[0]) if _known_ancestor(name) else root
        _link(logger)
    return _loggers[name]


def _known_ancestor(name):
    parent = name.rpartition('.')[0]
    return parent in _loggers


def _link(logger):
    """Puts a new logger between its nearest ancestor and the loggers that belong under it."""
    parent = logger.name.rpartition('.')[0]
    while parent and parent not in _loggers:
        parent = parent.rpartition('.')[0]
    logger.parent = _loggers.get(parent, root)
    for other in _loggers.values():
        if other.name.startswith(logger.name + '.') and not other.parent.name.startswith(logger.name):
            other.parent = logger


_logger_class = Logger


def setLoggerClass(klass):
    global _logger_class
    _logger_class = klass


def getLoggerClass():
    return _logger_class


def basicConfig(**kwargs):
    force = kwargs.pop('force', False)
    if force:
        root.handlers.clear()
    if root.handlers:
        return
    handlers = kwargs.pop('handlers', None)
    stream = kwargs.pop('stream', None)
    filename = kwargs.pop('filename', None)
    mode = kwargs.pop('filemode', 'a')
    encoding, errors = kwargs.pop('encoding', None), kwargs.pop('errors', 'backslashreplace')
    if stream is not None and filename is not None:
        raise ValueError("'stream' and 'filename' should not be specified together")
    if handlers is not None and (stream is not None or filename is not None):
        raise ValueError("'stream' or 'filename' should not be specified together with 'handlers'")
    datefmt = kwargs.pop('datefmt', None)
    style = kwargs.pop('style', '%')
    if style not in ('%', '{', '$'):
        raise ValueError('Style must be one of: %,{,$')
    format = kwargs.pop('format', {'%': BASIC_FORMAT, '{': '{levelname}:{name}:{message}',
                                   '$': '${levelname}:${name}:${message}'}[style])
    level = kwargs.pop('level', None)
    if kwargs:
        raise ValueError(f"Unrecognised argument(s): {', '.join(kwargs)}")
    if handlers is None:
        handlers = [StreamHandler(stream) if filename is None else FileHandler(filename, mode, encoding, errors=errors)]
    for handler in handlers:
        if handler.formatter is None:
            handler.setFormatter(Formatter(format, datefmt, style))
        root.addHandler(handler)
    if level is not None:
        root.setLevel(level)


def _through_root(name):
    method = getattr(Logger, name)

    def log(*args, **kwargs):
        if not root.handlers:
            basicConfig()
        method(root, *args, **kwargs)
    log.__name__ = log.__qualname__ = name
    return log


debug, info, warning, error, exception, critical, fatal, log = [_through_root(name) for name in (
    'debug', 'info', 'warning', 'error', 'exception', 'critical', 'fatal', 'log')]


def warn(msg, *args, **kwargs):
    _deprecate_warn('function')
    warning(msg, *args, **kwargs)


def _deprecate_warn(kind):
    import warnings
    warnings.warn(f"The 'warn' {kind} is deprecated, use 'warning' instead", DeprecationWarning)


def disable(level=CRITICAL):
    global _disabled_up_to
    _disabled_up_to = _check_level(level)


def captureWarnings(capture):
    pass


def shutdown():
    pass
