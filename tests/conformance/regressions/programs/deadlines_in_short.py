"""A Timeout shows round(when, 3), correctly rounded and of an int an int: 0.1005 was shown as 0.1, and 5 as 5.0."""
# python >= 3.11
import asyncio


async def main():
    async with asyncio.timeout_at(5) as limit:
        print(limit, limit.when())
        limit.reschedule(7)
        print(limit, limit.when())
        limit.reschedule(True)
        print(limit, limit.when())
        limit.reschedule(None)
        print(limit, limit.when())
    async with asyncio.timeout(2) as limit:
        print(limit, limit.when())
        for when in (0.1005, 0.10049, 0.0005, 1e300, 2.5, 10):
            limit.reschedule(when)
            print(limit)


asyncio.run(main())
