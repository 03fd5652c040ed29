"""The abstract context managers of contextlib cannot be instantiated, and recognise what has both methods."""
from contextlib import AbstractAsyncContextManager, AbstractContextManager
class A(AbstractAsyncContextManager):
    pass
try: A(); print("made")
except TypeError as e: print(e)
class B(AbstractContextManager):
    pass
try: B(); print("made")
except TypeError as e: print(e)
class S:
    async def __aenter__(self): return self
    async def __aexit__(self, *a): return None
class T:
    def __enter__(self): return self
    def __exit__(self, *a): return None
print(issubclass(S, AbstractAsyncContextManager), issubclass(T, AbstractContextManager), isinstance(T(), AbstractContextManager), isinstance(S(), AbstractContextManager))
import asyncio
print(isinstance(asyncio.Lock(), AbstractAsyncContextManager))
class Slots(AbstractAsyncContextManager):
    __slots__ = ()

    async def __aexit__(self, *args):
        await super().__aexit__(*args)


print(Slots.__slots__, isinstance(Slots(), AbstractAsyncContextManager))
