# Regression: small things of asyncio programs that were missing or wrong.
import asyncio
import contextvars
import queue
import signal
from enum import IntFlag, auto

user = contextvars.ContextVar('user')


class Permission(IntFlag):
    READ = auto()
    WRITE = auto()


def produce(loop, items):
    for number in range(3):
        items.put(number)
    loop.call_soon_threadsafe(print, 'produced', items.qsize())


async def main():
    # The argument of a ContextVar's LookupError is the variable.
    try:
        user.get()
    except LookupError as exc:
        print(exc.args[0] is user)
    loop = asyncio.get_running_loop()
    items = queue.Queue()
    await loop.run_in_executor(None, produce, loop, items)
    print([items.get_nowait() for _ in range(3)], items.empty())
    try:
        items.get_nowait()
    except queue.Empty as exc:
        print(repr(exc))
    print(signal.SIGTERM.name, int(signal.SIGINT), signal.Signals(15), signal.getsignal(signal.SIGTERM))
    print(Permission.READ | Permission.WRITE, repr(Permission.READ), asyncio.Queue[int], asyncio.Future[str])


asyncio.run(main())
