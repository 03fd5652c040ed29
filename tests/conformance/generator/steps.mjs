// steps.mjs — one random statement of a coroutine: awaits, primitives, cancellations, exceptions, loops, context managers.

import { ERRORS } from './scenario.mjs';
import { threadStatement } from './threads.mjs';
import { fanOut, taskStory } from './waiting.mjs';

/** @typedef {import('./scenario.mjs').Scenario} Scenario */
/** @typedef {import('./scenario.mjs').Scope} Scope */

const LOOP = 'asyncio.get_running_loop()';
/** Below this depth a statement may contain others. */
const DEEPEST_NESTED = 4;

/** @param {Scenario} scenario @param {Scope} scope @param {number} depth */
export function statement(scenario, scope, depth) {
  const { random: r, writer: w } = scenario;
  /** @type {[number, () => void][]} */
  const choices = [
    [5, () => scenario.say(`"${scope.name}", ${r.below(100)}`)],
    [6, () => w.emit(`await asyncio.sleep(${scenario.delay()})`)],
    [3, () => awaitCall(scenario, scope, depth)],
    [3, () => primitive(scenario, scope)],
    [1.2, () => w.emit(`total[${r.below(3)}] += ${1 + r.below(5)}`)],
    [0.4, () => raise(scenario)],
    [0.6, () => scenario.say('total')],
    [0.7, () => w.emit(`events[${r.below(2)}].${r.pick(['set', 'set', 'clear'])}()`)],
    [0.5, () => callLater(scenario, scope)],
    [0.6, () => cancelSomething(scenario)],
    [0.6, () => introspect(scenario)],
    [0.5, () => contextVariable(scenario)],
    [0.25, () => driven(scenario)],
    [0.3, () => scenario.say(`"value", ${scenario.values.any(2)}`)],
    [0.15, () => w.emit(`return "${scope.name} early"`)],
  ];
  if (scenario.usesThreads) choices.push([1.2, () => threadStatement(scenario, scope)]);
  if (depth < DEEPEST_NESTED) {
    choices.push(
      [2, () => tryStatement(scenario, scope, depth)],
      [2.5, () => withStatement(scenario, scope, depth)],
      [1.2, () => forStatement(scenario, scope, depth)],
      [1.5, () => fanOut(scenario, scope, depth)],
      [1, () => w.block(`if total[${r.below(3)}] % 2 == ${r.below(2)}:`, () => scenario.body(scope, depth + 1))],
      [1, () => taskStory(scenario, scope, depth)],
      [0.3, () => inner(scenario, scope, depth)],
    );
    if (scenario.generators.length > 0) choices.push([0.8, () => asyncFor(scenario, scope, depth)]);
  }
  w.choose(choices);
}

/** @param {Scenario} scenario */
function raise(scenario) {
  const { random: r, writer: w } = scenario;
  const text = w.fresh('e');
  if (w.minor >= 11 && r.chance(0.15)) w.emit(`raise ExceptionGroup("${text}", [ValueError(1), ${r.pick(['KeyError("k")', 'ExceptionGroup("deep", [OSError(2)])'])}])`);
  else if (r.chance(0.1)) w.emit(`raise ${r.pick(['asyncio.CancelledError("own")', 'asyncio.CancelledError', 'ValueError from KeyError("cause")'])}`);
  else w.emit(`raise ${r.pick(ERRORS)}("${text}")`);
}

/** @param {Scenario} scenario @param {Scope} scope @param {number} depth */
function awaitCall(scenario, scope, depth) {
  const { random: r, writer: w } = scenario;
  const call = scenario.awaitable(depth);
  if (r.chance(0.5)) w.emit(`await ${call}`);
  else scenario.say(`"${scope.name} got", await ${call}`);
}

/** @param {Scenario} scenario @param {Scope} scope */
function primitive(scenario, scope) {
  const { random: r, writer: w } = scenario;
  /** @type {[number, () => void][]} */
  const choices = [
    [2, () => w.emit(`await queue.put((${r.below(9)}, "${scope.name}"))`)],
    [2, () => scenario.say(`"get", await asyncio.wait_for(queue.get(), ${scenario.limit()})`)],
    [1, () => w.block('if not queue.full():', `queue.put_nowait((${r.below(9)}, "nowait"))`)],
    [1, () => w.block('if not queue.empty():', () => w.emit('say("nowait", queue.get_nowait())', ...(r.chance(0.5) ? ['queue.task_done()'] : [])))],
    [0.4, () => w.emit(r.pick(['queue.task_done()', 'say(queue.get_nowait())', 'queue.put_nowait((1, "full?"))', 'gate.release()', 'locks[0].release()', 'condition.notify()']))],
    [0.4, () => w.emit(`await asyncio.wait_for(queue.join(), ${scenario.limit()})`)],
    [1, () => w.emit(`await asyncio.wait_for(events[${r.below(2)}].wait(), ${scenario.limit()})`)],
    [0.7, () => scenario.say('locks[0].locked(), gate.locked(), queue.qsize(), events[0].is_set()')],
    [1, () => w.block('async with condition:', () => {
      if (r.chance(0.5)) w.emit(`condition.notify${r.chance(0.5) ? '_all()' : `(${1 + r.below(2)})`}`);
      else if (r.chance(0.3)) scenario.say(`await asyncio.wait_for(condition.wait_for(lambda: total[0] > ${r.below(6)}), ${scenario.limit()})`);
      else w.emit(`await asyncio.wait_for(condition.wait(), ${scenario.limit()})`);
    })],
    [0.7, () => {
      const future = w.fresh('future');
      w.emit(`${future} = ${LOOP}.create_future()`);
      w.emit(`${LOOP}.call_later(${scenario.delay()}, resolve, ${future}, ${r.below(50)})`);
      if (r.chance(0.3)) w.emit(r.pick([`${future}.cancel("given up")`, `${future}.set_exception(OSError("set"))`, `resolve(${future}, "now")`]));
      scenario.say(`"future", await ${r.pick(['', 'asyncio.shield', 'asyncio.gather'])}(${future})`);
    }],
    [0.7, () => {
      const held = r.pick(['gate', 'locks[0]', 'locks[1]']);
      w.emit(`await asyncio.wait_for(${held}.acquire(), ${scenario.limit()})`);
      w.block('try:', `await asyncio.sleep(${scenario.delay()})`);
      w.block('finally:', `${held}.release()`);
    }],
  ];
  if (scenario.usesBarrier) {
    choices.push([1.5, () => scenario.say(`"barrier", await asyncio.wait_for(barrier.wait(), ${scenario.limit()}), barrier.n_waiting, barrier.broken`)]);
    choices.push([0.3, () => w.emit(r.pick(['await barrier.reset()', 'await barrier.abort()']))]);
    choices.push([0.3, () => w.block('async with barrier as position:', 'say("position", position)')]);
  }
  if (scenario.minor >= 13) choices.push([0.15, () => w.emit(`queue.shutdown(${r.pick(['', 'immediate=True'])})`)]);
  w.choose(choices);
}

/** @param {Scenario} scenario @param {Scope} scope */
function callLater(scenario, scope) {
  const { random: r, writer: w } = scenario;
  w.choose([
    [2, () => w.emit(`${LOOP}.call_soon(say, "${scope.name} soon", ${r.below(9)})`)],
    [2, () => w.emit(`${LOOP}.call_later(${scenario.delay()}, say, "${scope.name} later")`)],
    [1, () => w.emit(`${LOOP}.call_later(${scenario.delay()}, say, "${scope.name} never").cancel()`)],
    [1, () => w.emit(`${LOOP}.call_at(${LOOP}.time() + ${scenario.delay()}, events[${r.below(2)}].set)`)],
    [0.5, () => w.emit(`${LOOP}.call_soon(fail, "${scope.name}")`)],
    [0.5, () => w.emit(`${LOOP}.call_soon(functools.partial(say, "partial"), context=contextvars.copy_context())`)],
    [0.5, () => {
      const handle = w.fresh('handle');
      w.emit(`${handle} = ${LOOP}.call_later(${scenario.delay()}, label.set, "timer")`, `say(${handle}.when() - ${LOOP}.time() < 2, ${handle}.cancelled())`);
    }],
  ]);
}

/** @param {Scenario} scenario */
function cancelSomething(scenario) {
  const { random: r, writer: w } = scenario;
  w.block('if len(tasks) > 1:', () => {
    scenario.say(`"cancel", tasks[${r.below(2)}].cancel(${r.chance(0.3) ? '"enough"' : ''})`);
    if (scenario.minor >= 11 && r.chance(0.3)) scenario.say('tasks[0].cancelling(), tasks[0].uncancel()');
  });
}

/** @param {Scenario} scenario */
function introspect(scenario) {
  const { random: r } = scenario;
  scenario.say(r.pick([
    `asyncio.current_task().get_name(), ${LOOP}.time()`,
    'len(asyncio.all_tasks())',
    'sorted(task.get_name() for task in asyncio.all_tasks())',
    'asyncio.current_task().done(), asyncio.current_task().cancelled()',
    '[task.done() for task in tasks]',
    '[task.get_name() for task in tasks if not task.done()]',
    'asyncio.current_task().get_coro().__name__',
    `${LOOP}.is_running(), ${LOOP}.is_closed()`,
    'asyncio.iscoroutinefunction(after), asyncio.isfuture(tasks[0] if tasks else 0)',
    ...(scenario.minor >= 11 ? ['asyncio.current_task().cancelling()'] : []),
  ]));
  if (r.chance(0.2)) scenario.writer.emit(`asyncio.current_task().set_name("${scenario.writer.fresh('renamed')}")`);
}

/** @param {Scenario} scenario */
function contextVariable(scenario) {
  const { random: r, writer: w } = scenario;
  w.choose([
    [2, () => w.emit(`label.set("${w.fresh('label')}")`)],
    [2, () => scenario.say('"label", label.get()')],
    [0.7, () => {
      const token = w.fresh('token');
      w.emit(`${token} = label.set("inner")`, 'await asyncio.sleep(0)', 'say(label.get())', `label.reset(${token})`, 'say(label.get())');
    }],
    [0.4, () => w.emit('contextvars.copy_context().run(label.set, "copied")', 'say(label.get())')],
  ]);
}

/** A coroutine that is driven by hand. @param {Scenario} scenario */
function driven(scenario) {
  const { random: r, writer: w } = scenario;
  const coroutine = w.fresh('coroutine');
  w.emit(`${coroutine} = ${r.pick(['hop()', ...scenario.awaitables.map((name) => `${name}(2).__await__()`)])}`);
  w.block('try:', () => {
    w.emit(`${coroutine}.send(None)`);
    w.emit(r.pick([`${coroutine}.close()`, `${coroutine}.send(None)`, `${coroutine}.throw(KeyError("thrown"))`, `${coroutine}.send(3)`]));
    scenario.say('"driven"');
  });
  w.block('except BaseException as error:', 'say("driven", chain(error), getattr(error, "value", "-"))');
  if (r.chance(0.5)) w.emit(`${coroutine}.close()`);
}

/** @param {Scenario} scenario @param {Scope} scope @param {number} depth */
export function tryStatement(scenario, scope, depth) {
  const { random: r, writer: w } = scenario;
  w.block('try:', () => scenario.body(scope, depth + 1));
  const kind = r.below(5);
  const isStar = scenario.minor >= 11 && r.chance(0.12);
  if (kind !== 4) {
    const type = r.weighted([[3, 'Exception'], [2, 'asyncio.CancelledError'], [2, 'asyncio.TimeoutError'], [2, r.pick(ERRORS)], [0.5, '(ValueError, KeyError)'], [0.7, 'BaseException']]);
    w.block(`except${isStar ? '*' : ''} ${type} as error:`, () => {
      if (isStar) scenario.say(`"${scope.name} group", [repr(one) for one in error.exceptions]`);
      else scenario.say(`"${scope.name} caught", ${r.pick(['repr(error)', 'chain(error)', 'places(error)'])}`);
      if (!isStar && r.chance(0.5)) scenario.body(scope, depth + 1);  // break, continue and return may not stand in except*
      if (scenario.minor >= 11 && !isStar && r.chance(0.1)) w.emit('error.add_note("noted")', 'say(error.__notes__)');
      if (r.chance(type.includes('Cancelled') ? 0.6 : 0.15)) w.emit(isStar ? 'raise' : r.pick(['raise', 'raise', 'raise', 'raise OSError("instead") from error', 'raise LookupError("instead")']));
    });
    if (r.chance(0.2)) w.block('else:', () => scenario.body(scope, depth + 1));
  }
  if (kind >= 3) {
    w.block('finally:', () => {
      scenario.say(`"${scope.name} finally"`);
      if (r.chance(0.4)) w.emit(`await asyncio.sleep(${scenario.delay()})`);
    });
  }
}

/** @param {Scenario} scenario @param {Scope} scope @param {number} depth */
function withStatement(scenario, scope, depth) {
  const { random: r, writer: w } = scenario;
  const body = () => scenario.body(scope, depth + 1);
  /** @type {[number, () => void][]} */
  const ways = [
    [3, () => w.block('async with gate:', body)],
    [2, () => w.block(`async with locks[${r.below(2)}]:`, body)],
    [0.5, () => w.block(`with contextlib.suppress(${r.pick(ERRORS)}, ${r.pick(['asyncio.CancelledError', 'KeyError', 'asyncio.TimeoutError'])}):`, body)],
    [0.5, () => w.block('async with contextlib.AsyncExitStack() as stack:', () => {
      w.emit(`stack.push_async_callback(asyncio.sleep, ${scenario.delay()})`);
      if (r.chance(0.6)) w.emit('stack.callback(say, "stack callback")');
      if (scenario.managers.length > 0) scenario.say(`await stack.enter_async_context(${r.pick(scenario.managers)}("${w.fresh('m')}"))`);
      body();
    })],
  ];
  if (scenario.minor >= 11) {
    const limit = () => r.weighted([[6, scenario.limit()], [0.5, 'None'], [0.5, '0'], [0.3, '-1']]);
    ways.push([2, () => w.block(`async with asyncio.timeout(${limit()}):`, body)]);
    ways.push([0.6, () => w.block(`async with asyncio.timeout_at(${LOOP}.time() + ${scenario.limit()}):`, body)]);
    ways.push([0.8, () => {
      const scopeName = w.fresh('limit');
      w.block('try:', () => w.block(`async with asyncio.timeout(${limit()}) as ${scopeName}:`, () => {
        body();
        if (r.chance(0.5)) w.emit(`${scopeName}.reschedule(${r.pick(['None', `${LOOP}.time() + ${scenario.limit()}`, `${LOOP}.time()`])})`);
        if (r.chance(0.5)) body();
      }));
      w.block('except TimeoutError as error:', () => scenario.say(`"timed out", ${scopeName}.expired(), chain(error)`));
      scenario.say(`${scopeName}.expired(), ${scopeName}.when() is None`);
    }]);
  }
  if (scenario.managers.length > 0) {
    ways.push([2, () => w.block(`async with ${r.pick(scenario.managers)}("${w.fresh('m')}") as value:`, body)]);
    ways.push([0.7, () => w.block(`async with ${r.pick(scenario.managers)}("${w.fresh('m')}"), gate:`, body)]);
  }
  w.choose(ways);
}

/** @param {Scenario} scenario @param {Scope} scope @param {number} depth */
function forStatement(scenario, scope, depth) {
  const { random: r, writer: w } = scenario;
  const name = w.fresh('i');
  const counted = 1 + r.below(3);
  if (r.chance(0.2)) {
    w.emit(`${name} = ${counted}`);
    w.block(`while ${name} > 0:`, () => {
      w.emit(`${name} -= 1`);
      scenario.body(scope, depth + 1);
    });
  } else {
    w.block(`for ${name} in range(${counted}):`, () => {
      scenario.body(scope, depth + 1);
      if (r.chance(0.2)) w.block(`if ${name} == 1:`, r.pick(['break', 'continue']));
    });
  }
  if (r.chance(0.1)) w.block('else:', () => scenario.say('"no break"'));
}

/** @param {Scenario} scenario @param {Scope} scope @param {number} depth */
function asyncFor(scenario, scope, depth) {
  const { random: r, writer: w } = scenario;
  const source = `${r.pick(scenario.generators)}(${1 + r.below(3)})`;
  w.choose([
    [4, () => w.block(`async for item in ${source}:`, () => {
      scenario.say('"item", item');
      if (r.chance(0.5)) scenario.body(scope, depth + 1);
      if (r.chance(0.3)) w.emit(r.pick(['break', 'break', 'continue', 'return item']));
    })],
    [1, () => scenario.say(`[item ${r.pick(['', '* 2', '+ await after(0.01)'])} async for item in ${source}${r.chance(0.3) ? ' if item' : ''}]`)],
    [0.4, () => scenario.say(`{item: await after(0.01) async for item in ${source}}`)],
    [0.5, () => {
      const made = w.fresh('made');
      w.emit(`${made} = (item async for item in ${source})`);
      scenario.say(`await anext(${made}), await anext(${made}, "default")`);
      if (r.chance(0.5)) w.emit(`await ${made}.aclose()`);
    }],
    [1, () => {
      const made = w.fresh('made');
      w.emit(`${made} = ${source}`);
      w.block('try:', () => {
        scenario.say(`await ${made}.__anext__()`);
        for (let i = r.below(3); i > 0; i--) scenario.say(r.pick([`await ${made}.asend("sent")`, `await ${made}.__anext__()`, `await ${made}.athrow(ValueError("thrown"))`, `await ${made}.aclose()`, `await asyncio.wait_for(${made}.__anext__(), 0.15)`]));
      });
      w.block('except (Exception, StopAsyncIteration) as error:', () => scenario.say('"generator", chain(error)'));
      if (r.chance(0.3)) w.emit(`del ${made}`);
    }],
    [0.6, () => w.block(`async with contextlib.aclosing(${source}) as items:`, () => w.block('async for item in items:', () => {
      scenario.say('"closing", item');
      if (r.chance(0.5)) w.emit('break');
    }))],
  ]);
}

/** A coroutine function inside the other, that changes its variable. @param {Scenario} scenario @param {Scope} scope @param {number} depth */
function inner(scenario, scope, depth) {
  const { random: r, writer: w } = scenario;
  const [name, variable] = [w.fresh('inner'), w.fresh('count')];
  w.emit(`${variable} = ${r.below(5)}`);
  w.block(`async def ${name}(step=${1 + r.below(3)}):`, () => {
    w.emit(`nonlocal ${variable}`, `${variable} += step`);
    scenario.body(scope, depth + 2);
    w.emit(`return ${variable}`);
  });
  scenario.say(`await asyncio.gather(${name}(), ${name}(step=5)${r.chance(0.5) ? ', return_exceptions=True' : ''}), ${variable}`);
}
