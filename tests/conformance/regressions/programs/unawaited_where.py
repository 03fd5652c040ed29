"""A coroutine that dies with the variables of a function was said to die in that function, so that several calls gave one warning.

In CPython a function that returns is over before its variables go: the line is the caller's.
"""
import asyncio
import warnings


async def job():
    pass


def keep(coroutine):
    return 5


def keep_all(*coroutines):
    last = coroutines[-1]
    return 5


def make():
    made = job()
    return 3


def calls():
    keep(job())
    keep_all(job(),
             job())
    make()
    keep(
        job())


async def main():
    keep(job())
    job()
    made = job()
    del made
    await asyncio.sleep(0)


for call in (calls, lambda: asyncio.run(main())):
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        call()
    print([(str(one.message), one.lineno) for one in seen if "never awaited" in str(one.message)][:6])
