# pathlib: parts of paths, putting them together, and reading and writing
from pathlib import Path, PurePath, PurePosixPath

path = Path("data") / "2024" / "report.final.txt"
print(path, repr(path), path.name, path.stem, path.suffix, path.suffixes, path.parent, path.parts)
print(list(path.parents), path.parent.parent, Path("."), Path(""), Path("a//b/./c"), Path("a/../b"))
print(Path("/etc/hosts"), Path("/etc/hosts").parts, Path("/").name == "", Path("/").parent, Path("a", "/b", "c"))
print(path.with_name("other.md"), path.with_suffix(".csv"), path.with_suffix(""), path.with_stem("x"))
print(Path(".bashrc").suffix == "", Path(".bashrc").stem, Path("a.tar.gz").suffixes, Path("name").suffix == "")
print("top" / Path("x"), Path("a").joinpath("b", "c"), Path("a") / Path("b"), Path("a").is_absolute())
print(Path("a") == Path("a"), Path("a") == "a", Path("a") < Path("b"), len({Path("x"), Path("x")}))
print(isinstance(path, PurePath), PurePosixPath("a") == Path("a"), str(PurePath("p/q")), path.as_posix())

note = Path("note.txt")
print(note.exists(), note.write_text("first\nsecond\n"), note.exists(), note.is_file(), note.is_dir())
print(repr(note.read_text()), note.read_bytes(), note.write_bytes(b"xyz"), note.read_text())
with note.open("a") as file:
    file.write("!")
with open(note) as file:
    print(file.read())
folder = Path("made")
folder.mkdir()
(folder / "b.txt").write_text("b")
(folder / "a.txt").touch()
print(sorted(child.name for child in folder.iterdir()), folder.is_dir())
(folder / "a.txt").unlink()
print((folder / "a.txt").exists(), [str(child) for child in folder.iterdir()])
(folder / "deep/er").mkdir(parents=True)
print((folder / "deep").is_dir())
