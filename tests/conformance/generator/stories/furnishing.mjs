// furnishing.mjs — stories that use what comes with Python beside asyncio: dates, tables of text, tracebacks, registries, simulations.

/** @typedef {import('../stories.mjs').Story} Story */

/** Messages that find their handlers. @type {Story} */
export function dispatched({ paste, r, d }) {
  paste(`
    import abc
    class Message(typing.NamedTuple):
        kind: str
        body: object = None
        urgent: bool = False
    class Handler(abc.ABC):
        registry = {}
        def __init_subclass__(cls, *, kind=None, **options):
            super().__init_subclass__(**options)
            if kind:
                cls.registry[kind] = cls
        @abc.abstractmethod
        async def handle(self, message): ...
        @classmethod
        def make(cls, kind):
            return cls.registry[kind]()
    class Echo(Handler, kind="echo"):
        async def handle(self, message):
            await asyncio.sleep(${d()})
            return message.body
    class Count(Handler, kind="count"):
        async def handle(self, message):
            return ${r.pick(['len(message.body)', 'collections.Counter(message.body).most_common(2)', 'sum(map(ord, message.body))', 'message.body.count("a")'])}
    class Half(Handler, kind="half"):
        pass
    @functools.singledispatch
    def describe(thing):
        return f"thing {thing!r}"
    @describe.register
    def _(thing: ${r.pick(['int', 'float', 'bool'])}):
        return f"number {thing:>5}"
    @describe.register(list)
    @describe.register(tuple)
    def _(thing):
        return f"{len(thing)} of " + ",".join(map(describe, thing))
    class Middleware:
        def __init__(self, *steps):
            self.steps = steps
        def __call__(self, function):
            for step in reversed(self.steps):
                function = step(function)
            return function
    def timed(function):
        @functools.wraps(function)
        async def wrapper(*args, **options):
            began = time.perf_counter()
            try:
                return await function(*args, **options)
            finally:
                times[function.__qualname__.split(".")[-1]].append(round(time.perf_counter() - began, 4))
        return wrapper
    def forgiving(function):
        async def wrapper(*args):
            try:
                return await function(*args)
            except (TypeError, KeyError, AttributeError) as error:
                return type(error).__name__, str(error)
        return wrapper
    times = collections.defaultdict(list)
    @Middleware(${r.pick(['forgiving, timed', 'timed, forgiving', 'forgiving'])})
    async def deliver(message):
        return await Handler.make(message.kind).handle(message)
    messages = [Message("echo", ${r.pick(['[1, 2]', '2.5', '(True, "x")', '7'])}), Message("count", "banana"), Message("half"), Message("none"), Message("count", ${r.pick(['3', 'None', '"aa"'])}, urgent=True)]
    for answer in await asyncio.gather(*map(deliver, sorted(messages, key=operator.attrgetter("urgent"), reverse=${r.pick(['True', 'False'])}))):
        say(describe(answer))
    say(messages[0]._replace(kind="x"), messages[0]._asdict(), Message._fields, Message._field_defaults)
    say({kind: cls.__mro__[1].__name__ for kind, cls in Handler.registry.items()}, sorted(Half.__abstractmethods__), dict(times))`);
}

/** What was used last is kept. @type {Story} */
export function kept({ paste, r, d, minor }) {
  paste(`
    class Recent(collections.OrderedDict):
        def __init__(self, size):
            super().__init__()
            self.size = size
        def __getitem__(self, key):
            value = super().__getitem__(key)
            self.move_to_end(key)
            return value
        def __setitem__(self, key, value):
            super().__setitem__(key, value)
            if len(self) > self.size:
                ${minor >= 11 ? 'say("drops", self.popitem(last=False))' : 'del self[next(iter(self))]'}
    class Shape:
        count = 0
        def __init__(self, *sides):
            self.sides = sides
        @functools.cached_property
        def area(self):
            type(self).count += 1
            return math.prod(self.sides)
        def __repr__(self):
            return f"{type(self).__name__}{self.sides}"
    @functools.lru_cache(maxsize=${r.pick(['2', 'None', '3'])})
    def steps(n):
        return n if n < 2 else steps(n - 1) + steps(n - 2)
    recent, shapes = Recent(${2 + r.below(2)}), [Shape(1, 2), Shape(3, 4), Shape(5,)]
    locks = collections.defaultdict(asyncio.Lock)
    async def fetch(key):
        async with locks[key]:
            try:
                return recent[key]
            except KeyError:
                await asyncio.sleep(${d()})
                recent[key] = key * 2
                return recent[key]
    say(await asyncio.gather(*(fetch(key) for key in "${Array.from({ length: 7 }, () => r.pick('abcd')).join('')}")))
    say(recent, list(reversed(recent)), len(locks), recent == {"a": "aa"})
    say([shape.area + shape.area for shape in shapes], Shape.count, shapes, "area" in shapes[0].__dict__)
    say(steps(${5 + r.below(20)}), steps.cache_info(), collections.ChainMap({"a": 1}, {"a": 2, "b": 3})["b"])
    window = collections.deque(maxlen=3)
    for number in range(5):
        window.append(number)
        ${r.pick(['window.rotate(1)', 'pass', 'window.extendleft([number, -number])'])}
    say(window, sum(window), window.maxlen, [*itertools.islice(window, 1, None)])`);
}

/** Dates and durations on the clock of the run. @type {Story} */
export function dated({ paste, r, d }) {
  const format = () => r.pick(['%H:%M:%S', '%Y-%m-%d %H:%M', '%A, %d %B', '%j %U', '%I:%M %p', '%y/%m/%d', '%X', '%H:%M:%S.%f']);
  paste(`
    import datetime
    start = ${r.pick(['datetime.datetime(2024, 2, 28, 23, 30)', 'datetime.datetime.now()', 'datetime.datetime(2023, 12, 31, 12)', 'datetime.datetime.fromisoformat("2025-03-01T08:15:30")'])}
    began = time.monotonic()
    events = []
    async def event(name, delay, every=None):
        for turn in range(2 if every else 1):
            await asyncio.sleep(delay)
            at = start + datetime.timedelta(hours=${r.pick(['1', '36', '0.5'])} * (turn + 1), seconds=round(time.monotonic() - began, 3))
            events.append((at, name))
            say(f"{at:%H:%M:%S} {name:<6}", at.strftime("${format()}"), at.date().isoformat())
            delay = every
    await asyncio.gather(event("one", ${d()}), event("two", 0.1, 0.15), event("three", 0.22))
    first, last = min(events), max(events)
    gap = last[0] - first[0]
    say(gap, gap.total_seconds(), gap // datetime.timedelta(seconds=1) if gap else 0, -gap, repr(gap))
    say(first[0].isoweekday(), first[0].timetuple()[:6], (first[0] + datetime.timedelta(days=${r.pick(['1', '30', '-366'])})).date(), first[0] < last[0])
    say([at.strftime("${format()}") for at, name in sorted(events)], time.strftime("%H:%M:%S", time.gmtime(round(time.time() - began + ${r.pick(['0', '3661', '86399'])}))))
    say(first[0].replace(minute=5, microsecond=0), datetime.date(2024, 2, 29).replace(day=1), datetime.time(4, 5).isoformat())
    try:
        ${r.pick(['datetime.date(2023, 2, 29)', 'datetime.datetime.strptime("2024-13-01", "%Y-%m-%d")', 'datetime.date(2024, 1, 1) + 3', 'datetime.timedelta(days=10**10)', 'datetime.datetime.fromisoformat("today")', 'say(datetime.datetime.strptime("07 Mar 2024 21:05", "%d %b %Y %H:%M"))'])}
    except (ValueError, TypeError, OverflowError) as error:
        say(type(error).__name__, error)`);
}

/** Lines of text that become tables. @type {Story} */
export function parsed({ paste, r, d }) {
  paste(`
    import csv, io, re, string
    text = """
    2024-01-01 INFO  api   took=12ms user=ann
    2024-01-01 ERROR db    took=250ms user=bob code=${r.below(600)}
    2024-01-02 INFO  api   took=7ms user=cy
    2024-01-02 WARN  cache took=0ms
    garbage ${r.pick(['line', '', '# 1'])}
    2024-01-03 ERROR api   took=${r.below(99)}ms user=ann
    """
    pattern = re.compile(r"(?P<day>\\d{4}-\\d\\d-(\\d\\d))\\s+(?P<level>[A-Z]+)\\s+(?P<part>\\w+)\\s*(?P<rest>.*)$")
    async def lines():
        for line in textwrap.dedent(text).strip().splitlines():
            await asyncio.sleep(${r.pick(['0', '0.01', d()])})
            yield line
    rows, bad = [], []
    async for line in lines():
        if not (found := pattern.match(line)):
            bad.append(line)
            continue
        row = {**found.groupdict(), **dict(re.findall(r"(\\w+)=(\\S+)", found["rest"]))}
        row["took"] = int(re.sub(r"\\D", "", row["took"]))
        rows.append(row)
    say(bad, [list(row) for row in rows][:2], pattern.groups, pattern.groupindex["level"])
    rows.sort(key=operator.itemgetter(${r.pick(['"part"', '"level", "took"', '"took"'])}))
    for key, group in itertools.groupby(rows, key=lambda row: row[${r.pick(['"part"', '"level"'])}]):
        group = list(group)
        say(f"{key:.<8}{len(group):>3}{statistics.mean(row['took'] for row in group):>9.2f}", [row.get("user", "-") for row in group])
    out = io.StringIO()
    writer = csv.DictWriter(out, ["day", "level", "took"], extrasaction="ignore"${r.pick(['', ', delimiter=";"', ', quoting=csv.QUOTE_ALL'])})
    writer.writeheader()
    writer.writerows(rows[:3])
    say(out.getvalue().splitlines(), [row["level"] for row in csv.DictReader(io.StringIO("level,n\\nA,1\\n\\"B,C\\",2\\n"))])
    say(json.dumps(rows[0], sort_keys=True, ${r.pick(['indent=None', 'separators=(",", ":")', 'indent=1'])}), json.loads('{"a": [1, 2.5, null, true], "b": {"c": "\\\\u00e9"}}'))
    say(string.Template("$who took \${n}ms").safe_substitute(who=rows[0].get("user", "?")), string.capwords("ab cd"), re.split(r"[,;]\\s*", "a, b;c"), re.sub(r"(\\w)(\\d)", r"\\2\\1", "a1 b2"))
    say(collections.Counter(row["level"] for row in rows).most_common(), dict(itertools.zip_longest("abc", range(2), fillvalue=None)), list(itertools.accumulate([row["took"] for row in rows], max)), [*map(str.swapcase, ("aB", "ß"))])
    try:
        ${r.pick(['json.loads("{\'a\': 1}")', 're.compile("(a")', 'json.loads("[1, 2")', 'int("12x")', 'string.Template("$a").substitute()', 'json.dumps({1: {2}})', 'float("1,5")', '"{0} {}".format(1, 2)', '"{name}".format(nam=1)', '"%d" % "x"'])}
    except (ValueError, KeyError, TypeError, re.error) as error:
        say(type(error).__name__, error)`);
}

/** Errors as text. @type {Story} */
export function traced({ paste, r, d, minor }) {
  paste(`
    import io, traceback
    class Refused(Exception):
        def __init__(self, name, *, code=${r.below(500)}):
            super().__init__(name, code)
            self.name, self.code = name, code
        def __str__(self):
            return f"{self.name} was refused ({self.code:#x})"
    async def inner(name):
        await asyncio.sleep(${d()})
        ${r.pick(['raise Refused(name)', 'return {}[name]', 'return [][3]', 'return int(name)', 'return name.missing', 'assert not name, f"{name=}"', 'return 1 / (len(name) - 1)'])}
    async def outer(name):
        try:
            return await ${r.pick(['inner(name)', 'asyncio.create_task(inner(name))', 'asyncio.wait_for(inner(name), 5)', 'asyncio.gather(inner(name), hop())'])}
        except Exception as error:
            ${minor >= 11 ? r.pick(['error.add_note(f"for {name}")', 'pass']) : 'pass'}
            ${r.pick(['raise', 'raise RuntimeError("outer") from error', 'raise LookupError("while handling")', 'raise RuntimeError("outer") from None', 'raise error'])}
    def lines(text):
        return [line.strip() for line in text.splitlines() if not line.strip().startswith(("File", "^", "~"))]
    for name in ("a", "bb"):
        try:
            await outer(name)
        except Exception as error:
            last = error
            say(traceback.format_exception_only(type(error), error))
            say(places(error), len(traceback.extract_tb(error.__traceback__)) > 0)
            out = io.StringIO()
            with contextlib.redirect_stdout(out):
                traceback.print_exc(file=sys.stdout)
            say("Traceback" in out.getvalue(), lines(out.getvalue())[-1:])
            kind, value, trace = sys.exc_info()
            say(kind is type(error), value is error, trace is error.__traceback__)
    say(sys.exc_info(), isinstance(last, Exception), repr(last))
    task = asyncio.create_task(outer("cc"))
    await asyncio.wait([task])
    error = task.exception()
    say(type(error).__name__, [entry.name for entry in traceback.extract_tb(error.__traceback__) if entry.filename == HERE])
    with contextlib.suppress(Exception):
        raise error.with_traceback(None)
    say(places(error), repr(error.__cause__), repr(error.__context__), error.__suppress_context__)`);
}

/** Customers and counters, by chance that is the same each time. @type {Story} */
export function simulated({ paste, r, d }) {
  paste(`
    dice = random.Random(${r.below(1000)})
    @dataclasses.dataclass(order=True)
    class Customer:
        priority: int
        number: int
        arrives: float = dataclasses.field(compare=False)
        served: float = dataclasses.field(default=-1.0, compare=False)
        mood: str = dataclasses.field(init=False, compare=False)
        def __post_init__(self):
            self.mood = dice.choice(["calm", "hasty"])
        @property
        def waited(self):
            return max(0.0, self.served - self.arrives)
    line = asyncio.PriorityQueue()
    gone, served = [], []
    clock = asyncio.get_running_loop().time
    async def arrivals(count):
        for number in range(count):
            await asyncio.sleep(dice.${r.pick(['expovariate(8)', 'uniform(0, 0.2)', 'random() / 5', 'choice([0.05, 0.1])', 'triangular(0, 0.2, 0.1)'])})
            await line.put(Customer(dice.${r.pick(['randint(0, 2)', 'randrange(3)', 'choices([0, 1], weights=[3, 1])[0]'])}, number, clock()))
    async def counter(name):
        while True:
            customer = await line.get()
            customer.served = clock()
            if customer.mood == "hasty" and customer.waited > ${r.pick(['0.05', '0.2'])}:
                gone.append(customer.number)
            else:
                await asyncio.sleep(abs(dice.${r.pick(['gauss(0.1, 0.03)', 'normalvariate(0.1, 0.02)', 'betavariate(2, 5)', 'random()'])}))
                served.append((name, customer.number, customer.priority))
            line.task_done()
    counters = [asyncio.create_task(counter(name)) for name in "${'AB'.slice(0, 1 + r.below(2))}"]
    await arrivals(${4 + r.below(6)})
    await line.join()
    for one in counters:
        one.cancel()
    await asyncio.wait(counters)
    say(served, gone, line.empty())
    deck = [f"{suit}{rank}" for suit in "SH" for rank in range(1, 6)]
    dice.shuffle(deck)
    say(deck, dice.sample(deck, 3), dice.choices("xyz", k=4), f"{dice.random():.6f}", dice.getrandbits(16))
    events, order = [(round(dice.random(), 2), index, name) for index, name in enumerate("pqrs")], []
    heapq.heapify(events)
    while events:
        when, index, name = heapq.heappop(events)
        order.append(name)
        if len(order) < 6:
            heapq.heappush(events, (round(when + ${r.pick(['0.3', '0.5'])}, 2), index, name.upper()))
    say(order, bisect.bisect([1, 3, 5], 3), heapq.nlargest(2, [3, 1, 2]), [*itertools.pairwise("abc")], statistics.median([3, 1, 2]), f"{statistics.stdev([1, 2, 4]):.3f}")`);
}

/** Generic classes, protocols, descriptors. @type {Story} */
export function typed({ paste, r, d }) {
  paste(`
    T = typing.TypeVar("T")
    class Positive:
        def __set_name__(self, owner, name):
            self.name = "_" + name
        def __get__(self, instance, owner=None):
            return self if instance is None else getattr(instance, self.name)
        def __set__(self, instance, value):
            if value <= 0:
                raise ValueError(f"{self.name[1:]} must be positive, not {value!r}")
            setattr(instance, self.name, value)
    @typing.runtime_checkable
    class Runnable(typing.Protocol):
        async def run(self) -> str: ...
    class Stack(typing.Generic[T]):
        def __init__(self, items: typing.Iterable[T] = ()) -> None:
            self.items: list[T] = list(items)
            self.changed = asyncio.Condition()
        async def push(self, item: T) -> None:
            async with self.changed:
                self.items.append(item)
                self.changed.notify()
        async def pop(self) -> T:
            async with self.changed:
                while not self.items:
                    await self.changed.wait()
                return self.items.pop()
        def __len__(self): return len(self.items)
        def __bool__(self): return True
        def __iter__(self): return iter(self.items[::-1])
        def __contains__(self, item): return item in self.items
        def __or__(self, other): return Stack[T]([*self.items, *other])
        def __enter__(self): return self
        def __exit__(self, *error): return ${r.pick(['False', 'error[0] is IndexError', 'None'])}
    @dataclasses.dataclass(kw_only=True)
    class Job:
        name: str
        cost: dataclasses.InitVar[float] = 1
        total: float = dataclasses.field(init=False)
        made: typing.ClassVar[int] = 0
        def __post_init__(self, cost):
            self.total = cost * 1.5
            type(self).made += 1
        async def run(self) -> str:
            await asyncio.sleep(self.total / ${r.pick(['10', '100'])})
            return f"{self.name}:{self.total}"
    class Machine:
        speed = Positive()
        def __init__(self, speed): self.speed = speed
        def __eq__(self, other): return isinstance(other, Machine) and self.speed == other.speed
        def __hash__(self): return hash(self.speed)
        def __lt__(self, other): return self.speed < other.speed
        def __getattr__(self, name):
            if name.startswith("try_"):
                return functools.partial(self.attempt, name[4:])
            raise AttributeError(f"no {name}")
        async def attempt(self, what, *args):
            await asyncio.sleep(${d()})
            return what, args, self.speed
    stack = Stack[int]([1, 2])
    waiting = [asyncio.create_task(stack.pop()) for turn in range(3)]
    await asyncio.sleep(0)
    await stack.push(${r.pick(['3', '"three"', 'None'])})
    say(await asyncio.gather(*waiting), len(stack), bool(stack), 3 in stack, list(stack | [4, 5]))
    jobs = [Job(name="a"), Job(name="b", cost=2), Job(name="c", cost=${r.pick(['0', '0.1'])})]
    say(jobs[0], isinstance(jobs[0], Runnable), isinstance(stack, Runnable), Job.made)
    say(await asyncio.gather(*(job.run() for job in jobs)))
    fast = Machine(3)
    say(await fast.try_cut("wood"), sorted([fast, Machine(1)])[0].speed, {fast, Machine(3)} == {Machine(3)}, Machine.speed is Machine.__dict__["speed"])
    for attempt in (lambda: Machine(${r.pick(['0', '-1', '"fast"'])}), lambda: fast.nothing, lambda: Job("a"), lambda: Job(), lambda: Stack[int]().items[0], lambda: setattr(fast, "speed", -2), lambda: typing.get_type_hints(Job)["total"], lambda: Stack[int], lambda: fast <= fast):
        try:
            say("ok", str(attempt()).split(".")[-1])
        except Exception as error:
            say(type(error).__name__, str(error).replace("story.<locals>.", "").split("<locals>.")[-1])`);
}
