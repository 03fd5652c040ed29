"""The garbage collector's switches. References are counted; cycles live until collect(), or as long as the run."""
from _gc import collect

_enabled = True


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
