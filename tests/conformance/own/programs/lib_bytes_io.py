# io.BytesIO and what it shares with StringIO, bytearrays written to files, and QueueHandler of logging.handlers.
import asyncio
import io
import logging
from logging.handlers import QueueHandler


def t(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


b = io.BytesIO(b'one\ntwo\nthree')
print(b.readline(), b.readline(2), b.readline(), b.tell(), b.read(), b.read(), b.readline())
t(lambda: b.seek(-3, 2)); t(b.read)
t(lambda: b.seek(2)); t(lambda: b.seek(1, 1)); t(lambda: b.read1(3))
t(lambda: b.seek(-1))
t(lambda: b.write('x')); t(lambda: b.write(bytearray(b'!!')))
print(b.getvalue(), b.seek(0), list(b))
print(b.seek(20), b.write(b'end'), b.getvalue(), b.truncate(3), b.getvalue())
t(lambda: io.BytesIO('x'))
with io.BytesIO() as c:
    c.writelines([b'a', b'b'])
    print(c.getvalue(), c.readable(), c.seekable(), c.closed)
t(c.read)
s = io.StringIO('line\nmore')
print(repr(s.readline(2)), repr(s.readline(-1)), repr(s.readline(0)), repr(s.readline(100)), repr(s.readline()))
s.close()
t(s.read)

with open('data.bin', 'wb') as file:
    print(file.write(bytearray(b'abc')), file.write(b'd'))
    t(lambda: file.write('e'))
with open('data.bin', 'rb') as file:
    print(file.read())


class Keep(logging.Handler):
    def emit(self, record):
        print(self.format(record))


async def main():
    queue = asyncio.Queue()
    handler = QueueHandler(queue)
    log = logging.getLogger('app')
    log.addHandler(handler)
    log.propagate = False
    log.setLevel(logging.DEBUG)
    out = Keep()
    out.setFormatter(logging.Formatter('%(levelname)s %(name)s: %(message)s'))

    async def drain():
        while (record := await queue.get()) is not None:
            print(record.msg, record.args, record.exc_info, record.message == record.getMessage())
            out.handle(record)

    task = asyncio.create_task(drain())
    log.info('hello %s', 'there')
    await asyncio.sleep(1)
    log.debug('%d of %d', 1, 2)
    handler.setFormatter(logging.Formatter('<%(message)s>'))
    log.warning('formatted')
    handler.setLevel(logging.ERROR)
    log.warning('not taken')
    queue.put_nowait(None)
    await task


asyncio.run(main())
