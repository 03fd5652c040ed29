"""The virtual disk: the files that were given with the run, and those that the program writes.

A folder is there if a file is in it, or mkdir() made it. Relative paths start at the root, the current directory. Reading a
file takes the disk's latency when it is opened, writing one when it is flushed or closed.
"""
import errno
from _sluice import disk_files as _given_files, disk_wait as wait, refuse

_MESSAGES = {
    errno.ENOENT: (FileNotFoundError, 'No such file or directory'),
    errno.EEXIST: (FileExistsError, 'File exists'),
    errno.EISDIR: (IsADirectoryError, 'Is a directory'),
    errno.ENOTDIR: (NotADirectoryError, 'Not a directory'),
    errno.ENOTEMPTY: (OSError, 'Directory not empty'),
}


def fail(code, path):
    kind, message = _MESSAGES[code]
    raise kind(code, message, path)


def fspath(path):
    """os.fspath()"""
    if isinstance(path, (str, bytes)):
        return path
    if not hasattr(type(path), '__fspath__'):
        raise TypeError(f'expected str, bytes or os.PathLike object, not {type(path).__name__}')
    return type(path).__fspath__(path)


def key(path):
    """A path as the disk knows it: without the root, '.' and '..'."""
    parts = []
    for part in fspath(path).split('/'):
        if part == '..':
            del parts[-1:]
        elif part not in ('', '.'):
            parts.append(part)
    return '/'.join(parts)


files = {key(path): content for path, content in _given_files().items()}
folders = {''}


def add_folders(path):
    parts = path.split('/')[:-1]
    for count in range(1, len(parts) + 1):
        folders.add('/'.join(parts[:count]))


for _path in files:
    add_folders(_path)


def check_parent(name, path):
    """The folder of a file that is about to be made has to be there."""
    parent = name.rpartition('/')[0]
    if parent in files:
        fail(errno.ENOTDIR, path)
    if parent not in folders:
        fail(errno.ENOENT, path)


def names_in(folder):
    """Names in a folder, sorted: CPython leaves their order to the file system."""
    start = folder + '/' if folder else ''
    return sorted({name[len(start):].partition('/')[0] for name in [*files, *folders]
                   if name.startswith(start) and name != folder})


def mkdir(path, parents=False, exist_ok=False):
    name = key(path)
    if name in files or name in folders and not exist_ok:
        fail(errno.EEXIST, path)
    if parents:
        add_folders(name)
    check_parent(name, path)
    folders.add(name)


def unlink(path):
    name = key(path)
    if name in folders:
        fail(errno.EISDIR, path)
    if name not in files:
        fail(errno.ENOENT, path)
    del files[name]


def folder(path):
    """The key of a folder that is there."""
    name = key(path)
    if name not in folders:
        fail(errno.ENOTDIR if name in files else errno.ENOENT, path)
    return name


def rmdir(path):
    name = folder(path)
    if names_in(name):
        fail(errno.ENOTEMPTY, path)
    folders.remove(name)


def rename(path, target):
    name, new = key(path), key(target)
    if name in folders:
        refuse('renaming a folder', 'rename its files')
    if name not in files:
        raise FileNotFoundError(errno.ENOENT, 'No such file or directory', path, None, target)
    if new in folders:
        raise IsADirectoryError(errno.EISDIR, 'Is a directory', path, None, target)
    check_parent(new, target)
    files[new] = files.pop(name)


class stat:
    def __init__(self, path):
        name = key(path)
        if name not in files and name not in folders:
            fail(errno.ENOENT, path)
        self.st_size = len(files.get(name, b'')) if name in files else 4096

    def __getattr__(self, name):
        refuse(f'os.stat_result.{name}', 'the size of a file is known, and nothing else')
