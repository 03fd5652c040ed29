"""What is being handled around a throw(): an exception thrown into a coroutine goes straight to the innermost of those that wait for each other.

What the others are handling is no context there until the innermost has been sent something; what the thrower is handling is. The TaskGroup of a
task that asyncio.run cancels showed it: its first CancelledError gets the exception that ends the run as its context.
"""
import asyncio


def chain(error, depth=0):
    if error is None or depth > 6:
        return "-"
    return f"{type(error).__name__}{error.args}<{chain(error.__cause__, depth + 1)}|{chain(error.__context__, depth + 1)}>"


class Manager:
    def __init__(self, raises):
        self.raises = raises

    async def __aenter__(self):
        return self

    async def __aexit__(self, kind, error, traceback):
        try:
            await asyncio.sleep(1)
        except BaseException as slept:
            print("slept", chain(slept))
        try:
            raise KeyError("thrown into")
        except KeyError as key:
            print("in exit", chain(key))
        await asyncio.sleep(0)
        try:
            raise KeyError("sent to")
        except KeyError as key:
            print("in exit", chain(key))
        if self.raises:
            raise LookupError("out of exit")


async def managed(raises):
    try:
        async with Manager(raises):
            raise ValueError("body")
    except BaseException as error:
        print("managed", chain(error))


async def inner():
    try:
        raise IndexError("inner")
    except IndexError:
        try:
            await asyncio.sleep(1)
        finally:
            try:
                {}["k"]
            except KeyError as key:
                print("finally", chain(key))


async def outer():
    try:
        raise OSError("outer")
    except OSError:
        try:
            await inner()
        except BaseException as error:
            print("outer", chain(error))


async def locked(lock):
    try:
        raise OSError("locked")
    except OSError:
        try:
            async with lock:
                pass
        except BaseException as error:
            print("locked", chain(error))


async def waiting():
    try:
        raise OSError("waiting")
    except OSError:
        try:
            await asyncio.wait_for(asyncio.Event().wait(), 0.01)
        except BaseException as error:
            print("waited", chain(error))
        try:
            await asyncio.gather(asyncio.sleep(1))
        except BaseException as error:
            print("gathered", chain(error))


def first():
    try:
        raise OSError("first")
    except OSError:
        try:
            yield from second()
        except BaseException as error:
            print("first", chain(error))
            raise


def second():
    try:
        yield 1
    except BaseException as error:
        print("second", chain(error))
        if not isinstance(error, GeneratorExit):
            raise TypeError("from second")


class Thrown:
    def __iter__(self):
        return self

    def __next__(self):
        return 1

    def throw(self, *args):
        try:
            raise KeyError("in throw")
        except KeyError as key:
            print("throw", chain(key))
        raise RuntimeError("out of throw")


def through_class():
    try:
        raise OSError("around")
    except OSError:
        try:
            yield from Thrown()
        except BaseException as error:
            print("around", chain(error))
        yield 2


async def numbers():
    try:
        await asyncio.sleep(0.1)
    except asyncio.CancelledError:
        yield 99


async def consumed():
    made = numbers()
    try:
        print(await made.__anext__())
        await made.__anext__()
    except StopAsyncIteration as stop:
        print("consumed", chain(stop))


async def grouped():
    try:
        if hasattr(asyncio, "TaskGroup"):
            async with asyncio.TaskGroup() as group:
                group.create_task(asyncio.sleep(0))
                raise asyncio.CancelledError("first")
    except BaseException as error:
        print("grouped", chain(error))
        raise


async def main():
    lock = asyncio.Lock()
    await lock.acquire()
    tasks = [asyncio.create_task(made) for made in (managed(False), managed(True), outer(), locked(lock), waiting())]
    await asyncio.sleep(0.1)
    try:
        raise BufferError("main")
    except BufferError:
        for task in tasks:
            task.cancel("stop")
        await asyncio.gather(*tasks, return_exceptions=True)
        made = first()
        next(made)
        try:
            made.throw(ValueError("thrown"))
        except BaseException as error:
            print("thrown", chain(error))
        made = through_class()
        next(made)
        print(made.throw(ValueError("thrown")))
        made = second()
        next(made)
        made.close()


async def given_up():
    tasks = [asyncio.create_task(grouped()), asyncio.create_task(consumed())]
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    raise asyncio.CancelledError("main")


asyncio.run(main())
try:
    asyncio.run(given_up())
except asyncio.CancelledError as error:
    print("end", chain(error))
