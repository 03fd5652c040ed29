// looping.mjs — how a program of stories runs them and ends; and stories of the loop itself.

/** @typedef {import('../stories.mjs').Story} Story */
/** @typedef {import('../scenario.mjs').Scenario} Scenario */

/** Tasks that let one another go first. @type {Story} */
export function zeros({ paste, r, d }) {
  paste(`
    order = []
    async def turns(name, count):
        for turn in range(count):
            order.append(f"{name}{turn}")
            await ${r.pick(['asyncio.sleep(0)', 'hop()', 'asyncio.sleep(0, turn)', 'asyncio.sleep(-1)', 'asyncio.sleep(0.1)', 'asyncio.gather(hop(), hop())', 'asyncio.wait_for(hop(), 1)', 'asyncio.shield(hop())', 'asyncio.create_task(hop())'])}
        order.append(name)
        return await asyncio.sleep(${d()}, name)
    loop = asyncio.get_running_loop()
    loop.call_soon(order.append, "soon")
    loop.call_later(0, order.append, "later")
    tasks = [asyncio.create_task(turns(name, 1 + n)) for n, name in enumerate("abc")]
    ${r.pick(['await asyncio.sleep(0)', 'await turns("d", 2)', 'order.append(await asyncio.sleep(0, "slept"))', 'await hop(); await hop()'])}
    loop.call_soon(order.append, "soon again")
    say(order)
    say(await asyncio.gather(*tasks), order, await asyncio.sleep(${d()}, result="result"))`);
}

/** Factories of tasks. @type {Story} */
export function factories({ paste, r, minor }) {
  paste(`
    loop = asyncio.get_running_loop()
    made = []
    def factory(loop, coro, **options):
        task = asyncio.Task(coro, loop=loop, **options)
        task.set_name(f"made-{len(made)}")
        made.append(task)
        ${r.pick(['pass', 'task.add_done_callback(lambda done: say("made is done", done.get_name()))'])}
        return task
    say(loop.get_task_factory() is None)
    loop.set_task_factory(factory)
    say(loop.get_task_factory() is factory)
    try:
        one = asyncio.create_task(after(0.1))
        two = asyncio.create_task(after(0.2), name="two")
        say(one.get_name(), two.get_name(), type(one).__name__)
        ${r.pick(['two.cancel("factory")', 'pass', 'await asyncio.wait_for(after(1), 0.05)'])}
        say(await asyncio.gather(one, two, after(0.3), return_exceptions=True))
        ${minor >= 11 ? 'async with asyncio.TaskGroup() as group:\n            say(group.create_task(hop(), name="member").get_name())' : 'pass'}
    except asyncio.TimeoutError as error:
        say(repr(error))
    finally:
        loop.set_task_factory(None)
    say([task.get_name() for task in made], [task.done() for task in made])
    try:
        loop.set_task_factory(${r.pick(['3', '"factory"', 'None'])})
    except TypeError as error:
        say(error)`);
}

/** What a loop tells of itself. @type {Story} */
export function introspected({ paste, r }) {
  paste(`
    loop = asyncio.get_running_loop()
    say(loop.is_running(), loop.is_closed(), loop.get_debug(), asyncio.get_event_loop() is loop, asyncio.current_task() in asyncio.all_tasks())
    say(asyncio.iscoroutine(work := hop()), asyncio.iscoroutinefunction(hop), asyncio.isfuture(work), asyncio.iscoroutine(hop))
    await work
    for attempt in (${r.times(3, () => r.pick(['lambda: loop.run_forever()', 'lambda: loop.close()', 'lambda: asyncio.run(3)', 'lambda: asyncio.new_event_loop().close()', 'lambda: asyncio.get_running_loop().time() == loop.time()', 'lambda: asyncio._get_running_loop() is loop', 'lambda: loop.run_until_complete(asyncio.sleep(0))', 'lambda: asyncio.all_tasks(loop) == asyncio.all_tasks()', 'lambda: asyncio.Lock().release()', 'lambda: asyncio.sleep("a").close()', 'lambda: asyncio.current_task(loop).get_name() != ""'])).join(', ')}):
        try:
            say(attempt())
        except (RuntimeError, ValueError, TypeError) as error:
            say(type(error).__name__, str(error).split("<")[0])
    ${r.pick(['loop.call_soon(loop.stop) if False else None', 'await loop.shutdown_asyncgens()', 'loop.set_debug(False)', 'say(asyncio.get_event_loop_policy() is not None) if False else None'])}
    await asyncio.sleep(0)`);
}

/** Try again, later each time. @type {Story} */
export function retried({ paste, r, d }) {
  paste(`
    def retry(times, delay, *errors):
        def decorate(function):
            @functools.wraps(function)
            async def wrapper(*args, **options):
                for attempt in range(1, times + 1):
                    try:
                        return await ${r.pick(['function(*args, **options)', 'asyncio.wait_for(function(*args, **options), 0.15)'])}
                    except errors as error:
                        say(function.__name__, "failed", attempt, repr(error))
                        if attempt == times:
                            ${r.pick(['raise', 'raise RuntimeError("gave up") from error', 'return "default"'])}
                        await asyncio.sleep(delay * 2 ** attempt + random.uniform(0, ${r.pick(['0.1', '0'])}))
            return wrapper
        return decorate
    calls = collections.Counter()
    @retry(${2 + r.below(3)}, ${r.pick(['0.1', '0.05', '0'])}, ${r.pick(['ValueError', 'Exception', 'ValueError, asyncio.TimeoutError'])})
    async def fetch(name, *, size=1):
        calls[name] += 1
        await asyncio.sleep(${d()})
        if calls[name] < ${1 + r.below(4)}:
            raise ${r.pick(['ValueError(name, calls[name])', 'ConnectionError(name)', 'asyncio.TimeoutError()'])}
        return name * size
    say(fetch.__name__, fetch.__wrapped__ is not None)
    results = await asyncio.gather(fetch("a"), fetch("b", size=2), fetch("c"), return_exceptions=True)
    say([chain(one) if isinstance(one, BaseException) else one for one in results], sorted(calls.items()), random.random() < 1)`);
}

/** A function \`main\` that runs the stories, and the line that runs it. @param {Scenario} scenario @param {string[]} names */
export function begin(scenario, names) {
  const { random: r, writer: w, minor } = scenario;
  const calls = names.map((name) => `${name}()`);
  const wrapped = () => calls.map((call) => r.pick([call, call, `asyncio.wait_for(${call}, ${r.pick(['0.2', '0.35', '2'])})`]));
  w.block('async def main():', () => {
    w.emit('global gate', 'gate = asyncio.Semaphore(2)', 'label.set("main")');
    w.choose([
      [3, () => calls.forEach((call) => w.paste(`
        try:
            await ${call}
        except (Exception, asyncio.CancelledError) as error:
            say("story", chain(error))`))],
      [1.5, () => w.emit(`say(await asyncio.gather(${wrapped().join(', ')}, return_exceptions=True))`)],
      [1, () => calls.forEach((call) => w.emit(`await ${call}`))],
      [1, () => w.paste(`
        stories = [${calls.map((call) => `asyncio.create_task(${call})`).join(', ')}]
        done, pending = await asyncio.wait(stories, timeout=${r.pick(['0.3', '0.5', '5'])})
        for one in stories:
            ${r.pick(['say(one.done(), one.cancel("time is up"))', 'one.cancel()'])}
        for one in await asyncio.gather(*stories, return_exceptions=True):
            say("ended", chain(one) if isinstance(one, BaseException) else one)`)],
      [0.7, () => w.emit(`tasks.extend([${calls.map((call) => `asyncio.create_task(${call})`).join(', ')}])`, `await asyncio.sleep(${r.pick(['0', '0.1', '0.25'])})`)],
      [minor >= 11 ? 1 : 0, () => w.paste(`
        async with asyncio.TaskGroup() as group:
            ${calls.map((call) => `group.create_task(${call})`).join('\n            ')}`)],
      [minor >= 11 ? 0.7 : 0, () => w.paste(`
        async with asyncio.timeout(${r.pick(['0.25', '0.4', '3'])}):
            ${calls.map((call) => `await ${call}`).join('\n            ')}`)],
    ]);
    if (r.chance(0.12)) w.emit(r.pick(['raise KeyboardInterrupt', 'raise SystemExit(3)', 'sys.exit("bye")', 'asyncio.get_running_loop().call_soon(sys.exit, 4); await asyncio.sleep(0.1)', 'tasks.append(asyncio.create_task(leave())); await asyncio.sleep(0.2)', 'raise ValueError("main")', 'asyncio.current_task().cancel(); await asyncio.sleep(0)']));
    if (r.chance(0.4)) w.emit('return "the end"');
  });
  w.emit('');
  w.paste(`
    async def leave():
        try:
            await asyncio.sleep(0.1)
            raise ${r.pick(['SystemExit(5)', 'KeyboardInterrupt("leave")', 'SystemExit'])}
        finally:
            say("leave")`);
  w.emit('', 'tasks = []');
  end(scenario);
}

/** @param {Scenario} scenario */
function end(scenario) {
  const { random: r, writer: w, minor } = scenario;
  /** @type {[number, () => void][]} */
  const ways = [
    [4, () => w.emit('asyncio.run(main())')],
    [1, () => w.emit('if __name__ == "__main__":', '    print(asyncio.run(main()))')],
    [1.5, () => w.paste(`
      for turn in range(2):
          try:
              print("run", turn, asyncio.run(main()))
          except BaseException as error:
              print("ended by", chain(error))
          ${r.pick(['tasks.clear()', 'pass'])}`)],
    [1, () => w.paste(`
      loop = asyncio.new_event_loop()
      try:
          asyncio.set_event_loop(loop)
          print(loop.run_until_complete(main()))
          ${r.pick(['loop.call_later(0.2, loop.stop)\n          loop.run_forever()', 'loop.call_soon(loop.stop)\n          loop.run_forever()\n          print(loop.is_running())', 'print(loop.run_until_complete(asyncio.gather(after(0.1), after(0.2))))', 'task = loop.create_task(main())\n          task.add_done_callback(lambda task: loop.stop())\n          loop.run_forever()\n          print(task.cancelled() or task.exception() or task.result())', 'print(loop.run_until_complete(loop.create_task(after(0.1), name="named")))'])}
      except BaseException as error:
          print("ended by", chain(error))
      finally:
          ${r.pick(['for task in asyncio.all_tasks(loop):\n              task.cancel()\n          loop.run_until_complete(asyncio.sleep(0.1))\n          ', ''])}loop.run_until_complete(loop.shutdown_asyncgens())
          ${scenario.usesThreads ? 'loop.run_until_complete(loop.shutdown_default_executor())\n          ' : ''}asyncio.set_event_loop(None)
          loop.close()
          print(loop.is_closed())`)],
    [0.5, () => w.paste(`
      try:
          asyncio.run(main())
          asyncio.run(${r.pick(['main', '3', 'None', 'after', 'asyncio.sleep'])})
      except (TypeError, ValueError) as error:
          print(str(error).split(" at 0x")[0])
      ${r.pick(['pass', 'hop().close()', 'try:\n          asyncio.get_running_loop()\n      except RuntimeError as error:\n          print(error)', 'try:\n          asyncio.create_task(after(1))\n      except RuntimeError as error:\n          print(error)'])}`)],
  ];
  if (minor >= 11) {
    ways.push([1.5, () => runner(scenario)]);
    ways.push([1.5, () => w.paste(`
      try:
          with asyncio.Runner(${r.pick(['', '', 'debug=False'])}) as runner:
              ${r.pick(['pass', 'print(runner.get_loop().is_running())', 'runner.get_loop().set_exception_handler(on_error)', 'runner.get_loop().call_soon(print, "soon")'])}
              print(runner.run(main()))
              ${r.pick(['print(runner.run(after(0.1), context=contextvars.copy_context()))', 'runner.run(main())', 'runner.close()', 'print(runner.run(asyncio.sleep(0.1, label.get())))', 'runner.run(3)'])}
          runner.run(hop())
      except BaseException as error:
          print("ended by", chain(error)${r.chance(0.5) ? '' : ', error'})`)]);
  }
  w.choose(ways);
}

/** One Runner, several runs: some fail, some leave tasks behind for the next. @param {Scenario} scenario */
function runner(scenario) {
  const { random: r, writer: w } = scenario;
  const run = () => r.pick(['main()', 'after(0.1)', 'leave()', 'stays("s")', 'starts()', 'looks()', 'hop()', '3', 'main()', 'stuck()', 'asyncio.sleep(0.1, "slept")']);
  w.paste(`
    async def stays(name):
        try:
            await asyncio.sleep(${r.pick(['0.15', '5'])})
            say(name, "woke")
            return name
        except asyncio.CancelledError:
            say(name, "cancelled")
            ${r.pick(['raise', 'pass', 'await asyncio.sleep(0.05)', 'raise ValueError(name)'])}
        finally:
            say(name, "ends")
    async def starts():
        tasks.append(asyncio.create_task(stays("left")))
        asyncio.get_running_loop().call_later(0.05, print, "later")
        asyncio.get_running_loop().call_soon(label.set, "soon")
        label.set("starts")
        await asyncio.sleep(${r.pick(['0', '0.02'])})
    async def looks():
        say(label.get(), len(asyncio.all_tasks()), [one.done() for one in tasks])
        await asyncio.sleep(0.1)
        return label.get()
    async def stuck():
        asyncio.current_task().cancel("stuck")
        ${r.pick(['await asyncio.sleep(1)', 'try:\n            await asyncio.sleep(1)\n        except asyncio.CancelledError:\n            say("unstuck")', 'pass'])}
    try:
        with asyncio.Runner(${r.pick(['', 'debug=True', 'loop_factory=asyncio.new_event_loop'])}) as runner:
            ${r.pick(['pass', 'loop = runner.get_loop()\n            print(loop.is_running(), loop.get_debug())', 'runner.get_loop().set_task_factory(lambda loop, coro, **options: asyncio.Task(coro, loop=loop, **options))'])}
            for coro in (${r.times(3 + r.below(3), () => `lambda: ${run()}`).join(', ')}):
                try:
                    print("result", runner.run(coro()${r.pick(['', '', ', context=contextvars.copy_context()'])}))
                except BaseException as error:
                    print("failed", chain(error))
                    ${r.pick(['pass', 'pass', 'pass', 'raise', 'break'])}
                ${r.pick(['pass', 'print(label.get(), len(tasks))', 'if len(tasks) > 2: tasks[0].cancel()'])}
            ${r.pick(['pass', 'runner.close()', 'runner.get_loop().run_until_complete(after(0.2))', 'raise LookupError("in the block")'])}
    except BaseException as error:
        print("ended by", chain(error))
    print([one.done() for one in tasks], label.get())
    try:
        ${r.pick(['runner.run(None)', 'runner.get_loop()', 'runner.close()', 'runner.__enter__()'])}
    except (RuntimeError, ValueError, NameError) as error:
        print(type(error).__name__, error)`);
}
