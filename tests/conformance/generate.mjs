// generate.mjs — random asyncio programs from a grammar, for comparing Sluice with an installed CPython.
//
// A seed gives one program, always the same. Programs keep clear of what CPython leaves to chance (README.md there: "Not settled"):
// they build no sets of their own, and give as_completed only tasks that are not done yet. They end: every loop is counted, and what
// might wait for ever is put under a timeout or ends in a Deadlock, which is compared like any other failure.

/** A small seeded generator of numbers (mulberry32): the same everywhere. */
export class Random {
  constructor(seed) {
    this.state = seed >>> 0;
  }
  next() {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = this.state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }
  below(n) {
    return Math.floor(this.next() * n);
  }
  pick(items) {
    return items[this.below(items.length)];
  }
  chance(probability) {
    return this.next() < probability;
  }
  weighted(pairs) {
    let rest = this.next() * pairs.reduce((sum, [weight]) => sum + weight, 0);
    for (const [weight, item] of pairs) if ((rest -= weight) < 0) return item;
    return pairs[pairs.length - 1][1];
  }
}

const DELAYS = ["0", "0.1", "0.1", "0.2", "0.3", "0.05", "0.25", "1", "0.001"];
const LIMITS = ["0.05", "0.15", "0.2", "0.3", "0.5", "1"];
const ERRORS = ["ValueError", "KeyError", "RuntimeError", "OSError", "LookupError", "ZeroDivisionError"];

/** One program under construction. */
class Program {
  constructor(seed, minor) {
    this.random = new Random(seed);
    this.minor = minor;
    this.lines = [];
    this.indent = 0;
    this.counter = 0;
    this.statements = 0;
    this.functions = [];   // coroutine functions that may be called: {name}
    this.generators = [];  // asynchronous generators
    this.managers = [];    // asynchronous context managers
    this.blocking = [];    // plain functions for worker threads
    const wantsThreads = this.random.chance(0.3);
    this.usesThreads = wantsThreads && minor !== 14;  // 3.14 is compared with Pyodide, which has none
  }

  emit(text) {
    this.lines.push("    ".repeat(this.indent) + text);
  }
  block(head, body) {
    this.emit(head);
    this.indent++;
    body();
    this.indent--;
  }
  fresh(stem) {
    return `${stem}${++this.counter}`;
  }
  delay() {
    return this.random.pick(DELAYS);
  }
  say(text) {
    this.emit(`say(${text})`);
  }

  /** A call of a coroutine function, or of a library coroutine that ends by itself. */
  coroutine(depth) {
    const choices = [[2, () => `asyncio.sleep(${this.delay()}, ${this.random.below(100)})`]];
    if (this.functions.length) choices.push([6, () => `${this.random.pick(this.functions)}(${this.argument()})`]);
    if (depth < 2 && this.functions.length) {
      choices.push([1, () => `asyncio.wait_for(${this.coroutine(depth + 1)}, ${this.random.pick(LIMITS)})`]);
    }
    if (this.usesThreads && this.blocking.length) choices.push([2, () => `asyncio.to_thread(${this.random.pick(this.blocking)}, ${this.argument()})`]);
    return this.random.weighted(choices)();
  }
  argument() {
    return this.random.weighted([[4, `"${this.random.pick("abcdef")}"`], [2, String(this.random.below(9))], [1, "None"]]);
  }

  /** A few statements; at least one. */
  body(scope, depth) {
    const count = 1 + this.random.below(depth > 2 ? 2 : 4);
    for (let i = 0; i < count; i++) this.statement(scope, depth);
  }

  statement(scope, depth) {
    this.statements++;
    if (this.statements > 90 || depth > 4) return this.say(`"${scope.name}", ${this.fresh("")}`);
    const flat = [
      [5, () => this.say(`"${scope.name}", ${this.random.below(100)}`)],
      [6, () => this.emit(`await asyncio.sleep(${this.delay()})`)],
      [3, () => this.awaitCall(scope, depth)],
      [2, () => this.primitive(scope, depth)],
      [1.2, () => this.emit(`total[${this.random.below(3)}] += ${1 + this.random.below(5)}`)],
      [0.3, () => this.emit(`raise ${this.random.pick(ERRORS)}("${this.fresh("e")}")`)],
      [0.6, () => this.say("total")],
      [0.7, () => this.emit(`events[${this.random.below(2)}].${this.random.pick(["set", "set", "clear"])}()`)],
      [0.5, () => this.emit(`say(asyncio.current_task().get_name(), asyncio.get_running_loop().time())`)],
      [0.5, () => this.callLater(scope)],
      [0.5, () => this.cancelSomething()],
    ];
    const nested = [
      [2, () => this.tryStatement(scope, depth)],
      [2, () => this.withStatement(scope, depth)],
      [1.2, () => this.forStatement(scope, depth)],
      [1.2, () => this.fanOut(scope, depth)],
      [1, () => this.block(`if total[${this.random.below(3)}] % 2 == ${this.random.below(2)}:`, () => this.body(scope, depth + 1))],
      [0.8, () => this.taskStory(scope, depth)],
    ];
    if (this.generators.length) nested.push([0.6, () => this.asyncFor(scope, depth)]);
    this.random.weighted(depth < 4 ? [...flat, ...nested] : flat)();
  }

  awaitCall(scope, depth) {
    const call = this.coroutine(depth);
    if (this.random.chance(0.5)) this.emit(`await ${call}`);
    else this.say(`"${scope.name} got", await ${call}`);
  }

  primitive(scope, depth) {
    const r = this.random;
    r.weighted([
      [2, () => this.emit(`await queue.put((${r.below(9)}, "${scope.name}"))`)],
      [2, () => this.say(`"get", await asyncio.wait_for(queue.get(), ${r.pick(LIMITS)})`)],
      [1, () => this.block("if not queue.full():", () => this.emit(`queue.put_nowait((${r.below(9)}, "nowait"))`))],
      [1, () => this.block("if not queue.empty():", () => this.say(`"nowait", queue.get_nowait()`))],
      [1, () => this.emit(`await asyncio.wait_for(events[${r.below(2)}].wait(), ${r.pick(LIMITS)})`)],
      [0.7, () => this.say(`locks[0].locked(), gate.locked(), queue.qsize(), events[0].is_set()`)],
      [0.7, () => {
        this.block("async with condition:", () => {
          if (r.chance(0.5)) this.emit(`condition.notify${r.chance(0.5) ? "_all()" : `(${1 + r.below(2)})`}`);
          else this.emit(`await asyncio.wait_for(condition.wait(), ${r.pick(LIMITS)})`);
        });
      }],
      [0.6, () => {
        const future = this.fresh("future");
        this.emit(`${future} = asyncio.get_running_loop().create_future()`);
        this.emit(`asyncio.get_running_loop().call_later(${this.delay()}, resolve, ${future}, ${r.below(50)})`);
        if (depth < 4) this.say(`"future", await ${future}`);
      }],
    ])();
  }

  callLater(scope) {
    const r = this.random;
    const loop = "asyncio.get_running_loop()";
    r.weighted([
      [2, () => this.emit(`${loop}.call_soon(say, "${scope.name} soon", ${r.below(9)})`)],
      [2, () => this.emit(`${loop}.call_later(${this.delay()}, say, "${scope.name} later")`)],
      [1, () => this.emit(`${loop}.call_later(${this.delay()}, say, "${scope.name} never").cancel()`)],
      [1, () => this.emit(`${loop}.call_at(${loop}.time() + ${this.delay()}, events[${r.below(2)}].set)`)],
    ])();
  }

  cancelSomething() {
    this.block("if len(tasks) > 1:", () => {
      this.say(`"cancel", tasks[${this.random.below(2)}].cancel(${this.random.chance(0.3) ? '"enough"' : ""})`);
    });
  }

  tryStatement(scope, depth) {
    const r = this.random;
    this.block("try:", () => this.body(scope, depth + 1));
    const kind = r.below(5);
    const star = this.minor >= 11 && r.chance(0.12);
    if (kind !== 4) {
      const type = r.weighted([[3, "Exception"], [2, "asyncio.CancelledError"], [2, "asyncio.TimeoutError"], [2, r.pick(ERRORS)], [0.5, "(ValueError, KeyError)"], [0.7, "BaseException"]]);
      this.block(`except${star ? "*" : ""} ${type} as error:`, () => {
        this.say(star ? `"${scope.name} group", [repr(one) for one in error.exceptions]` : `"${scope.name} caught", repr(error)`);
        if (!star && r.chance(0.5)) this.body(scope, depth + 1);  // break and continue may not stand in except*
        if (r.chance(type.includes("Cancelled") ? 0.6 : 0.15)) this.emit("raise");
      });
      if (r.chance(0.2)) this.block("else:", () => this.body(scope, depth + 1));
    }
    if (kind >= 3) {
      this.block("finally:", () => {
        this.say(`"${scope.name} finally"`);
        if (r.chance(0.4)) this.emit(`await asyncio.sleep(${this.delay()})`);
      });
    }
  }

  withStatement(scope, depth) {
    const r = this.random;
    const heads = [
      [3, () => "async with gate:"],
      [2, () => `async with locks[${r.below(2)}]:`],
    ];
    if (this.minor >= 11) heads.push([2.5, () => `async with asyncio.timeout(${r.pick(LIMITS)}):`]);
    if (this.managers.length) {
      heads.push([2, () => `async with ${r.pick(this.managers)}("${this.fresh("m")}") as value:`]);
      heads.push([0.7, () => `async with ${r.pick(this.managers)}("${this.fresh("m")}"), gate:`]);
    }
    this.block(r.weighted(heads)(), () => this.body(scope, depth + 1));
  }

  forStatement(scope, depth) {
    const name = this.fresh("i");
    this.block(`for ${name} in range(${1 + this.random.below(3)}):`, () => {
      this.body(scope, depth + 1);
      if (this.random.chance(0.2)) {
        this.block(`if ${name} == 1:`, () => this.emit(this.random.pick(["break", "continue"])));
      }
    });
  }

  asyncFor(scope, depth) {
    this.block(`async for item in ${this.random.pick(this.generators)}(${1 + this.random.below(3)}):`, () => {
      this.say(`"item", item`);
      if (this.random.chance(0.5)) this.body(scope, depth + 1);
      if (this.random.chance(0.3)) this.emit("break");
    });
  }

  /** Several things at once: gather, wait, as_completed, TaskGroup. */
  fanOut(scope, depth) {
    const r = this.random;
    const count = 2 + r.below(3);
    const calls = Array.from({ length: count }, () => this.coroutine(depth + 1));
    const kinds = [
      [3, () => this.say(`"gathered", await asyncio.gather(${calls.join(", ")}${r.chance(0.6) ? ", return_exceptions=True" : ""})`)],
      [1.5, () => {
        const list = this.fresh("group");
        this.emit(`${list} = [${calls.map((call) => `asyncio.create_task(${call})`).join(", ")}]`);
        const when = r.pick(["ALL_COMPLETED", "FIRST_COMPLETED", "FIRST_EXCEPTION"]);
        const timeout = r.chance(0.4) ? `, timeout=${r.pick(LIMITS)}` : "";
        this.emit(`done, pending = await asyncio.wait(${list}, return_when=asyncio.${when}${timeout})`);
        this.say(`[${list}.index(task) for task in ${list} if task in done], len(pending)`);
        if (r.chance(0.7)) this.block(`for task in ${list}:`, () => this.emit("task.cancel()"));
        if (r.chance(0.7)) this.say(`await asyncio.gather(*${list}, return_exceptions=True)`);
      }],
      [1.2, () => {
        const list = this.fresh("group");
        // Different delays, so that no two are done at once: CPython leaves their order to chance.
        const delays = [0.11, 0.23, 0.31, 0.47].slice(0, count).sort(() => r.next() - 0.5);
        this.emit(`${list} = [${delays.map((delay) => `asyncio.create_task(after(${delay}))`).join(", ")}]`);
        this.block(`for next_one in asyncio.as_completed(${list}${r.chance(0.3) ? ", timeout=0.25" : ""}):`, () => {
          this.say(`"next", await next_one`);
        });
      }],
    ];
    if (this.minor >= 11) {
      kinds.push([2.5, () => this.block("async with asyncio.TaskGroup() as group:", () => {
        for (const call of calls) this.emit(r.chance(0.2) ? `tasks.append(group.create_task(${call}))` : `group.create_task(${call})`);
        if (r.chance(0.3)) this.body(scope, depth + 2);
      })]);
    }
    r.weighted(kinds)();
  }

  /** A task that is made, perhaps shielded or cancelled, and awaited. */
  taskStory(scope, depth) {
    const r = this.random;
    const task = this.fresh("task");
    this.emit(`${task} = asyncio.create_task(${this.coroutine(depth + 1)}${r.chance(0.3) ? `, name="${task}"` : ""})`);
    if (r.chance(0.4)) this.emit(`tasks.append(${task})`);
    if (r.chance(0.3)) this.emit(`${task}.add_done_callback(lambda done: say("callback", done.cancelled()))`);
    if (r.chance(0.5)) this.emit(`await asyncio.sleep(${this.delay()})`);
    const how = r.below(5);
    if (how === 0) this.emit(`${task}.cancel()`);
    this.block("try:", () => {
      if (how === 1) this.say(`await asyncio.shield(${task})`);
      else if (how === 2) this.say(`await asyncio.wait_for(asyncio.shield(${task}), ${r.pick(LIMITS)})`);
      else if (how === 3) this.say(`await asyncio.wait_for(${task}, ${r.pick(LIMITS)})`);
      else this.say(`await ${task}`);
    });
    this.block(`except ${r.chance(0.6) ? "BaseException" : "(Exception, asyncio.CancelledError)"} as error:`, () => this.say(`"${task}", type(error).__name__, ${task}.done()`));
  }

  helpers() {
    this.emit("def say(*words):");
    this.emit("    print(f\"{asyncio.get_running_loop().time():.4f}\", *words)");
    this.emit("");
    this.block("def resolve(future, value):", () => this.block("if not future.done():", () => this.emit("future.set_result(value)")));
    this.emit("");
    this.block("async def after(delay):", () => {
      this.emit("await asyncio.sleep(delay)");
      this.emit("return delay");
    });
    this.emit("");
    if (this.random.chance(0.5)) {
      const name = this.fresh("numbers");
      this.block(`async def ${name}(count):`, () => {
        this.block("try:", () => this.block("for number in range(count):", () => {
          if (this.random.chance(0.7)) this.emit(`await asyncio.sleep(${this.delay()})`);
          this.emit("yield number");
        }));
        this.block("finally:", () => this.emit(`say("${name} closes")`));
      });
      this.emit("");
      this.generators.push(name);
    }
    if (this.random.chance(0.6)) {
      const name = this.fresh("Manager");
      this.block(`class ${name}:`, () => {
        this.block("def __init__(self, name):", () => this.emit("self.name = name"));
        this.block("async def __aenter__(self):", () => {
          if (this.random.chance(0.6)) this.emit(`await asyncio.sleep(${this.delay()})`);
          this.emit(`say("enter", self.name)`);
          this.emit("return self.name");
        });
        this.block("async def __aexit__(self, kind, error, trace):", () => {
          if (this.random.chance(0.6)) this.emit(`await asyncio.sleep(${this.delay()})`);
          this.emit(`say("exit", self.name, kind and kind.__name__)`);
          this.emit(`return ${this.random.chance(0.25) ? "kind is not None and issubclass(kind, ValueError)" : "False"}`);
        });
      });
      this.emit("");
      this.managers.push(name);
    }
    if (this.random.chance(0.4)) {
      const name = this.fresh("managed");
      this.emit("@contextlib.asynccontextmanager");
      this.block(`async def ${name}(name):`, () => {
        this.emit(`say("open", name)`);
        this.block("try:", () => this.emit("yield name"));
        this.block("finally:", () => {
          if (this.random.chance(0.6)) this.emit(`await asyncio.sleep(${this.delay()})`);
          this.emit(`say("close", name)`);
        });
      });
      this.emit("");
      this.managers.push(name);
    }
    if (this.usesThreads) {
      const name = this.fresh("work");
      this.block(`def ${name}(what):`, () => {
        this.emit(`time.sleep(${this.random.pick(["0.1", "0.2", "0.35"])})`);
        if (this.random.chance(0.3)) this.block(`if what == "a":`, () => this.emit(`raise ValueError(what)`));
        this.emit("return what");
      });
      this.emit("");
      this.blocking.push(name);
    }
  }

  text() {
    const r = this.random;
    this.emit("import asyncio, contextlib, time");
    this.emit("");
    this.helpers();
    const count = 2 + r.below(4);
    for (let i = 0; i < count; i++) {
      const name = this.fresh("job");
      this.statements = 0;
      this.block(`async def ${name}(arg):`, () => {
        this.body({ name }, 1);
        if (r.chance(0.6)) this.emit(`return f"${name}:{arg}"`);
      });
      this.emit("");
      this.functions.push(name);
    }
    this.block("async def main():", () => {
      this.emit("global gate, locks, events, queue, condition");
      this.emit(`gate = asyncio.Semaphore(${1 + r.below(3)})`);
      this.emit("locks = [asyncio.Lock(), asyncio.Lock()]");
      this.emit("events = [asyncio.Event(), asyncio.Event()]");
      this.emit(`queue = asyncio.${r.weighted([[4, "Queue"], [1, "LifoQueue"], [1, "PriorityQueue"]])}(${r.pick(["", "1", "2", "5"])})`);
      this.emit("condition = asyncio.Condition()");
      const starts = 2 + r.below(4);
      for (let i = 0; i < starts; i++) this.emit(`tasks.append(asyncio.create_task(${r.pick(this.functions)}(${i})))`);
      this.statements = 0;
      this.body({ name: "main" }, 1);
      this.emit("for result in await asyncio.gather(*tasks, return_exceptions=True):");
      this.emit("    say(repr(result))");
    });
    this.emit("");
    this.emit("tasks = []");
    this.emit("total = [0, 0, 0]");
    this.emit("asyncio.run(main())");
    return this.lines.join("\n") + "\n";
  }
}

/**
 * The program of one seed.
 *
 * @param {number} seed
 * @param {number} minor  the x of Python 3.x: newer features are used from their version on
 * @returns {string} Python source text
 */
export function generate(seed, minor) {
  return new Program(seed, minor).text();
}

if (process.argv[1] && process.argv[1].endsWith("generate.mjs")) {
  process.stdout.write(generate(Number(process.argv[2] ?? 1), Number((process.argv[3] ?? "3.13").split(".")[1])));
}
