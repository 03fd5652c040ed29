import asyncio
import time

where = "loop"  #: loop | thread

def parse_report():
    time.sleep(0.25)  # holds up whoever calls it
    return "parsed"

async def heartbeat():
    for beat in range(1, 9):
        print("beat", beat)
        await asyncio.sleep(0.05)

async def main():
    pulse = asyncio.create_task(heartbeat())
    await asyncio.sleep(0.1)
    if where == "thread":
        print(await asyncio.to_thread(parse_report))
    else:
        print(parse_report())
    await pulse

asyncio.run(main())
