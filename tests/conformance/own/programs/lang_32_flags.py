# Flags: combinations, their names and texts, and numbers that no member has.
import enum


def probe(thunk):
    try:
        value = thunk()
        print(repr(value), str(value), f"{value}")
    except Exception as error:
        print(type(error).__name__, error)


class Access(enum.IntFlag):
    READ = 1
    WRITE = 2
    RUN = 4


class Light(enum.Flag):
    RED = enum.auto()
    BLUE = enum.auto()
    GREEN = enum.auto()
    WHITE = RED | BLUE | GREEN


class Word(str, enum.Enum):
    A = "a"
    B = "b"


for thunk in (
    lambda: Access.READ & Access.WRITE, lambda: ~Access.READ, lambda: Access.READ | Access.WRITE, lambda: Access(3),
    lambda: Access.READ ^ Access.READ, lambda: Access.READ | 8, lambda: 8 | Access.READ, lambda: Access(9), lambda: Access.READ + 1,
    lambda: Access(3).name, lambda: Access(0), lambda: bool(Access(0)), lambda: 6 & Access.WRITE, lambda: Access.READ < Access.WRITE,
    lambda: Access.READ & 1.5, lambda: Access.READ in Access(3), lambda: Access(3) == 3,
    lambda: Light.RED & Light.BLUE, lambda: ~Light.RED, lambda: Light.RED | Light.BLUE, lambda: Light(3), lambda: Light.WHITE,
    lambda: Light(7), lambda: Light.RED ^ Light.RED, lambda: Light.RED | 8, lambda: Light(0), lambda: ~Light(3), lambda: Light.RED in Light(3),
    lambda: Light.RED == 1, lambda: Light.RED < Light.BLUE, lambda: Light.WHITE & ~Light.BLUE,
    lambda: Word.A, lambda: "%s" % Word.A, lambda: format(Word.A, ">8"), lambda: Word.A == "a", lambda: Word("z"), lambda: Word.Z,
    lambda: delattr(Word, "A"), lambda: setattr(Word, "A", 1),
):
    probe(thunk)
