# A callback that raises stays until the end, and with it what it was called with: its exception and the context of the report hold each other.
import asyncio


class Held:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('del', self.name)


def fail(held):
    raise ValueError(held.name)


def give_up(held):
    raise asyncio.CancelledError(held.name)


def tell(loop, context):
    print(context['message'].split('(')[0])


async def main():
    loop = asyncio.get_running_loop()
    for handler in (tell, None):
        loop.set_exception_handler(handler)
        loop.call_soon(fail, Held('soon'))
        loop.call_soon(give_up, Held('given up'))
        loop.call_later(0.1, fail, Held('later'))
        future, held = loop.create_future(), Held('callback')
        future.add_done_callback(lambda done, held=held: fail(held))
        future.set_result(1)
        del future, held
        await asyncio.sleep(0.2)
        print('slept')
    failing = loop.create_future()
    failing.set_exception(LookupError('nobody looks'))
    failing.add_done_callback(lambda done: fail(Held('made')))
    del failing
    await asyncio.sleep(0)
    print('main ends')


asyncio.run(main())
print('end')
