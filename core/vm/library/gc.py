"""The garbage collector's switches. References are counted, and cycles live as long as the run: collect() is refused."""
from _sluice import refuse as _refuse

_enabled = True


def collect(generation=2):
    _refuse('gc.collect()', 'leave the call out: what no cycle holds goes at once, cycles live as long as the run')


def enable():
    global _enabled
    _enabled = True


def disable():
    global _enabled
    _enabled = False


def isenabled():
    return _enabled


def get_threshold():
    return _threshold


def set_threshold(threshold0, threshold1=10, threshold2=10, /):
    global _threshold
    _threshold = threshold0, threshold1, threshold2


def freeze():
    pass


_threshold = 700, 10, 10
garbage = []
