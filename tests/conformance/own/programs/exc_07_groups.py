# Exception groups: made, derived, split by types and by functions, nested, noted, and how they are shown; what they refuse.
# python >= 3.11
import asyncio
import traceback


def attempt(function, *arguments):
    try:
        return function(*arguments)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


class Refusals(ExceptionGroup):
    def derive(self, excs):
        return Refusals("derived", excs)


def lines(error):
    return "".join(traceback.format_exception(error))


async def fail(error, delay):
    await asyncio.sleep(delay)
    raise error


async def main():
    group = ExceptionGroup("outer", [ValueError(1), ExceptionGroup("inner", [TypeError(2), KeyError(3)]), OSError(4)])
    print(group, repr(group), group.message, group.exceptions, group.args[0])
    print(group.split(ValueError), group.split((TypeError, KeyError)), group.subgroup(OSError), group.split(lambda error: isinstance(error, LookupError)), group.subgroup(RuntimeError), group.split(ExceptionGroup)[1])
    print(type(BaseExceptionGroup("b", [ValueError()])).__name__, type(BaseExceptionGroup("b", [KeyboardInterrupt()])).__name__, repr(group.derive([ValueError(9)])), repr(Refusals("r", [ValueError(), TypeError()]).split(ValueError)))
    for arguments in ((), ("m",), ("m", []), ("m", 5), ("m", [5]), (5, [ValueError()]), ("m", [KeyboardInterrupt()]), ("m", [ValueError(), int]), ("m", (ValueError(),)), ("m", {ValueError})):
        print(attempt(ExceptionGroup, *arguments))
    print(attempt(group.split, 5), attempt(group.subgroup, (ValueError, 5)), attempt(group.split, ()), attempt(type("Mixed", (ExceptionGroup,), {}), "m", [KeyboardInterrupt()]))
    group.add_note("a note")
    left, right = group.split(ValueError)
    print(left.__notes__, right.__notes__, left.__notes__ is group.__notes__)
    wide = ExceptionGroup("wide", [ValueError(number) for number in range(20)])
    deep = ValueError("bottom")
    for number in range(12):
        deep = ExceptionGroup(f"level {number}", [deep])
    print(lines(wide))
    print(lines(deep))
    noted = ValueError("with notes")
    noted.add_note("two\nlines")
    noted.add_note("one line")
    print(lines(ExceptionGroup("noted", [noted, KeyError("k")])))
    odd = ValueError("odd notes")
    odd.__notes__ = [5, "text"]
    print(lines(odd))
    try:
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(fail(ValueError("v"), 0.1))
            tasks.create_task(fail(TypeError("t"), 0.1))
    except* ValueError as caught:
        print("values", caught.exceptions)
    except* TypeError as caught:
        print("types", caught.exceptions)
    try:
        try:
            raise group
        except* OSError:
            raise KeyError("from handler")
    except ExceptionGroup as rest:
        print(repr(rest))
    try:
        raise ValueError("naked")
    except* ValueError as caught:
        print(repr(caught))


asyncio.run(main())
