"""Timing of functions; only what programs do shows in virtual time. Code as text is refused."""
from time import perf_counter as default_timer
from _sluice import refuse as _refuse

default_number, default_repeat = 1_000_000, 5


class Timer:
    def __init__(self, stmt='pass', setup='pass', timer=default_timer, globals=None):
        if not callable(stmt) or not callable(setup) and setup != 'pass':
            _refuse('timeit of code as text', 'give it a function')
        self._stmt, self._setup, self.timer = stmt, setup, timer

    def timeit(self, number=default_number):
        if callable(self._setup):
            self._setup()
        start = self.timer()
        for _ in range(number):
            self._stmt()
        return self.timer() - start

    def repeat(self, repeat=default_repeat, number=default_number):
        return [self.timeit(number) for _ in range(repeat)]


def timeit(stmt='pass', setup='pass', timer=default_timer, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(stmt='pass', setup='pass', timer=default_timer, repeat=default_repeat, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)
