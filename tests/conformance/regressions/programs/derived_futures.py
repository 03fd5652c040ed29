"""An object of a class that derives from Future or Task is that object wherever asyncio hands it out: to callbacks, as
the current task, in all_tasks() and in the sets of wait(). Its __init__ may do something before it calls Task's.
"""
import asyncio


class Promise(asyncio.Future):
    """A future with a label."""

    def __init__(self, label, **options):
        self.label = label
        super().__init__(**options)

    @property
    def shouted(self):
        return self.label.upper()


class Plain(asyncio.Future):
    pass


class Job(asyncio.Task):
    started = 0

    def __init__(self, coro, **options):
        self.label = coro.__name__
        Job.started += 1
        super().__init__(coro, **options)

    def __repr__(self):
        return f'<Job {self.label} {"done" if self.done() else "pending"}>'


class Lost(asyncio.Future):
    def __init__(self):
        pass


async def who():
    await asyncio.sleep(0.1)
    return asyncio.current_task()


async def main():
    loop = asyncio.get_running_loop()
    promise = Promise('first')
    print(asyncio.isfuture(promise), asyncio.ensure_future(promise) is promise, asyncio.wrap_future(promise) is promise)
    print(next(iter(Plain())).__class__.__name__, promise.shouted)
    promise.add_done_callback(lambda done: print('callback', done is promise, done.label))
    loop.call_later(0.2, promise.set_result, 5)
    job = Job(who(), loop=loop, name='job')
    print(job in asyncio.all_tasks(), job, Job.started)
    job.add_done_callback(lambda done: print('callback', done is job))
    done, pending = await asyncio.wait([job, promise], return_when=asyncio.FIRST_COMPLETED)
    print(list(done), pending == {promise}, job.result() is job)
    print(await asyncio.gather(promise, Job(asyncio.sleep(0.1, 'slept'), loop=loop)))
    print(await asyncio.shield(promise), await asyncio.wait_for(promise, 1))
    for future in asyncio.as_completed([promise]):
        print(await future)
    plain = Plain()
    print(isinstance(plain, asyncio.Future), type(plain) is Plain, repr(plain))
    try:
        plain.result()
    except asyncio.InvalidStateError as error:
        print(error)
    try:
        print(Lost().done(), Lost().cancelled())
        Lost().get_loop()
    except RuntimeError as error:
        print(error)
    job = Job(who(), loop=loop)
    await asyncio.sleep(0)
    job.cancel()
    try:
        await job
    except asyncio.CancelledError:
        print(job.cancelled(), job)

    loop.set_task_factory(lambda loop, coro, **options: Job(coro, loop=loop, **options))
    print(await asyncio.create_task(who()), await asyncio.gather(who(), who()))
    loop.set_task_factory(None)
    loop.set_exception_handler(lambda loop, context: print(context['message'], context['future'] is not None))
    failed = Plain()
    failed.set_exception(ValueError('nobody asks'))
    del failed
    quiet = Plain()
    quiet.set_exception(ValueError('nobody needs to'))
    quiet._log_traceback = False
    try:
        quiet._log_traceback = True
    except ValueError as error:
        print(error)
    del quiet
    waiting = Plain()
    waiting.cancel('one reason')
    waiting._cancel_message = 'another reason'
    try:
        await waiting
    except asyncio.CancelledError as error:
        print(error.args)


asyncio.run(main())
