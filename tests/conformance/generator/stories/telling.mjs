// telling.mjs — stories that tell what they do: texts in columns, logs and their handlers, debug mode, deadlines that move, clean endings.

/** @typedef {import('../stories.mjs').Story} Story */

/** Objects as text. @type {Story} */
export function formatted({ paste, r, d }) {
  const shown = () => r.pick([
    '{item!r:>24}', '{item!s:<12}|', '{item}', '{item.name!r}', '{item.price:>10.2f}', '{item.price:,.3f}', '{item.tags}', '{item.level}', '{item.level!r:^30}', '{item.level.name:*^9}',
    '{item.count:05d}', '{item.count:+}', '{item.count:x}', '{item.count / 7:.1%}', '{item == other}', '{item < other}', '{item.price * item.count:_.2f}', '{item.name:>{width}}', '{item.name[:2].upper():-<{width}}', '{dataclasses.astuple(item)}',
    '{dataclasses.asdict(item)}', '{len(item.tags)=}', '{item.count=:>4}', '{item.note!r}', '{[tag.title() for tag in item.tags]}', '{item.price!r:.4}', '{item.level == Level.HIGH}', '{item.count:e}', '{item.price:g}', '{hash(item.level) == hash(Level.LOW)}', '{dataclasses.replace(item, count=0)}',
  ]);
  paste(`
    class Level(enum.${r.pick(['IntEnum', 'Enum', 'IntFlag'])}):
        LOW = 1
        HIGH = 2
    @dataclasses.dataclass(${r.pick(['order=True', 'order=True, frozen=True', 'order=True, slots=True'])})
    class Item:
        name: str
        price: float = 1.5
        count: int = 3
        tags: list = dataclasses.field(default_factory=list, compare=False)
        level: Level = dataclasses.field(default=Level.LOW, compare=False)
        note: typing.Optional[str] = dataclasses.field(default=None, repr=${r.pick(['False', 'True'])}, compare=False)
    class Report:
        def __init__(self, *items):
            self.items = items
        def __format__(self, spec):
            return f"<{spec or 'plain'}: {', '.join(one.name for one in self.items)}>"
        def __str__(self):
            return f"Report of {len(self.items)}"
        async def __aiter__(self):
            for item in self.items:
                await asyncio.sleep(${d()})
                yield item
    report = Report(Item("tea"), Item("coffee", ${r.pick(['1234.5', '0.1 + 0.2', '1e21', '-0.0'])}, count=${r.pick(['0', '12', '-4'])}, tags=["hot", "black"]), Item("milk", 2, level=Level.HIGH, note="it's cold"))
    width, other = ${r.pick(['8', '4'])}, report.items[1]
    say(f"{report} {report:short} {report!s} {report!s:>14}")
    async for item in report:
        say(f"${shown()} ${shown()}", f"${shown()}")
        try:
            say(f"${shown()}")
            ${r.pick(['item.count += 1', 'pass', 'item.extra = 1', 'say(sorted(report.items, reverse=True)[0])'])}
        except (AttributeError, ValueError, TypeError) as error:
            say(type(error).__name__, error)
    rows = {item.name: [item.price * n for n in range(3)] for item in report.items}
    for name, values in sorted(rows.items()):
        print(f"{name:<10}" + "".join(f"{value:>12.3f}" for value in values), "%-8s|%5.1f|%03d" % (name, values[-1], len(values)), "{:^10}/{!r}/{:>6}".format(name, name, len(name)), sep=" | ")
    print(textwrap.indent(textwrap.fill(" ".join(repr(item) for item in report.items), 60), "  "), max(report.items), sep="\\n", end="\\n--\\n")`);
}

/** Loggers, handlers, formats. @type {Story} */
export function logged({ paste, r, d }) {
  const act = () => r.pick(['log.info("item %s", number)', 'log.debug("debug %d of %d", number, 3)', 'child.warning("%r is late by %.2f", "x", number / 3)', 'log.error("failed", exc_info=number == 1)', 'child.info(f"{number:>4}")', 'log.log(25, "between")', 'log.warning("with %(name)s", {"name": "dict"})', 'child.critical("critical %s %s", number, [number])', 'log.info("extra", extra={"user": "u%d" % number}) if False else None', 'child.debug("deep")', 'log.exception("while %s", number) if sys.exc_info()[0] else None']);
  paste(`
    import logging
    class Memory(logging.Handler):
        def __init__(self, level=logging.NOTSET):
            super().__init__(level)
            self.records = []
        def emit(self, record):
            self.records.append(self.format(record))
    class Named(logging.Filter):
        def filter(self, record):
            record.task = asyncio.current_task().get_name() if asyncio.current_task() else "none"
            return ${r.pick(['True', 'record.levelno != logging.DEBUG', '"item" not in record.getMessage()'])}
    log = logging.getLogger("shop")
    child = ${r.pick(['log.getChild("till")', 'logging.getLogger("shop.till")'])}
    log.handlers.clear(); child.handlers.clear()
    log.setLevel(logging.${r.pick(['DEBUG', 'INFO', 'WARNING'])})
    log.propagate = False
    memory = Memory(${r.pick(['', 'logging.WARNING'])})
    memory.addFilter(Named())
    memory.setFormatter(logging.Formatter(${r.pick(['"%(levelname)s:%(name)s:%(message)s"', '"%(task)-8s|%(levelname)-8s| %(message)s"', '"{levelname:>8} {name} {message}", style="{"', '"%(funcName)s %(levelno)d %(message)s"', '"[%(relativeCreated)d] %(message)s" if False else "%(message)s"'])}))
    console = logging.StreamHandler(sys.stdout)
    console.setLevel(logging.${r.pick(['ERROR', 'WARNING', 'INFO'])})
    console.setFormatter(logging.Formatter(${r.pick(['"%(message)s"', '"%(levelname)-9s%(message)s"', '"%(name)s | %(message)s"'])}))
    log.addHandler(memory)
    child.addHandler(console)
    ${r.pick(['pass', 'child.propagate = False', 'child.setLevel(logging.DEBUG)', 'child.addHandler(memory)', 'log.disabled = True; log.disabled = False'])}
    async def work(number):
        ${act()}
        await asyncio.sleep(${d()})
        try:
            ${act()}
            if number == 1:
                raise ValueError(number)
        except ValueError:
            ${r.pick(['log.warning("caught %s", sys.exc_info()[1])', 'child.error("caught")', act()])}
        ${act()}
    async with contextlib.AsyncExitStack() as stack:
        stack.callback(log.removeHandler, memory)
        await asyncio.gather(*(asyncio.create_task(work(number), name=f"work-{number}") for number in range(3)))
        say(len(memory.records), log.isEnabledFor(logging.INFO), child.getEffectiveLevel(), child.hasHandlers(), logging.getLevelName(child.level))
    for line in memory.records:
        say("|", line.split("Traceback")[0].strip(), "Traceback" in line)
    say(log, child, len(log.handlers), memory.level, child.parent is log)
    child.removeHandler(console)`);
}

/** Deadlines in deadlines, which move. @type {Story} */
export function rescheduled({ paste, r, d }) {
  const when = () => r.pick(['None', 'loop.time() + 0.1', 'loop.time() + 0.3', 'loop.time() - 1', 'loop.time()', 'outer.when()', 'inner.when() and inner.when() + 0.1']);
  const show = (/** @type {string} */ name) => `say("${name}", ${name}.when() and round(${name}.when(), 3), ${name}.expired(), repr(${name}).split("when")[0])`;
  paste(`
    loop = asyncio.get_running_loop()
    async def work(name, delay):
        try:
            await asyncio.sleep(delay)
            say(name, "is done")
            return name
        except asyncio.CancelledError:
            say(name, "cancelled", asyncio.current_task().cancelling())
            ${r.pick(['raise', 'await asyncio.sleep(0.05); raise', 'raise LookupError(name)', 'return "late"'])}
    try:
        async with asyncio.timeout(${r.pick(['0.2', '0.35', 'None', '1'])}) as outer:
            try:
                async with asyncio.${r.pick(['timeout(0.1)', 'timeout(0.2)', 'timeout_at(loop.time() + 0.15)', 'timeout(None)', 'timeout(0)', 'timeout(-1)'])} as inner:
                    ${r.pick(['pass', `inner.reschedule(${when()})`, `outer.reschedule(${when()})`])}
                    say(await ${r.pick([`work("a", ${d()})`, `asyncio.shield(work("a", ${d()}))`, `asyncio.wait_for(work("a", ${d()}), 0.12)`, `asyncio.create_task(work("a", ${d()}))`])})
                    ${r.pick(['pass', `loop.call_later(0.04, inner.reschedule, ${when()})`, `inner.reschedule(${when()})`, show('inner')])}
                    say(await ${r.pick(['work("b", 0.25)', 'asyncio.shield(work("b", 0.3))', 'work("b", 0)', 'asyncio.gather(work("b", 0.1), work("c", 0.2))'])})
            except TimeoutError as error:
                say("inner", chain(error))
                ${r.pick(['pass', 'raise', `outer.reschedule(${when()})`, 'inner.reschedule(None)', 'raise ValueError("other")'])}
            finally:
                ${show('inner')}
                ${r.pick(['pass', 'await asyncio.sleep(0.1)'])}
            say(await work("d", ${d()}))
    except (TimeoutError, RuntimeError, ValueError, LookupError) as error:
        say("outer", chain(error))
    ${show('outer')}
    say(asyncio.current_task().cancelling())
    try:
        ${r.pick(['inner.reschedule(3)', 'async with inner:\n            pass', 'asyncio.timeout(1).reschedule(2)', 'say(repr(asyncio.timeout(5)))', 'await inner.__aexit__(None, None, None)', 'await asyncio.timeout(0.1).__aenter__()', 'async with asyncio.timeout("soon"):\n            pass'])}
    except Exception as error:
        say(type(error).__name__, error)`);
}

/** Groups whose members are started again, and groups of groups. @type {Story} */
export function supervised({ paste, r, d }) {
  const error = () => r.pick(['ValueError(name)', 'KeyError(name)', 'ConnectionError(name)', 'ExceptionGroup(name, [ValueError(1), OSError(2)])', 'asyncio.CancelledError(name)', 'TimeoutError(name)']);
  paste(`
    attempts = collections.Counter()
    async def service(name, delay):
        attempts[name] += 1
        try:
            await asyncio.sleep(delay)
            if attempts[name] < ${2 + r.below(2)}:
                raise ${error()}
            return f"{name} after {attempts[name]}"
        finally:
            ${r.pick(['pass', 'say(name, "ends", asyncio.current_task().cancelling())', 'await asyncio.sleep(0.02)'])}
    async def supervise(name, delay, most=3):
        for turn in range(most):
            try:
                async with asyncio.TaskGroup() as group:
                    main = group.create_task(service(name, delay), name=f"{name}.{turn}")
                    ${r.pick(['helper = group.create_task(asyncio.sleep(0.5, "helper"))', 'group.create_task(service(name + "2", 0.03))', 'pass'])}
                    ${r.pick(['pass', `async with asyncio.timeout(${r.pick(['0.1', '0.4'])}):\n                        await asyncio.shield(main)`, 'await asyncio.sleep(0)'])}
                return main.result()
            except* ${r.pick(['ConnectionError', 'ValueError', '(ValueError, KeyError)'])} as group:
                say(name, "restarts", turn, [repr(one) for one in group.exceptions])
                ${r.pick(['pass', 'await asyncio.sleep(0.05)', 'if turn == 1: raise'])}
            except* TimeoutError:
                say(name, "is too slow")
        raise RuntimeError(f"{name} gave up")
    results = {}
    async def keep(name, delay):
        results[name] = await supervise(name, delay)
    try:
        async with asyncio.TaskGroup() as top:
            for name, delay in zip("xyz", (${d()}, ${d()}, 0.1)):
                top.create_task(keep(name, delay))
            ${r.pick(['pass', 'await asyncio.sleep(0.2); raise LookupError("top")', 'top.create_task(asyncio.sleep(5)).cancel()', 'asyncio.get_running_loop().call_later(0.15, asyncio.current_task().cancel, "outside")'])}
    except* (RuntimeError, LookupError) as group:
        say("top", chain(group))
    except* Exception as group:
        say("rest", chain(group), [type(one).__name__ for one in (group.split(ValueError)[0] or group).exceptions])
    say(results, dict(attempts))`);
}

/** Everything is told to end, and is waited for. @type {Story} */
export function wound({ paste, r, d }) {
  paste(`
    stopping = asyncio.Event()
    log = []
    async def server(name, delay):
        try:
            while not stopping.is_set():
                ${r.pick(['await asyncio.sleep(delay)', 'await asyncio.wait({asyncio.ensure_future(stopping.wait())}, timeout=delay)', 'with contextlib.suppress(asyncio.TimeoutError):\n                    await asyncio.wait_for(stopping.wait(), delay)'])}
                log.append(name)
                if len(log) > 40:
                    raise RuntimeError("too long")
            log.append(f"{name} drains")
            await asyncio.sleep(delay)
        except asyncio.CancelledError as error:
            log.append(f"{name} cancelled{error.args}")
            ${r.pick(['raise', 'await asyncio.shield(after(0.1)); raise', 'return name', 'await asyncio.sleep(0.3)'])}
        finally:
            log.append(f"{name} closed")
    me = asyncio.current_task()
    mine = {asyncio.create_task(server(name, delay), name=name) for name, delay in (("a", 0.1), ("b", 0.15), ("c", ${d()} + 0.02 if ${r.pick(['True', 'False'])} else 0.4))}
    ordered = sorted(mine, key=lambda task: task.get_name())
    for task in ordered:
        task.add_done_callback(lambda done: log.append(f"-{done.get_name()}"))
        ${r.pick(['pass', 'task.add_done_callback(mine.discard)'])}
    async def shut_down(reason):
        stopping.set()
        await asyncio.sleep(${r.pick(['0.05', '0.12', '0'])})
        late = [task for task in asyncio.all_tasks() if task in ordered and task is not asyncio.current_task()]
        for task in late:
            task.cancel(reason)
        say(reason, len(late), [repr(one) for one in await asyncio.gather(*late, return_exceptions=True)])
    asyncio.get_running_loop().call_later(${r.pick(['0.2', '0.3'])}, lambda: ordered.append(asyncio.ensure_future(shut_down("bye"))))
    await asyncio.sleep(${r.pick(['0.6', '0.25'])})
    say([task.done() for task in ordered], log)
    if not stopping.is_set():
        await shut_down("early")
    await asyncio.wait_for(asyncio.gather(*ordered, return_exceptions=True), ${r.pick(['1', 'None'])})
    say(len(mine), log[-4:], me is asyncio.current_task())`);
}

/** Objects that can be awaited: once, many times, or lazily. @type {Story} */
export function lazily({ paste, r, d }) {
  paste(`
    class Lazy:
        def __init__(self, function, *args):
            self.make, self.task = functools.partial(function, *args), None
        def __await__(self):
            if self.task is None:
                self.task = asyncio.${r.pick(['ensure_future', 'create_task'])}(self.make())
            return ${r.pick(['self.task.__await__()', '(yield from self.task)'])}
    class Countdown:
        def __init__(self, start):
            self.left = start
        def __await__(self):
            while self.left > 0:
                self.left -= 1
                yield ${r.pick(['', '', 'from asyncio.sleep(0.05).__await__()'])}
            return "lift off"
        def __aiter__(self):
            return self
        async def __anext__(self):
            if self.left <= 0:
                raise StopAsyncIteration
            self.left -= 1
            await asyncio.sleep(${d()})
            return self.left
    class Latch:
        def __init__(self, count):
            self.count, self.waiters = count, []
        def release(self):
            self.count -= 1
            if self.count <= 0:
                while self.waiters:
                    resolve(self.waiters.pop(${r.pick(['0', ''])}), self.count)
        def __await__(self):
            if self.count > 0:
                self.waiters.append(asyncio.get_running_loop().create_future())
                yield from self.waiters[-1]
            return self.count
    async def compute(name):
        say("compute", name)
        await asyncio.sleep(${d()})
        if name == ${r.pick(['"bad"', '"none"'])}:
            raise ArithmeticError(name)
        return name.upper()
    async def wait_for_it(thing):
        return await thing
    good, bad, latch = Lazy(compute, "good"), Lazy(compute, "bad"), Latch(${1 + r.below(3)})
    waits = [asyncio.ensure_future(one) for one in (good, wait_for_it(latch), latch, Countdown(3), bad, good)]
    loop = asyncio.get_running_loop()
    for delay in (0.05, 0.1, 0.15):
        loop.call_later(delay, latch.release)
    ${r.pick(['pass', 'await hop(); waits[0].cancel()', 'await hop(); waits[1].cancel("latch")', 'waits[3].cancel()'])}
    say(await asyncio.gather(*waits, return_exceptions=True))
    say([left async for left in Countdown(3)], await Countdown(0), latch.count, len(latch.waiters))
    try:
        say(await asyncio.wait_for(${r.pick(['good', 'bad', 'Latch(1)', 'Countdown(2)'])}, 0.2))
    except (ArithmeticError, asyncio.TimeoutError, asyncio.CancelledError) as error:
        say(chain(error))`);
}

/** Steps that all take together, and a last one that only one takes. @type {Story} */
export function phased({ paste, r, d, minor }) {
  const barrier = minor >= 11 && r.chance(0.5) ? 'asyncio.Barrier' : 'Gate';
  paste(`
    class Gate:
        def __init__(self, parties):
            self.parties, self.waiting, self.round, self.condition = parties, 0, 0, asyncio.Condition()
        async def wait(self):
            async with self.condition:
                position, mine = self.waiting, self.round
                self.waiting += 1
                if self.waiting == self.parties:
                    self.waiting, self.round = 0, self.round + 1
                    self.condition.notify_all()
                else:
                    await self.condition.wait_for(lambda: self.round != mine)
                return position
    gate, grid = ${barrier}(3), {}
    async def walker(name, speed):
        for phase in range(3):
            await asyncio.sleep(speed * ${r.pick(['0.1', 'phase', '0'])})
            grid[name, phase] = round(asyncio.get_running_loop().time(), 2)
            position = await ${r.pick(['gate.wait()', 'asyncio.wait_for(gate.wait(), 2)'])}
            if position == 0:
                say("phase", phase, {key: value for key, value in grid.items() if key[1] == phase})
            ${r.pick(['pass', 'if phase == 1 and name == "b": raise ValueError(name)'])}
        return name, speed
    walkers = [asyncio.create_task(walker(name, speed)) for name, speed in zip("abc", (${d()}, ${d()}, 0.2))]
    done, pending = await asyncio.wait(walkers, timeout=2.5, return_when=asyncio.${r.pick(['FIRST_EXCEPTION', 'ALL_COMPLETED'])})
    say(len(done), len(pending), sorted(grid))
    for one in pending:
        one.cancel()
    say([type(one).__name__ if isinstance(one, BaseException) else one for one in await asyncio.gather(*walkers, return_exceptions=True)])
    by_phase = {phase: ${minor >= 11 ? '[await asyncio.sleep(0, name) for name, at in grid if at == phase]' : 'await asyncio.sleep(0, [name for name, at in grid if at == phase])'} for phase in range(3)}
    say(by_phase, {len(names) for names in by_phase.values()}, [(await asyncio.sleep(0, n)) ** 2 for n in range(3) if await asyncio.sleep(0, n % 2 == 0)])`);
}

/** Debug mode, and what it finds. @type {Story} */
export function inspected({ paste, r, d }) {
  paste(`
    import logging
    records = []
    class Keep(logging.Handler):
        def emit(self, record):
            records.append((record.levelname, record.getMessage().split(" took ")[0].split(" at 0x")[0][:40]))
    logger = logging.getLogger("asyncio")
    keep = Keep()
    logger.addHandler(keep)
    propagate, logger.propagate = logger.propagate, False
    loop = asyncio.get_running_loop()
    loop.set_debug(True)
    loop.slow_callback_duration = ${r.pick(['0.1', '0.5', '0.05'])}
    async def busy(seconds):
        time.sleep(seconds)
        await asyncio.sleep(${d()})
        return seconds
    try:
        say(await asyncio.gather(busy(0.2), busy(0.06), busy(0)))
        loop.call_soon(time.sleep, ${r.pick(['0.3', '0.01'])})
        failing = asyncio.create_task(busy(None))
        ${r.pick(['await asyncio.sleep(0.1); failing = None', 'await asyncio.wait([failing]); say(type(failing.exception()).__name__)', 'failing.cancel()'])}
        loop.call_exception_handler({"message": "by hand", "number": ${r.below(9)}})
        ${r.pick(['pass', 'loop.call_later(0.05, fail, "late")', 'asyncio.ensure_future(hop()).add_done_callback(lambda task: task.nothing)'])}
        await asyncio.sleep(0.2)
    finally:
        loop.set_debug(False)
        logger.removeHandler(keep)
        logger.propagate = propagate
    say(len(records))
    for record in records:
        say(*record)`);
}

/** Work on other threads, with arguments of all kinds. Needs threads. @type {Story} */
export function delegated({ paste, r, d }) {
  paste(`
    loop = asyncio.get_running_loop()
    def crunch(numbers, /, *, factor=1, pause=0.1):
        time.sleep(pause)
        if factor == ${r.pick(['3', '9'])}:
            raise ArithmeticError(f"factor {factor}")
        return sum(numbers) * factor, threading.current_thread().name.rsplit("_", 1)[-1]
    results, order = {}, []
    async def offload(name, function):
        try:
            results[name] = await ${r.pick(['loop.run_in_executor(None, function)', 'loop.run_in_executor(pool, function)', 'asyncio.wait_for(loop.run_in_executor(pool, function), 0.35)', 'asyncio.to_thread(function)'])}
        except (ArithmeticError, asyncio.TimeoutError) as error:
            results[name] = repr(error)
        order.append(name)
    with concurrent.futures.ThreadPoolExecutor(max_workers=${1 + r.below(3)}, thread_name_prefix="crunch") as pool:
        await asyncio.gather(*(offload(f"job{number}", functools.partial(crunch, range(number + 2), factor=number, pause=${r.pick(['0.1', '0.05 * number', '0.2 / (number + 1)'])})) for number in range(${3 + r.below(3)})))
        say(order, results)
        futures = {pool.submit(crunch, [number], pause=number / 10): number for number in (3, 1, 2)}
        wrapped = [asyncio.wrap_future(future) for future in futures]
        for next_one in asyncio.as_completed(wrapped):
            say("completed", await next_one)
        lock = threading.Lock()
        def count(word, shared):
            for letter in word:
                time.sleep(0.01)
                with lock:
                    shared[letter] = shared.get(letter, 0) + 1
            return len(shared)
        shared = {}
        say(await asyncio.gather(*[loop.run_in_executor(pool, count, word, shared) for word in ("abca", "bcd", "a")]), dict(sorted(shared.items())))
        posted = []
        def report(number):
            time.sleep(0.05 * number)
            loop.call_soon_threadsafe(posted.append, number)
        await asyncio.gather(*(asyncio.to_thread(report, number) for number in (2, 0, 1)))
        await asyncio.sleep(0)
    say(posted, [future.done() for future in futures], loop.time() > ${d()})`);
}
