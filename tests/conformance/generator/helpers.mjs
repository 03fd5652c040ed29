// helpers.mjs — what a scenario's coroutines use: say, chain, generators, context managers, awaitables, work for threads.

/** @typedef {import('./scenario.mjs').Scenario} Scenario */

/** @param {Scenario} scenario */
export function helpers(scenario) {
  const { random: r, writer: w } = scenario;
  w.emit('def say(*words):', '    print(f"{asyncio.get_running_loop().time():.4f}", *words)', '');
  w.emit('def resolve(future, value):', '    if not future.done():', '        future.set_result(value)', '');
  w.emit('async def after(delay):', '    await asyncio.sleep(delay)', '    return delay', '');
  w.emit('def on_error(loop, context):', '    if context["message"].startswith("Exception in callback"):', '        print("handler", repr(context["exception"]))', '');
  w.emit('def fail(what):', '    raise ValueError(what)', '');
  w.emit('async def hop():', '    await asyncio.sleep(0)', '');
  w.emit('label = contextvars.ContextVar("label", default="none")', '');
  const count = r.below(3);
  for (let i = 0; i < count; i++) {
    w.choose([
      [3, () => numbers(scenario)],
      [3, () => managerClass(scenario)],
      [2, () => managedFunction(scenario)],
      [2, () => awaitableClass(scenario)],
      [1, () => iteratorClass(scenario)],
    ]);
    w.emit('');
  }
  if (scenario.usesThreads) {
    work(scenario);
    if (r.chance(0.4)) work(scenario);
  }
}

/** @param {Scenario} scenario */
function numbers(scenario) {
  const { random: r, writer: w } = scenario;
  const name = w.fresh('numbers');
  w.block(`async def ${name}(count):`, () => {
    w.block('try:', () => {
      w.block('for number in range(count):', () => {
        if (r.chance(0.7)) w.emit(`await asyncio.sleep(${scenario.delay()})`);
        if (r.chance(0.3)) w.emit('got = yield number', 'say("got", got)');
        else w.emit('yield number');
      });
      if (r.chance(0.15)) w.emit('raise LookupError("no more")');
    });
    if (r.chance(0.3)) {
      const caught = r.pick(['ValueError', 'GeneratorExit', 'asyncio.CancelledError']);
      w.block(`except ${caught} as error:`, () => w.emit(`say("${name}", repr(error))`, caught === 'GeneratorExit' ? 'raise' : r.pick(['raise', 'yield 99'])));
    }
    w.block('finally:', () => {
      if (r.chance(0.3)) w.emit(`await asyncio.sleep(${scenario.delay()})`);
      w.emit(`say("${name} closes")`);
    });
  });
  scenario.generators.push(name);
}

/** @param {Scenario} scenario */
function managerClass(scenario) {
  const { random: r, writer: w } = scenario;
  const name = w.fresh('Manager');
  w.block(`class ${name}:`, () => {
    w.block('def __init__(self, name):', 'self.name = name');
    w.block('async def __aenter__(self):', () => {
      if (r.chance(0.6)) w.emit(`await asyncio.sleep(${scenario.delay()})`);
      w.emit('say("enter", self.name)');
      if (r.chance(0.1)) w.emit('raise OSError(self.name)');
      w.emit('return self.name');
    });
    w.block('async def __aexit__(self, kind, error, trace):', () => {
      if (r.chance(0.6)) w.emit(`await asyncio.sleep(${scenario.delay()})`);
      w.emit('say("exit", self.name, kind and kind.__name__)');
      if (r.chance(0.15)) w.emit('raise RuntimeError("in exit")');
      w.emit(`return ${r.chance(0.25) ? 'kind is not None and issubclass(kind, ValueError)' : 'False'}`);
    });
  });
  scenario.managers.push(name);
}

/** @param {Scenario} scenario */
function managedFunction(scenario) {
  const { random: r, writer: w } = scenario;
  const name = w.fresh('managed');
  w.emit('@contextlib.asynccontextmanager');
  w.block(`async def ${name}(name):`, () => {
    w.emit('say("open", name)');
    w.block('try:', 'yield name');
    if (r.chance(0.3)) w.block(`except ${r.pick(['ValueError', 'asyncio.CancelledError', 'Exception'])} as error:`, () => w.emit('say("managed", repr(error))', ...(r.chance(0.5) ? ['raise'] : [])));
    w.block('finally:', () => {
      if (r.chance(0.6)) w.emit(`await asyncio.sleep(${scenario.delay()})`);
      w.emit('say("close", name)');
    });
  });
  scenario.managers.push(name);
}

/** @param {Scenario} scenario */
function awaitableClass(scenario) {
  const { random: r, writer: w } = scenario;
  const name = w.fresh('Awaitable');
  w.block(`class ${name}:`, () => {
    w.block('def __init__(self, turns):', 'self.turns = turns');
    w.block('def __await__(self):', () => {
      w.block('for turn in range(self.turns):', () => w.emit(r.pick(['yield', 'yield from asyncio.sleep(0).__await__()', `yield from hop().__await__()`, `yield from after(${scenario.delay()}).__await__()`])));
      if (r.chance(0.2)) w.emit('raise ValueError(self.turns)');
      w.emit('return ("awaited", self.turns)');
    });
  });
  scenario.awaitables.push(name);
}

/** @param {Scenario} scenario */
function iteratorClass(scenario) {
  const { random: r, writer: w } = scenario;
  const name = w.fresh('Countdown');
  w.block(`class ${name}:`, () => {
    w.block('def __init__(self, count):', 'self.count = count');
    w.block('def __aiter__(self):', 'return self');
    w.block('async def __anext__(self):', () => {
      if (r.chance(0.7)) w.emit(`await asyncio.sleep(${scenario.delay()})`);
      w.block('if self.count <= 0:', 'raise StopAsyncIteration');
      w.emit('self.count -= 1', 'return self.count');
    });
  });
  scenario.generators.push(name);
}

/** A function that blocks its thread. @param {Scenario} scenario */
function work(scenario) {
  const { random: r, writer: w } = scenario;
  const name = w.fresh('work');
  if (scenario.blocking.length === 0) w.emit('storage = threading.local()', '', 'def local_start(value):', '    storage.value = value', '');
  w.block(`def ${name}(what):`, () => {
    if (r.chance(0.4)) w.emit('print("thread", threading.current_thread().name, what)');
    w.emit(`time.sleep(${r.pick(['0.1', '0.2', '0.35', '0', '0.05'])})`);
    if (r.chance(0.2)) w.emit('print("label", label.get())', 'label.set(what)');
    if (r.chance(0.2)) w.emit('storage.value = getattr(storage, "value", 0) + 1', 'print("local", storage.value)');
    if (r.chance(0.2)) w.emit('with guard:', '    total[0] += 1');
    if (r.chance(0.3)) w.block('if what == "a":', 'raise ValueError(what)');
    if (r.chance(0.3)) w.emit(`time.sleep(${r.pick(['0.1', '0.02'])})`, 'print("after", what)');
    w.emit('return what');
  });
  if (scenario.blocking.length === 0) w.emit('', 'guard = threading.Lock()');
  w.emit('');
  scenario.blocking.push(name);
}
