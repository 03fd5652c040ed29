# Regression: fmean() of nothing said nothing of the division that 3.10 tries first; texts and weights of no weight were taken.
import asyncio
import statistics


def told(function, *arguments, **named):
    try:
        print(function(*arguments, **named))
    except Exception as error:
        print(type(error).__name__, error, "|", repr(error.__context__), repr(error.__cause__))


async def main():
    told(statistics.fmean, [])
    told(statistics.fmean, iter([1, 2.5]))
    told(statistics.fmean, ["3"])
    told(statistics.fmean, [1, 2], weights=[1])
    told(statistics.fmean, [1, 2], [3, 4])
    told(statistics.fmean, [1, 2], [0, 0])
    told(statistics.fmean, (0.1 for _ in range(10)))
    told(statistics.fmean)


asyncio.run(main())
