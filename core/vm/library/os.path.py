"""Paths as text, by POSIX rules; what asks for files asks the virtual disk."""
import _disk
from os import getcwd as _getcwd

sep, curdir, pardir, extsep, pathsep = '/', '.', '..', '.', ':'


def _text(path):
    text = _disk.fspath(path)
    if not isinstance(text, str):
        from _sluice import refuse
        refuse('a path of bytes', 'give the path as text')
    return text


def join(a, *p):
    path = _text(a)
    for part in p:
        part = _text(part)
        if part.startswith('/'):
            path = part
        else:
            path += part if not path or path.endswith('/') else '/' + part
    return path


def split(p):
    p = _text(p)
    at = p.rfind('/') + 1
    head, tail = p[:at], p[at:]
    return (head.rstrip('/') or head) if head else head, tail


def basename(p):
    return split(p)[1]


def dirname(p):
    return split(p)[0]


def splitext(p):
    p = _text(p)
    start, dot = p.rfind('/') + 1, p.rfind('.')
    if dot > start and p[start:dot].strip('.'):
        return p[:dot], p[dot:]
    return p, ''


def isabs(s):
    return _text(s).startswith('/')


def normpath(path):
    path = _text(path)
    if not path:
        return '.'
    root = '' if not path.startswith('/') else '//' if path.startswith('//') and not path.startswith('///') else '/'
    parts = []
    for part in path.split('/'):
        if part in ('', '.'):
            continue
        if part != '..' or not root and not parts or parts and parts[-1] == '..':
            parts.append(part)
        elif parts:
            parts.pop()
    return root + '/'.join(parts) or '.'


def abspath(path):
    return normpath(join(_getcwd(), _text(path)))


def relpath(path, start='.'):
    if not path:
        raise ValueError('no path specified')
    begin = [part for part in abspath(start).split('/') if part]
    end = [part for part in abspath(path).split('/') if part]
    same = 0
    while same < min(len(begin), len(end)) and begin[same] == end[same]:
        same += 1
    return join(*['..'] * (len(begin) - same), *end[same:]) if len(begin) > same or len(end) > same else '.'


def commonprefix(m):
    if not m:
        return ''
    low, high = min(m), max(m)
    for i, c in enumerate(low):
        if c != high[i]:
            return low[:i]
    return low


def isfile(path):
    return _disk.key(path) in _disk.files


def isdir(s):
    return _disk.key(s) in _disk.folders


def exists(path):
    return isfile(path) or isdir(path)


lexists = exists


def islink(path):
    return False


def getsize(filename):
    return _disk.stat(_text(filename)).st_size
