"""logging.config.dictConfig: formatters, filters, handlers and loggers from a dictionary."""
import logging
import sys
from _sluice import refuse as _refuse


def _resolve(name):
    """What a dotted name stands for; `ext://` is in front of those of other modules."""
    module, _, attribute = name.removeprefix('ext://').rpartition('.')
    if module not in sys.modules:
        _refuse(f'{name} in a configuration of logging', 'give the object itself')
    return getattr(sys.modules[module], attribute)


def _value(value):
    return _resolve(value) if isinstance(value, str) and value.startswith('ext://') else value


def _made(config, default):
    """What `()`, or `class`, makes of the rest."""
    options = {key: _value(value) for key, value in config.items() if key not in ('()', 'class', '.')}
    make = config.get('()', config.get('class', default))
    return (_resolve(make) if isinstance(make, str) else make)(**options)


def _formatter(config):
    if '()' in config:
        return _made(config, None)
    kind = _resolve(config['class']) if 'class' in config else logging.Formatter
    return kind(config.get('format'), config.get('datefmt'), config.get('style', '%'))


def dictConfig(config):
    if config.get('version') != 1:
        raise ValueError(f"Unsupported version: {config['version']}" if 'version' in config else "dictionary doesn't specify a version")
    if config.get('incremental'):
        _refuse('an incremental configuration of logging', 'leave incremental out')
    formatters = {name: _formatter(one) for name, one in config.get('formatters', {}).items()}
    filters = {name: _made(one, logging.Filter) for name, one in config.get('filters', {}).items()}
    handlers = {}
    for name, one in sorted(config.get('handlers', {}).items()):
        one = dict(one)
        formatter, level, names = one.pop('formatter', None), one.pop('level', None), one.pop('filters', None) or ()
        handler = handlers[name] = _made(one, None)
        handler.name = name
        if formatter:
            handler.setFormatter(formatters[formatter])
        if level is not None:
            handler.setLevel(level)
        for filter in names:
            handler.addFilter(filters[filter] if isinstance(filter, str) else filter)
    named = config.get('loggers', {})
    if config.get('disable_existing_loggers', True):
        for name, logger in logging._loggers.items():
            logger.disabled = name not in named and not any([name.startswith(one + '.') for one in named])
    everything = [(logging.getLogger(name), one) for name, one in named.items()]
    if config.get('root'):
        everything.append((logging.root, config['root']))
    for logger, one in everything:
        if one.get('level') is not None:
            logger.setLevel(one['level'])
        logger.handlers.clear()
        for name in one.get('handlers') or ():
            logger.addHandler(handlers[name])
        for filter in one.get('filters') or ():
            logger.addFilter(filters[filter] if isinstance(filter, str) else filter)
        if logger is not logging.root:
            logger.propagate = one.get('propagate', True)
