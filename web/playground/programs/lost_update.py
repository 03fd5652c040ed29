import asyncio
import contextlib

careful = False  #: True | False

balance = 100

async def withdraw(amount, lock):
    global balance
    async with lock if careful else contextlib.nullcontext():
        before = balance
        await asyncio.sleep(0.1)  # ask the bank
        balance = before - amount
        print("took", amount, "leaves", balance)

async def main():
    lock = asyncio.Lock()
    await asyncio.gather(*[withdraw(10, lock) for _ in range(4)])
    print("expected 60, found", balance)

asyncio.run(main())
