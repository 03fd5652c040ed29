"""Folders, temporary files and copies: os, os.path, pathlib, shutil and tempfile on one disk."""
import asyncio
import os
import pathlib
import shutil
import tempfile


async def write(path, text):
    await asyncio.to_thread(path.write_text, text)


def attempt(function, *args, **options):
    try:
        print(function.__name__, function(*args, **options))
    except OSError as error:
        print(function.__name__, type(error).__name__, error.errno, error.strerror)


async def main():
    with tempfile.TemporaryDirectory(prefix='conformance-') as name:
        folder = pathlib.Path(name)
        print(folder.is_dir(), os.path.basename(name).startswith('conformance-'))
        await asyncio.gather(*(write(folder / f'f{i}.txt', str(i) * i) for i in range(3)))
        for file in sorted(folder.iterdir()):
            print(file.name, file.stat().st_size, os.path.getsize(file), file.read_text())
        shutil.copy(folder / 'f2.txt', folder / 'copy.txt')
        os.makedirs(os.path.join(name, 'a', 'b'), exist_ok=True)
        shutil.move(str(folder / 'f1.txt'), str(folder / 'a' / 'b'))
        os.rename(folder / 'f0.txt', folder / 'renamed.txt')
        print(sorted(os.listdir(name)), sorted(os.listdir(folder / 'a' / 'b')))
        attempt(os.remove, folder / 'f0.txt')
        attempt(os.remove, folder / 'copy.txt')
        attempt(os.mkdir, folder / 'a')
        attempt(os.mkdir, folder / 'x' / 'y')
        attempt(os.makedirs, folder / 'a')
        attempt(os.rmdir, folder / 'a')
        attempt(os.listdir, folder / 'missing')
        attempt(os.listdir, folder / 'f2.txt')
        attempt(os.rename, folder / 'missing', folder / 'a')
        attempt(os.path.getsize, folder / 'missing')
        attempt(shutil.copy, folder / 'missing', folder / 'a')
        attempt(shutil.rmtree, folder / 'a')
        attempt(shutil.rmtree, folder / 'missing')
        shutil.rmtree(folder / 'missing', ignore_errors=True)
        print((folder / 'renamed.txt').rename(folder / 'again.txt').name)
        print(sorted(os.listdir(name)))
    print(folder.exists(), os.path.exists(name))
    with tempfile.NamedTemporaryFile('w+', suffix='.txt') as file:
        file.write('first\nsecond\n')
        file.flush()
        file.seek(0)
        print(file.readlines(), os.path.exists(file.name), file.name.endswith('.txt'), os.path.getsize(file.name))
    print(os.path.exists(file.name), tempfile.gettempdir())
    with tempfile.TemporaryFile() as file:
        file.write(b'bytes')
        file.seek(0)
        print(file.read())
    kept = tempfile.mkdtemp()
    print(os.path.isdir(kept))
    os.rmdir(kept)


asyncio.run(main())
