# Regression: what cannot be set was said to be of the object's class, not of the base that defines it; timestamps that are no numbers.
import asyncio
import datetime
import time


class Count(int):
    pass


def attempt(call):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, error)


async def main():
    for value in (True, 5, Count(3), 1.5):
        for name in ("real", "denominator"):
            if hasattr(value, name):
                attempt(lambda: setattr(value, name, 1))
    for moment in ("x", []):
        for function in (time.gmtime, time.ctime, datetime.date.fromtimestamp, datetime.datetime.fromtimestamp):
            attempt(lambda: function(moment))
    attempt(lambda: datetime.date.fromtimestamp(None))


asyncio.run(main())
