# sys and os as far as a run in virtual time has them: streams, exits, limits, sizes, the exception that is handled.
import asyncio
import os
import sys


def attempt(function, *arguments, **named):
    try:
        return function(*arguments, **named)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


async def leaves(code):
    await asyncio.sleep(0.1)
    sys.exit(*code)


async def main():
    print("to err", file=sys.stderr, flush=True)
    print("a", "b", sep="-", end="!\n")
    print(attempt(print, "x", sep=5), attempt(print, "x", end=5), attempt(print, "x", file=5))
    for code in ((), (3,), ("words",), (None,), ((1, 2),)):
        try:
            await leaves(code)
        except SystemExit as leaving:
            print("exit", repr(leaving), leaving.code)
    try:
        raise ValueError("handled")
    except ValueError:
        print(sys.exc_info()[0].__name__, sys.exc_info()[1], sys.exception() if hasattr(sys, "exception") else "no sys.exception")
    print(sys.exc_info(), sys.exception() if hasattr(sys, "exception") else None)
    print(attempt(sys.intern, 5), sys.intern("word"), attempt(sys.setrecursionlimit, 0), attempt(sys.setrecursionlimit, "x"), sys.getdefaultencoding(), sys.byteorder, sys.platform != "", sys.version_info[:1], sys.version_info >= (3, 10), sys.version_info.major, sys.version_info.releaselevel)
    print(sys.float_info.max, sys.float_info.dig, sys.float_info[0] == sys.float_info.max, sys.getrefcount(main) > 0, sys.getsizeof([]) > 0, sys.getsizeof([1] * 100) > sys.getsizeof([]))
    print(os.environ.get("SURELY_NOT_SET_HERE"), os.getenv("SURELY_NOT_SET_HERE"), os.getenv("SURELY_NOT_SET_HERE", "fallback"), os.getpid() > 0, os.sep, os.path.join("a", "b"), os.path.basename("a/b.py"), os.path.splitext("b.py"))
    print(round(sys.getswitchinterval(), 6), attempt(sys.setswitchinterval, 0), attempt(sys.setswitchinterval, -1), attempt(sys.setswitchinterval, "x"))


asyncio.run(main())
