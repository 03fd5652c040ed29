"""Methods of bytes with limits and with wrong types; __new__ asked for a class that is none of its own."""


def tried(label, action):
    try:
        print(label, repr(action()))
    except Exception as error:
        print(label, type(error).__name__, error)


data = b"a,b,,c,d"
for limit in (-1, 0, 1, 2, 9):
    print(limit, data.split(b",", limit), data.rsplit(b",", limit))
    print(b"  a  b c ".split(None, limit), b" a b  c  ".rsplit(None, limit))
tried("split by text", lambda: data.split(","))
tried("split by nothing", lambda: data.split(b""))
tried("rsplit by nothing", lambda: data.rsplit(b""))
tried("split limit", lambda: data.split(b",", "1"))
tried("partition", lambda: data.partition(b",,"))
tried("partition by text", lambda: data.partition(","))
tried("rpartition by nothing", lambda: data.rpartition(b""))
tried("replace limit", lambda: data.replace(b",", b";", 2))
tried("replace text", lambda: data.replace(",", ";"))
tried("find text", lambda: data.find("a"))
tried("find int", lambda: data.find(99))
tried("find big", lambda: data.find(256))
tried("count", lambda: data.count(b",", 2, -1))
tried("startswith", lambda: data.startswith((b"b", b"a")))
tried("startswith text", lambda: data.startswith("a"))
tried("join", lambda: b"-".join([b"a", bytearray(b"b")]))
tried("join text", lambda: b"-".join([b"a", "b"]))
tried("strip", lambda: b"xxaxx".strip(b"x"))
tried("strip text", lambda: b"xxaxx".strip("x"))
tried("add text", lambda: b"a" + "b")
tried("contains text", lambda: "a" in b"a")
tried("contains big", lambda: 300 in b"a")
tried("index", lambda: b"abc".index(b"z"))


class Base:
    pass


class Other:
    pass


tried("int by object", lambda: object.__new__(int))
tried("no class", lambda: object.__new__(1))
tried("no argument", lambda: object.__new__())
tried("int of str", lambda: int.__new__(str))
tried("str of int", lambda: str.__new__(int))
tried("dict of Base", lambda: dict.__new__(Base))
tried("list no class", lambda: list.__new__("list"))
tried("tuple", lambda: tuple.__new__(tuple, [1, 2]))
tried("object with arguments", lambda: object(1))
tried("Base with arguments", lambda: Base(1))
print(type(object.__new__(Base)).__name__)
