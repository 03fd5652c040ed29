# Regression: a try statement that began with a jump, and was itself jumped to, lost its handlers: finally clauses were skipped.
import asyncio


def fails(kind):
    try:
        try:
            print("nothing to catch")
        except (TypeError, KeyError):
            pass
        try:
            if False:
                print("never")
            raise kind("told")
        finally:
            print("inner finally")
    finally:
        print("outer finally")


def catches(kind):
    for turn in range(3):
        try:
            pass
        except TypeError:
            pass
        try:
            if False:
                pass
            else:
                raise kind(turn)
        except ArithmeticError as error:
            print("caught", error)
            continue


async def waits():
    try:
        pass
    except TypeError:
        pass
    async with asyncio.Lock():
        if False:
            pass
        while False:
            pass
        try:
            if False:
                pass
            await asyncio.sleep(1)
        except asyncio.CancelledError:
            print("cancelled")
            raise
        finally:
            print("no longer waits")


async def main():
    try:
        fails(ArithmeticError)
    except ArithmeticError as error:
        print(repr(error))
    catches(ArithmeticError)
    task = asyncio.create_task(waits())
    await asyncio.sleep(0.1)
    task.cancel()
    print(await asyncio.gather(task, return_exceptions=True))


asyncio.run(main())
