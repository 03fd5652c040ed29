import asyncio

patience = 0.25  #: 0.05..0.50

async def part(name, seconds):
    await asyncio.sleep(seconds)
    print("got", name)
    return name

async def main():
    try:
        async with asyncio.timeout(patience):
            await asyncio.gather(
                part("head", 0.1), part("body", 0.2), part("foot", 0.3))
    except TimeoutError:
        print("served without the rest")

asyncio.run(main())
