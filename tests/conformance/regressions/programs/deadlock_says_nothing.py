"""What ends a run that hangs can be caught, as any BaseException, and has no arguments.

Here it had a text, which names the tasks that wait; that is for whoever reads how the run ended.
"""
import asyncio


async def main():
    await asyncio.Event().wait()


for _ in range(2):
    try:
        asyncio.run(main())
    except BaseException as error:
        print(type(error).__name__, error.args, [str(error)])
        break
