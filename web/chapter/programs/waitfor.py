import asyncio

def me():
    return asyncio.current_task().get_name()

async def reply():
    await asyncio.sleep(0.1)
    return f"reply ran in {me()}"

async def main():
    print("main runs in", me())
    print(await asyncio.wait_for(reply(), timeout=1))

asyncio.run(main())
