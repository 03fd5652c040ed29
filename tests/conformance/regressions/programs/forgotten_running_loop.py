"""In 3.13, run_forever() of the loop that runs refuses and cleans up all the same: afterwards there is no running loop, though it runs."""
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    loop.call_later(0.1, print, 'later')
    try:
        loop.run_forever()
    except RuntimeError as error:
        print(error)
    print(loop.is_running())
    try:
        print(asyncio.get_running_loop() is loop)
    except RuntimeError as error:
        print(error)
    future = loop.create_future()
    loop.call_later(0.2, future.set_result, 'set')
    print(await future)
    try:
        await asyncio.sleep(0.1)
    except RuntimeError as error:
        print(error)
    return 'main'


loop = asyncio.new_event_loop()
print(loop.run_until_complete(main()))
loop.close()
