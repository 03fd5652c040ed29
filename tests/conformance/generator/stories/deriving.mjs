// deriving.mjs — stories of classes that derive from asyncio's, of a program's own default pool, of limits within limits, and of groups
// of eager tasks.

/** @typedef {import('../stories.mjs').Story} Story */

/** Queues with hooks, locks that tell, futures with attributes. @type {Story} */
export function derived({ paste, r, d, minor }) {
  paste(`
    class Unique(asyncio.${r.pick(['Queue', 'Queue', 'LifoQueue', 'PriorityQueue'])}):
        ${r.pick(['def _init(self, maxsize):\n            super()._init(maxsize)\n            self.seen = set()', 'def __init__(self, maxsize=0):\n            self.seen = set()\n            super().__init__(maxsize)'])}
        def _put(self, item):
            say("hook puts", item, item in self.seen)
            if item not in self.seen:
                self.seen.add(item)
                super()._put(item)
        ${r.pick(['def _get(self):\n            item = super()._get()\n            say("hook gets", item)\n            return item', 'async def get(self):\n            return "got", await super().get()', 'def __len__(self):\n            return self.qsize()', 'def task_done(self):\n            say("one less")\n            super().task_done()'])}
    class Told(asyncio.${r.pick(['Lock', 'Semaphore', 'BoundedSemaphore', 'Event', 'Condition'])}):
        entered = 0
        ${r.pick(['async def __aenter__(self):\n            self.entered += 1\n            return await super().__aenter__() if hasattr(super(), "__aenter__") else None', 'def __repr__(self):\n            return f"<Told {self.locked() if hasattr(self, \'locked\') else self.is_set()}>"'])}
    class Noted(asyncio.Future):
        note = "none"
        def note_it(self, done):
            self.note = ${r.pick(['"noted"', 'done.done()', 'str(done.cancelled())'])}
    queue, told, noted = Unique(${r.pick(['', '2'])}), Told(), Noted(loop=asyncio.get_running_loop())
    noted.mark = "mark"
    ${r.pick(['pass', 'noted.add_done_callback(noted.note_it)'])}
    async def consumer(name):
        try:
            for turn in range(3):
                say(name, await asyncio.wait_for(queue.get(), 0.1))
                queue.task_done()
        except (asyncio.TimeoutError, ValueError) as error:
            say(name, repr(error))
    async def user(name):
        try:
            ${r.pick(['async with told:\n                say(name, told.entered)\n                await asyncio.sleep(0.02)', 'await told.acquire()\n            await asyncio.sleep(0.01)\n            told.release()', 'await asyncio.wait_for(told.wait(), 0.05)', 'async with told:\n                told.notify()\n                await asyncio.wait_for(told.wait(), 0.05)'])}
        except (AttributeError, TypeError, RuntimeError, ValueError, asyncio.TimeoutError) as error:
            say(name, type(error).__name__)
        return name
    async def waiter():
        ${r.pick(['return await noted', 'return await asyncio.wait_for(noted, 0.2)', 'return await asyncio.shield(noted)', 'return (await asyncio.gather(noted))[0]'])}
    waiting = asyncio.create_task(waiter())
    users = [asyncio.create_task(user(name)) for name in "uvw"] + [asyncio.create_task(consumer(name)) for name in "xy"]
    for item in (3, 1, 3, 2):
        try:
            ${r.pick(['await queue.put(item)', 'queue.put_nowait(item)', 'await asyncio.wait_for(queue.put(item), 0.05)'])}
        except (asyncio.QueueFull, asyncio.TimeoutError) as error:
            say(repr(error))
    await asyncio.sleep(${d()})
    ${r.pick(['noted.set_result(5)', 'noted.cancel("no")', 'waiting.cancel("wait")', 'noted.set_exception(KeyError("k"))', 'resolve(noted, 1); noted.note = "late"'])}
    for one in await asyncio.gather(waiting, *users, return_exceptions=True):
        say(repr(one))
    say(noted.note, noted.mark, noted.done(), isinstance(noted, asyncio.Future), asyncio.isfuture(noted), told.entered, sorted(queue.seen), type(queue).__mro__[1].__name__)
    ${minor >= 13 ? r.pick(['queue.shutdown()', 'pass', 'queue.shutdown(immediate=True)']) : 'pass'}
    say(queue.qsize(), queue.empty(), queue.full())`);
}

/** Limits within limits, moved while they wait. @type {Story} */
export function limits({ paste, r, d }) {
  const limit = () => r.pick(['asyncio.timeout(0.1)', 'asyncio.timeout(0.05)', 'asyncio.timeout(None)', 'asyncio.timeout(0)', 'asyncio.timeout_at(loop.time() + 0.08)', 'asyncio.timeout_at(loop.time() - 1)', 'asyncio.timeout(1)']);
  const act = (/** @type {string} */ name) => r.pick([`${name}.reschedule(loop.time() + 0.05)`, `${name}.reschedule(None)`, `${name}.reschedule(loop.time())`, `${name}.reschedule(loop.time() - 1)`, `say(${name}, ${name}.when() is None, ${name}.expired())`, `loop.call_later(0.02, ${name}.reschedule, loop.time() + 0.2)`, `await asyncio.sleep(${d()})`, 'await asyncio.sleep(0.06)', 'await asyncio.wait_for(asyncio.sleep(0.07), 0.03)', 'await asyncio.shield(saved)', 'await asyncio.wait([saved], timeout=0.02)', 'raise LookupError("body")', 'asyncio.current_task().cancel("self")', 'await asyncio.sleep(0)', 'time.sleep(0.1)', `async with ${name}: pass`]);
  paste(`
    loop = asyncio.get_running_loop()
    saved = asyncio.create_task(after(0.12))
    for attempt in range(2):
        outer = inner = None
        try:
            async with ${limit()} as outer:
                ${act('outer')}
                try:
                    async with ${limit()} as inner:
                        ${act('inner')}
                        ${act('outer')}
                        ${act('inner')}
                    say("inner left", inner)
                except ${r.pick(['TimeoutError', '(TimeoutError, LookupError)', 'asyncio.CancelledError', 'RuntimeError'])} as error:
                    say("inner", chain(error), inner.expired(), outer.expired(), asyncio.current_task().cancelling())
                    ${r.pick(['pass', 'raise', 'await asyncio.sleep(0.05)', 'raise KeyError("handler")'])}
                ${act('outer')}
            say("outer left", outer)
        except BaseException as error:
            say("outer", chain(error), outer, inner, asyncio.current_task().cancelling())
            while asyncio.current_task().uncancel():
                pass
            if not isinstance(error, (Exception, asyncio.CancelledError)):
                raise
        for one in (outer, inner):
            try:
                one and one.reschedule(None)
            except RuntimeError as error:
                say(error)
    say(await asyncio.wait_for(saved, 1))`);
}

/** Eager tasks in groups in groups. @type {Story} */
export function eagerGroups({ paste, r, d }) {
  paste(`
    loop = asyncio.get_running_loop()
    order = []
    async def leaf(name, turns):
        order.append(name)
        try:
            for turn in range(turns):
                await ${r.pick(['asyncio.sleep(0)', `asyncio.sleep(${d()})`, 'hop()', 'asyncio.gather(hop(), asyncio.sleep(0))'])}
            if name == ${r.pick(['"a1"', '"b0"', '"z"', '"c"'])}:
                raise ${r.pick(['ValueError(name)', 'KeyError(name)', 'asyncio.CancelledError(name)'])}
        finally:
            order.append(name + "-")
        return name
    async def branch(name, depth):
        order.append(name)
        async with asyncio.TaskGroup() as group:
            members = [group.create_task(leaf(f"{name}{number}", ${r.pick(['number', '0', '1 - number'])})${r.pick(['', ', name=f"{name}{number}"'])}) for number in range(2)]
            say(name, [member.done() for member in members], group)
            if depth:
                ${r.pick(['group.create_task(branch(name + "d", depth - 1))', 'await branch(name + "d", depth - 1)', 'await asyncio.wait_for(branch(name + "d", depth - 1), 0.2)'])}
            ${r.pick(['pass', 'await members[0]', 'members[1].cancel()', 'await asyncio.sleep(0)'])}
        return [member.result() for member in members if not member.cancelled()]
    loop.set_task_factory(${r.pick(['asyncio.eager_task_factory', 'asyncio.eager_task_factory', 'None'])})
    try:
        async with asyncio.TaskGroup() as top:
            one = top.create_task(branch("a", 1))
            two = top.create_task(branch("b", ${r.below(2)}))
            three = top.create_task(leaf("c", 0))
            say("members", one.done(), two.done(), three.done(), order)
            ${r.pick(['pass', 'say(await one)', 'two.cancel("two")', 'three.cancel()'])}
        say(one.result(), two.result(), three.result())
    except* (ValueError, KeyError) as group:
        say(chain(group))
    except* asyncio.CancelledError as group:
        say("cancelled", chain(group))
    finally:
        loop.set_task_factory(None)
    say(order, asyncio.current_task().cancelling(), len(asyncio.all_tasks()) > 0)`);
}

/** A pool of the program's own as the default one. @type {Story} */
export function ownPool({ paste, r, d }) {
  const job = () => r.pick(['loop.run_in_executor(None, work, "a", 0.1)', 'asyncio.to_thread(work, "b", 0.05)', 'loop.run_in_executor(own, work, "c", 0)', 'loop.run_in_executor(other, work, "d", 0.1)', 'asyncio.wait_for(asyncio.to_thread(work, "e", 0.2), 0.1)', 'asyncio.shield(loop.run_in_executor(None, work, "f", 0.1))', 'asyncio.wrap_future(own.submit(work, "g", 0.05))']);
  paste(`
    loop = asyncio.get_running_loop()
    def begin(name):
        print("begins", name, threading.current_thread().name)
    def work(name, seconds):
        print("works", name, threading.current_thread().name, label.get())
        time.sleep(seconds)
        if name == ${r.pick(['"a"', '"b"', '"z"', '"d"'])}:
            raise ${r.pick(['LookupError(name)', 'ValueError(name)', 'asyncio.CancelledError(name)'])}
        return name
    own = concurrent.futures.ThreadPoolExecutor(${r.pick(['1', '2', '3'])}, ${r.pick(['"own"', 'thread_name_prefix="default"'])}${r.pick(['', ', initializer=begin, initargs=("own",)'])})
    other = concurrent.futures.ThreadPoolExecutor(max_workers=${r.pick(['1', '2'])})
    label.set("own pool")
    loop.set_default_executor(${r.pick(['own', 'own', 'other'])})
    for turn in range(${r.pick(['1', '2'])}):
        jobs = [asyncio.ensure_future(one) for one in (${r.times(3 + r.below(3), job).join(', ')})]
        await asyncio.sleep(${d()})
        ${r.pick(['pass', 'jobs[0].cancel()', 'jobs[-1].cancel("late")', 'say([one.done() for one in jobs])'])}
        try:
            say(${r.pick(['await asyncio.gather(*jobs)', 'await asyncio.wait_for(asyncio.gather(*jobs), 0.12)', 'len((await asyncio.wait(jobs, timeout=0.15))[0])', 'len((await asyncio.wait(jobs, return_when=asyncio.FIRST_EXCEPTION))[1])'])})
        except (Exception, asyncio.CancelledError) as error:
            say("failed", chain(error))
    say([type(one).__name__ for one in await asyncio.gather(*jobs, return_exceptions=True)])
    other.shutdown(${r.pick(['', 'wait=False', 'cancel_futures=True'])})
    try:
        await loop.run_in_executor(other, work, "late", 0)
    except RuntimeError as error:
        say(error)
    ${r.pick(['own.shutdown()', 'pass', 'await loop.run_in_executor(own, begin, "again")'])}`);
}
