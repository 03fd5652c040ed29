"""What of random is written in Python. The rest is native."""


class SystemRandom(Random):
    """As random as the system, of which any numbers are as right as any others: runs must repeat."""

    def __new__(cls, x=None):
        return Random.__new__(cls, 'SystemRandom')

    def seed(self, *args, **kwds):
        return None

    def _notimplemented(self, *args, **kwds):
        raise NotImplementedError('System entropy source does not have state.')

    getstate = setstate = _notimplemented
