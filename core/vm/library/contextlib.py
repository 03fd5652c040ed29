"""Context managers: the parts of contextlib that programs use."""
import sys
from _sluice import has_methods as _has_methods
from abc import ABC, abstractmethod
from functools import wraps


class AbstractContextManager(ABC):
    __class_getitem__ = classmethod(type(list[int]))
    if sys.version_info >= (3, 13):
        __slots__ = ()

    def __enter__(self):
        return self

    @abstractmethod
    def __exit__(self, exc_type, exc_value, traceback):
        return None

    @classmethod
    def __subclasshook__(cls, subclass):
        return cls is AbstractContextManager and _has_methods(subclass, '__enter__', '__exit__') or NotImplemented


class AbstractAsyncContextManager(ABC):
    __class_getitem__ = classmethod(type(list[int]))
    if sys.version_info >= (3, 13):
        __slots__ = ()

    async def __aenter__(self):
        return self

    @abstractmethod
    async def __aexit__(self, exc_type, exc_value, traceback):
        return None

    @classmethod
    def __subclasshook__(cls, subclass):
        return cls is AbstractAsyncContextManager and _has_methods(subclass, '__aenter__', '__aexit__') or NotImplemented


class ContextDecorator:
    """Lets a context manager wrap a function: the body of each call is its block."""

    def _recreate_cm(self):
        return self

    def __call__(self, func):
        @wraps(func)
        def inner(*args, **kwds):
            with self._recreate_cm():
                return func(*args, **kwds)
        return inner


class AsyncContextDecorator:
    def _recreate_cm(self):
        return self

    def __call__(self, func):
        @wraps(func)
        async def inner(*args, **kwds):
            async with self._recreate_cm():
                return await func(*args, **kwds)
        return inner


# 3.11: a generator that yields once too often is closed; before, whenever it dies.
_CLOSES = sys.version_info >= (3, 11)


class _GeneratorManager:
    """What both decorators share: the generator and the way to make it anew."""

    def __init__(self, func, args, kwds):
        self.gen = func(*args, **kwds)
        self.func, self.args, self.kwds = func, args, kwds
        self.__doc__ = getattr(func, '__doc__', None)

    def _recreate_cm(self):
        return self.__class__(self.func, self.args, self.kwds)


def _thrown(*details):
    """What is thrown into the generator: before 3.12 with the traceback that it had."""
    return details if sys.version_info < (3, 12) else details[1:2]


def _restore(error, traceback):
    """Since 3.11 an exception that goes on does not lead to the manager's frame."""
    if sys.version_info >= (3, 11):
        error.__traceback__ = traceback


class _GeneratorContextManager(_GeneratorManager, ContextDecorator, AbstractContextManager):
    def __enter__(self):
        del self.args, self.kwds, self.func
        try:
            return next(self.gen)
        except StopIteration:
            raise RuntimeError("generator didn't yield") from None

    def __exit__(self, exc_type, value, traceback):
        if exc_type is None:
            try:
                next(self.gen)
            except StopIteration:
                return False
            try:
                raise RuntimeError("generator didn't stop")
            finally:
                if _CLOSES:
                    self.gen.close()
        if value is None:
            value = exc_type()
        try:
            self.gen.throw(*_thrown(exc_type, value, traceback))
        except StopIteration as exc:
            return exc is not value
        except RuntimeError as exc:
            if exc is value:
                _restore(exc, traceback)
                return False
            if isinstance(value, StopIteration) and exc.__cause__ is value:
                _restore(value, traceback)
                return False
            raise
        except BaseException as exc:
            if exc is not value:
                raise
            _restore(exc, traceback)
            return False
        try:
            raise RuntimeError("generator didn't stop after throw()")
        finally:
            if _CLOSES:
                self.gen.close()


class _AsyncGeneratorContextManager(_GeneratorManager, AsyncContextDecorator, AbstractAsyncContextManager):
    async def __aenter__(self):
        del self.args, self.kwds, self.func
        try:
            return await anext(self.gen)
        except StopAsyncIteration:
            raise RuntimeError("generator didn't yield") from None

    async def __aexit__(self, exc_type, value, traceback):
        if exc_type is None:
            try:
                await anext(self.gen)
            except StopAsyncIteration:
                return False
            try:
                raise RuntimeError("generator didn't stop")
            finally:
                if _CLOSES:
                    await self.gen.aclose()
        if value is None:
            value = exc_type()
        try:
            await self.gen.athrow(*_thrown(exc_type, value, traceback))
        except StopAsyncIteration as exc:
            return exc is not value
        except RuntimeError as exc:
            if exc is value:
                _restore(exc, traceback)
                return False
            if isinstance(value, (StopIteration, StopAsyncIteration)) and exc.__cause__ is value:
                _restore(value, traceback)
                return False
            raise
        except BaseException as exc:
            if exc is not value:
                raise
            _restore(exc, traceback)
            return False
        try:
            raise RuntimeError("generator didn't stop after athrow()")
        finally:
            if _CLOSES:
                await self.gen.aclose()


def contextmanager(func):
    @wraps(func)
    def helper(*args, **kwds):
        return _GeneratorContextManager(func, args, kwds)
    return helper


def asynccontextmanager(func):
    @wraps(func)
    def helper(*args, **kwds):
        return _AsyncGeneratorContextManager(func, args, kwds)
    return helper


class closing(AbstractContextManager):
    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *exc_info):
        self.thing.close()


class aclosing(AbstractAsyncContextManager):
    def __init__(self, thing):
        self.thing = thing

    async def __aenter__(self):
        return self.thing

    async def __aexit__(self, *exc_info):
        await self.thing.aclose()


class _RedirectStream(AbstractContextManager):
    _stream = None

    def __init__(self, new_target):
        self._new_target = new_target
        self._old_targets = []

    def __enter__(self):
        self._old_targets.append(getattr(sys, self._stream))
        setattr(sys, self._stream, self._new_target)
        return self._new_target

    def __exit__(self, exc_type, exc_value, traceback):
        setattr(sys, self._stream, self._old_targets.pop())


class redirect_stdout(_RedirectStream):
    _stream = 'stdout'


class redirect_stderr(_RedirectStream):
    _stream = 'stderr'


class suppress(AbstractContextManager):
    def __init__(self, *exceptions):
        self._exceptions = exceptions

    def __enter__(self):
        pass

    def __exit__(self, exc_type, exc_value, traceback):
        if exc_type is None:
            return None
        if issubclass(exc_type, self._exceptions):
            return True
        if sys.version_info >= (3, 12) and issubclass(exc_type, BaseExceptionGroup):
            match, rest = exc_value.split(self._exceptions)
            if rest is None:
                return True
            raise rest
        return False


class nullcontext(AbstractContextManager, AbstractAsyncContextManager):
    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    def __exit__(self, *excinfo):
        pass

    async def __aenter__(self):
        return self.enter_result

    async def __aexit__(self, *excinfo):
        pass


def _protocol_error(cls, protocol):
    return TypeError(f"'{cls.__module__}.{cls.__qualname__}' object does not support the {protocol} protocol")


def _link_context(new_exc, old_exc, frame_exc):
    """Makes `old_exc` the context at the end of the chain that begins at `new_exc`, as nested with statements would."""
    while True:
        context = new_exc.__context__
        if context is None or context is old_exc:
            return
        if context is frame_exc:
            break
        new_exc = context
    new_exc.__context__ = old_exc


def _details(exc):
    return (None, None, None) if exc is None else (type(exc), exc, exc.__traceback__)


class _BaseExitStack:
    def __init__(self):
        self._callbacks = []

    def pop_all(self):
        new_stack = type(self)()
        new_stack._callbacks = self._callbacks
        self._callbacks = []
        return new_stack

    def _add(self, callback, is_sync):
        self._callbacks.append((is_sync, callback))

    def push(self, exit):
        cls = type(exit)
        try:
            exit_method = cls.__exit__
        except AttributeError:
            self._add(exit, True)
        else:
            self._add(lambda *details: exit_method(exit, *details), True)
        return exit

    def enter_context(self, cm):
        cls = type(cm)
        try:
            exit, enter = cls.__exit__, cls.__enter__
        except AttributeError:
            if sys.version_info < (3, 11):
                raise
            raise _protocol_error(cls, 'context manager') from None
        result = enter(cm)
        self._add(lambda *details: exit(cm, *details), True)
        return result

    def callback(self, callback, /, *args, **kwds):
        self._add(lambda exc_type, exc, tb: callback(*args, **kwds) and False, True)
        return callback


class ExitStack(_BaseExitStack, AbstractContextManager):
    def __enter__(self):
        return self

    def __exit__(self, *exc_details):
        exc = exc_details[1]
        received_exc = exc is not None
        frame_exc = sys.exc_info()[1]
        details = exc_details
        suppressed_exc = pending_raise = False
        while self._callbacks:
            is_sync, callback = self._callbacks.pop()
            try:
                if sys.version_info >= (3, 13):
                    details = _details(exc)
                if callback(*details):
                    suppressed_exc, pending_raise, exc, details = True, False, None, _details(None)
            except BaseException as new_exc:
                _link_context(new_exc, exc, frame_exc)
                pending_raise, exc, details = True, new_exc, _details(new_exc)
        if pending_raise:
            fixed_context = exc.__context__
            try:
                raise exc
            except BaseException:
                exc.__context__ = fixed_context
                raise
        return received_exc and suppressed_exc

    def close(self):
        self.__exit__(None, None, None)


class AsyncExitStack(_BaseExitStack, AbstractAsyncContextManager):
    async def enter_async_context(self, cm):
        cls = type(cm)
        try:
            exit, enter = cls.__aexit__, cls.__aenter__
        except AttributeError:
            if sys.version_info < (3, 11):
                raise
            raise _protocol_error(cls, 'asynchronous context manager') from None
        result = await enter(cm)
        self._add(lambda *details: exit(cm, *details), False)
        return result

    def push_async_exit(self, exit):
        cls = type(exit)
        try:
            exit_method = cls.__aexit__
        except AttributeError:
            self._add(exit, False)
        else:
            self._add(lambda *details: exit_method(exit, *details), False)
        return exit

    def push_async_callback(self, callback, /, *args, **kwds):
        async def call(exc_type, exc, tb):
            await callback(*args, **kwds)
        self._add(call, False)
        return callback

    async def aclose(self):
        await self.__aexit__(None, None, None)

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc_details):
        exc = exc_details[1]
        received_exc = exc is not None
        frame_exc = sys.exc_info()[1]
        details = exc_details
        suppressed_exc = pending_raise = False
        while self._callbacks:
            is_sync, callback = self._callbacks.pop()
            try:
                if sys.version_info >= (3, 13):
                    details = _details(exc)
                result = callback(*details)
                if not is_sync:
                    result = await result
                if result:
                    suppressed_exc, pending_raise, exc, details = True, False, None, _details(None)
            except BaseException as new_exc:
                _link_context(new_exc, exc, frame_exc)
                pending_raise, exc, details = True, new_exc, _details(new_exc)
        if pending_raise:
            fixed_context = exc.__context__
            try:
                raise exc
            except BaseException:
                exc.__context__ = fixed_context
                raise
        return received_exc and suppressed_exc
