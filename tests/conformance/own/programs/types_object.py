# object's own methods called by name, __class__ and __dict__ that are assigned, and what each refuses.
import asyncio


def attempt(function, *arguments, **named):
    try:
        return function(*arguments, **named)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


class Plain:
    pass


class Other:
    kind = "other"


class Loud:
    def __init__(self, volume):
        self.volume = volume

    def __eq__(self, other):
        return NotImplemented if other is None else self.volume == other

    def __setattr__(self, name, value):
        print("set", name, value)
        object.__setattr__(self, name, value)

    def __delattr__(self, name):
        print("delete", name)
        object.__delattr__(self, name)

    def __getattribute__(self, name):
        if name == "secret":
            return "seen"
        return object.__getattribute__(self, name)


class Made:
    def __new__(cls, *arguments):
        print("new", cls.__name__, arguments)
        return object.__new__(cls)


class MadeBoth(Made):
    def __init__(self, *arguments):
        super().__init__()
        self.arguments = arguments


class WrongInit:
    def __init__(self, value):
        super().__init__(value)


class WrongNew:
    def __new__(cls, value):
        return object.__new__(cls, value)


class Slotted:
    __slots__ = ("a",)


class Strict:
    def __init_subclass__(cls, /, limit=None, **named):
        super().__init_subclass__(**named)
        cls.limit = limit


def set_to(target, name, value):
    setattr(target, name, value)
    return "done"


async def main():
    plain = Plain()
    print(object.__eq__(plain, plain), object.__eq__(plain, 1), object.__ne__(plain, plain), object.__ne__(plain, 1), object.__lt__(plain, plain), object.__le__(1, 2), object.__gt__(plain, 1), object.__ge__(1, 1))
    print(object.__hash__(plain) == hash(plain), object.__str__("text"), object.__repr__(plain) == repr(plain), object.__format__(5, ""), attempt(object.__format__, plain, ">5"), attempt(object.__format__, plain, 5), attempt(format, plain, "x"))
    print(object.__repr__(5)[:15], object.__repr__("s")[:15], object.__repr__([1])[:16])
    loud = Loud(3)
    loud.volume = 4
    print(object.__ne__(loud, 4), object.__ne__(loud, 5), object.__ne__(loud, None), loud.secret, attempt(getattr, loud, "absent"), loud != 4)
    del loud.volume
    print(attempt(delattr, loud, "volume"), attempt(object.__delattr__, plain, "x"), attempt(object.__setattr__, plain, 5, 1), attempt(object.__getattribute__, plain, 5), attempt(getattr, plain, 5), attempt(object.__delattr__, plain, None))
    print(MadeBoth(1, 2).arguments, type(Made(1)).__name__, attempt(Plain, 1), attempt(Plain, a=1), attempt(WrongInit, 1), attempt(WrongNew, 1), attempt(object, 1), attempt(object.__new__, 5), attempt(object.__new__, int), attempt(object.__new__, Plain, 1))
    print(object.__init__(plain), attempt(object.__init__, plain, 1), attempt(object.__init__, loud, 1), type(object.__new__(Plain)).__name__)
    plain.__class__ = Other
    print(plain.kind, type(plain).__name__, attempt(set_to, plain, "__class__", int), attempt(set_to, plain, "__class__", 5), attempt(set_to, 5, "__class__", int))
    plain.__dict__ = {"fresh": 1}
    plain.__dict__["more"] = 2
    print(plain.fresh, plain.more, vars(plain), attempt(set_to, plain, "__dict__", 5), attempt(getattr, Slotted(), "__dict__"), attempt(vars, 5), attempt(vars, Slotted()))
    slotted = Slotted()
    print(attempt(getattr, slotted, "a"), set_to(slotted, "a", 1), slotted.a, attempt(set_to, slotted, "b", 1), attempt(delattr, slotted, "b"), delattr(slotted, "a"), attempt(delattr, slotted, "a"))

    class Limited(Strict, limit=5):
        pass

    print(Limited.limit, attempt(lambda: type("Bad", (Strict,), {}, size=1)), attempt(lambda: type("Bad", (Plain,), {}, size=1)))


asyncio.run(main())
