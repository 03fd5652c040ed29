// scenario.mjs — Scenario, a random asyncio program: helpers, coroutine functions, and a main that starts them.
//
// What its coroutines do stands in steps.mjs (one statement), waiting.mjs (several things at once) and threads.mjs. Programs keep
// clear of what CPython leaves to chance (README.md, "Not settled"): they build no sets of tasks, and give as_completed nothing
// that is done already. They end: every loop is counted, and what might wait for ever is under a timeout, or ends in a Deadlock,
// which is compared like any other failure.

import { helpers } from './helpers.mjs';
import { Values } from './values.mjs';
import { statement } from './steps.mjs';

/** @typedef {import('./writer.mjs').Writer} Writer */
/** The coroutine function that is being written. @typedef {{name: string}} Scope */

export const DELAYS = ['0', '0.1', '0.1', '0.2', '0.3', '0.05', '0.25', '1', '0.001', '-1'];
export const LIMITS = ['0.05', '0.15', '0.2', '0.3', '0.5', '1'];
export const ERRORS = ['ValueError', 'KeyError', 'RuntimeError', 'OSError', 'LookupError', 'ZeroDivisionError', 'asyncio.TimeoutError', 'asyncio.InvalidStateError', 'StopIteration', 'StopAsyncIteration'];

/** Statements of one function; beyond that it only says something. */
const MOST_STATEMENTS = 90;
const DEEPEST = 4;

export class Scenario {
  /** @param {Writer} writer */
  constructor(writer) {
    this.writer = writer;
    this.random = writer.random;
    this.minor = writer.minor;
    this.values = new Values(writer);
    this.statements = 0;
    /** Coroutine functions of one argument. @type {string[]} */
    this.functions = [];
    /** Functions that give an asynchronous generator of some numbers. @type {string[]} */
    this.generators = [];
    /** Asynchronous context managers, made with a name. @type {string[]} */
    this.managers = [];
    /** Classes whose objects can be awaited. @type {string[]} */
    this.awaitables = [];
    /** Plain functions for worker threads. @type {string[]} */
    this.blocking = [];
    this.usesThreads = this.random.chance(0.3) && this.minor !== 14;  // 3.14 is compared with Pyodide, which has none
    this.usesEager = this.random.chance(0.15) && this.minor >= 12;
    this.usesPool = this.usesThreads && this.random.chance(0.5);
    this.usesBarrier = this.random.chance(0.2) && this.minor >= 11;
  }

  delay() {
    return this.random.pick(DELAYS);
  }
  limit() {
    return this.random.pick(LIMITS);
  }
  /** @param {string} text */
  say(text) {
    this.writer.emit(`say(${text})`);
  }
  argument() {
    const { random: r } = this;
    return r.weighted([[4, `"${r.pick('abcdef')}"`], [2, String(r.below(9))], [1, 'None']]);
  }

  /** A call of a coroutine function, or of a library coroutine that ends by itself. @param {number} depth @returns {string} */
  coroutine(depth) {
    const { random: r, writer: w } = this;
    /** @type {[number, () => string][]} */
    const choices = [[2, () => `asyncio.sleep(${this.delay()}, ${r.below(100)})`]];
    if (this.functions.length > 0) choices.push([6, () => `${r.pick(this.functions)}(${this.argument()})`]);
    if (depth < 2 && this.functions.length > 0) choices.push([1, () => `asyncio.wait_for(${this.coroutine(depth + 1)}, ${this.limit()})`]);
    if (this.usesThreads) choices.push([2, () => `asyncio.to_thread(${r.pick(this.blocking)}, ${this.argument()})`]);
    return w.choose(choices);
  }

  /** Something to await that need not be a coroutine. @param {number} depth @returns {string} */
  awaitable(depth) {
    const { random: r, writer: w } = this;
    /** @type {[number, () => string][]} */
    const choices = [[6, () => this.coroutine(depth)]];
    if (this.awaitables.length > 0) choices.push([1, () => `${r.pick(this.awaitables)}(${1 + r.below(3)})`]);
    if (this.usesThreads) choices.push([0.5, () => `asyncio.get_running_loop().run_in_executor(${this.usesPool && r.chance(0.5) ? 'pool' : 'None'}, ${r.pick(this.blocking)}, ${this.argument()})`]);
    if (depth < 2) choices.push([0.5, () => `asyncio.shield(${this.coroutine(depth + 1)})`], [0.4, () => `asyncio.gather(${this.coroutine(depth + 1)}, ${this.coroutine(depth + 1)})`]);
    return w.choose(choices);
  }

  /** A few statements; at least one. @param {Scope} scope @param {number} depth */
  body(scope, depth) {
    const count = 1 + this.random.below(depth > 2 ? 2 : 4);
    for (let i = 0; i < count; i++) {
      this.statements++;
      if (this.statements > MOST_STATEMENTS || depth > DEEPEST) this.say(`"${scope.name}", ${++this.writer.counter}`);
      else statement(this, scope, depth);
    }
  }

  /** The whole program. */
  write() {
    const { random: r, writer: w } = this;
    helpers(this);
    const count = 2 + r.below(4);
    for (let i = 0; i < count; i++) {
      const name = w.fresh('job');
      this.statements = 0;
      w.block(`async def ${name}(arg):`, () => {
        this.body({ name }, 1);
        if (r.chance(0.6)) w.emit(`return f"${name}:{arg}"`);
      });
      w.emit('');
      this.functions.push(name);
    }
    w.block('async def main():', () => this.main());
    w.emit('', 'tasks = []', 'total = [0, 0, 0]');
    this.start();
  }

  main() {
    const { random: r, writer: w } = this;
    w.emit('global gate, locks, events, queue, condition, barrier, pool');
    w.emit(`gate = asyncio.${r.weighted([[3, 'Semaphore'], [1, 'BoundedSemaphore']])}(${1 + r.below(3)})`);
    w.emit('locks = [asyncio.Lock(), asyncio.Lock()]', 'events = [asyncio.Event(), asyncio.Event()]');
    w.emit(`queue = asyncio.${r.weighted([[4, 'Queue'], [1, 'LifoQueue'], [1, 'PriorityQueue']])}(${r.pick(['', '1', '2', '5'])})`);
    w.emit('condition = asyncio.Condition()');
    if (this.usesBarrier) w.emit(`barrier = asyncio.Barrier(${2 + r.below(2)})`);
    if (this.usesPool) w.emit(`pool = concurrent.futures.ThreadPoolExecutor(${r.pick(['1', '2', 'max_workers=2', 'max_workers=3, thread_name_prefix="crew"', '2, initializer=local_start, initargs=(5,)'])})`);
    if (this.usesEager) w.emit('asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)');
    if (r.chance(0.3)) w.emit('asyncio.get_running_loop().set_exception_handler(on_error)');
    const starts = 2 + r.below(4);
    for (let i = 0; i < starts; i++) {
      w.emit(`tasks.append(asyncio.create_task(${r.pick(this.functions)}(${i})${r.chance(0.15) ? `, name="worker-${i}"` : ''}))`);
    }
    this.statements = 0;
    this.body({ name: 'main' }, 1);
    if (r.chance(0.85)) {
      w.block('for result in await asyncio.gather(*tasks, return_exceptions=True):', () => this.say(r.pick(['repr(result)', 'chain(result) if isinstance(result, BaseException) else result'])));
    }
    if (this.usesPool && r.chance(0.5)) w.emit(`pool.shutdown(${r.pick(['', 'wait=False', 'cancel_futures=True', 'wait=False, cancel_futures=True'])})`);
    if (r.chance(0.3)) w.emit('return "the end"');
  }

  start() {
    const { random: r, writer: w } = this;
    /** @type {[number, () => void][]} */
    const ways = [
      [6, () => w.emit('asyncio.run(main())')],
      [1, () => w.emit('print(asyncio.run(main()))')],
      [1, () => {
        w.block('try:', 'asyncio.run(main())');
        w.block('except BaseException as error:', 'print("ended by", chain(error))');
      }],
      [0.5, () => {
        w.emit('loop = asyncio.new_event_loop()');
        w.block('try:', 'print(loop.run_until_complete(main()))');
        w.block('finally:', () => w.emit('loop.run_until_complete(loop.shutdown_asyncgens())', 'loop.close()'));
      }],
    ];
    if (w.minor >= 11) {
      ways.push([0.7, () => w.block('with asyncio.Runner() as runner:', () => w.emit('print(runner.run(main()))', 'tasks.clear()', 'print(runner.run(after(0.1)))'))]);
    }
    w.choose(ways);
  }
}
