"""What ends the loop leads by its traceback to the handle that ran, and so to the task or what the callback was given: the task died at once, and was said never to have been asked for its exception."""
import asyncio


class Kept:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('gone', self.name)


async def step(kind):
    kept = Kept('variable')
    await asyncio.sleep(0)
    raise kind


def callback(kind, kept):
    raise kind


async def main(kind, how):
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print('handler', context['message'].split(' <')[0], repr(context.get('exception'))))
    if how == 'task':
        asyncio.create_task(step(kind))
    elif how == 'soon':
        loop.call_soon(callback, kind, Kept('argument'))
    elif how == 'later':
        loop.call_later(0.01, callback, kind, Kept('argument'))
    elif how == 'future':
        future = loop.create_future()
        future.add_done_callback(lambda future: callback(kind, None))
        future.set_result(Kept('result'))
        future = None
    else:
        await step(kind)
    await asyncio.sleep(1)


kept = []
for kind in KeyboardInterrupt, SystemExit:
    for how in 'task', 'soon', 'later', 'future', 'main':
        try:
            asyncio.run(main(kind, how))
        except BaseException as error:
            print(how, 'caught', repr(error))
            kept.append(error)      # only the collector ends what is held in a ring
