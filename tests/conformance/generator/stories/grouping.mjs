// grouping.mjs — stories of several tasks: nested groups, groups that grow, gather, wait, as_completed, eager tasks, races.

/** @typedef {import('../stories.mjs').Story} Story */

/** Groups in groups, whose errors are sorted by except*. @type {Story} */
export function nested({ paste, r, d }) {
  const error = () => r.pick(['ValueError("v")', 'KeyError("k")', 'OSError(500, "o")', 'asyncio.CancelledError("c")', 'TimeoutError()', 'ExceptionGroup("own", [ValueError(7), TypeError("t")])', 'ZeroDivisionError("z")']);
  paste(`
    async def child(name, delay, error=None):
        try:
            await asyncio.sleep(delay)
            if error is not None:
                raise error
            say(name, "is done")
            return name
        except asyncio.CancelledError as caught:
            say(name, "cancelled", caught.args)
            ${r.pick(['raise', 'raise', 'raise ValueError(name) from caught', 'return None', 'await asyncio.sleep(0.05); raise'])}
    async def branch(name):
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(child(name + "1", ${d()}, ${error()}))
                group.create_task(child(name + "2", ${d()}${r.chance(0.5) ? `, ${error()}` : ''}), name=name)
                ${r.pick(['pass', `await asyncio.sleep(${d()})`, `raise ${error()}`])}
        except* ${r.pick(['ValueError', '(KeyError, OSError)', 'Exception'])} as caught:
            say(name, "caught", chain(caught))
            ${r.pick(['pass', 'raise RuntimeError(name)', 'raise', 'raise caught.exceptions[0]'])}
        ${r.pick(['finally', 'else'])}:
            say(name, "over", asyncio.current_task().cancelling())
        return name
    try:
        async with asyncio.TaskGroup() as outer:
            one = outer.create_task(branch("a"))
            two = outer.create_task(branch("b"))
            ${r.pick(['pass', `await asyncio.sleep(${d()})`, 'outer.create_task(child("c", 0.1))', `${r.pick(['one', 'two'])}.cancel("from outside")`])}
            ${r.pick(['say(await one)', 'pass', 'asyncio.current_task().cancel("parent")'])}
    except* ${r.pick(['ValueError', 'RuntimeError'])} as caught:
        say("first", chain(caught))
    except* Exception as caught:
        say("second", chain(caught), len(caught.exceptions), caught)
    say(one.done(), two.done(), one.cancelled(), repr(two), asyncio.current_task().cancelling())`);
}

/** Members that start others, or come too late. @type {Story} */
export function spawning({ paste, r, d }) {
  paste(`
    results = []
    async def grow(group, depth):
        await asyncio.sleep(${d()})
        results.append(depth)
        for turn in range(depth):
            ${r.pick(['group.create_task(grow(group, depth - 1))', 'results.append(group.create_task(grow(group, depth - 1), name=f"g{depth}-{turn}").get_name())'])}
        if depth == ${r.below(3)}:
            ${r.pick(['pass', 'raise ValueError(depth)', 'asyncio.current_task().cancel()', 'say(group)'])}
        return depth
    group = asyncio.TaskGroup()
    try:
        ${r.pick(['pass', 'group.create_task(hop())', 'say(group)'])}
    except RuntimeError as error:
        say(repr(error))
    try:
        async with ${r.pick(['group', 'asyncio.timeout(0.3), group', 'group, gate'])}:
            first = group.create_task(grow(group, ${1 + r.below(3)}))
            first.add_done_callback(lambda task: say("first is done", task.cancelled()))
            ${r.pick(['pass', 'say(await first)', 'return results', 'asyncio.get_running_loop().call_later(0.1, first.cancel)'])}
    except BaseException as error:
        say(chain(error))
    say(results)
    try:
        ${r.pick(['group.create_task(hop())', 'async with group:\n            pass', 'group.create_task(3)', 'asyncio.TaskGroup().create_task(hop())'])}
    except BaseException as error:
        say(repr(error))`);
}

/** @type {Story} */
export function gathered({ paste, r, d }) {
  const item = () => r.pick([`part("a", ${d()})`, `part("b", ${d()}, KeyError("b"))`, 'asyncio.sleep(0.1, "slept")', 'future', 'shared', 'asyncio.gather(part("n", 0), part("m", 0.1))', `part("c", ${d()}, asyncio.CancelledError("c"))`, 'asyncio.shield(shared)', 'shared']);
  paste(`
    async def part(name, delay, error=None):
        say("part", name)
        await asyncio.sleep(delay)
        if error:
            raise error
        return name
    future = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().call_later(${r.pick(['0.05', '0', '0.2'])}, lambda: future.done() or future.${r.pick(['set_result("set")', 'set_exception(OSError("set"))', 'cancel("set")', 'set_result(None)'])})
    shared = asyncio.create_task(part("shared", ${d()}))
    every = asyncio.gather(${r.times(1 + r.below(4), item).join(', ')}${r.chance(0.4) ? ', return_exceptions=True' : ''})
    say(every, every.done())
    every.add_done_callback(lambda done: say("gathered", done.cancelled()))
    ${r.pick(['pass', `await asyncio.sleep(${d()})`, 'shared.cancel("shared")', 'asyncio.get_running_loop().call_later(0.1, every.cancel, "all")', 'every.cancel()', 'asyncio.get_running_loop().call_later(0.08, shared.cancel)'])}
    try:
        say(await ${r.pick(['every', 'every', 'asyncio.wait_for(every, 0.25)', 'asyncio.shield(every)'])})
    except BaseException as error:
        say("failed", chain(error), every.done(), every.cancelled())
    await asyncio.sleep(${r.pick(['0', '0.3'])})
    say(await asyncio.gather(), await asyncio.gather(hop(), return_exceptions=True), shared.done(), future.done(), every)`);
}

/** @type {Story} */
export function waited({ paste, r, d }) {
  paste(`
    async def part(name, delay):
        try:
            await asyncio.sleep(delay)
            if name in ${r.pick(['"b"', '"ac"', '""', '"abcd"'])}:
                raise ${r.pick(['ValueError(name)', 'asyncio.CancelledError(name)', 'KeyError(name)'])}
            return name
        finally:
            ${r.pick(['pass', 'say("ends", name)', 'await asyncio.sleep(0)'])}
    waiting = [asyncio.create_task(part(name, delay), name=name) for name, delay in zip("abcd", [${r.times(4, d).join(', ')}])]
    ${r.pick(['pass', 'waiting[0].cancel()', 'await asyncio.sleep(0)', 'waiting[-1].set_name("e")'])}
    pending = ${r.pick(['waiting', 'set(waiting)', 'tuple(waiting)', 'waiting + waiting', 'dict.fromkeys(waiting)'])}
    rounds = 0
    while pending and rounds < 6:
        rounds += 1
        done, pending = await asyncio.wait(pending, return_when=asyncio.${r.pick(['FIRST_COMPLETED', 'FIRST_EXCEPTION', 'ALL_COMPLETED', 'FIRST_COMPLETED'])}${r.pick(['', ', timeout=0.15', ', timeout=0', ', timeout=None', ', timeout=0.3'])})
        say(sorted(task.get_name() for task in done), sorted(task.get_name() for task in pending))
        for task in sorted(done, key=lambda task: task.get_name()):
            say(task.get_name(), task.cancelled() or task.exception() or task.result())
        ${r.pick(['pass', 'if rounds == 2: [task.cancel("enough") for task in waiting if task in pending]', 'await asyncio.sleep(0.05)', 'break'])}
    for task in waiting:
        task.cancel()
    say(await asyncio.gather(*waiting, return_exceptions=True))
    try:
        await asyncio.wait(${r.pick(['[]', 'waiting[0]', '{}', 'waiting, return_when="SOME"', 'hop()', '[1]', '(task for task in waiting)'])})
    except Exception as error:
        say(repr(error)[:60].split(" at 0x")[0])`);
}

/** @type {Story} */
export function completed({ paste, r, minor }) {
  const loop = minor >= 13 ? r.pick(['for', 'async for']) : 'for';
  paste(`
    async def part(name, delay):
        await asyncio.sleep(delay)
        if name == ${r.pick(['"b"', '"a"', '"x"'])}:
            raise ${r.pick(['ValueError(name)', 'asyncio.CancelledError(name)', 'LookupError(name, 1)'])}
        return name
    delays = ${r.pick(['[0.3, 0.1, 0.2]', '[0.1, 0.11, 0.12]', '[0.2, 0.1]', '[0.4, 0.31, 0.2, 0.13]'])}
    jobs = [asyncio.create_task(part(name, delay)) for name, delay in zip("abcd", delays)]
    seen = 0
    try:
        ${loop} one in asyncio.as_completed(jobs${r.pick(['', ', timeout=0.25', ', timeout=1', ', timeout=0.15'])}):
            seen += 1
            try:
                say("next", await one${loop === 'async for' ? ', one in jobs' : ''})
            except (ValueError, LookupError, asyncio.CancelledError) as error:
                say("error", chain(error))
            ${r.pick(['pass', 'if seen == 1: jobs[0].cancel()', 'await asyncio.sleep(0.01)', 'if seen == 2: break', 'pass'])}
        else:
            say("no more")
    except asyncio.TimeoutError as error:
        say("too late", repr(error), seen)
    say([job.done() for job in jobs])
    for job in jobs:
        job.cancel()
    say(await asyncio.gather(*jobs, return_exceptions=True))
    ${r.pick(['pass', 'for one in asyncio.as_completed([]):\n        say("never")', 'try:\n        asyncio.as_completed(hop())\n    except TypeError as error:\n        say(type(error).__name__)', 'say([await one for one in asyncio.as_completed([asyncio.sleep(0.1, 1), asyncio.sleep(0.2, 2)])])'])}`);
}

/** @type {Story} */
export function eager({ paste, r, d, minor }) {
  paste(`
    def step(name):
        task = asyncio.current_task()
        say(name, task.get_name() if task.get_name().startswith("e") else "unnamed", label.get())
    async def quick(value):
        step("quick")
        label.set(value)
        if value == 3:
            raise ${r.pick(['ValueError(value)', 'KeyError(value)', 'asyncio.CancelledError(value)'])}
        return value
    async def slow(value):
        step("slow before")
        await ${r.pick(['asyncio.sleep(0)', `asyncio.sleep(${d()})`, 'quick(1)', 'asyncio.create_task(quick(2))', 'hop()', 'asyncio.gather(quick(4), hop())'])}
        step("slow after")
        return value * 2
    loop = asyncio.get_running_loop()
    loop.set_task_factory(${r.pick(['asyncio.eager_task_factory', 'asyncio.create_eager_task_factory(asyncio.Task)', 'asyncio.create_eager_task_factory(lambda coro, **options: asyncio.Task(coro, **options))'])})
    try:
        made = [asyncio.create_task(quick(1)), asyncio.create_task(slow(5)${r.chance(0.5) ? ', name="eager"' : ''}), asyncio.create_task(quick(${r.pick(['3', '4'])}))]
        say([task.done() for task in made], len(asyncio.all_tasks()), label.get())
        made[1].add_done_callback(lambda task: say("callback", task.done()))
        ${r.pick(['pass', 'made[1].cancel("eager")', 'await asyncio.sleep(0)', 'say(await asyncio.wait_for(slow(9), 0.3))', 'say(await asyncio.gather(slow(1), quick(2)))'])}
        say(await asyncio.gather(*made, return_exceptions=True))
        async with asyncio.TaskGroup() as group:
            members = [group.create_task(quick(6)), group.create_task(slow(7))]
            say([member.done() for member in members])
        say([member.result() for member in members])
    except BaseException as error:
        say(chain(error))
    finally:
        loop.set_task_factory(None)
    ${minor >= 12 ? r.pick(['pass', 'say(asyncio.Task(quick(8), loop=loop, eager_start=True).done())', 'say(await asyncio.Task(slow(8), eager_start=False))']) : 'pass'}`);
}

/** The first answer wins, the others are cancelled. @type {Story} */
export function racing({ paste, r, d }) {
  paste(`
    class Race:
        def __init__(self, *names):
            self.names = names
            self.log = []
        async def run(self, name, delay):
            try:
                await asyncio.sleep(delay)
                self.log.append(name)
                if name == ${r.pick(['"tortoise"', '"hare"', '""'])}:
                    raise RuntimeError(name)
                return name, delay
            except asyncio.CancelledError:
                self.log.append(f"-{name}")
                ${r.pick(['raise', 'await asyncio.sleep(0.05); raise', 'return None'])}
        async def first(self, delays):
            tasks = {asyncio.create_task(self.run(name, delay)): name for name, delay in zip(self.names, delays)}
            try:
                done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED${r.pick(['', ', timeout=0.2'])})
                for task in pending:
                    task.cancel()
                ${r.pick(['await asyncio.gather(*pending, return_exceptions=True)', 'if pending: await asyncio.wait(pending)', 'await asyncio.sleep(0)', 'pass'])}
                return [tasks[task] if task.exception() else task.result() for task in done]
            finally:
                say("race", self.log)
    race = Race("tortoise", "hare", "snail")
    for delays in ((${d()}, ${d()}, ${d()}), (0.3, 0.1, 0.2)):
        try:
            say("won", await ${r.pick(['race.first(delays)', 'asyncio.wait_for(race.first(delays), 0.25)'])})
        except (RuntimeError, asyncio.TimeoutError) as error:
            say("lost", chain(error))
    await asyncio.sleep(0.1)
    say(race.log)`);
}
