# Every directive of strftime that C knows by name, the calendar behind it, and what time refuses.
import asyncio
import time

DIRECTIVES = "aAbBcdDeFhHIjmMpRSTuUVwWxXyY%"
MOMENTS = [0, 59, 951782400, 1078099199, 1704067199, 1704067200, 1735689599, 4102444800, 68169600.75]


def attempt(function, *arguments):
    try:
        print(" ", function(*arguments))
    except (TypeError, ValueError, OverflowError) as error:
        print(" ", type(error).__name__, error)


async def main():
    for seconds in MOMENTS:
        moment = time.gmtime(seconds)
        print(seconds, tuple(moment), time.asctime(moment))
        print(" ", " ".join(f"{letter}={time.strftime('%' + letter, moment)}" for letter in DIRECTIVES))
        print(" ", time.strftime("%G-W%V-%u %g %C %r %n|%t|%%", moment).split(" "))
    print(time.mktime(time.gmtime(951782400)), time.mktime((2000, 2, 29, 0, 0, 0, 0, 0, 0)), time.mktime((2001, 0, 0, 1, 2, 3, -1, 0, -1)))
    print(time.ctime(), time.ctime(1e9), time.ctime(None), time.asctime())
    await asyncio.sleep(3661)
    print(time.strftime("%H:%M:%S"), time.localtime() == time.gmtime(), time.asctime(time.localtime()))
    first = time.gmtime(0)
    print(first, first.tm_year, first[1], len(first), first[:3])
    print(time.struct_time((2024, 1, 31, 23, 59, 58, 2, 31, 0)) < time.gmtime(1706745599), time.struct_time(range(9)))
    print(time.timezone, time.altzone, time.daylight)
    print("refused")
    attempt(time.sleep, -1)
    attempt(time.gmtime, "now")
    attempt(time.ctime, [])
    attempt(time.strftime, 5)
    attempt(time.strftime, "%Y", 5)
    attempt(time.strftime, "%Y", (2024, 1))
    attempt(time.strftime, "%Y", (2024, 1, 1, 0, 0, 0, 0, "x", 0))
    for place, value in ((1, 13), (2, 32), (3, 24), (4, 60), (5, 62), (6, -2), (7, 367)):
        fields = [2024, 1, 1, 0, 0, 0, 0, 1, 0]
        fields[place] = value
        attempt(time.strftime, "%Y", tuple(fields))
        attempt(time.asctime, tuple(fields))
    attempt(time.gmtime, float("nan"))
    attempt(time.gmtime, 1e30)
    attempt(time.struct_time, (1, 2, 3))


asyncio.run(main())
