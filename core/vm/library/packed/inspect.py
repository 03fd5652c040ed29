"""Questions about objects, as far as asyncio programs ask them."""
from _signature import BoundArguments, Parameter, Signature, _empty, formatannotation, signature
from _sluice import is_iterable_coroutine as _is_iterable_coroutine, is_new as _is_new, is_suspended as _is_suspended, refuse as _refuse
from abc import ABCMeta
from collections import namedtuple
from functools import partial as _partial, partialmethod as _partialmethod
from sys import version_info as _version
from types import AsyncGeneratorType, BuiltinFunctionType, CodeType, CoroutineType, FunctionType, GeneratorType, MethodType, ModuleType

FullArgSpec = namedtuple('FullArgSpec', 'args, varargs, varkw, defaults, kwonlyargs, kwonlydefaults, annotations')

CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED, CORO_CLOSED = 'CORO_CREATED', 'CORO_RUNNING', 'CORO_SUSPENDED', 'CORO_CLOSED'
GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED = 'GEN_CREATED', 'GEN_RUNNING', 'GEN_SUSPENDED', 'GEN_CLOSED'

for _class in (BoundArguments, Parameter, Signature, _empty):
    _class.__module__ = __name__


def _function(obj):
    while True:
        if isinstance(obj, MethodType):
            obj = obj.__func__
        elif type(obj).__name__ == 'partial' and hasattr(obj, 'func'):
            obj = obj.func
        elif isinstance(getattr(obj, '__partialmethod__', None), _partialmethod):
            obj = obj.__partialmethod__.func
        else:
            return obj


def _has_flag(obj, flag):
    obj = _function(obj)
    return (isinstance(obj, FunctionType) or _is_like_function(obj)) and bool(obj.__code__.co_flags & flag)


def _is_like_function(obj):
    """Whether an object that can be called has all that makes a function one, as mocks of coroutine functions do."""
    if isinstance(obj, type) or not callable(obj) or not isinstance(getattr(obj, '__code__', None), CodeType):
        return False
    return (isinstance(getattr(obj, '__name__', None), str) and isinstance(getattr(obj, '__defaults__', ''), (tuple, type(None)))
            and isinstance(getattr(obj, '__kwdefaults__', ''), (dict, type(None))))


def iscoroutinefunction(obj):
    return _has_flag(obj, 0x80) or type(_function(obj)).__name__ == 'builtin_function_or_method' and _is_async_native(_function(obj))


def _is_async_native(function):
    import asyncio
    return asyncio.iscoroutinefunction(function)


def isgeneratorfunction(obj):
    return _has_flag(obj, 0x20)


def isasyncgenfunction(obj):
    return _has_flag(obj, 0x200)


def iscoroutine(object):
    return isinstance(object, CoroutineType)


def isgenerator(object):
    return isinstance(object, GeneratorType)


def isasyncgen(object):
    return isinstance(object, AsyncGeneratorType)


def isawaitable(object):
    return iscoroutine(object) or _is_iterable_coroutine(object) or hasattr(type(object), '__await__')


def isfunction(object):
    return isinstance(object, FunctionType)


def isbuiltin(object):
    return isinstance(object, BuiltinFunctionType)


def ismethod(object):
    return isinstance(object, MethodType)


def isclass(object):
    return isinstance(object, type)


def isabstract(object):
    """Whether a class has methods left to write: looked at anew, as __init_subclass__ comes before the class is done."""
    if not isinstance(object, ABCMeta):
        return False
    values = [*object.__dict__.values()]
    for base in object.__bases__:
        values += [getattr(object, name, None) for name in getattr(base, '__abstractmethods__', ())]
    return any([getattr(value, '__isabstractmethod__', False) for value in values])


def ismodule(object):
    return isinstance(object, ModuleType)


def getfullargspec(func):
    """The parameters by kind, that of a bound method with its self; what a wrapper wraps is not looked at."""
    if isinstance(func, type):
        func = func.__init__
    elif not isinstance(func, (FunctionType, _partial)) and isinstance(getattr(type(func), '__call__', None), FunctionType):
        func = type(func).__call__
    if not callable(func):
        raise TypeError('unsupported callable')
    if isinstance(func, _partial):
        func = _partial(getattr(func.func, '__func__', func.func), *func.args, **func.keywords)
    of = signature(getattr(func, '__func__', func), follow_wrapped=False)
    kinds, defaults, only = [[] for _ in range(5)], (), {}
    hints = {} if of.return_annotation is _empty else {'return': of.return_annotation}
    for name, parameter in of.parameters.items():
        kinds[parameter.kind].append(name)
        if parameter.annotation is not _empty:
            hints[name] = parameter.annotation
        if parameter.default is not _empty and parameter.kind == 3:
            only[name] = parameter.default
        elif parameter.default is not _empty:
            defaults += parameter.default,
    rest, keywords = [(*kinds[kind], None)[0] for kind in (2, 4)]
    return FullArgSpec(kinds[0] + kinds[1], rest, keywords, defaults or None, kinds[3], only or None, hints)


def getcoroutinestate(coroutine):
    if coroutine.cr_running:
        return CORO_RUNNING
    if _is_suspended(coroutine):
        return CORO_SUSPENDED
    return CORO_CLOSED if coroutine.cr_frame is None and not _is_new(coroutine) else CORO_CREATED


def getgeneratorstate(generator):
    if generator.gi_running:
        return GEN_RUNNING
    if _is_suspended(generator):
        return GEN_SUSPENDED
    return GEN_CLOSED if generator.gi_frame is None else GEN_CREATED


if _version >= (3, 12):
    AGEN_CREATED, AGEN_RUNNING, AGEN_SUSPENDED, AGEN_CLOSED = 'AGEN_CREATED', 'AGEN_RUNNING', 'AGEN_SUSPENDED', 'AGEN_CLOSED'

    def getasyncgenstate(agen):
        if agen.ag_running:
            return AGEN_RUNNING
        if agen.ag_suspended:
            return AGEN_SUSPENDED
        return AGEN_CLOSED if agen.ag_frame is None else AGEN_CREATED


def getmembers(object, predicate=None):
    members = []
    for name in dir(object):
        try:
            value = getattr(object, name)
        except AttributeError:
            continue
        if predicate is None or predicate(value):
            if name[:2] == '__' and (not isinstance(value, (FunctionType, MethodType)) or isinstance(getattr(value, '__self__', None), type)):
                _refuse("inspect.getmembers() of every object's own", 'give it a predicate, as inspect.isfunction')
            members.append((name, value))
    return members


def getdoc(object):
    doc = object.__doc__
    if doc is None:
        # A class or method without one has that of the first base that has.
        if isinstance(object, type):
            docs = [base.__doc__ for base in object.__mro__[:-1]]
        else:
            owner = getattr(object, '__self__', None)
            owner = owner if isinstance(owner, type) else type(owner)
            docs = [getattr(base.__dict__.get(object.__name__), '__doc__', None) for base in owner.__mro__] if isinstance(object, MethodType) else []
        doc = next((one for one in docs if one is not None), None)
    return cleandoc(doc) if isinstance(doc, str) else None


def cleandoc(doc):
    first, *rest = doc.expandtabs().split('\n')
    margin = min([len(line) - len(line.lstrip(' ')) for line in rest if line.strip(' ')], default=0)
    lines = [first.lstrip(' '), *[line[margin:] for line in rest]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        del lines[0]
    return '\n'.join(lines)
