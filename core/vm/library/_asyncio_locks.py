"""How `async with` enters asyncio's locks, for classes of the program that change it."""


class Entering:
    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, exc_type, exc, tb):
        self.release()
