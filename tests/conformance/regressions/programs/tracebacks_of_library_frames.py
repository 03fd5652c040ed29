# A traceback that has frames of the library only begins with its first line; an exception that was never raised has none.
import asyncio
import traceback


def show(what, error):
    lines = "".join(traceback.format_exception(type(error), error, error.__traceback__)).splitlines()
    kept = [line for line in lines if not line.startswith(("  File", "    "))]
    print(what, kept[-2:])


async def main():
    loop = asyncio.get_running_loop()
    never = loop.create_future()
    never.set_exception(ValueError("never raised"))
    show("future", never.exception())
    event = asyncio.Event()
    waits = loop.create_task(asyncio.wait_for(event.wait(), 0.01))
    sleeps = loop.create_task(asyncio.sleep(5))
    early = loop.create_task(asyncio.sleep(5))
    early.cancel()
    group = asyncio.gather(waits, sleeps, return_exceptions=True)
    await asyncio.sleep(0)
    loop.call_later(0.05, sleeps.cancel)
    results = await group
    show("timeout", results[0])
    show("cancelled", results[1])
    show("timeout", waits.exception())
    try:
        await early
    except asyncio.CancelledError as error:
        show("early", error)
    broken = loop.create_future()
    loop.call_soon(broken.set_exception, LookupError("broken"))
    shielded = loop.create_task(asyncio.wait_for(broken, 1))
    await asyncio.wait([shielded])
    show("wait_for", shielded.exception())
    show("what it waited for", broken.exception())


asyncio.run(main())
