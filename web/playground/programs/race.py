import asyncio

MIRRORS = {"Graz": 0.3, "Oslo": 0.12, "Porto": 0.2}

async def fetch(place):
    try:
        await asyncio.sleep(MIRRORS[place])
        return place
    except asyncio.CancelledError:
        print(place, "was too slow")
        raise

async def main():
    racers = [asyncio.create_task(fetch(place), name=place)
              for place in MIRRORS]
    done, others = await asyncio.wait(
        racers, return_when=asyncio.FIRST_COMPLETED)
    for task in others:
        task.cancel()
    await asyncio.gather(*others, return_exceptions=True)
    print("from", done.pop().result())

asyncio.run(main())
