"""Files that several hold open: appenders do not overwrite each other, a reader at the end sees what came since."""
import asyncio
import io
import os
import tempfile

path = os.path.join(tempfile.gettempdir(), 'shared_log.txt')


def show():
    with open(path) as f:
        print(repr(f.read()))


async def appender(name, times):
    with open(path, 'a') as log:
        for number in range(times):
            await asyncio.sleep(0.1)
            print(f'{name} {number}', file=log, flush=True)


async def follower(lines):
    with open(path) as log:
        while lines:
            line = log.readline()
            if line:
                lines -= 1
                print('follows', repr(line))
            else:
                await asyncio.sleep(0.05)


async def main():
    with open(path, 'w') as log:
        log.write('start\n')
    await asyncio.gather(follower(6), appender('a', 3), appender('b', 2))
    show()

    first, second = open(path, 'w'), open(path, 'a')
    second.write('second\n')
    first.write('first\n')
    first.close()
    print('tell', second.tell())
    second.close()
    show()

    with open(path, 'r+') as both:
        print(repr(both.readline()))
        both.seek(0)
        both.write('FIRST')
        both.flush()
        print(repr(both.read()))
        both.seek(0, os.SEEK_END)
        both.write('end\n')
        both.seek(3)
        print(repr(both.readline()))
        both.truncate(9)
        both.seek(0)
        print(repr(both.read()))
        for offset, whence in ((2, 1), (-2, 2), (-1, 0)):
            try:
                both.seek(offset, whence)
            except (ValueError, io.UnsupportedOperation) as error:
                print(type(error).__name__, error)

    with open(path, 'wb') as raw, open(path, 'rb') as reader:
        raw.seek(3)
        raw.write(b'gap\n')
        raw.flush()
        print(reader.read(4), reader.read(), reader.read())
        raw.write(b'more')
        print(reader.read())
        raw.truncate(5)
        print(reader.read(), raw.tell())
        try:
            reader.seek(-1)
        except OSError as error:
            print(type(error).__name__, error.strerror)
        reader.seek(-2, 2)
        print(reader.read())

    lines = open(path, 'w', buffering=1)
    lines.write('half a line')
    show()
    lines.write(', and the rest\nno')
    show()
    lines.close()
    show()
    try:
        open(path, buffering=0)
    except ValueError as error:
        print(error)

    doomed = open(path, 'w')
    doomed.write('lost')
    os.remove(path)
    doomed.close()
    print(os.path.exists(path))


asyncio.run(main())
