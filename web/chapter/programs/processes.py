import asyncio
from concurrent import futures

where = "processes"  #: threads | processes

def compute(number):  # nothing but bytecode
    n = 10_000
    while n: n -= 1
    return number

async def heartbeat():
    now = asyncio.get_running_loop().time
    for beat in range(1, 7):
        due = now() + 0.01
        await asyncio.sleep(0.01)
        late = (now() - due) * 1000
        print(f"beat {beat}: {late:.0f} ms late")

async def main():
    pulse = asyncio.create_task(heartbeat())
    await asyncio.sleep(0.015)
    if where == "processes":
        pool = futures.ProcessPoolExecutor(3)
    else:
        pool = futures.ThreadPoolExecutor(3)
    submit = asyncio.get_running_loop().run_in_executor
    print("computed", await asyncio.gather(
        *[submit(pool, compute, n) for n in range(3)]))
    await pulse

if __name__ == "__main__":  # where a process begins
    asyncio.run(main())
