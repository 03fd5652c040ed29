// waiting.mjs — several things at once: gather, wait, as_completed, TaskGroup; and tasks that are made, cancelled and awaited.

/** @typedef {import('./scenario.mjs').Scenario} Scenario */
/** @typedef {import('./scenario.mjs').Scope} Scope */

/** Delays that end at different moments, whatever steps lie between. */
const APART = [0.11, 0.23, 0.31, 0.47];

/** @param {Scenario} scenario @param {Scope} scope @param {number} depth */
export function fanOut(scenario, scope, depth) {
  const { random: r, writer: w } = scenario;
  const calls = r.times(2 + r.below(3), () => scenario.coroutine(depth + 1));
  /** @type {[number, () => void][]} */
  const ways = [
    [3, () => scenario.say(`"gathered", await asyncio.gather(${calls.join(', ')}${r.chance(0.6) ? ', return_exceptions=True' : ''})`)],
    [0.6, () => cancelledGather(scenario, calls)],
    [2, () => wait(scenario, calls)],
    [1.4, () => asCompleted(scenario, calls.length)],
    [0.8, () => pipeline(scenario)],
  ];
  if (scenario.minor >= 11) ways.push([3, () => taskGroup(scenario, scope, depth, calls)]);
  w.choose(ways);
}

/** @param {Scenario} scenario @param {string[]} calls */
function cancelledGather(scenario, calls) {
  const { random: r, writer: w } = scenario;
  const name = w.fresh('all');
  w.emit(`${name} = asyncio.gather(${calls.join(', ')}${r.chance(0.5) ? ', return_exceptions=True' : ''})`);
  w.emit(`asyncio.get_running_loop().call_later(${scenario.limit()}, ${name}.cancel)`);
  w.block('try:', () => scenario.say(`await ${name}`));
  w.block('except (Exception, asyncio.CancelledError) as error:', () => scenario.say(`"all", chain(error), ${name}.cancelled()`));
}

/** @param {Scenario} scenario @param {string[]} calls */
function wait(scenario, calls) {
  const { random: r, writer: w } = scenario;
  const list = w.fresh('group');
  w.emit(`${list} = [${calls.map((call) => `asyncio.create_task(${call})`).join(', ')}]`);
  const when = r.pick(['ALL_COMPLETED', 'FIRST_COMPLETED', 'FIRST_EXCEPTION']);
  const timeout = r.chance(0.4) ? `, timeout=${r.chance(0.1) ? '0' : scenario.limit()}` : '';
  w.emit(`done, pending = await asyncio.wait(${list}, return_when=asyncio.${when}${timeout})`);
  scenario.say(`[${list}.index(task) for task in ${list} if task in done], len(pending)`);
  if (r.chance(0.3)) w.block('for task in done:', () => scenario.say(`${list}.index(task), task.cancelled() or repr(task.exception()) if task.cancelled() or task.exception() else task.result()`));
  if (r.chance(0.2)) w.block('if pending:', () => w.emit('done, pending = await asyncio.wait(pending)', 'say(len(done), len(pending))'));
  if (r.chance(0.7)) w.block(`for task in ${list}:`, 'task.cancel()');
  if (r.chance(0.7)) scenario.say(`await asyncio.gather(*${list}, return_exceptions=True)`);
}

/** @param {Scenario} scenario @param {number} count */
function asCompleted(scenario, count) {
  const { random: r, writer: w } = scenario;
  const list = w.fresh('group');
  const delays = r.shuffled(APART).slice(0, count);
  const items = delays.map((delay) => (r.chance(0.6) ? `asyncio.create_task(after(${delay}))` : `after(${delay})`));
  w.emit(`${list} = [${items.join(', ')}]`);
  const timeout = r.chance(0.3) ? `, timeout=${r.pick(['0.25', '0.4', '0.05'])}` : '';
  const isAsync = scenario.minor >= 13 && r.chance(0.4);
  w.block('try:', () => {
    if (isAsync) {
      w.block(`async for one in asyncio.as_completed(${list}${timeout}):`, () => {
        scenario.say('"next", await one');
        if (r.chance(0.2)) w.emit('break');
      });
    } else {
      w.block(`for next_one in asyncio.as_completed(${list}${timeout}):`, () => {
        scenario.say('"next", await next_one');
        if (r.chance(0.2)) w.emit('break');
      });
    }
  });
  w.block('except asyncio.TimeoutError as error:', () => scenario.say('"as_completed", chain(error)'));
}

/** Producers and consumers on a queue of their own. @param {Scenario} scenario */
function pipeline(scenario) {
  const { random: r, writer: w } = scenario;
  const [pipe, producer, consumer] = [w.fresh('pipe'), w.fresh('produce'), w.fresh('consume')];
  w.emit(`${pipe} = asyncio.${r.pick(['Queue', 'Queue', 'LifoQueue', 'PriorityQueue'])}(${r.pick(['', '1', '2'])})`);
  w.block(`async def ${producer}(count):`, () => w.block('for number in range(count):', () => {
    w.emit(`await ${pipe}.put(${r.pick(['number', '-number', 'number % 2'])})`);
    if (r.chance(0.6)) w.emit(`await asyncio.sleep(${scenario.delay()})`);
  }));
  w.block(`async def ${consumer}(name):`, () => w.block('while True:', () => {
    w.emit(`item = await ${pipe}.get()`);
    if (r.chance(0.6)) w.emit(`await asyncio.sleep(${scenario.delay()})`);
    w.emit('say(name, "took", item)', `${pipe}.task_done()`);
  }));
  const consumers = w.fresh('consumers');
  w.emit(`${consumers} = [asyncio.create_task(${consumer}(f"c{n}")) for n in range(${1 + r.below(3)})]`);
  w.emit(`await asyncio.gather(${producer}(${1 + r.below(4)}), ${producer}(2))`);
  w.emit(`await ${pipe}.join()`);
  w.block(`for task in ${consumers}:`, 'task.cancel()');
  if (r.chance(0.7)) scenario.say(`await asyncio.gather(*${consumers}, return_exceptions=True)`);
}

/** @param {Scenario} scenario @param {Scope} scope @param {number} depth @param {string[]} calls */
function taskGroup(scenario, scope, depth, calls) {
  const { random: r, writer: w } = scenario;
  const group = w.fresh('group');
  const body = () => w.block(`async with asyncio.TaskGroup() as ${group}:`, () => {
    for (const call of calls) {
      const made = `${group}.create_task(${call}${r.chance(0.15) ? `, name="${w.fresh('member')}"` : ''})`;
      w.emit(r.chance(0.2) ? `tasks.append(${made})` : made);
    }
    if (r.chance(0.4)) scenario.body(scope, depth + 2);
    if (r.chance(0.1)) w.emit(`raise ${r.pick(['ValueError("body")', 'asyncio.CancelledError', 'KeyError("body")'])}`);
  });
  if (r.chance(0.4)) return body();
  w.block('try:', body);
  if (r.chance(0.5)) {
    w.block(`except* ${r.pick(['ValueError', 'Exception', '(KeyError, OSError)', 'TimeoutError'])} as error:`, () => scenario.say('"group", chain(error)'));
  } else {
    w.block('except BaseException as error:', () => {
      scenario.say('"group", chain(error), asyncio.current_task().cancelling()');
      if (r.chance(0.5)) w.emit('raise');
    });
  }
}

/** A task that is made, perhaps shielded or cancelled, and awaited. @param {Scenario} scenario @param {Scope} scope @param {number} depth */
export function taskStory(scenario, scope, depth) {
  const { random: r, writer: w } = scenario;
  const task = w.fresh('task');
  const call = scenario.coroutine(depth + 1);
  w.choose([
    [6, () => w.emit(`${task} = asyncio.create_task(${call})`)],
    [2, () => w.emit(`${task} = asyncio.create_task(${call}, name="${task}")`)],
    [1, () => w.emit(`${task} = asyncio.ensure_future(${call})`)],
    [1, () => w.emit(`${task} = asyncio.create_task(${call}${scenario.minor >= 11 ? ', context=contextvars.copy_context()' : ''})`)],
  ]);
  if (r.chance(0.4)) w.emit(`tasks.append(${task})`);
  if (r.chance(0.3)) w.emit(`${task}.add_done_callback(lambda done: say("callback", done.cancelled()))`);
  if (r.chance(0.1)) w.emit(`${task}.add_done_callback(say)`, `say(${task}.remove_done_callback(say))`);
  if (r.chance(0.5)) w.emit(`await asyncio.sleep(${scenario.delay()})`);
  const how = r.below(6);
  if (how === 0) w.emit(`${task}.cancel(${r.chance(0.3) ? '"story"' : ''})`);
  w.block('try:', () => {
    if (how === 1) scenario.say(`await asyncio.shield(${task})`);
    else if (how === 2) scenario.say(`await asyncio.wait_for(asyncio.shield(${task}), ${scenario.limit()})`);
    else if (how === 3) scenario.say(`await asyncio.wait_for(${task}, ${r.pick(['0', '-1', 'None', scenario.limit(), scenario.limit(), scenario.limit()])})`);
    else if (how === 4) scenario.say(r.pick([`${task}.result()`, `${task}.exception()`, `await asyncio.wait([${task}], timeout=${scenario.limit()}) and ${task}.done()`]));
    else scenario.say(`await ${task}`);
  });
  w.block(`except ${r.chance(0.6) ? 'BaseException' : '(Exception, asyncio.CancelledError)'} as error:`, () => {
    scenario.say(`"${task}", ${r.pick(['type(error).__name__', 'chain(error)', 'repr(error)'])}, ${task}.done()`);
    if (r.chance(0.2)) w.emit('raise');
  });
}
