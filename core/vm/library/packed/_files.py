"""open(), and the files that it gives. See _disk."""
import errno
import io
import _disk
from _sluice import refuse as _refuse


class UnsupportedOperation(OSError, ValueError):
    pass


UnsupportedOperation.__module__ = 'io'


class _File:
    """What files of text and of bytes have in common: what is known of the content, a position in it, and what is not
    written yet. Another file may write to the same place of the disk meanwhile: only the pieces are written, and what
    came behind the known end is seen when reading gets there.
    """

    def __init__(self, name, mode, buffering):
        self.name, self.mode = name, mode
        self._key = _disk.key(name)
        self._reads = 'r' in mode or '+' in mode
        self._writes = 'r' not in mode or '+' in mode
        self._appends = 'a' in mode
        self._buffering = buffering
        self._pending = []
        self._position = 0
        self.closed = False
        self._look()

    def _look(self):
        self._seen = _disk.files.get(self._key, self._nothing)
        self._content = self._load(self._seen)

    def _check(self):
        if self.closed:
            raise ValueError('I/O operation on closed file.')

    def _check_reads(self):
        self._check()
        if not self._reads:
            raise UnsupportedOperation(self._not_readable)
        if self._pending:
            self.flush()

    def _read_on(self):
        """At the known end: whether others have written since."""
        if self._seen is _disk.files.get(self._key, self._seen):
            return False
        known = self._content
        self._look()
        self._content = known + self._content[len(known):]
        return True

    def read(self, size=-1, /):
        self._check_reads()
        to_end = size is None or size < 0
        if to_end or self._position + size > len(self._content):
            self._read_on()
        part = self._content[self._position:None if to_end else self._position + size]
        self._position += len(part)
        return part

    def readline(self, size=-1, /):
        self._check_reads()
        end = self._end_of_line()
        if end < 0 and self._read_on():
            end = self._end_of_line()
        length = (len(self._content) if end < 0 else end + 1) - self._position
        return self.read(length if size is None or size < 0 else min(size, length))

    def readlines(self, hint=-1, /):
        lines, length = [], 0
        for line in self:
            lines.append(line)
            length += len(line)
            if hint is not None and 0 < hint <= length:
                break
        return lines

    def __iter__(self):
        self._check()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def write(self, data, /):
        self._check()
        if not self._writes:
            raise UnsupportedOperation(self._not_writable)
        data = self._checked(data)
        if self._appends:
            self._position = len(self._content)
        start, self._position = self._position, self._position + len(data)
        self._content = self._laid(self._content, start, data)
        self._pending.append((None if self._appends else start, data))
        if self._buffering == 0 or self._buffering == 1 and self._ends_line(data):
            self.flush()
        return len(data)

    def _laid(self, content, start, data):
        content += self._filler * (start - len(content))
        return content[:start] + data + content[start + len(data):]

    def writelines(self, lines, /):
        for line in lines:
            self.write(line)

    def truncate(self, size=None, /):
        self._check()
        if not self._writes:
            raise UnsupportedOperation('truncate')
        self.flush()
        size = self._position if size is None else size
        self._look()
        self._content = self._content[:size] + self._filler * (size - len(self._content))
        self._seen = _disk.files[self._key] = self._dump(self._content)
        return size

    def seek(self, offset, whence=0, /):
        self._check()
        self._check_seek(offset, whence)
        self.flush()
        if whence == 2:
            self._look()
        start = 0 if whence == 0 else self._position if whence == 1 else len(self._content)
        self._position = start + offset
        return self._position

    def tell(self):
        self._check()
        return self._position

    def flush(self):
        self._check()
        if self._pending:
            pieces, self._pending = self._pending, []
            _disk.wait(self._key)
            self._put(pieces)

    def _put(self, pieces):
        content = _disk.files.get(self._key)
        if content is None:
            return
        if self._appends:
            content += b''.join([self._dump(data) for _, data in pieces])
        else:
            text = self._load(content)
            if len(text) != len(content) and self._dump(text) != content:
                _refuse('writing into a text file that has other line ends', "open it with newline=''")
            for start, data in pieces:
                text = self._laid(text, start, data)
            content = self._dump(text)
        _disk.files[self._key] = content
        if self._appends:
            self._look()
            self._position = len(self._content)

    def close(self):
        if not self.closed:
            try:
                self.flush()
            finally:
                self.closed = True

    def readable(self):
        self._check()
        return self._reads

    def writable(self):
        self._check()
        return self._writes

    def seekable(self):
        self._check()
        return True

    def isatty(self):
        self._check()
        return False

    def fileno(self):
        raise UnsupportedOperation('fileno')

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, *exc_info):
        self.close()

    def __del__(self):
        if self.__dict__.get('_pending') and not self.closed:
            self._put(self._pending)


class TextIOWrapper(_File):
    _not_readable, _not_writable = 'not readable', 'not writable'
    _nothing, _filler = b'', '\0'

    def __init__(self, name, mode, buffering, encoding, errors, newline):
        self.encoding = encoding or 'UTF-8'
        self.errors = errors or 'strict'
        self._translates = newline is None and ('r' in mode or '+' in mode)
        self.newlines = None
        super().__init__(name, mode, buffering)

    def _load(self, data):
        text = data.decode(self.encoding, self.errors)
        return text.replace('\r\n', '\n').replace('\r', '\n') if self._translates else text

    def _dump(self, text):
        return text.encode(self.encoding, self.errors)

    def tell(self):
        self.flush()
        return self._position

    def _check_seek(self, offset, whence):
        if whence != 0 and offset != 0:
            raise UnsupportedOperation(f"can't do nonzero {'cur' if whence == 1 else 'end'}-relative seeks")
        if offset < 0:
            raise ValueError(f'negative seek position {offset}')

    def _ends_line(self, text):
        return '\n' in text or '\r' in text

    def _end_of_line(self):
        return self._content.find('\n', self._position)

    def _checked(self, data):
        if not isinstance(data, str):
            raise TypeError(f'write() argument must be str, not {type(data).__name__}')
        return data

    def __repr__(self):
        return f'<_io.TextIOWrapper name={self.name!r} mode={self.mode!r} encoding={self.encoding!r}>'


class _BytesFile(_File):
    _not_readable, _not_writable = 'read', 'write'
    _nothing, _filler = b'', b'\0'

    def _load(self, data):
        return data

    def _dump(self, data):
        return data

    def _check_seek(self, offset, whence):
        start = 0 if whence == 0 else self._position if whence == 1 else len(self._content)
        if start + offset < 0:
            raise OSError(errno.EINVAL, 'Invalid argument')

    def _ends_line(self, data):
        return False

    def _end_of_line(self):
        return self._content.find(b'\n', self._position)

    def _checked(self, data):
        return io._bytes_of(data)

    def __repr__(self):
        return f'<_io.{type(self).__name__} name={self.name!r}>'


class BufferedReader(_BytesFile):
    pass


class BufferedWriter(_BytesFile):
    pass


class BufferedRandom(_BytesFile):
    pass


for _class in (TextIOWrapper, BufferedReader, BufferedWriter, BufferedRandom):
    _class.__module__ = '_io'


def _check_mode(mode, buffering, encoding, errors, newline):
    if not isinstance(mode, str):
        raise TypeError(f"open() argument 'mode' must be str, not {type(mode).__name__}")
    if set(mode) - set('rwxabt+') or len(mode) > len(set(mode)):
        raise ValueError(f'invalid mode: {mode!r}')
    if 't' in mode and 'b' in mode:
        raise ValueError("can't have text and binary mode at once")
    if sum(letter in mode for letter in 'rwxa') != 1:
        raise ValueError('must have exactly one of create/read/write/append mode')
    if 'b' in mode:
        for given, name in ((encoding, 'an encoding'), (errors, 'an errors'), (newline, 'a newline')):
            if given is not None:
                raise ValueError(f"binary mode doesn't take {name} argument")
    elif buffering == 0:
        raise ValueError("can't have unbuffered text I/O")
    if newline not in (None, '', '\n', '\r', '\r\n'):
        raise ValueError(f'illegal newline value: {newline}')
    if newline in ('\r', '\r\n'):
        _refuse(f'open() with newline={newline!r}', "leave newline out, or give '' or '\\n'")


def open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None):
    if isinstance(file, (int, bytes)) or opener is not None:
        _refuse('open() of a descriptor, of a path in bytes, or with an opener', 'give the path as text')
    name = _disk.fspath(file)
    _check_mode(mode, buffering, encoding, errors, newline)
    key = _disk.key(name)
    if key in _disk.folders:
        _disk.fail(errno.EEXIST if 'x' in mode else errno.EISDIR, name)
    if 'r' in mode and key not in _disk.files:
        if key.rpartition('/')[0] in _disk.files:
            _disk.fail(errno.ENOTDIR, name)
        _disk.fail(errno.ENOENT, name)
    if 'r' in mode:
        _disk.wait(key)
    else:
        _disk.check_parent(key, name)
        if 'x' in mode and key in _disk.files:
            _disk.fail(errno.EEXIST, name)
        if 'a' not in mode or key not in _disk.files:
            _disk.files[key] = b''
    if 'b' not in mode:
        opened = TextIOWrapper(name, mode, buffering, encoding, errors, newline)
    else:
        kind = BufferedRandom if '+' in mode else BufferedReader if 'r' in mode else BufferedWriter
        opened = kind(name, 'rb+' if '+' in mode and 'r' in mode else mode, buffering)
    if 'a' in mode:
        opened._position = len(opened._content)
    return opened


io.open = open
io.UnsupportedOperation = UnsupportedOperation
io.TextIOWrapper, io.BufferedReader, io.BufferedWriter = TextIOWrapper, BufferedReader, BufferedWriter
