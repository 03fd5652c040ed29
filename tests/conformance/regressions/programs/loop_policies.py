"""Each event loop policy remembers a loop of its own: another one that is set knows nothing of the loop before, and the old one, set again, does. None stands for a new one."""
import asyncio
import warnings

warnings.simplefilter('ignore')
first = asyncio.new_event_loop()
first.set_debug(False)


def look(what):
    try:
        loop = asyncio.get_event_loop_policy().get_event_loop()
        print(what, loop is first, loop.is_closed())
    except RuntimeError as error:
        print(what, error)


asyncio.set_event_loop(first)
look('set')
old = asyncio.get_event_loop_policy()
print(asyncio.get_event_loop_policy() is old)
asyncio.set_event_loop_policy(asyncio.DefaultEventLoopPolicy())
print(asyncio.get_event_loop_policy() is old)
look('another')
look('again')
asyncio.set_event_loop_policy(None)
look('none')
asyncio.set_event_loop_policy(old)
look('old')
for wrong in (lambda: asyncio.set_event_loop_policy(3), lambda: asyncio.set_event_loop('loop')):
    try:
        wrong()
    except (TypeError, AssertionError) as error:
        print(repr(error))


async def main():
    asyncio.set_event_loop_policy(None)
    print(asyncio.get_event_loop() is asyncio.get_running_loop(), asyncio.get_event_loop_policy() is old)


asyncio.run(main())
look('after')
asyncio.set_event_loop_policy(old)
look('old after')
