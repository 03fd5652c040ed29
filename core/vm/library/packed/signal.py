"""Names of signals. None ever arrives: nobody presses Ctrl-C in virtual time, and no other process is there."""
from _sluice import refuse
from enum import IntEnum

_NUMBERS = {'SIGHUP': 1, 'SIGINT': 2, 'SIGQUIT': 3, 'SIGILL': 4, 'SIGTRAP': 5, 'SIGABRT': 6, 'SIGBUS': 7, 'SIGFPE': 8,
            'SIGKILL': 9, 'SIGUSR1': 10, 'SIGSEGV': 11, 'SIGUSR2': 12, 'SIGPIPE': 13, 'SIGALRM': 14, 'SIGTERM': 15,
            'SIGCHLD': 17, 'SIGCONT': 18, 'SIGSTOP': 19, 'SIGTSTP': 20, 'SIGTTIN': 21, 'SIGTTOU': 22, 'SIGURG': 23,
            'SIGXCPU': 24, 'SIGXFSZ': 25, 'SIGVTALRM': 26, 'SIGPROF': 27, 'SIGWINCH': 28, 'SIGIO': 29, 'SIGPWR': 30,
            'SIGSYS': 31, 'SIGRTMIN': 34, 'SIGRTMAX': 64}
Signals = IntEnum('Signals', _NUMBERS, module='signal')
Handlers = IntEnum('Handlers', {'SIG_DFL': 0, 'SIG_IGN': 1}, module='signal')
globals().update(Signals.__members__)
globals().update(Handlers.__members__)
_handlers = {}


def default_int_handler(signum, frame, /):
    raise KeyboardInterrupt


def getsignal(signalnum):
    return _handlers.get(signalnum, default_int_handler if signalnum == 2 else Handlers.SIG_DFL)


def signal(signalnum, handler):
    if not callable(handler) and handler not in (0, 1):
        raise TypeError('signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object')
    before = getsignal(signalnum)
    _handlers[signalnum] = handler
    return before


def valid_signals():
    return set(Signals)


def _refused(name):
    def function(*args, **kwargs):
        refuse(f'signal.{name}()', 'cancel the task, or set the event, where the signal would arrive: loop.call_later(2, task.cancel)')
    function.__name__ = function.__qualname__ = name
    return function


for _name in ('raise_signal', 'alarm', 'setitimer', 'pause', 'sigwait', 'pthread_kill'):
    globals()[_name] = _refused(_name)
del _name
