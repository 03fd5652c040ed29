# What exceptions keep and let be assigned: args, notes, causes, names, numbers; keywords that they take; and what they refuse.
import asyncio
import sys


def attempt(function, *arguments, **named):
    try:
        return function(*arguments, **named)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


class Refused(Exception):
    def __init__(self, code, *, retry=False):
        super().__init__(code)
        self.code, self.retry = code, retry


class Silent(Exception):
    def __str__(self):
        return ""


def raising(error, cause=None):
    if cause is not None:
        raise error from cause
    raise error


def catch(function, *arguments):
    try:
        function(*arguments)
    except BaseException as error:
        return error


async def main():
    error = ValueError("a", 1)
    print(error, repr(error), error.args, error.__cause__, error.__context__, error.__suppress_context__, error.__traceback__)
    error.args = ["b"]
    print(error, error.args, attempt(setattr, error, "args", 5), attempt(ValueError, x=1), str(ValueError()), repr(ValueError()), repr(Refused(5, retry=True)), Refused(1).retry, repr(Silent(1)), str(Silent(1)))
    error.__cause__ = KeyError("k")
    error.__context__ = TypeError("t")
    print(repr(error.__cause__), repr(error.__context__), error.__suppress_context__)
    error.__suppress_context__ = False
    error.__cause__ = None
    print(error.__cause__, error.__suppress_context__, attempt(setattr, error, "__cause__", 5), attempt(setattr, error, "__context__", "x"), attempt(setattr, error, "__traceback__", 5), attempt(error.with_traceback, "x"), error.with_traceback(None) is error)
    error.__context__ = None
    print(error.__context__, attempt(raising, error, 5), repr(catch(raising, error, KeyError)), repr(catch(raising, error, KeyError).__cause__), attempt(raising, 5), attempt(raising, int), repr(catch(raising, ValueError)))
    if hasattr(error, "add_note"):
        print(error.add_note("first"), error.add_note("second"), error.__notes__, attempt(error.add_note, 5))
        error.__notes__ = 5
        print(attempt(error.add_note, "x"))
    stop = StopIteration(5)
    print(stop.value, StopIteration().value, setattr(stop, "value", 6), stop.value, stop.args, SystemExit("bye").code, SystemExit().code, SystemExit(1, 2).code, setattr(SystemExit(), "code", 3))
    names = [catch(lambda: undefined_name), catch(lambda: [].absent), catch(__import__, "no_such_module_here") if False else ImportError("x", name="mod", path="p")]
    print([getattr(each, "name", "-") for each in names], names[1].obj, AttributeError("m", name="n", obj=5).obj, NameError("m", name="n").name, AttributeError("m").name, ImportError("m").name, attempt(NameError, "m", obj=1), attempt(AttributeError, "m", what=1), attempt(ImportError, "m", what=1))
    for arguments in ((), (2,), (2, "text"), (2, "text", "file"), (13, "no"), (17, "there", "f"), (110, "slow"), (999, "odd"), ("x", "y")):
        made = OSError(*arguments)
        print(arguments, type(made).__name__, str(made), made.args, made.errno, made.strerror, made.filename)
    print(type(FileNotFoundError(13, "x")).__name__, IOError is OSError, EnvironmentError is OSError, str(KeyError("k")), str(KeyError()), str(KeyError("a", "b")), repr(KeyError("k")))
    print(attempt(BaseException.__new__, 5), attempt(BaseException.__new__, int), attempt(Exception, "x", y=1), repr(BaseException.__new__(ValueError, 1, 2)), BaseException.__str__(ValueError("s")), BaseException.__repr__(ValueError("s")), Exception.__init__(ValueError(), 1))
    print(SyntaxError("message").msg, SyntaxError().msg, UnicodeError("u").args, repr(asyncio.CancelledError("why")), repr(asyncio.QueueEmpty()), repr(asyncio.InvalidStateError("state")))
    first = catch(raising, ValueError("first"))
    try:
        try:
            raise first
        except ValueError:
            raise KeyError("second")
    except KeyError as second:
        print(repr(second.__context__), second.__context__ is first)
        try:
            raise first
        except ValueError as again:
            print(repr(again.__context__), repr(second.__context__))
    tb = catch(raising, ValueError("tb")).__traceback__
    print(tb.tb_lineno, tb.tb_next.tb_lineno, tb.tb_next.tb_next, tb.tb_frame.f_code.co_name, tb.tb_next.tb_frame.f_code.co_name, sys.exc_info())


asyncio.run(main())
