"""Copies of files on the virtual disk, and folders with all that is in them."""
import _disk
import os


def copyfile(src, dst):
    with open(src, 'rb') as source:
        data = source.read()
    with open(dst, 'wb') as target:
        target.write(data)
    return dst


def copy(src, dst):
    if os.path.isdir(dst):
        dst = os.path.join(dst, os.path.basename(src))
    return copyfile(src, dst)


copy2 = copy


def move(src, dst):
    if os.path.isdir(dst):
        dst = os.path.join(dst, os.path.basename(src))
    os.rename(src, dst)
    return dst


def rmtree(path, ignore_errors=False):
    if ignore_errors and not os.path.isdir(path):
        return
    name = _disk.folder(_disk.fspath(path))
    start = name + '/'
    for one in [file for file in _disk.files if file.startswith(start)]:
        del _disk.files[one]
    _disk.folders.difference_update([one for one in _disk.folders if one == name or one.startswith(start)])
