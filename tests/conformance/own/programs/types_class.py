# Classes as objects: their names, bases, subclasses and dicts; type() with three arguments; metaclasses that call; what making a class refuses.
import abc


def attempt(function, *arguments, **named):
    try:
        return function(*arguments, **named)
    except Exception as error:
        notes = getattr(error, "__notes__", [])
        cause = f" from {error.__cause__!r}" if error.__cause__ else ""
        return f"{type(error).__name__}: {error}{cause}{notes or ''}"


class Base:
    """Base's text."""

    value: int = 1


class Left(Base):
    pass


class Right(Base):
    other: "str"


class Both(Left, Right):
    def method(self):
        return "both"


class Registering(type):
    made = []

    def __call__(cls, *arguments, **named):
        print("call", cls.__name__, arguments, named)
        return super().__call__(*arguments, **named)

    def __instancecheck__(cls, instance):
        return instance == "instance" or super().__instancecheck__(instance)

    def __subclasscheck__(cls, other):
        return other is int or super().__subclasscheck__(other)

    def mro(cls):
        return super().mro()


class Counted(metaclass=Registering):
    def __init__(self, *arguments, **named):
        self.given = arguments, named


class Named:
    def __set_name__(self, owner, name):
        if name == "bad":
            raise KeyError("bad name")
        print("named", owner.__name__, name)


class Entries:
    def __mro_entries__(self, bases):
        return (Left,)


class WrongEntries:
    def __mro_entries__(self, bases):
        return 5


def make(text):
    scope = dict(globals())
    exec(text, scope)
    return scope["Made"]


def rename(cls, name, value):
    setattr(cls, name, value)
    return getattr(cls, name)


def main():
    print(Both.__mro__, Both.mro(), Base.__subclasses__(), Both.__base__, Both.__bases__, object.__base__, object.__bases__, Base.__doc__, Left.__doc__)
    print(Base.__annotations__, Right.__annotations__, Both.__annotations__ if "__annotations__" in vars(Both) else {}, sorted(name for name in vars(Both) if name == "method"), Both.__module__, Both.__qualname__)
    Made = type("Made", (Both,), {"x": 1, "__doc__": "made"})
    print(Made, Made.x, Made.__doc__, Made().method(), type(Made), type("Short", (), {})().__class__.__name__)
    print(rename(Made, "__name__", "Renamed"), Made, rename(Made, "__qualname__", "Outer.Renamed"), Made, rename(Made, "__module__", "elsewhere"), Made, rename(Made, "__doc__", "new text"))
    print(attempt(rename, Made, "__name__", 5), attempt(rename, int, "__name__", "number"), attempt(rename, int, "x", 1), attempt(delattr, int, "real"), attempt(setattr, Base, 5, 1))
    counted = Counted(1, two=2)
    print(counted.given, isinstance("instance", Counted), isinstance(counted, Counted), isinstance(5, Counted), issubclass(int, Counted), issubclass(str, Counted), Counted.mro())
    print(type.__call__(Counted, 5).given, type.__call__(dict, a=1), type.__instancecheck__(int, True), type.__subclasscheck__(int, bool), attempt(type.__subclasscheck__, int, 5))
    print(attempt(type), attempt(type, 1, 2), attempt(type, 1, (), {}), attempt(type, "A", [], {}), attempt(type, "A", (), []), attempt(type, "A", (Base, Base), {}), attempt(type, "A", (Base, Left), {}))
    print(attempt(type, "A", (bool,), {}), attempt(type, "A", (type(None),), {}), attempt(type, "A", (int, str), {}), attempt(type, "A", (), {"__slots__": 5}), attempt(type, "A", (), {"__slots__": [5]}),
          attempt(type, "A", (), {"__slots__": ["a"], "a": 1}), attempt(type, "A", (), {"__qualname__": 5}), attempt(type, "A", (), {"n": Named()}) is not None, attempt(type, "A", (), {"bad": Named()}))

    class FromEntries(Entries()):
        pass

    print(FromEntries.__bases__, FromEntries.__orig_bases__[0].__class__.__name__)
    try:
        class Wrong(WrongEntries()):
            pass
    except TypeError as error:
        print(error)
    try:
        class Conflict(Counted, abc.ABC):
            pass
    except TypeError as error:
        print(error)
    Base.value = 2
    print(Both.value, Both().value)
    del Base.value
    print(attempt(lambda: Both.value), attempt(lambda: Both().absent), attempt(delattr, Base, "value"))

    class Abstract(abc.ABC):
        @abc.abstractmethod
        def first(self): ...

        @property
        @abc.abstractmethod
        def second(self): ...

        @staticmethod
        @abc.abstractmethod
        def third(): ...

        @classmethod
        @abc.abstractmethod
        def fourth(cls): ...

    print(sorted(Abstract.__abstractmethods__), attempt(Abstract), attempt(lambda: Base.__abstractmethods__), Abstract.__dict__["third"].__isabstractmethod__, Abstract.__dict__["fourth"].__isabstractmethod__, Abstract.second.__isabstractmethod__)
    Abstract.__abstractmethods__ = frozenset()
    print(type(Abstract()).__name__)


main()
