"""What of os is written in Python. The rest is native."""
import os.path
import _disk
from _disk import fspath
from abc import ABC, abstractmethod



class PathLike(ABC):
    __class_getitem__ = classmethod(type(list[int]))

    @abstractmethod
    def __fspath__(self):
        raise NotImplementedError

    @classmethod
    def __subclasshook__(cls, subclass):
        return NotImplemented if cls is not PathLike else any('__fspath__' in base.__dict__ for base in subclass.__mro__) or NotImplemented


SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2


def urandom(size, /):
    """Any bytes are as right as any others, and runs must repeat."""
    import operator
    import secrets
    size = operator.index(size)
    if size < 0:
        raise ValueError('negative argument not allowed')
    return secrets.token_bytes(size)


def listdir(path='.'):
    return _disk.names_in(_disk.folder(fspath(path)))


def remove(path):
    _disk.unlink(fspath(path))


def unlink(path):
    _disk.unlink(fspath(path))


def mkdir(path, mode=0o777):
    _disk.mkdir(fspath(path))


def makedirs(name, mode=0o777, exist_ok=False):
    _disk.mkdir(fspath(name), True, exist_ok)


def rmdir(path):
    _disk.rmdir(fspath(path))


def rename(src, dst):
    _disk.rename(fspath(src), fspath(dst))


def replace(src, dst):
    _disk.rename(fspath(src), fspath(dst))


def stat(path):
    return _disk.stat(fspath(path))
