"""Text and bytes kept in memory; files are in _files."""
from _sluice import inside as _inside

SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2


def _bytes_of(data):
    """The bytes of what is written: those of a bytearray too."""
    data = _inside(data)
    if not isinstance(data, bytes):
        raise TypeError(f'a bytes-like object is required, not {type(data).__name__!r}')
    return data


class _Memory:
    """What StringIO and BytesIO share: a text, and a position in it."""

    def _check(self):
        if self.closed:
            raise ValueError(self._closed_error)

    def _put(self, s):
        start = self._position
        if start > len(self._text):
            self._text += self._fill * (start - len(self._text))
        self._text = self._text[:start] + s + self._text[start + len(s):]
        self._position = start + len(s)
        return len(s)

    def writelines(self, lines, /):
        for line in lines:
            self.write(line)

    def getvalue(self):
        self._check()
        return self._text

    def read(self, size=-1, /):
        self._check()
        end = len(self._text) if size is None or size < 0 else self._position + size
        text = self._text[self._position:end]
        self._position += len(text)
        return text

    def readline(self, size=-1, /):
        self._check()
        end = self._text.find(self._newline, self._position)
        length = (len(self._text) if end < 0 else end + 1) - self._position
        return self.read(max(length, 0) if size is None or size < 0 else min(size, max(length, 0)))

    def readlines(self, hint=-1, /):
        return list(self)

    def __iter__(self):
        self._check()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def tell(self):
        self._check()
        return self._position

    def truncate(self, pos=None, /):
        self._check()
        size = self._position if pos is None else pos
        self._text = self._text[:size]
        return size

    def flush(self):
        self._check()

    def close(self):
        self.closed = True

    def isatty(self):
        return False

    def readable(self):
        return True

    def writable(self):
        return True

    def seekable(self):
        return True

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, *exc):
        self.close()


class StringIO(_Memory):
    _newline, _fill, _closed_error = '\n', '\0', 'I/O operation on closed file'

    def __init__(self, initial_value='', newline='\n'):
        if initial_value is not None and not isinstance(initial_value, str):
            raise TypeError(f'initial_value must be str or None, not {type(initial_value).__name__}')
        self._text = initial_value or ''
        self._position = 0
        self.closed = False

    def write(self, s, /):
        self._check()
        if not isinstance(s, str):
            raise TypeError(f'string argument expected, got {type(s).__name__!r}')
        return self._put(s)

    def seek(self, pos, whence=0, /):
        self._check()
        if whence == 0 and pos < 0:
            raise ValueError(f'Negative seek position {pos}')
        self._position = len(self._text) if whence == 2 else self._position if whence == 1 else pos
        return self._position


class BytesIO(_Memory):
    _newline, _fill, _closed_error = b'\n', b'\0', 'I/O operation on closed file.'

    def __init__(self, initial_bytes=b''):
        self._text = _bytes_of(initial_bytes) if initial_bytes is not None else b''
        self._position = 0
        self.closed = False

    def write(self, b, /):
        self._check()
        return self._put(_bytes_of(b))

    def read1(self, size=-1, /):
        return self.read(size)

    def seek(self, pos, whence=0, /):
        self._check()
        if whence == 0 and pos < 0:
            raise ValueError(f'negative seek value {pos}')
        self._position = max(0, pos + (0, self._position, len(self._text))[whence])
        return self._position


StringIO.__module__ = BytesIO.__module__ = '_io'


import _files
