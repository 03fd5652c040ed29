// sharing.mjs — stories of locks, events, conditions, barriers, semaphores and queues that several tasks share.

/** @typedef {import('../stories.mjs').Story} Story */

/** Who gets a lock when some that wait are cancelled. @type {Story} */
export function locked({ paste, r, d }) {
  const kind = r.pick(['Lock()', 'Semaphore(1)', 'Semaphore(2)', 'BoundedSemaphore(1)']);
  paste(`
    lock = asyncio.${kind}
    say(lock.locked(), repr(lock).split("[")[1])
    async def user(name, delay):
        say(name, "wants")
        ${r.pick(['async with lock:', 'await lock.acquire()\n        if True:'])}
            say(name, "has", lock.locked())
            try:
                await asyncio.sleep(delay)
                ${r.pick(['pass', 'if name == 1: raise ValueError(name)', 'if name == 2: return "early"'])}
            finally:
                say(name, "leaves")
        ${r.pick(['await asyncio.sleep(0)', 'pass'])}
        return name
    users = [asyncio.create_task(user(name, ${d()})) for name in range(${3 + r.below(3)})]
    await asyncio.sleep(${r.pick(['0', '0.05'])})
    users[${r.below(3)}].cancel()
    ${r.pick(['pass', 'users[1].cancel("too")', 'lock.release()', 'await asyncio.sleep(0)', `users[2].cancel(); users[0].cancel()`])}
    say(await asyncio.wait_for(asyncio.gather(*users, return_exceptions=True), 0.9))
    say(lock.locked(), repr(lock).split("[")[1])
    try:
        lock.release()
        say("released")
        ${kind.startsWith('Lock') ? 'pass' : 'say(lock._value)'}
    except (RuntimeError, ValueError) as error:
        say(repr(error))`);
}

/** @type {Story} */
export function notified({ paste, r, d }) {
  paste(`
    condition = asyncio.Condition(${r.pick(['', '', 'asyncio.Lock()'])})
    stock = []
    async def buyer(name, wanted):
        try:
            async with condition:
                ${r.pick([`await condition.wait_for(lambda: len(stock) >= wanted)`, `while len(stock) < wanted:\n                    await condition.wait()\n                    say(name, "looks", len(stock))`])}
                say(name, "takes", [stock.pop(0) for turn in range(wanted)], condition.locked())
                ${r.pick(['pass', `await asyncio.sleep(${d()})`, 'condition.notify()'])}
            return name
        except asyncio.CancelledError:
            say(name, "leaves", condition.locked())
            ${r.pick(['raise', 'return "gone"'])}
    buyers = [asyncio.create_task(buyer(f"b{n}", n)) for n in (${r.pick(['1, 2', '2, 1, 1', '1, 1, 3', '0, 1'])})]
    await asyncio.sleep(0)
    for item in range(${2 + r.below(4)}):
        async with condition:
            stock.append(item)
            condition.${r.pick(['notify()', 'notify_all()', 'notify(2)', 'notify(0)'])}
            ${r.pick(['pass', 'await asyncio.sleep(0)', `await asyncio.sleep(${d()})`, 'if item == 1: buyers[0].cancel()'])}
        ${r.pick(['await asyncio.sleep(0)', 'pass', `await asyncio.sleep(${d()})`, 'if item == 2: buyers[-1].cancel()'])}
    say(stock, repr(condition).split("[")[1])
    done, pending = await asyncio.wait(buyers, timeout=0.5)
    say(len(done), len(pending))
    for one in pending:
        one.cancel()
    say(await asyncio.gather(*buyers, return_exceptions=True))
    try:
        ${r.pick(['condition.notify()', 'await condition.wait()', 'condition.release()', 'await asyncio.wait_for(condition.acquire(), 0.1); condition.notify(5); condition.release(); say("fine")'])}
    except (RuntimeError, asyncio.TimeoutError) as error:
        say(repr(error))`);
}

/** @type {Story} */
export function barred({ paste, r, d }) {
  paste(`
    barrier = asyncio.Barrier(${2 + r.below(2)})
    async def party(name, delay):
        for turn in range(2):
            try:
                await asyncio.sleep(delay)
                ${r.pick(['position = await barrier.wait()', 'position = await asyncio.wait_for(barrier.wait(), 0.3)', 'async with barrier as position:\n                    say(name, "inside", barrier.n_waiting)\n                    await asyncio.sleep(0)'])}
                say(name, turn, position, barrier.n_waiting, barrier.broken)
                ${r.pick(['pass', 'if position == 0: say("leader")'])}
            except (asyncio.BrokenBarrierError, TimeoutError) as error:
                say(name, "broken", chain(error), barrier.broken)
                ${r.pick(['pass', 'await barrier.reset()', 'return name'])}
            except asyncio.CancelledError:
                say(name, "cancelled", barrier.n_waiting)
                raise
        return name
    parties = [asyncio.create_task(party(name, delay)) for name, delay in zip("abc", [${r.times(3, d).join(', ')}])]
    await asyncio.sleep(${d()})
    ${r.pick(['pass', 'parties[0].cancel()', 'await barrier.abort()', 'await barrier.reset()', 'say(barrier.parties, repr(barrier).split("[")[1])'])}
    ${r.pick(['pass', 'await asyncio.sleep(0.1); await barrier.reset()', 'await asyncio.sleep(0); await barrier.abort()'])}
    done, pending = await asyncio.wait(parties, timeout=1.5)
    say(len(done), len(pending), barrier.broken, barrier.n_waiting)
    for one in pending:
        one.cancel()
    say(await asyncio.gather(*parties, return_exceptions=True), repr(barrier).split("[")[1])
    ${r.pick(['pass', 'try:\n        asyncio.Barrier(0)\n    except ValueError as error:\n        say(repr(error))'])}`);
}

/** Getters and putters that wait and are cancelled. @type {Story} */
export function queued({ paste, r, d }) {
  paste(`
    queue = asyncio.${r.pick(['Queue', 'LifoQueue', 'PriorityQueue'])}(${r.pick(['', '1', '2', 'maxsize=3'])})
    async def put(name):
        for number in range(3):
            try:
                ${r.pick(['await queue.put((number, name))', 'await asyncio.wait_for(queue.put((number, name)), 0.2)'])}
                say(name, "put", number, queue.qsize())
            except asyncio.TimeoutError:
                say(name, "is too late")
            ${r.pick(['pass', `await asyncio.sleep(${d()})`])}
    async def get(name):
        got = []
        try:
            while len(got) < 4:
                ${r.pick(['item = await queue.get()', 'item = await asyncio.wait_for(queue.get(), 0.3)', 'item = queue.get_nowait() if not queue.empty() else await queue.get()'])}
                got.append(item)
                ${r.pick(['queue.task_done()', `await asyncio.sleep(${d()}); queue.task_done()`, 'await asyncio.sleep(0)'])}
        except (asyncio.TimeoutError, asyncio.CancelledError, asyncio.QueueEmpty) as error:
            say(name, "stops", repr(error))
            ${r.pick(['pass', 'if isinstance(error, asyncio.CancelledError): raise'])}
        say(name, got)
        return len(got)
    getters = [asyncio.create_task(get(name)) for name in ("g", "h")]
    putters = [asyncio.create_task(put(name)) for name in ("p", "q")]
    await asyncio.sleep(${d()})
    ${r.pick(['pass', 'getters[0].cancel()', 'putters[1].cancel("stop")', 'getters[1].cancel(); putters[0].cancel()', 'say(queue.full(), queue.empty(), queue.maxsize)'])}
    done, pending = await asyncio.wait(getters + putters, timeout=0.8)
    say(len(done), queue.qsize(), repr(queue).split(" maxsize")[1])
    for task in pending:
        task.cancel()
    say(await asyncio.gather(*getters, *putters, return_exceptions=True))
    try:
        ${r.pick(['queue.task_done()', 'say(queue.get_nowait())', 'await asyncio.wait_for(queue.join(), 0.1)', 'for n in range(5): queue.put_nowait((n, "x"))', 'for n in range(9): queue.task_done()'])}
    except (ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.TimeoutError) as error:
        say(repr(error))`);
}

/** Items of equal priority, and such as cannot be compared. @type {Story} */
export function ranked({ paste, r }) {
  const items = r.pick(['[(2, "b"), (1, "z"), (2, "a"), (1, "y"), (0, "q")]', '[3, 1, 2, 1, 3]', '["b", "a", "c", "a"]', '[(1, {}), (0, {}), (2, {})]', '[(1, {}), (1, {})]', '[Job(2, "x"), Job(1, "y"), Job(2, "w"), Job(1, "v")]', '[1, "a"]', '[1.5, True, 0, -2]']);
  paste(`
    @dataclasses.dataclass(order=True)
    class Job:
        rank: int
        name: str = dataclasses.field(compare=False)
    queue = asyncio.${r.pick(['PriorityQueue', 'PriorityQueue', 'PriorityQueue', 'LifoQueue'])}()
    async def drain():
        got = []
        while True:
            got.append(await queue.get())
            queue.task_done()
            ${r.pick(['await asyncio.sleep(0)', 'say(got[-1])', 'await asyncio.sleep(0.1)'])}
            if len(got) == ${2 + r.below(4)}:
                return got
    ${r.pick(['task = asyncio.create_task(drain())', 'task = asyncio.create_task(drain()); await asyncio.sleep(0)'])}
    try:
        for item in ${items}:
            ${r.pick(['queue.put_nowait(item)', 'await queue.put(item)', 'await asyncio.sleep(0.05); queue.put_nowait(item)'])}
    except TypeError as error:
        say(repr(error), queue.qsize())
    try:
        say(await asyncio.wait_for(task, 1))
        await asyncio.wait_for(queue.join(), 0.2)
        say("joined")
    except (asyncio.TimeoutError, TypeError) as error:
        say(chain(error), queue.qsize())
    rest = []
    while not queue.empty():
        ${r.pick(['rest.append(queue.get_nowait())', 'rest.append(await queue.get())'])}
    say(rest)`);
}

/** Queue.shutdown. @type {Story} */
export function shutDown({ paste, r, d }) {
  paste(`
    queue = asyncio.${r.pick(['Queue', 'LifoQueue', 'PriorityQueue'])}(${r.pick(['', '1', '2'])})
    async def consumer(name):
        try:
            while True:
                item = await queue.get()
                say(name, "took", item)
                ${r.pick(['pass', `await asyncio.sleep(${d()})`])}
                ${r.pick(['queue.task_done()', 'queue.task_done()', 'pass'])}
        except asyncio.QueueShutDown as error:
            say(name, "shut", repr(error))
            return name
    async def producer():
        for number in range(4):
            try:
                await queue.put(number)
            except asyncio.QueueShutDown as error:
                say("put", number, repr(error))
                ${r.pick(['break', 'raise', 'pass'])}
            ${r.pick(['pass', 'await asyncio.sleep(0.05)'])}
    async def joiner():
        await queue.join()
        say("joined")
    workers = [asyncio.create_task(consumer(f"c{n}")) for n in range(${1 + r.below(2)})] + [asyncio.create_task(producer()), asyncio.create_task(joiner())]
    await asyncio.sleep(${d()})
    queue.shutdown(${r.pick(['', '', 'immediate=True', 'True'])})
    say(queue.qsize(), repr(queue).split(" maxsize")[1])
    try:
        ${r.pick(['queue.put_nowait(9)', 'say(queue.get_nowait())', 'await queue.put(9)', 'say(await queue.get())', 'queue.shutdown(True)', 'queue.task_done()'])}
    except (asyncio.QueueShutDown, asyncio.QueueEmpty, asyncio.QueueFull, ValueError) as error:
        say(repr(error))
    done, pending = await asyncio.wait(workers, timeout=0.6)
    say(len(done), len(pending))
    for one in pending:
        one.cancel()
    say(await asyncio.gather(*workers, return_exceptions=True))`);
}

/** At most so many at a time, or in so much time. @type {Story} */
export function limitedBy({ paste, r, d }) {
  paste(`
    class Limiter:
        def __init__(self, most, period):
            self.gate, self.period, self.running, self.peak = asyncio.Semaphore(most), period, 0, 0
        async def __aenter__(self):
            await self.gate.acquire()
            self.running += 1
            self.peak = max(self.peak, self.running)
            return self
        async def __aexit__(self, *error):
            self.running -= 1
            ${r.pick(['self.gate.release()', 'asyncio.get_running_loop().call_later(self.period, self.gate.release)'])}
    limiter = Limiter(${1 + r.below(3)}, ${r.pick(['0.1', '0.2', '0'])})
    async def call(number):
        async with limiter:
            say("call", number, limiter.running)
            await asyncio.sleep(${r.pick(['0.1', '0.05 * number', '0', d()])})
            if number == ${r.below(6)}:
                raise ConnectionError(number)
            return number * number
    calls = [${r.pick(['call(n)', 'asyncio.create_task(call(n))', 'asyncio.wait_for(call(n), 0.3)'])} for n in range(${3 + r.below(4)})]
    results = await asyncio.gather(*calls, return_exceptions=True)
    say(limiter.peak, [repr(one) if isinstance(one, Exception) else one for one in results], limiter.gate.locked())`);
}

/** Workers, work, and a sentinel or a cancellation at the end. @type {Story} */
export function produced({ paste, r, d }) {
  const isSentinel = r.chance(0.5);
  paste(`
    queue = asyncio.Queue(${r.pick(['', '1', '3'])})
    results = collections.defaultdict(list)
    async def worker(name):
        while True:
            job = await queue.get()
            try:
                ${isSentinel ? 'if job is None:\n                    break' : 'pass'}
                await asyncio.sleep(${r.pick(['0.1', '0.05 * job if job else 0', '0'])})
                if job == ${r.below(6)}:
                    raise ValueError(job)
                results[name].append(job)
            except ValueError as error:
                results["failed"].append(str(error))
                ${r.pick(['pass', 'if len(results) < 2: await queue.put(job + 10)'])}
            finally:
                queue.task_done()
    workers = [asyncio.create_task(worker(f"w{n}"), name=f"w{n}") for n in range(${1 + r.below(3)})]
    for number in range(${3 + r.below(4)}):
        await queue.put(number)
        ${r.pick(['pass', `await asyncio.sleep(${d()})`, 'await asyncio.sleep(0)'])}
    ${isSentinel ? `for one in workers:\n        await queue.put(None)` : 'await queue.join()'}
    ${isSentinel ? 'say(await asyncio.gather(*workers))' : `for one in workers:\n        one.cancel()\n    say(await asyncio.gather(*workers, return_exceptions=True))`}
    say(dict(results), queue.qsize(), sum(len(done) for done in results.values()))`);
}

/** A set of numbers that come and go, which is shown in its own order. @type {Story} */
export function guests({ paste, r, d, minor }) {
  // Pyodide hashes tuples by 32 bits.
  const pair = minor < 14 ? 'add((number, 1))' : 'add(number)';
  const numbers = r.times(4 + r.below(8), () => String(r.pick([r.below(9), r.below(100), 8 * r.below(30), 32 * r.below(30), r.below(100000)])));
  paste(`
    room, known = ${r.pick(['set()', '{8, 0, 16}', '{*range(5)}', 'set(range(0, 90, 8))'])}, set()
    async def guest(number):
        await asyncio.sleep(${r.pick(['number % 3 / 10', 'number % 7 / 100', '0'])})
        room.add(number)
        known.${r.pick(['add(number)', 'update({number, number + 8})', 'update((number, 3))', pair])}
        say("in", room)
        await asyncio.sleep(${r.pick(['number % 4 / 10', '0.02', d()])})
        ${r.pick(['room.discard(number)', 'room.remove(number) if number in room else None', 'room.pop()', 'room.difference_update({number, number + 1})', 'known.symmetric_difference_update(room)'])}
        say("out", room, list(known))
    guests = [asyncio.create_task(guest(number)) for number in (${numbers.join(', ')},)]
    await asyncio.wait(guests)
    room ${r.pick(['|=', '-=', '^=', '&='])} known
    say(room, known ${r.pick(['|', '-', '^', '&'])} room, room ${r.pick(['|', '-', '^', '&'])} {3, 8, 40, 1}, frozenset(known), room.copy(), {*room, *known})
    say(${r.pick(['{number: 1 for number in known}', '[number for number in room]', 'known.intersection([5, 3], room)', 'known.union(range(9), room)', 'known.difference(room, [1])', '[known.pop() for turn in range(min(3, len(known)))], known'])})`);
}
