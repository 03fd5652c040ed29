"""What concurrent.futures has besides Future and ThreadPoolExecutor, which are native."""

FIRST_COMPLETED = 'FIRST_COMPLETED'
FIRST_EXCEPTION = 'FIRST_EXCEPTION'
ALL_COMPLETED = 'ALL_COMPLETED'


class DoneAndNotDoneFutures(tuple):
    done = property(lambda self: self[0])
    not_done = property(lambda self: self[1])

    def __repr__(self):
        return f'DoneAndNotDoneFutures(done={self[0]!r}, not_done={self[1]!r})'


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
        raise ValueError(f'Invalid return condition: {return_when!r}')
    fs = list(dict.fromkeys(fs))
    _wait(fs, timeout, return_when)
    done = set(_notified(fs))
    return DoneAndNotDoneFutures((done, {f for f in fs if f not in done}))


def as_completed(fs, timeout=None):
    from time import monotonic
    fs = list(dict.fromkeys(fs))
    total = len(fs)
    deadline = None if timeout is None else monotonic() + timeout
    while fs:
        left = None if deadline is None else deadline - monotonic()
        if not _notified(fs):
            if left is not None and left < 0:
                raise TimeoutError(f'{len(fs)} (of {total}) futures unfinished')
            _wait(fs, left, FIRST_COMPLETED)
            if not _notified(fs):
                raise TimeoutError(f'{len(fs)} (of {total}) futures unfinished')
        for f in _notified(fs):
            fs.remove(f)
            yield f


def _map(self, fn, *iterables, timeout=None, chunksize=1):
    from time import monotonic
    deadline = None if timeout is None else monotonic() + timeout
    fs = [self.submit(fn, *args) for args in zip(*iterables)]

    def results():
        try:
            for f in fs:
                yield f.result() if deadline is None else f.result(deadline - monotonic())
        finally:
            for f in fs:
                f.cancel()
    return results()


_add_method(ThreadPoolExecutor, 'map', _map)


# It derives from what is above.
from _processes import BrokenProcessPool, ProcessPoolExecutor
wait.__module__ = as_completed.__module__ = 'concurrent.futures._base'
