// teaching.mjs — stories as tutorials tell them: pipelines with sentinels, limits of rate, pools of resources, caches, rounds of waiting.

/** @typedef {import('../stories.mjs').Story} Story */

/** Three stages, joined by queues, that end by a sentinel. @type {Story} */
export function pipeline({ paste, r, d }) {
  paste(`
    DONE = ${r.pick(['object()', 'None', '"<done>"'])}
    results = {}
    raw, cooked = asyncio.Queue(${r.pick(['', '1', '3'])}), asyncio.${r.pick(['Queue()', 'Queue(2)', 'LifoQueue()'])}
    async def read(count):
        for number in range(count):
            await raw.put({"id": number, "at": round(asyncio.get_running_loop().time(), 3)})
            ${r.pick(['pass', `await asyncio.sleep(${d()})`, 'say(f"read {number:>3}", raw.qsize())'])}
        await raw.put(DONE)
        return f"{count} read"
    async def cook(name):
        served = 0
        while (item := await raw.get()) is not DONE:
            try:
                await asyncio.sleep(${r.pick(['0.05 * item["id"]', '0.1', '0'])})
                if item["id"] == ${r.below(7)}:
                    raise ${r.pick(['ValueError', 'LookupError', 'RuntimeError'])}(f"bad item {item['id']!r}")
                await cooked.put((item["id"], name, item["at"] ** 2))
                served += 1
            except (ValueError, LookupError) as error:
                results.setdefault("errors", []).append(f"{type(error).__name__}: {error}")
            finally:
                raw.task_done()
        await raw.put(DONE)
        say(f"{name:<6}|", "stops after", served)
        return served
    async def write():
        while True:
            item = await cooked.get()
            if item is DONE:
                break
            number, name, value = item
            results[number] = f"{name}:{value:.3f}"
        return sorted(key for key in results if isinstance(key, int))
    cooks = [asyncio.create_task(cook(f"cook-{n}"), name=f"cook-{n}") for n in range(${1 + r.below(3)})]
    writer = asyncio.create_task(write())
    say(await read(${3 + r.below(5)}))
    say(await asyncio.gather(*cooks, return_exceptions=True))
    await cooked.put(DONE)
    try:
        say(await asyncio.wait_for(writer, 1))
    except asyncio.TimeoutError:
        say("the writer is stuck", cooked.qsize())
    say(results, raw.qsize(), {task.get_name(): task.done() for task in cooks})`);
}

/** So many calls in so much time: a bucket of tokens, or a window that slides. @type {Story} */
export function throttled({ paste, r, d }) {
  const kind = r.pick(['Bucket', 'Window', 'Spaced']);
  paste(`
    class Bucket:
        def __init__(self, rate, burst):
            self.rate, self.burst, self.tokens, self.stamp = rate, burst, burst, asyncio.get_running_loop().time()
            self.lock = asyncio.Lock()
        def refill(self):
            now = asyncio.get_running_loop().time()
            self.tokens = min(self.burst, self.tokens + (now - self.stamp) * self.rate)
            self.stamp = now
        async def acquire(self):
            async with self.lock:
                self.refill()
                while self.tokens < 1:
                    await asyncio.sleep((1 - self.tokens) / self.rate)
                    self.refill()
                self.tokens -= 1
    class Window:
        def __init__(self, most, period):
            self.most, self.period, self.stamps = most, period, collections.deque()
        async def acquire(self):
            while True:
                now = time.monotonic()
                while self.stamps and self.stamps[0] <= now - self.period:
                    self.stamps.popleft()
                if len(self.stamps) < self.most:
                    self.stamps.append(now)
                    return
                await asyncio.sleep(self.stamps[0] + self.period - now)
    class Spaced:
        def __init__(self, rate, burst):
            self.gap, self.next = burst / rate, 0
        async def acquire(self):
            self.next = max(self.next + self.gap, time.perf_counter())
            await asyncio.sleep(self.next - time.perf_counter())
    @contextlib.asynccontextmanager
    async def limited(limiter, name):
        await limiter.acquire()
        started = time.perf_counter()
        try:
            yield started
        finally:
            spent.append(time.perf_counter() - started)
    spent = []
    limiter = ${kind}(${r.pick(['2', '3', '10'])}, ${r.pick(['1', '0.5', '2'])})
    async def call(number):
        async with limited(limiter, number) as started:
            say(f"call {number:02d} at {started:8.3f}")
            await asyncio.sleep(${r.pick(['0', '0.05', d()])})
            return f"{number}!"
    began = time.perf_counter()
    try:
        say(await asyncio.wait_for(asyncio.gather(*(call(number) for number in range(${3 + r.below(4)}))), ${r.pick(['5', '0.8', '2'])}))
    except asyncio.TimeoutError:
        say("too slow", len(spent))
    say(f"{time.perf_counter() - began:.2f}s, mean {statistics.mean(spent or [0]):.4f}", round(sum(spent), 6))`);
}

/** Connections that are lent and come back. @type {Story} */
export function lent({ paste, r, d }) {
  paste(`
    @dataclasses.dataclass
    class Connection:
        number: int
        uses: int = 0
        log: list = dataclasses.field(default_factory=list, repr=${r.pick(['True', 'False'])})
        async def query(self, text):
            self.uses += 1
            self.log.append(text)
            await asyncio.sleep(${d()})
            if text.endswith(${r.pick(['"3"', '"1"', '"x"'])}):
                raise ConnectionError(f"lost {self.number}")
            return f"{text}@{self.number}"
    class Pool:
        def __init__(self, size):
            self.free = asyncio.${r.pick(['Queue', 'LifoQueue'])}()
            self.all = [Connection(number) for number in range(size)]
            for one in self.all:
                self.free.put_nowait(one)
        @contextlib.asynccontextmanager
        async def connection(self):
            one = await ${r.pick(['self.free.get()', 'asyncio.wait_for(self.free.get(), 0.25)'])}
            try:
                yield one
            except ConnectionError as error:
                say("broken", error, one.uses)
                ${r.pick(['raise', 'raise RuntimeError("query failed") from error', 'pass'])}
            finally:
                self.free.put_nowait(one)
        async def __aenter__(self):
            say("pool opens", len(self.all))
            return self
        async def __aexit__(self, *details):
            say("pool closes", self.free.qsize(), details[0] and details[0].__name__)
            self.all.clear()
    pool = Pool(${1 + r.below(3)})
    async def user(number):
        async with pool.connection() as one:
            answer = await one.query(f"q{number}")
            ${r.pick(['pass', 'answer += "," + await one.query(f"r{number}")'])}
            return answer
    async with pool, contextlib.AsyncExitStack() as stack:
        ${r.pick(['pass', 'first = await stack.enter_async_context(pool.connection())\n        stack.push_async_callback(hop)\n        say(first)', 'stack.callback(say, "stack closes")'])}
        users = [asyncio.create_task(user(number)) for number in range(${3 + r.below(3)})]
        ${r.pick(['pass', 'await asyncio.sleep(0.05); users[0].cancel()', 'await hop(); users[-1].cancel()'])}
        done, pending = await asyncio.wait(users, timeout=${r.pick(['1', '0.3'])})
        for one in pending:
            one.cancel()
        for answer in await asyncio.gather(*users, return_exceptions=True):
            say(chain(answer) if isinstance(answer, BaseException) else answer)
        say(pool.all)`);
}

/** Whoever asks first computes, the others wait for the same. @type {Story} */
export function cached({ paste, r, d }) {
  paste(`
    def remember(${r.pick(['ttl=0.2', 'ttl=5', 'ttl=0'])}):
        def decorate(function):
            entries, hits = {}, collections.Counter()
            @functools.wraps(function)
            async def wrapper(*args, **options):
                key = args, tuple(sorted(options.items()))
                now = asyncio.get_running_loop().time()
                if key in entries and entries[key][0] > now:
                    hits["hit"] += 1
                    return await ${r.pick(['asyncio.shield(entries[key][1])', 'entries[key][1]'])}
                hits["miss"] += 1
                task = asyncio.${r.pick(['create_task', 'ensure_future'])}(function(*args, **options))
                entries[key] = now + ttl, task
                ${r.pick(['pass', 'task.add_done_callback(lambda done: entries.pop(key) if done.cancelled() or done.exception() else None)'])}
                return await ${r.pick(['asyncio.shield(task)', 'task'])}
            wrapper.entries, wrapper.hits = entries, hits
            return wrapper
        return decorate
    @remember()
    async def load(name, *, scale=1):
        """Loads something."""
        say("loads", name, scale)
        await asyncio.sleep(${d()})
        if name == ${r.pick(['"b"', '"z"'])}:
            raise KeyError(name)
        return name * scale
    async def reader(number, name):
        await asyncio.sleep(number * ${r.pick(['0', '0.05', '0.1'])})
        try:
            return await ${r.pick(['load(name)', 'asyncio.wait_for(load(name), 0.08)', 'load(name, scale=number)'])}
        except (KeyError, asyncio.TimeoutError) as error:
            return f"<{type(error).__name__}>"
    readers = [asyncio.create_task(reader(number, "aabbc"[number])) for number in range(5)]
    ${r.pick(['pass', 'await asyncio.sleep(0.05); readers[0].cancel()', 'await hop(); await hop(); readers[2].cancel()'])}
    say([repr(one) for one in await asyncio.gather(*readers, return_exceptions=True)])
    say(dict(load.hits), len(load.entries), load.__doc__, load.__name__)
    load.entries.clear()`);
}

/** One that is done makes room for the next. @type {Story} */
export function replenished({ paste, r, d }) {
  paste(`
    pages = {"/": ["/a", "/b"], "/a": ["/b", "/c"], "/b": ["/d"], "/c": ["/", "/e"], "/d": [], "/e": ["/a"]}
    async def fetch(page):
        await asyncio.sleep(len(pages[page]) * ${r.pick(['0.1', '0.05', '0'])} + ${r.pick(['0', '0.01'])})
        if page == ${r.pick(['"/c"', '"/x"', '"/d"'])}:
            raise OSError(404, page)
        return page, pages[page]
    seen, order, errors, waiting = {"/"}, [], [], ["/"]
    running, rounds = {}, 0
    while waiting or running:
        while waiting and len(running) < ${1 + r.below(3)}:
            page = waiting.pop(${r.pick(['0', ''])})
            running[asyncio.create_task(fetch(page))] = page
        done, pending = await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED${r.pick(['', ', timeout=0.07'])})
        rounds += 1
        for task in sorted(done, key=running.get):
            page = running.pop(task)
            try:
                page, links = task.result()
            except OSError as error:
                errors.append(str(error))
            else:
                order.append(page)
                new = [link for link in links if link not in seen]
                seen.update(new)
                waiting.extend(new)
        ${r.pick(['pass', 'say(order, sorted(running.values()))', 'if rounds > 3: break'])}
    for task in running:
        task.cancel()
    say(order, errors, sorted(seen), rounds, waiting, len(await asyncio.gather(*running, return_exceptions=True)))`);
}

/** At most so many at a time, results as they come, and how far it is. @type {Story} */
export function progressed({ paste, r, d, minor }) {
  const loop = minor >= 13 ? r.pick(['for', 'async for']) : 'for';
  paste(`
    async def bounded(most, *works):
        gate = asyncio.Semaphore(most)
        async def one(work):
            async with gate:
                return await work
        return await asyncio.gather(*(one(work) for work in works)${r.pick(['', ', return_exceptions=True'])})
    async def job(number):
        await asyncio.sleep(${r.pick(['0.1 + number * 0.03', '0.3 - number * 0.04', '(number * 7 % 5) / 10 + number / 1000'])})
        if number == ${r.below(8)}:
            raise ${r.pick(['ValueError(number)', 'asyncio.CancelledError(number)', 'ZeroDivisionError()'])}
        return number, number ** 2
    try:
        say(await bounded(${1 + r.below(3)}, *[job(number) for number in range(4)]))
    except (Exception, asyncio.CancelledError) as error:
        say("bounded", chain(error))
    total, count = ${3 + r.below(4)}, 0
    try:
        ${loop} next_one in asyncio.as_completed(${r.pick(['[job(number) for number in range(total)]', '[asyncio.create_task(job(number)) for number in range(total)]'])}${r.pick(['', ', timeout=0.35'])}):
            count += 1
            try:
                number, square = await next_one
                say(f"[{'#' * count:<{total}}] {count / total:>6.1%} {number}->{square:,}")
            except (ValueError, ZeroDivisionError, asyncio.CancelledError) as error:
                say(f"[{'#' * count:<{total}}] {error!r}")
    except asyncio.TimeoutError:
        say("only", count)`);
}

/** A task that comes by again and again, until it is told to stop. @type {Story} */
export function periodic({ paste, r, d }) {
  paste(`
    class Ticker:
        def __init__(self, interval, function):
            self.interval, self.function, self.ticks, self.task = interval, function, 0, None
        async def run(self):
            try:
                while True:
                    ${r.pick(['await asyncio.sleep(self.interval)', 'await asyncio.sleep(self.interval - asyncio.get_running_loop().time() % self.interval)', 'await asyncio.wait_for(stop.wait(), self.interval); break'])}
                    self.ticks += 1
                    self.function(self.ticks)
            except asyncio.TimeoutError:
                say("tick")
            except asyncio.CancelledError:
                say("ticker cancelled after", self.ticks)
                ${r.pick(['raise', 'pass'])}
        async def __aenter__(self):
            self.task = asyncio.create_task(self.run(), name="ticker")
            return self
        async def __aexit__(self, *error):
            self.task.cancel()
            with contextlib.suppress(asyncio.CancelledError${r.pick([', ValueError', ''])}):
                await self.task
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    def ring(left):
        say("ring", left)
        if left > 0:
            handles.append(loop.call_later(${r.pick(['0.1', '0.05 * left', '0'])}, ring, left - 1))
        else:
            stop.set()
    handles = [loop.call_later(${d()}, ring, ${2 + r.below(3)})]
    ${r.pick(['pass', 'loop.call_at(loop.time() + 0.12, lambda: handles[-1].cancel())', 'loop.call_later(0.2, stop.set)'])}
    try:
        async with Ticker(${r.pick(['0.1', '0.07', '0.25'])}, ${r.pick(['lambda tick: say("tock", tick)', 'lambda tick: 6 // (tick - 3)', 'handles.append'])}) as ticker:
            await asyncio.wait_for(stop.wait(), ${r.pick(['0.45', '1'])})
    except (asyncio.TimeoutError, ZeroDivisionError) as error:
        say("ended by", chain(error))
    say(ticker.ticks, ticker.task.done(), ticker.task.cancelled(), len(handles), [getattr(one, "cancelled", bool)() for one in handles])
    for one in handles:
        if hasattr(one, "cancel"):
            one.cancel()`);
}

/** Generators of items, through which others pull. @type {Story} */
export function streamed({ paste, r, d }) {
  const stage = () => r.pick(['mapped(STREAM, lambda n: n * 10)', 'kept(STREAM, lambda n: n % 2)', 'batched(STREAM, 2)', 'taken(STREAM, 3)', 'numbered(STREAM)', 'merged(STREAM, source("m", 2))']);
  let stream = 'source("s", 6)';
  for (let i = 1 + r.below(3); i > 0; i--) stream = stage().replace('STREAM', stream);
  paste(`
    async def source(name, count):
        try:
            for number in range(count):
                await asyncio.sleep(${r.pick(['0', '0.05', d()])})
                yield number
                ${r.pick(['pass', 'if number == 3: raise ValueError(name)'])}
        finally:
            ${r.pick(['pass', 'await hop()'])}
            say(name, "source closes")
    async def mapped(stream, function):
        async for item in stream:
            try:
                yield function(item)
            except TypeError as error:
                yield repr(error)
    async def kept(stream, test):
        async for item in stream:
            if not isinstance(item, int) or test(item):
                yield item
    async def batched(stream, size):
        batch = []
        try:
            async for item in stream:
                batch.append(item)
                if len(batch) == size:
                    yield tuple(batch)
                    batch.clear()
            if batch:
                yield tuple(batch)
        finally:
            ${r.pick(['await stream.aclose()', 'say("batch left", batch)'])}
    async def taken(stream, count):
        async with contextlib.aclosing(stream) as items:
            async for item in items:
                yield item
                count -= 1
                if not count:
                    break
    async def numbered(stream, start=1):
        async for item in stream:
            yield start, item
            start += 1
    async def merged(*streams):
        queue, open_ones = asyncio.Queue(${r.pick(['', '1'])}), len(streams)
        async def pump(stream):
            try:
                async for item in stream:
                    await queue.put((True, item))
            finally:
                await queue.put((False, None))
        pumps = [asyncio.create_task(pump(stream)) for stream in streams]
        try:
            while open_ones:
                is_item, item = await queue.get()
                if is_item:
                    yield item
                else:
                    open_ones -= 1
        finally:
            for one in pumps:
                one.cancel()
            say("pumps", [repr(one) for one in await asyncio.gather(*pumps, return_exceptions=True)])
    stream = ${stream}
    try:
        async for item in stream:
            say("item", item)
            ${r.pick(['pass', 'pass', `await asyncio.sleep(${d()})`, 'if item: break'])}
    except ValueError as error:
        say("stream", chain(error))
    finally:
        await stream.aclose()
    say([item async for item in kept(source("c", 3), lambda n: n != 1)${r.pick(['', ' if item != 3'])}]${r.pick(['', ' if len("x") else None'])})`);
}

/** Who publishes does not know who listens. @type {Story} */
export function published({ paste, r, d }) {
  paste(`
    request = contextvars.ContextVar("request")
    class Hub:
        def __init__(self):
            self.topics = collections.defaultdict(list)
        def on(self, topic):
            def register(handler):
                self.topics[topic].append(handler)
                return handler
            return register
        async def emit(self, topic, **data):
            token = request.set(f"{topic}#{len(data)}")
            try:
                calls = [handler(**data) for handler in self.topics[topic]]
                return await asyncio.gather(*(call for call in calls if asyncio.iscoroutine(call))${r.pick(['', ', return_exceptions=True'])})
            finally:
                request.reset(token)
        @contextlib.contextmanager
        def subscribed(self, topic):
            queue = asyncio.Queue()
            async def forward(**data):
                await queue.put((topic, data))
            self.topics[topic].append(forward)
            try:
                yield queue
            finally:
                self.topics[topic].remove(forward)
    hub = Hub()
    @hub.on("order")
    async def charge(*, amount, **rest):
        await asyncio.sleep(${d()})
        if amount > ${r.pick(['1', '2', '9'])}:
            raise ValueError(f"too much: {amount:=+8.2f}")
        return f"charged {amount:.2f} for {request.get()}"
    @hub.on("order")
    def audit(**data):
        say("audit", sorted(data.items()), request.get("no request"))
    @hub.on("order")
    async def ship(amount, to="nobody"):
        return f"{to!s:>8}|{amount!r:^6}|{request.get()}"
    with hub.subscribed("order") as inbox:
        for amount in (1, 2.5, ${r.pick(['7', '0'])}):
            try:
                say(await hub.emit("order", amount=amount${r.pick(['', ', to="home"'])}))
            except ValueError as error:
                say("refused", error, request.get("reset"))
        say(inbox.qsize(), await inbox.get())
    say({topic: [handler.__name__ for handler in handlers] for topic, handlers in hub.topics.items()})
    try:
        request.get()
    except LookupError as error:
        say("no request")
    copied = contextvars.copy_context()
    copied.run(request.set, "copied")
    say(copied[request], request in contextvars.copy_context(), len([1 for one in copied if one is request]))`);
}

/** An object with a task of its own that reads its letters. @type {Story} */
export function acted({ paste, r, d }) {
  paste(`
    @dataclasses.dataclass(frozen=True)
    class Deposit:
        amount: int
    @dataclasses.dataclass(frozen=True)
    class Withdraw:
        amount: int
        reply: asyncio.Future = dataclasses.field(compare=False, repr=False)
    class State(enum.Enum):
        OPEN = enum.auto()
        FROZEN = enum.auto()
    class Account:
        def __init__(self, owner):
            self.owner, self.balance, self.state, self.inbox, self.log = owner, 0, State.OPEN, asyncio.Queue(), []
        async def run(self):
            async for letter in self.letters():
                match letter, self.state:
                    case Deposit(amount=amount), _ if amount <= 0:
                        self.state = State.FROZEN
                    case Deposit(amount), State.OPEN:
                        await asyncio.sleep(${d()})
                        self.balance += amount
                    case Withdraw(amount, reply), State.OPEN if amount <= self.balance:
                        self.balance -= amount
                        if not reply.cancelled():
                            reply.set_result(self.balance)
                    case Withdraw(_, reply), _:
                        if not reply.done():
                            reply.set_exception(ValueError(f"{self.owner}: {self.state}"))
                    case (str() as text, _) | ([text, *_], _):
                        self.log.append(text)
                    case other, _:
                        raise TypeError(f"what is {other!r}?")
            return self.balance
        async def letters(self):
            while (letter := await self.inbox.get()) is not None:
                yield letter
        async def withdraw(self, amount, patience=0.3):
            reply = asyncio.get_running_loop().create_future()
            self.inbox.put_nowait(Withdraw(amount, reply))
            return await asyncio.wait_for(reply, patience)
    account = Account("ann")
    actor = asyncio.create_task(account.run(), name="actor")
    for letter in (${r.times(3 + r.below(3), () => r.pick(['Deposit(10)', 'Deposit(5)', 'Deposit(-1)', '"note"', '["list", 1]', 'Deposit(amount=7)', '3.5'])).join(', ')}):
        account.inbox.put_nowait(letter)
        say(letter, account.inbox.qsize())
    for amount in (4, ${r.pick(['100', '1'])}, 3):
        try:
            say("left", await account.withdraw(amount))
        except (ValueError, asyncio.TimeoutError) as error:
            say("refused", repr(error), account.state.name)
            ${r.pick(['pass', 'break'])}
    account.inbox.put_nowait(None)
    try:
        say(await actor, account.log, account.state, account.balance)
    except TypeError as error:
        say("actor died", error, account.inbox.qsize())`);
}

/** Attempts that are given up for a while when too many failed. @type {Story} */
export function guarded({ paste, r, d }) {
  paste(`
    class CircuitOpen(RuntimeError):
        def __init__(self, left):
            super().__init__(f"open for {left:.3f}s")
            self.left = left
    class Breaker:
        CLOSED, OPEN, HALF = "closed", "open", "half-open"
        def __init__(self, most=2, pause=${r.pick(['0.3', '0.5'])}):
            self.most, self.pause, self.failures, self.opened = most, pause, 0, None
        @property
        def state(self):
            if self.opened is None:
                return self.CLOSED
            return self.HALF if time.monotonic() - self.opened >= self.pause else self.OPEN
        def __call__(self, function):
            @functools.wraps(function)
            async def wrapper(*args):
                if self.state == self.OPEN:
                    raise CircuitOpen(self.pause - (time.monotonic() - self.opened))
                try:
                    result = await function(*args)
                except Exception as error:
                    self.failures += 1
                    if self.failures >= self.most or self.state == self.HALF:
                        self.opened = time.monotonic()
                    raise
                else:
                    self.failures, self.opened = 0, None
                    return result
            return wrapper
    breaker = Breaker()
    @breaker
    async def service(number):
        await asyncio.sleep(${r.pick(['0.05', '0', d()])})
        if number in ${r.pick(['(1, 2, 3)', '(0, 1)', 'range(2, 5)'])}:
            raise ConnectionError(f"service {number}")
        return number
    async def patient(number):
        delay = 0.05
        for attempt in range(4):
            try:
                return await service(number), attempt
            except CircuitOpen as error:
                await asyncio.sleep(${r.pick(['error.left', 'delay'])})
            except ConnectionError as error:
                ${r.pick(['pass', 'if attempt == 2: raise ExceptionGroup("tired", [error]) if sys.version_info >= (3, 11) else error', 'number += 1'])}
                delay = min(delay * 2, 0.4) + random.random() / ${r.pick(['10', '1000'])}
                await asyncio.sleep(delay)
        raise LookupError(number)
    for number in range(4):
        try:
            say(number, await patient(number), breaker.state)
        except Exception as error:
            say(number, chain(error), breaker.state, breaker.failures)`);
}
