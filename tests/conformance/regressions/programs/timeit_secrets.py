"""timeit.default_timer and secrets were refused; programs take their clock from one and their names from the other."""
import asyncio
import secrets
import timeit
from timeit import default_timer as timer


async def main():
    start = timer()
    await asyncio.sleep(1.5)
    print(f'{timer() - start:.3f}', timeit.timeit(lambda: None, number=10), timeit.repeat(lambda: None, number=2, repeat=3))
    calls = []
    print(timeit.Timer(lambda: calls.append(1), setup=lambda: calls.append(0)).timeit(number=3), calls)
    print(len(secrets.token_hex(8)), len(secrets.token_bytes(5)), len(secrets.token_urlsafe()), secrets.randbelow(1))
    print(secrets.choice('a'), 0 <= secrets.randbits(4) < 16, secrets.compare_digest('a', 'a'))
    try:
        secrets.randbelow(0)
    except ValueError as error:
        print(error)


asyncio.run(main())
