# In debug mode reprs of futures say where the program made them; a cancelled handle keeps what it would have called.
import asyncio

HERE = (lambda: 0).__code__.co_filename


def show(*things):
    for thing in things:
        text = repr(thing).replace(HERE, "here").replace("OrderedTimer", "TimerHandle")
        # Others are made in functions of the loop, which whoever replaces time has replaced.
        print(text if text.startswith("<Future") else text.split(" created at")[0].rstrip(">"))


def called(*given):
    pass


async def work():
    await asyncio.sleep(0.1)


def handles(loop):
    soon = loop.call_soon(called, 1, "two")
    at = loop.call_at(50, called)
    later = loop.call_later(
        60,
        called,
        3,
    )
    return soon, at, later


async def main():
    loop = asyncio.get_running_loop()
    future = asyncio.Future()
    made = handles(loop)
    show(future, *made)
    for handle in made:
        handle.cancel()
        handle.cancel()
    show(*made)
    task = loop.create_task(work(), name="work")
    show(task)
    future.add_done_callback(called)
    show(future)
    future.set_result("done")
    show(future)
    await asyncio.sleep(0)
    failed = asyncio.Future(loop=loop)
    failed.set_exception(KeyError("no"))
    show(failed, failed.exception())
    await task
    show(task)
    loop.set_debug(False)
    show(task, made[0])
    plain = asyncio.Future()
    quiet = loop.call_later(1, called)
    quiet.cancel()
    show(plain, quiet)
    loop.set_debug(True)
    show(plain, quiet)
    other = loop.create_task(work())
    other.set_name("other")
    other.cancel()
    show(other)
    try:
        await other
    except asyncio.CancelledError:
        show(other)


asyncio.run(main(), debug=True)
