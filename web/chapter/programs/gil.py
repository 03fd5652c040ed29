import asyncio

where = "thread"  #: loop | thread
threads = 1       #: 1..4

def compute():  # nothing but bytecode
    n = 10_000
    while n: n -= 1

async def heartbeat():
    now = asyncio.get_running_loop().time
    for beat in range(1, 8):
        due = now() + 0.01
        await asyncio.sleep(0.01)
        late = (now() - due) * 1000
        print(f"beat {beat}: {late:.0f} ms late")

async def main():
    pulse = asyncio.create_task(heartbeat())
    await asyncio.sleep(0.015)
    if where == "thread":
        await asyncio.gather(*[asyncio.to_thread(compute)
                               for _ in range(threads)])
    else:
        compute()
    print("computed")
    await pulse

asyncio.run(main())
