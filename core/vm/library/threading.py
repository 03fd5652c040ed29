"""Threads as far as programs use them beside asyncio. Locks and events are native; a thread runs only where others stand still."""
import sys as _sys
import traceback as _traceback
from _sluice import refuse as _refuse
from _threading import (BoundedSemaphore, Event, Lock, RLock, Semaphore, _current_number, _living_numbers, _make_thread,
                        _name_of, _rename_current)

ThreadError = RuntimeError


class _Ended(Exception):
    pass


def _deprecate(text):
    import warnings
    warnings.warn(text, DeprecationWarning)


_threads = {}           # by the number of the worker: objects of threads that the program has met
_started = []


class Thread:
    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        self._target, self._args, self._kwargs = target, tuple(args), dict(kwargs or {})
        self._daemon = bool(current_thread().daemon if daemon is None else daemon)
        shown = getattr(target, '__name__', '') if target is not None and name is None else ''
        self._native = _make_thread('' if name is None else str(name), shown, self._bootstrap)

    def _bootstrap(self):
        _threads[_current_number()] = self
        try:
            self.run()
        except:
            _report(self)

    def run(self):
        if self._target is not None:
            self._target(*self._args, **self._kwargs)

    def start(self):
        self._native.start(self._daemon)
        _started.append(self)

    def join(self, timeout=None):
        self._native.join(timeout)

    def is_alive(self):
        return self._native.is_alive()

    @property
    def name(self):
        return self._native.name

    @name.setter
    def name(self, value):
        self._native.name = str(value)

    def getName(self):
        _deprecate('getName() is deprecated, get the name attribute instead')
        return self.name

    def setName(self, name):
        _deprecate('setName() is deprecated, set the name attribute instead')
        self.name = name

    @property
    def daemon(self):
        return self._daemon

    @daemon.setter
    def daemon(self, value):
        if self.is_alive():
            raise RuntimeError('cannot set daemon status of active thread')
        self._daemon = value

    def isDaemon(self):
        _deprecate('isDaemon() is deprecated, get the daemon attribute instead')
        return self._daemon

    def setDaemon(self, daemon):
        _deprecate('setDaemon() is deprecated, set the daemon attribute instead')
        self.daemon = daemon

    @property
    def ident(self):
        return self._native.number or None

    native_id = ident

    def __repr__(self):
        state = 'started' if self.is_alive() else 'stopped' if self._native.is_started() else 'initial'
        return f'<{self.__class__.__name__}({self.name}, {state}{" daemon" if self._daemon else ""}{f" {self.ident}" if self.ident else ""})>'


class _Known(Thread):
    """The main thread, or a thread of a pool."""

    def __init__(self, number):
        self._number = number
        self._daemon = False

    def is_alive(self):
        return self._number == 0 or self._number in _living_numbers()

    def join(self, timeout=None):
        if self is current_thread():
            raise RuntimeError('cannot join current thread')
        _refuse('join() of a thread that the program has not started', 'wait for its results')

    @property
    def name(self):
        return _name_of(self._number)

    @name.setter
    def name(self, value):
        _rename_current(str(value))

    @property
    def ident(self):
        return self._number + 1

    native_id = ident

    def __repr__(self):
        kind = '_MainThread' if self._number == 0 else 'Thread'
        return f'<{kind}({self.name}, started {self.ident})>'


_main = _threads[0] = _Known(0)


def _thread_of(number):
    if number not in _threads:
        _threads[number] = _Known(number)
    return _threads[number]


def current_thread():
    return _thread_of(_current_number())


def currentThread():
    _deprecate('currentThread() is deprecated, use current_thread() instead')
    return current_thread()


def main_thread():
    return _main


def get_ident():
    return current_thread().ident


get_native_id = get_ident


class ExceptHookArgs(tuple):
    exc_type, exc_value, exc_traceback, thread = [property(lambda self, place=place: self[place]) for place in range(4)]

    def __repr__(self):
        return '_thread._ExceptHookArgs(exc_type={!r}, exc_value={!r}, exc_traceback={!r}, thread={!r})'.format(*self)


def excepthook(args, /):
    if args.exc_type is SystemExit:
        return
    for text in 'Exception in thread ', args.thread.name if args.thread else str(get_ident()), ':\n':
        _sys.stderr.write(text)
    _traceback.print_exception(args.exc_value)


__excepthook__ = excepthook


def _report(thread):
    """What run() has raised goes to the hook, and what the hook raises is shown: from the program's first frame on."""
    kind, error, trace = _sys.exc_info()
    trace = trace.tb_next
    if type(thread).run is Thread.run and trace.tb_next:
        trace = trace.tb_next
    try:
        excepthook(ExceptHookArgs([kind, error.with_traceback(trace), trace, thread]))
    except Exception as failure:
        failure.__suppress_context__ = True
        _sys.stderr.write('Exception in threading.excepthook:\n')
        _traceback.print_exception(failure.with_traceback(failure.__traceback__.tb_next))


def enumerate():
    """The main thread, then the others in the order of their start, those of pools too while these are open."""
    own = {thread.ident - 1: thread for thread in _started}
    numbers = sorted({number for number in own if own[number].is_alive()} | {*_living_numbers()}.difference(own))
    return [_main, *[own[number] if number in own else _thread_of(number) for number in numbers]]


def active_count():
    return len(enumerate())


def activeCount():
    _deprecate('activeCount() is deprecated, use active_count() instead')
    return active_count()


class Condition:
    def __init__(self, lock=None):
        self._lock = RLock() if lock is None else lock
        self.acquire, self.release = self._lock.acquire, self._lock.release
        self._waiters = []

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *exc_info):
        return self._lock.__exit__(*exc_info)

    def __repr__(self):
        return f'<Condition({self._lock}, {len(self._waiters)})>'

    def wait(self, timeout=None):
        if not self._lock._is_owned():
            raise RuntimeError('cannot wait on un-acquired lock')
        turn = Lock()
        turn.acquire()
        self._waiters.append(turn)
        self.release()
        try:
            got = turn.acquire() if timeout is None else turn.acquire(True, timeout)
        finally:
            self.acquire()
        if not got and turn in self._waiters:
            self._waiters.remove(turn)
        return got

    def wait_for(self, predicate, timeout=None):
        result = predicate()
        while not result:
            if not self.wait(timeout):
                return predicate()
            result = predicate()
        return result

    def notify(self, n=1):
        if not self._lock._is_owned():
            raise RuntimeError('cannot notify on un-acquired lock')
        for turn in self._waiters[:n]:
            self._waiters.remove(turn)
            turn.release()

    def notify_all(self):
        self.notify(len(self._waiters))

    def notifyAll(self):
        _deprecate('notifyAll() is deprecated, use notify_all() instead')
        self.notify_all()


class BrokenBarrierError(RuntimeError):
    pass


class Barrier:
    """Threads wait until `parties` of them have come; then all go on. State 0: filling, 1: letting go, -1: broken."""

    def __init__(self, parties, action=None, timeout=None):
        if parties < 1:
            raise ValueError('parties must be > 0')
        self.parties, self._action, self._timeout = parties, action, timeout
        self._condition = Condition(Lock())
        self._state = self._count = 0

    if _sys.version_info >= (3, 11):
        def __repr__(self):
            state = 'broken' if self.broken else f'waiters={self.n_waiting}/{self.parties}'
            return f'<{type(self).__module__}.{type(self).__qualname__} at {id(self):#x}: {state}>'

    def wait(self, timeout=None):
        timeout = self._timeout if timeout is None else timeout
        with self._condition:
            while self._state == 1:  # the round before is not through
                self._condition.wait()
            self._check_whole()
            place = self._count
            self._count += 1
            try:
                if place + 1 == self.parties:
                    self._let_go()
                else:
                    if not self._condition.wait_for(lambda: self._state != 0, timeout):
                        self._break()
                    self._check_whole()
                return place
            finally:
                self._count -= 1
                if self._count == 0 and self._state == 1:
                    self._state = 0
                    self._condition.notify_all()

    def _check_whole(self):
        if self._state < 0:
            raise BrokenBarrierError

    def _let_go(self):
        try:
            if self._action:
                self._action()
        except:
            self._break()
            raise
        self._state = 1
        self._condition.notify_all()

    def _break(self):
        self._state = -1
        self._condition.notify_all()

    def reset(self):
        with self._condition:
            if self._count > 0 and self._state == 0:
                self._break()
            elif self._count == 0:
                self._state = 0

    def abort(self):
        with self._condition:
            self._break()

    @property
    def n_waiting(self):
        return self._count if self._state == 0 else 0

    @property
    def broken(self):
        return self._state < 0


class local:
    """Attributes that each thread has for itself."""

    def __getattribute__(self, name):
        values = object.__getattribute__(self, '__dict__').setdefault(_current_number(), {})
        if name == '__dict__':
            return values
        if name in values:
            return values[name]
        return object.__getattribute__(self, name)

    def __setattr__(self, name, value):
        object.__getattribute__(self, '__dict__').setdefault(_current_number(), {})[name] = value

    def __delattr__(self, name):
        values = object.__getattribute__(self, '__dict__').setdefault(_current_number(), {})
        if name not in values:
            raise AttributeError(f"'{type(self).__name__}' object has no attribute '{name}'")
        del values[name]


class Timer(Thread):
    def __init__(self, interval, function, args=None, kwargs=None):
        Thread.__init__(self)
        self.interval, self.function = interval, function
        self.args, self.kwargs = args or [], kwargs or {}
        self.finished = Event()

    def cancel(self):
        self.finished.set()

    def run(self):
        self.finished.wait(self.interval)
        if not self.finished.is_set():
            self.function(*self.args, **self.kwargs)
        self.finished.set()
