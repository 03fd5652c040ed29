# Files that are not there, and what a file does not allow
import io
from pathlib import Path


def show(what, *arguments, **keywords):
    try:
        print(what(*arguments, **keywords))
    except Exception as error:
        print(type(error).__name__, error, getattr(error, "errno", None), getattr(error, "filename", None))


show(open, "missing.txt")
show(Path("missing.txt").read_text)
show(open, "no/such/folder.txt", "w")
show(Path("no/such").iterdir().__next__ if False else Path("gone").unlink)
show(open, "x", "z")
show(open, "x", "rw")
show(open, "x", "rbt")
show(open, "x", "rb", encoding="utf-8")
show(open, 1.5)
Path("there.txt").write_text("x")
show(open, "there.txt", "x")
Path("folder").mkdir()
show(open, "folder")
show(Path("folder").mkdir)
show(open, "there.txt/below")
with open("there.txt") as file:
    show(file.write, "y")
with open("there.txt", "w") as file:
    show(file.read)
    show(file.write, b"bytes")
show(file.read)
show(file.__enter__)
with open("there.txt", "rb") as file:
    show(file.write, b"y")
with open("there.txt", "wb") as file:
    show(file.read)
    show(file.write, "text")
print(issubclass(io.UnsupportedOperation, OSError), issubclass(io.UnsupportedOperation, ValueError))
try:
    with open("there.txt", "w") as file:
        file.write("kept")
        raise KeyError("on the way")
except KeyError as error:
    print(error, Path("there.txt").read_text(), file.closed)
show(Path("a").with_name, "")
show(Path("a").with_suffix, "txt")
