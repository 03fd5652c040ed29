# Regression: sets of numbers that come out of set operations were in another order than CPython's.
import asyncio


async def main():
    some, one = {1, 2, 3}, {9}
    print(some ^ one, one ^ some, some | one, one | some)
    print({1, 2, 9, 17} & {17, 9}, {17, 9} & {1, 2, 9, 17}, {1, 2, 9, 17} - {1})
    print(some.symmetric_difference([9, 1]), {8, 16, 24} & {24, 16, 40}, {3, 11, 19}.intersection({19, 11}))
    print(frozenset([10, 2]) | {18, 26}, {26, 18, 10} ^ {2, 10})


asyncio.run(main())
