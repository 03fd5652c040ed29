// racing.mjs — stories in which a random sequence of acts meets tasks that wait: locks, queues, barriers, groups, timeouts, shields.

/** @typedef {import('../stories.mjs').Story} Story */
/** @typedef {import('../stories.mjs').Teller} Teller */

/** Acts in a row, each on a line of its own. @param {Teller} teller @param {number} least @param {string[]} acts @param {string} indent */
const inARow = ({ r }, least, acts, indent) => r.times(least + r.below(6), () => r.pick(acts)).join(`\n${indent}`);

/** @type {Story} */
export function permits(teller) {
  const { paste, r } = teller;
  const kind = r.pick(['Semaphore(0)', 'Semaphore(1)', 'Semaphore(2)', 'BoundedSemaphore(2)', 'Lock()', 'Semaphore(3)']);
  paste(`
    gate = asyncio.${kind}
    async def user(number):
        try:
            ${r.pick(['await gate.acquire()', 'say(number, await gate.acquire())', 'await asyncio.wait_for(gate.acquire(), 0.1)', 'await asyncio.wait_for(gate.acquire(), 0.02 * number)'])}
        except (asyncio.CancelledError, asyncio.TimeoutError) as error:
            say(number, "gave up", chain(error), gate.locked())
            ${r.pick(['raise', 'return', 'gate.release(); raise', 'await asyncio.sleep(0); raise'])}
        say(number, "has", gate.locked())
        try:
            await asyncio.sleep(${r.pick(['0', '0.01', '0.02', '0.05', '0.01 * number'])})
        finally:
            ${r.pick(['gate.release()', 'asyncio.get_running_loop().call_soon(gate.release)', 'gate.release(); await asyncio.sleep(0)', 'say(number, "releases"); gate.release()'])}
    users = [asyncio.create_task(user(number)) for number in range(6)]
    try:
        ${inARow(teller, 4, ['users[0].cancel()', 'users[1].cancel("m")', 'users[2].cancel()', 'users[3].cancel()', 'gate.release()', 'gate.release()', 'await asyncio.sleep(0)', 'await asyncio.sleep(0)', 'await asyncio.sleep(0.01)', 'await asyncio.sleep(0.02)', 'say(gate.locked(), [one.done() for one in users])', 'users.append(asyncio.create_task(user(len(users))))', 'await asyncio.wait_for(gate.acquire(), 0.05); say("main has")', 'gate.release(); users[4].cancel()', 'users[5].cancel(); gate.release()'], '        ')}
    except (RuntimeError, ValueError, asyncio.TimeoutError) as error:
        say(chain(error))
    done, pending = await asyncio.wait(users, timeout=0.5)
    say(len(done), len(pending), gate.locked(), repr(gate).split("[")[1])
    for one in users:
        one.cancel()
    say([type(one).__name__ for one in await asyncio.gather(*users, return_exceptions=True)], repr(gate).split("[")[1])`);
}

/** @type {Story} */
export function conditions(teller) {
  const { paste, r } = teller;
  paste(`
    condition = asyncio.Condition()
    level = 0
    async def waiter(number):
        try:
            async with condition:
                ${r.pick(['got = await condition.wait_for(lambda: level > number)', 'got = await asyncio.wait_for(condition.wait_for(lambda: level > number), 0.08)', 'got = await condition.wait()', 'got = await asyncio.wait_for(condition.wait(), 0.05)', 'got = await asyncio.wait_for(condition.wait(), 0.02 * number)'])}
                say(number, got, level, condition.locked())
                ${r.pick(['pass', 'await asyncio.sleep(0)', 'await asyncio.sleep(0.03)', 'condition.notify()', 'if number == 1: raise ValueError(number)'])}
        except (asyncio.CancelledError, asyncio.TimeoutError, RuntimeError) as error:
            say(number, "left", chain(error), condition.locked())
            ${r.pick(['raise', 'return number', 'async with condition: condition.notify()'])}
    waiters = [asyncio.create_task(waiter(number)) for number in range(4)]
    async def raises(amount, how):
        nonlocal level
        async with condition:
            level += amount
            how()
            ${r.pick(['pass', 'await asyncio.sleep(0)', 'await asyncio.sleep(0.02)'])}
    try:
        ${inARow(teller, 4, ['await asyncio.sleep(0)', 'await asyncio.sleep(0)', 'await asyncio.sleep(0.01)', 'await asyncio.sleep(0.03)', 'waiters[0].cancel()', 'waiters[1].cancel("m")', 'waiters[2].cancel()', 'await raises(1, condition.notify)', 'await raises(1, condition.notify_all)', 'await raises(2, lambda: condition.notify(2))', 'asyncio.create_task(raises(1, condition.notify_all))', 'asyncio.create_task(raises(1, condition.notify)); waiters[3].cancel()', 'say(level, condition.locked(), [one.done() for one in waiters])', 'condition.notify()', 'await condition.acquire(); condition.notify(); waiters[0].cancel(); condition.release()', 'waiters.append(asyncio.create_task(waiter(len(waiters))))'], '        ')}
    except RuntimeError as error:
        say(chain(error))
    done, pending = await asyncio.wait(waiters, timeout=0.4)
    say(len(done), len(pending), repr(condition).split("[")[1])
    for one in waiters:
        one.cancel()
    say([type(one).__name__ for one in await asyncio.gather(*waiters, return_exceptions=True)], repr(condition).split("[")[1])`);
}

/** @type {Story} */
export function queues(teller) {
  const { paste, r, minor } = teller;
  const shut = minor >= 13 ? ['queue.shutdown()', 'queue.shutdown(immediate=True)', 'queue.shutdown(); getters[0].cancel()', 'putters[0].cancel(); queue.shutdown(immediate=True)'] : [];
  const errors = minor >= 13 ? 'asyncio.QueueShutDown, ' : '';
  paste(`
    queue = asyncio.${r.pick(['Queue', 'Queue', 'LifoQueue', 'PriorityQueue'])}(${r.pick(['', '1', '2', '3'])})
    async def getter(number):
        got = []
        try:
            for turn in range(3):
                got.append(await ${r.pick(['queue.get()', 'asyncio.wait_for(queue.get(), 0.05)', 'queue.get()'])})
                ${r.pick(['pass', 'await asyncio.sleep(0)', 'await asyncio.sleep(0.01)'])}
                ${r.pick(['queue.task_done()', 'pass', 'queue.task_done()'])}
        except (${errors}asyncio.TimeoutError, asyncio.CancelledError, ValueError) as error:
            say("getter", number, chain(error))
            ${r.pick(['raise', 'return got', 'return got'])}
        finally:
            say("getter", number, got)
        return got
    async def putter(number):
        try:
            for turn in range(3):
                await ${r.pick(['queue.put(10 * number + turn)', 'asyncio.wait_for(queue.put(10 * number + turn), 0.05)'])}
                ${r.pick(['pass', 'say("put", number, turn)', 'await asyncio.sleep(0)'])}
        except (${errors}asyncio.TimeoutError, asyncio.CancelledError) as error:
            say("putter", number, chain(error))
            ${r.pick(['raise', 'pass'])}
    async def joiner():
        await queue.join()
        say("joined")
    getters = [asyncio.create_task(getter(number)) for number in range(${1 + r.below(3)})]
    putters = [asyncio.create_task(putter(number)) for number in range(${1 + r.below(3)})]
    join = asyncio.create_task(joiner())
    try:
        ${inARow(teller, 4, ['await asyncio.sleep(0)', 'await asyncio.sleep(0)', 'await asyncio.sleep(0.01)', 'getters[0].cancel()', 'putters[-1].cancel("p")', 'getters[-1].cancel(); putters[0].cancel()', 'queue.put_nowait(99)', 'say(queue.get_nowait())', 'queue.task_done()', 'say(queue.qsize(), queue.full(), queue.empty(), join.done())', 'await asyncio.wait_for(queue.put(50), 0.05)', 'say(await asyncio.wait_for(queue.get(), 0.05))', 'queue.put_nowait(7); getters[0].cancel()', ...shut], '        ')}
    except (${errors}asyncio.QueueEmpty, asyncio.QueueFull, asyncio.TimeoutError, ValueError) as error:
        say(chain(error))
    done, pending = await asyncio.wait([*getters, *putters, join], timeout=0.3)
    say(len(done), len(pending), repr(queue).split(" maxsize")[1])
    for one in pending:
        one.cancel()
    say([repr(one) for one in await asyncio.gather(*getters, *putters, join, return_exceptions=True)], repr(queue).split(" maxsize")[1])`);
}

/** Parties at a barrier that is reset, broken, or left. @type {Story} */
export function barriers(teller) {
  const { paste, r } = teller;
  paste(`
    barrier = asyncio.Barrier(${2 + r.below(3)})
    async def party(number):
        for turn in range(2):
            try:
                ${r.pick(['position = await barrier.wait()', 'position = await asyncio.wait_for(barrier.wait(), 0.05)', 'async with barrier as position:\n                    await asyncio.sleep(0.01)', 'async with asyncio.timeout(0.02 * number):\n                    position = await barrier.wait()'])}
                say(number, turn, position, barrier.n_waiting)
                ${r.pick(['pass', 'await asyncio.sleep(0)', 'if position == 0: await barrier.reset()', 'if number == 3: await barrier.abort()'])}
            except (asyncio.BrokenBarrierError, TimeoutError) as error:
                say(number, turn, chain(error), barrier.broken, barrier.n_waiting)
                ${r.pick(['pass', 'return', 'await barrier.reset()', 'raise'])}
    parties = [asyncio.create_task(party(number)) for number in range(${3 + r.below(3)})]
    try:
        ${inARow(teller, 3, ['await asyncio.sleep(0)', 'await asyncio.sleep(0)', 'await asyncio.sleep(0.01)', 'await barrier.reset()', 'await barrier.abort()', 'parties[0].cancel()', 'parties[1].cancel("m")', 'parties[2].cancel(); await barrier.reset()', 'say(barrier.n_waiting, barrier.broken, barrier.parties)', 'say(await asyncio.wait_for(barrier.wait(), 0.03))', 'parties.append(asyncio.create_task(party(len(parties))))', 'asyncio.create_task(barrier.reset()); parties[0].cancel()', 'parties[0].cancel(); parties.append(asyncio.create_task(party(9)))'], '        ')}
    except (asyncio.BrokenBarrierError, TimeoutError) as error:
        say(chain(error))
    done, pending = await asyncio.wait(parties, timeout=0.4)
    say(len(done), len(pending), barrier.broken, barrier.n_waiting, repr(barrier).split("[")[1])
    for one in parties:
        one.cancel()
    say([type(one).__name__ for one in await asyncio.gather(*parties, return_exceptions=True)], repr(barrier).split("[")[1])`);
}

/** cancel, uncancel and cancelling, under timeouts and groups. @type {Story} */
export function counted(teller) {
  const { paste, r, d } = teller;
  const act = ['me.cancel()', 'me.cancel("own")', 'say(me.uncancel())', 'say(me.cancelling())', 'await asyncio.sleep(0)', 'await hop()', `await asyncio.sleep(${d()})`, 'await asyncio.shield(hop())', 'say(me.uncancel(), me.cancelling())', 'me.cancel(); me.uncancel()', 'raise ValueError("act")', 'await asyncio.gather(hop())'];
  const block = () => r.pick(['if True:', 'async with asyncio.timeout(0.05):', 'async with asyncio.timeout(0):', 'async with asyncio.timeout(1):', 'async with asyncio.TaskGroup() as group:', 'async with asyncio.TaskGroup() as group:', 'async with asyncio.timeout(None) as limit:']);
  const head = block();
  const member = head.includes('TaskGroup') ? r.pick(['group.create_task(fails(0.01))', 'group.create_task(fails(0))', 'group.create_task(after(0.1))', 'pass']) : 'pass';
  paste(`
    async def fails(delay):
        await asyncio.sleep(delay)
        raise KeyError("member")
    async def body():
        me = asyncio.current_task()
        try:
            ${head}
                ${member}
                try:
                    ${inARow(teller, 2, act, '                    ')}
                except asyncio.CancelledError as error:
                    say("inner", error.args, me.cancelling())
                    ${r.pick(['raise', 'pass', 'me.uncancel()', 'await asyncio.sleep(0)', 'say(me.uncancel()); raise', 'raise OSError("instead")'])}
                ${block()}
                    ${inARow(teller, 1, act, '                    ')}
        except BaseException as error:
            say("outer", chain(error), me.cancelling())
            ${r.pick(['raise', 'pass', 'pass', 'while me.uncancel(): pass', 'await asyncio.sleep(0)'])}
        say("after", me.cancelling())
        await asyncio.sleep(0)
        return me.cancelling()
    task = asyncio.create_task(body())
    for act in range(3):
        ${r.pick(['await asyncio.sleep(0)', `await asyncio.sleep(${d()})`, 'await asyncio.sleep(0.05)'])}
        ${r.pick(['pass', 'task.cancel()', 'if act == 1: task.cancel("outside")', 'say(task.uncancel())', 'if act == 0: task.cancel(); task.uncancel()', 'if act == 2: task.cancel()'])}
    try:
        say("result", await ${r.pick(['task', 'asyncio.wait_for(task, 1)', 'asyncio.shield(task)'])})
    except BaseException as error:
        say("ended", chain(error))
    say(task.cancelling(), task.cancelled(), task.done(), asyncio.current_task().cancelling())`);
}

/** Groups in groups, shields in them, and cancellations from several sides. @type {Story} */
export function sheltered(teller) {
  const { paste, r, d } = teller;
  const guarded = () => r.pick(['await asyncio.shield(worker(name + "s", 0.05))', 'await asyncio.shield(saved)', 'await worker(name + "p", 0.03)', `async with asyncio.timeout(${r.pick(['0.02', '0.1'])}):\n                await asyncio.shield(saved)`, 'await asyncio.wait_for(asyncio.shield(saved), 0.03)', 'await asyncio.gather(asyncio.shield(saved), worker(name + "g", 0.01))', 'await asyncio.wait([saved])']);
  const act = ['await asyncio.sleep(0)', 'await asyncio.sleep(0.01)', 'await asyncio.sleep(0.03)', 'top.cancel("top")', 'saved.cancel("saved")', 'say(top.done(), saved.done(), top.cancelling())', 'top.cancel(); saved.cancel()', 'top.uncancel()', 'await asyncio.sleep(0.02)', `await asyncio.sleep(${d()})`];
  paste(`
    async def worker(name, delay):
        try:
            await asyncio.sleep(delay)
            ${r.pick(['pass', 'pass', 'if "p" in name: raise ValueError(name)', 'if name == "saved": raise LookupError(name)', 'if "s" in name: raise asyncio.CancelledError(name)'])}
            return name
        finally:
            say(name, "ends")
    async def member(name, group):
        try:
            ${guarded()}
            ${r.pick(['pass', 'group.create_task(worker(name + "late", 0.02))', 'raise KeyError(name)', 'await asyncio.sleep(0.05)'])}
        except asyncio.CancelledError as error:
            say(name, "cancelled", error.args, asyncio.current_task().cancelling())
            ${r.pick(['raise', 'pass', 'await asyncio.shield(worker(name + "c", 0.01)); raise', 'raise OSError(name)', 'group.create_task(worker(name + "x", 0.01)); raise'])}
    async def nested():
        async with asyncio.TaskGroup() as outer:
            outer.create_task(member("a", outer), name="a")
            try:
                async with asyncio.TaskGroup() as inner:
                    inner.create_task(member("b", inner), name="b")
                    outer.create_task(member("c", ${r.pick(['inner', 'outer'])}), name="c")
                    ${r.pick(['await asyncio.sleep(0.02)', 'pass', 'await member("body", inner)', 'raise TypeError("body")', 'await asyncio.sleep(1)'])}
            ${r.pick(['except* ValueError as group:\n                say("inner", [repr(one) for one in group.exceptions])', 'finally:\n                say("inner left")', 'except BaseException as error:\n                say("inner", chain(error))\n                raise', 'except BaseExceptionGroup as error:\n                say("inner", chain(error))'])}
            ${r.pick(['pass', 'await asyncio.sleep(0.03)', 'outer.create_task(worker("second", 0.02))'])}
        return "nested"
    saved = asyncio.create_task(worker("saved", ${r.pick(['0.06', '0.04', '0.02'])}), name="saved")
    top = asyncio.create_task(nested(), name="top")
    ${inARow(teller, 3, act, '    ')}
    for one in await asyncio.gather(top, saved, return_exceptions=True):
        say(chain(one) if isinstance(one, BaseException) else one)
    await asyncio.sleep(0.1)`);
}

/** Time limits and what they wait for, whose ends fall together. @type {Story} */
export function limits(teller) {
  const { paste, r } = teller;
  const delay = () => r.pick(['0', '0.05', '0.05', '0.1', '0.04999', '0.05001', '0.06']);
  const wait = (/** @type {number} */ depth) => {
    /** @type {() => string} */
    const inner = () => (depth > 2 ? r.pick([`part(${delay()})`, 'hop()', 'future', 'event.wait()']) : wait(depth + 1));
    return r.pick([`part(${delay()})`, `asyncio.wait_for(${inner()}, ${delay()})`, `asyncio.shield(${inner()})`, `asyncio.gather(${inner()}, ${inner()})`, `asyncio.wait_for(${inner()}, ${delay()})`, 'future', 'event.wait()', `asyncio.create_task(part(${delay()}))`]);
  };
  paste(`
    async def part(delay):
        try:
            await asyncio.sleep(delay)
            ${r.pick(['pass', 'if delay == 0.05: raise ValueError(delay)', 'if delay == 0: raise asyncio.CancelledError(delay)'])}
            return delay
        except asyncio.CancelledError as error:
            say("part", delay, error.args)
            ${r.pick(['raise', 'raise', 'return "kept on"', 'await asyncio.sleep(0.01); raise', 'raise KeyError(delay)'])}
    loop = asyncio.get_running_loop()
    event = asyncio.Event()
    for turn in range(2):
        future = loop.create_future()
        loop.call_later(${delay()}, resolve, future, "resolved")
        loop.call_later(${delay()}, event.set)
        ${r.pick(['pass', `loop.call_later(${delay()}, future.cancel)`, `loop.call_later(${delay()}, asyncio.current_task().cancel, "timer")`])}
        try:
            say("got", await asyncio.wait_for(${wait(0)}, ${delay()}))
        except BaseException as error:
            say("failed", chain(error))
        event.clear()
        try:
            say("got", await ${wait(1)})
        except BaseException as error:
            say("failed", chain(error))
    await asyncio.sleep(0.1)`);
}
