"""Paths, on the virtual disk. See _disk."""
import errno
import sys
import _disk
from _files import open as _open


def _parse(arguments):
    """The parts of a path; the first is '/' where it is absolute."""
    parts = []
    for argument in arguments:
        if isinstance(argument, PurePath):
            text = str(argument)
        else:
            text = _disk.fspath(argument)
            if not isinstance(text, str):
                raise TypeError("argument should be a str or an os.PathLike object where __fspath__ returns a str, "
                                f"not {type(text).__name__!r}")
        if text.startswith('/'):
            parts = ['/']
        parts += [part for part in text.split('/') if part not in ('', '.')]
    return parts


class PurePath:
    def __new__(cls, *args):
        if cls is PurePath:
            cls = PurePosixPath
        elif cls is Path:
            cls = PosixPath
        self = object.__new__(cls)
        self.parts = tuple(_parse(args))
        return self

    def __init__(self, *args):
        pass

    def _from_parts(self, parts):
        path = object.__new__(type(self))
        path.parts = tuple(parts)
        return path

    def __str__(self):
        if not self.parts:
            return '.'
        return '/' + '/'.join(self.parts[1:]) if self.parts[0] == '/' else '/'.join(self.parts)

    __fspath__ = as_posix = __str__

    def __repr__(self):
        return f'{type(self).__name__}({str(self)!r})'

    def __hash__(self):
        return hash(self.parts)

    def __eq__(self, other):
        return self.parts == other.parts if isinstance(other, PurePath) else NotImplemented

    def __lt__(self, other):
        return self.parts < other.parts if isinstance(other, PurePath) else NotImplemented

    def __le__(self, other):
        return self.parts <= other.parts if isinstance(other, PurePath) else NotImplemented

    def __gt__(self, other):
        return self.parts > other.parts if isinstance(other, PurePath) else NotImplemented

    def __ge__(self, other):
        return self.parts >= other.parts if isinstance(other, PurePath) else NotImplemented

    def __truediv__(self, other):
        if not isinstance(other, (str, PurePath)):
            return NotImplemented
        return self.joinpath(other)

    def __rtruediv__(self, other):
        if not isinstance(other, str):
            return NotImplemented
        return self._from_parts(_parse((other, self)))

    def joinpath(self, *others):
        return self._from_parts(_parse((self, *others)))

    @property
    def root(self):
        return '/' if self.is_absolute() else ''

    anchor = root
    drive = ''

    def is_absolute(self):
        return self.parts[:1] == ('/',)

    @property
    def name(self):
        return self.parts[-1] if self.parts and self.parts != ('/',) else ''

    @property
    def suffix(self):
        stem, dot, ending = self.name.rpartition('.')
        return dot + ending if stem.strip('.') and ending else ''

    @property
    def suffixes(self):
        if self.name.endswith('.'):
            return []
        return ['.' + part for part in self.name.lstrip('.').split('.')[1:]]

    @property
    def stem(self):
        return self.name[:len(self.name) - len(self.suffix)]

    @property
    def parent(self):
        return self._from_parts(self.parts[:-1]) if self.name else self

    @property
    def parents(self):
        found, path = [], self
        while path.name:
            path = path.parent
            found.append(path)
        return tuple(found)

    def with_name(self, name):
        if not self.name:
            raise ValueError(f'{self!r} has an empty name')
        if not name or '/' in name or name == '.':
            raise ValueError(f'Invalid name {name!r}')
        return self._from_parts((*self.parts[:-1], name))

    def with_stem(self, stem):
        return self.with_name(stem + self.suffix)

    def with_suffix(self, suffix):
        if suffix and (not suffix.startswith('.') or suffix == '.' or '/' in suffix):
            raise ValueError(f'Invalid suffix {suffix!r}')
        return self.with_name(self.stem + suffix)


class PurePosixPath(PurePath):
    pass


class Path(PurePath):
    def exists(self):
        return self.is_file() or self.is_dir()

    def is_file(self):
        return _disk.key(self) in _disk.files

    def is_dir(self):
        return _disk.key(self) in _disk.folders

    def open(self, mode='r', buffering=-1, encoding=None, errors=None, newline=None):
        return _open(self, mode, buffering, encoding, errors, newline)

    def read_text(self, encoding=None, errors=None):
        with self.open('r', -1, encoding, errors) as file:
            return file.read()

    def read_bytes(self):
        with self.open('rb') as file:
            return file.read()

    def write_text(self, data, encoding=None, errors=None, newline=None):
        if not isinstance(data, str):
            raise TypeError(f'data must be str, not {type(data).__name__}')
        with self.open('w', -1, encoding, errors, newline) as file:
            return file.write(data)

    def write_bytes(self, data):
        with self.open('wb') as file:
            return file.write(data)

    def touch(self, mode=0o666, exist_ok=True):
        if not exist_ok and self.exists():
            _disk.fail(errno.EEXIST, str(self))
        if not self.exists():
            self.open('w').close()

    def mkdir(self, mode=0o777, parents=False, exist_ok=False):
        _disk.mkdir(str(self), parents, exist_ok)

    def unlink(self, missing_ok=False):
        if self.exists() or not missing_ok:
            _disk.unlink(str(self))

    def rmdir(self):
        _disk.rmdir(str(self))

    def rename(self, target):
        _disk.rename(str(self), _disk.fspath(target))
        return self.__class__(target)

    replace = rename

    def stat(self):
        return _disk.stat(str(self))

    def iterdir(self):
        return iter([self / name for name in _disk.names_in(_disk.folder(str(self)))])


class PosixPath(Path, PurePosixPath):
    pass


if (3, 13) <= sys.version_info < (3, 14):
    for _class in (PurePath, PurePosixPath, Path, PosixPath):
        _class.__module__ = 'pathlib._local'
