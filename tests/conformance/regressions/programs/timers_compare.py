# Regression: handles of timers could not be compared.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    early, late = loop.call_later(1, print, 'early'), loop.call_later(2, print, 'late')
    print(early < late, early > late, early <= late, early >= late, sorted([late, early]) == [early, late])
    early.cancel()
    await asyncio.sleep(2.5)


asyncio.run(main())
