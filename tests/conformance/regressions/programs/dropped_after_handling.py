"""What a function of asyncio was given lives as long as the exception that it raised: the warning of a coroutine that nobody
awaits comes at the end of the except clause, on the line that was run last."""
import asyncio
import warnings

warnings.simplefilter('always')


async def work(number):
    return number


def outside():
    try:
        asyncio.create_task(work(1))
    except RuntimeError as error:
        print(error)
        print('no loop')
    print('after')
    loop = asyncio.new_event_loop()
    loop.close()
    for number in range(2):
        try:
            loop.run_until_complete(work(number))
        except RuntimeError as error:
            print(error)
            continue
    try:
        loop.create_task(work(4))
    except RuntimeError:
        print('closed')
    print('after')


async def main():
    try:
        asyncio.run(work(5))
    except RuntimeError as error:
        print('Error:', error)
    print('after')
    try:
        asyncio.get_running_loop().run_until_complete(work(6))
    except RuntimeError as error:
        for part in str(error).split():
            print(part)
    print('after')


outside()
asyncio.run(main())
