// threads.mjs — statements that use worker threads: to_thread, run_in_executor, ThreadPoolExecutor, call_soon_threadsafe.

/** @typedef {import('./scenario.mjs').Scenario} Scenario */
/** @typedef {import('./scenario.mjs').Scope} Scope */

/** @param {Scenario} scenario @param {Scope} scope */
export function threadStatement(scenario, scope) {
  const { random: r, writer: w } = scenario;
  const work = () => `${r.pick(scenario.blocking)}, ${scenario.argument()}`;
  const pool = () => (scenario.usesPool && r.chance(0.6) ? 'pool' : 'None');
  const loop = 'asyncio.get_running_loop()';
  w.choose([
    [2, () => scenario.say(`"thread", await asyncio.to_thread(${work()})`)],
    [2, () => scenario.say(`"executor", await ${loop}.run_in_executor(${pool()}, ${work()})`)],
    [1.5, () => scenario.say(`"workers", await asyncio.gather(*[${loop}.run_in_executor(${pool()}, ${r.pick(scenario.blocking)}, n) for n in range(${2 + r.below(3)})]${r.chance(0.5) ? ', return_exceptions=True' : ''})`)],
    [1, () => scenario.say(`"limited", await asyncio.wait_for(asyncio.to_thread(${work()}), ${scenario.limit()})`)],
    [1, () => {
      const job = w.fresh('future');
      w.emit(`${job} = ${loop}.run_in_executor(${pool()}, ${work()})`, `await asyncio.sleep(${scenario.delay()})`);
      if (r.chance(0.5)) scenario.say(`${job}.cancel(), ${job}.done()`);
      w.block('try:', () => scenario.say(`await ${job}`));
      w.block('except (Exception, asyncio.CancelledError) as error:', () => scenario.say(`"worker", repr(error), ${job}.cancelled()`));
    }],
    [0.8, () => w.block(`with concurrent.futures.ThreadPoolExecutor(${r.pick(['', '1', '2', '2, "named"'])}) as own:`, () => {
      scenario.say(`await ${loop}.run_in_executor(own, ${work()})`);
      if (r.chance(0.5)) w.emit(`own.submit(${work()})`);
    })],
    [0.8, () => {
      const back = w.fresh('back');
      w.block(`def ${back}(loop):`, () => w.emit('time.sleep(0.1)', `loop.call_soon_threadsafe(say, "${scope.name} from thread")`, 'time.sleep(0.1)'));
      w.emit(`await asyncio.to_thread(${back}, ${loop})`);
    }],
    [0.6, () => {
      const future = w.fresh('future');
      w.emit(`${future} = ${loop}.create_future()`);
      w.emit(`await ${loop}.run_in_executor(${pool()}, lambda loop: loop.call_soon_threadsafe(resolve, ${future}, "set"), ${loop})`);
      scenario.say(`await ${future}`);
    }],
    [0.4, () => w.emit(`time.sleep(${r.pick(['0.05', '0.2', '0'])})`)],
  ]);
}
