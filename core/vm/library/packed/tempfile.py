"""Temporary files and folders of the virtual disk. Their names are random in CPython too."""
import _disk
import os
import shutil as _shutil
from random import Random as _Random

_random = _Random('tempfile')
tempdir = None
_disk.folders.add('tmp')


def gettempdir():
    return '/tmp'


def _name(suffix, prefix, dir):
    letters = ''.join(_random.choices('abcdefghijklmnopqrstuvwxyz0123456789_', k=8))
    return os.path.join(gettempdir() if dir is None else dir, f"{'tmp' if prefix is None else prefix}{letters}{suffix or ''}")


def mkdtemp(suffix=None, prefix=None, dir=None):
    name = _name(suffix, prefix, dir)
    os.mkdir(name)
    return name


class TemporaryDirectory:
    __class_getitem__ = classmethod(type(list[int]))

    def __init__(self, suffix=None, prefix=None, dir=None, ignore_cleanup_errors=False, *, delete=True):
        self.name = mkdtemp(suffix, prefix, dir)
        self._delete = delete

    def __repr__(self):
        return f'<{self.__class__.__name__} {self.name!r}>'

    def __enter__(self):
        return self.name

    def __exit__(self, exc, value, tb):
        if self._delete:
            self.cleanup()

    def cleanup(self):
        _shutil.rmtree(self.name, True)


class _TemporaryFile:
    def __init__(self, file, delete):
        self.file, self.name, self.delete = file, file.name, delete

    def __getattr__(self, name):
        return getattr(self.__dict__['file'], name)

    def __iter__(self):
        return iter(self.file)

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        self.close()

    def close(self):
        if not self.file.closed:
            self.file.close()
            if self.delete and os.path.exists(self.name):
                os.remove(self.name)


def NamedTemporaryFile(mode='w+b', buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, delete=True, *, errors=None, delete_on_close=True):
    name = _name(suffix, prefix, dir)
    return _TemporaryFile(open(name, mode, buffering, encoding, errors, newline), delete)


TemporaryFile = NamedTemporaryFile
