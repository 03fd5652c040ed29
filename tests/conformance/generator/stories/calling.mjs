// calling.mjs — stories of callbacks: of tasks and futures, handles and timers, contexts, and the loop's handler of errors.

/** @typedef {import('../stories.mjs').Story} Story */

/** @type {Story} */
export function doneCallbacks({ paste, r, d }) {
  const callback = () => r.pick(['first', 'second', 'functools.partial(third, "p")', 'lambda done: say("lambda", done.done())', 'fails', 'adds', 'seen.append', 'first', 'Callable()', 'seen.append']);
  const target = r.pick(['asyncio.create_task(work())', 'asyncio.get_running_loop().create_future()', 'asyncio.ensure_future(work())', 'asyncio.gather(work(), hop())']);
  paste(`
    seen = []
    async def work():
        await asyncio.sleep(${d()})
        ${r.pick(['return "worked"', 'raise ValueError("work")', 'return None'])}
    def first(done):
        say("first", done is target, done.done())
    def second(done):
        say("second", label.get(), done.cancelled() or repr(done.exception()))
    def third(what, done):
        say("third", what)
        ${r.pick(['pass', 'label.set("third")', 'done.cancel()', 'asyncio.get_running_loop().call_soon(say, "soon")'])}
    def fails(done):
        raise ${r.pick(['KeyError("callback")', 'ValueError(done.done())', 'asyncio.CancelledError("callback")'])}
    def adds(done):
        say("adds")
        done.add_done_callback(first)
    class Callable:
        def __call__(self, done):
            say("called", done.done())
    ${r.pick(['pass', 'asyncio.get_running_loop().set_exception_handler(lambda loop, context: say("handler", sorted(context), repr(context.get("exception"))))'])}
    target = ${target}
    for one in (${r.times(2 + r.below(4), callback).join(', ')}, first):
        target.add_done_callback(one${r.chance(0.3) ? ', context=contextvars.copy_context()' : ''})
    say(target.remove_done_callback(${r.pick(['first', 'second', 'fails', 'seen.append', 'say'])}))
    label.set("changed")
    await asyncio.sleep(${d()})
    if not target.done():
        ${r.pick(['target.cancel("callbacks")', target.includes('create_future') ? 'target.set_result(3)' : 'await asyncio.wait([target])', target.includes('create_future') ? 'target.set_exception(LookupError("set"))' : 'target.cancel()'])}
        target.add_done_callback(second)
    target.add_done_callback(lambda done: say("late", done.done()))
    await asyncio.sleep(0)
    try:
        say(await target)
    except BaseException as error:
        say(chain(error))
    await asyncio.sleep(0)
    asyncio.get_running_loop().set_exception_handler(None)
    say(len(seen), target.remove_done_callback(first))`);
}

/** @type {Story} */
export function handles({ paste, r, d }) {
  const call = () => r.pick([`loop.call_later(${d()}, note, "later")`, 'loop.call_soon(note, "soon")', `loop.call_at(start + ${d()}, note, "at")`, `loop.call_later(${d()}, again, ${1 + r.below(3)})`, 'loop.call_soon(functools.partial(note, what="partial"))', 'loop.call_soon(cancels)', `loop.call_later(${d()}, cancels)`, 'loop.call_soon_threadsafe(note, "safe")', 'loop.call_soon(note, "context", context=contextvars.copy_context())', 'loop.call_later(0.1, label.set, "timer")']);
  const count = 3 + r.below(4);
  paste(`
    loop = asyncio.get_running_loop()
    start = loop.time()
    handles = []
    def note(what):
        say(what, label.get(), round(loop.time() - start, 3), asyncio.current_task())
    def again(count):
        note(count)
        if count:
            handles.append(loop.call_${r.pick(['soon(', 'later(0.05, ', 'later(0, ', 'at(loop.time(), '])}again, count - 1))
    def cancels():
        note("cancels")
        handles[${r.below(count)}].cancel()
    handles += [${r.times(count, call).join(', ')}]
    label.set("after")
    say([handle.cancelled() for handle in handles], [round(handle.when() - start, 3) for handle in handles if isinstance(handle, asyncio.TimerHandle)])
    handles[${r.below(count)}].cancel()
    ${r.pick(['await asyncio.sleep(0)', 'pass', 'handles[0].cancel(); handles[0].cancel()'])}
    await asyncio.sleep(${r.pick(['0.1', '0.3', '0.05'])})
    handles[${r.below(count)}].cancel()
    await asyncio.sleep(0.4)
    say(len(handles), [handle.cancelled() for handle in handles], repr(handles[0]).replace("OrderedTimer", "TimerHandle").split(" at ")[0])
    timers = sorted([loop.call_later(${d()}, note, n) for n in range(4)])
    say([round(timer.when() - start, 3) for timer in timers], timers[0] <= timers[-1], timers[0] == timers[1])
    for timer in timers[${r.below(3)}:]:
        timer.cancel()
    await asyncio.sleep(0.35)
    try:
        ${r.pick(['loop.call_soon(None)', 'loop.call_later(None, note, 1)', 'loop.call_at(None, note)', 'loop.call_later("a", note)', 'loop.call_soon(note, "x", "y"); await asyncio.sleep(0)', 'loop.call_soon(hop); await asyncio.sleep(0)', 'loop.call_later(0.1)'])}
    except TypeError as error:
        say(repr(error))`);
}

/** @type {Story} */
export function futures({ paste, r, d }) {
  const use = () => r.pick(['future.result()', 'future.exception()', 'future.set_result(1)', 'future.set_exception(ValueError("v"))', 'future.set_exception(KeyError)', 'future.cancel()', 'future.cancel("msg")', 'future.cancelled()', 'future.done()', 'future.set_exception(StopIteration())', 'future.set_exception(3)', 'future._state', 'future.get_loop() is asyncio.get_running_loop()', 'asyncio.isfuture(future)', 'next(future.__await__())', 'future.set_result()', 'bool(future)', 'future.set_exception(asyncio.CancelledError("set"))', 'future.remove_done_callback(say)']);
  paste(`
    future = asyncio.get_running_loop().create_future()
    async def waiter(name):
        try:
            say(name, "got", await ${r.pick(['future', 'asyncio.shield(future)', 'asyncio.wait_for(future, 0.3)', 'asyncio.wrap_future(future)'])})
        except (Exception, asyncio.CancelledError) as error:
            say(name, "failed", chain(error))
            ${r.pick(['raise', 'pass', 'return name'])}
        return name
    waiters = [asyncio.create_task(waiter(name)) for name in "xyz"[:${1 + r.below(3)}]]
    for use in (${r.times(2 + r.below(5), () => `lambda: ${use()}`).join(', ')},):
        try:
            say("use", use())
        except BaseException as error:
            say("error", type(error).__name__, error)
        ${r.pick(['pass', 'await asyncio.sleep(0)', `await asyncio.sleep(${d()})`])}
    resolve(future, "resolved")
    say(await asyncio.gather(*waiters, return_exceptions=True))
    other = asyncio.${r.pick(['Future()', 'get_running_loop().create_future()'])}
    other.set_exception(${r.pick(['OSError("unseen")', 'ValueError', 'asyncio.TimeoutError()'])})
    ${r.pick(['other.exception()', 'pass', 'say(repr(other))'])}
    del other
    await asyncio.sleep(0)
    ${r.pick(['pass', 'try:\n        await future\n        await asyncio.Future(loop=asyncio.get_running_loop()).__class__.nothing\n    except BaseException as error:\n        say(type(error).__name__)'])}`);
}

/** @type {Story} */
export function contexts({ paste, r, d, minor }) {
  paste(`
    depth = contextvars.ContextVar("depth")
    async def child(name):
        say(name, label.get(), depth.get("unset"))
        token = label.set(name)
        depth.set(depth.get(0) + 1)
        await asyncio.sleep(${d()})
        say(name, label.get(), depth.get())
        ${r.pick(['pass', 'label.reset(token)', 'await nested(name)'])}
        return label.get()
    async def nested(name):
        label.set(name + "!")
        await hop()
    def inspect(what):
        say(what, label.get(), depth.get(None))
        return what
    async def numbers():
        for number in range(3):
            label.set(f"generator {number}")
            yield number
    label.set("outer")
    context = contextvars.copy_context()
    tasks = [asyncio.create_task(child("a")), asyncio.create_task(child("b"))]
    ${minor >= 11 ? 'tasks.append(asyncio.create_task(child("c"), context=context))' : 'pass'}
    say(context.run(inspect, "in context"), context.run(label.set, "kept") is not None, context[label], label in context, depth in context)
    say(await asyncio.gather(*tasks), label.get(), context[label], context.get(depth), len(context) == len(list(context)))
    ${r.pick(['async for number in numbers():\n        say(number, label.get())', 'await child("direct")', 'await nested("direct")'])}
    asyncio.get_running_loop().call_soon(inspect, "soon", context=context)
    asyncio.get_running_loop().call_later(0.01, inspect, "later")
    label.set("changed")
    await asyncio.sleep(0.05)
    token = label.set("once")
    say(token.old_value, token.var is label, label.reset(token), label.get())
    try:
        ${r.pick(['label.reset(token)', 'context.run(label.reset, label.set("here"))', 'context.run(context.run, inspect, 1)', 'depth.reset(token)', 'say(contextvars.ContextVar("empty").get())', 'say(context[contextvars.ContextVar("missing")])', 'contextvars.copy_context().run(lambda: depth.set(9)); say(depth.get())'])}
    except (ValueError, RuntimeError, LookupError) as error:
        say(type(error).__name__, len(error.args))`);
}

/** What reaches the loop's handler. @type {Story} */
export function errors({ paste, r, d }) {
  paste(`
    loop = asyncio.get_running_loop()
    def handler(loop, context):
        say("handler", sorted(context), context["message"].split(" at 0x")[0].split("<")[0], repr(context.get("exception")))
        ${r.pick(['pass', 'if "future" not in context: raise RuntimeError("in the handler")', 'pass'])}
    async def dies(error):
        await asyncio.sleep(${d()})
        raise error
    loop.set_exception_handler(${r.pick(['handler', 'handler', 'None'])})
    say(loop.get_exception_handler() is handler)
    ${r.pick(['loop.call_soon(fail, "soon")', 'loop.call_later(0.05, fail, "later")', 'loop.call_exception_handler({"message": "called", "exception": KeyError("own")})', 'loop.call_exception_handler({"message": "just so", "extra": 1})', 'loop.default_exception_handler({"message": "default", "exception": None})'])}
    task = asyncio.create_task(dies(${r.pick(['ValueError("lost")', 'asyncio.CancelledError()', 'KeyError("lost")'])}), name="dying")
    ${r.pick(['await asyncio.sleep(0.4)', 'await asyncio.wait([task])', 'await asyncio.sleep(0)'])}
    say(task.done())
    ${r.pick(['del task', 'task = None', 'say(task.done() and not task.cancelled() and repr(task.exception()))', 'task.cancel()'])}
    await asyncio.sleep(0)
    ${r.pick(['hop()', 'after(1)', 'pass', 'unawaited = hop(); del unawaited', 'asyncio.gather(hop())'])}
    await asyncio.sleep(0)
    loop.set_exception_handler(None)
    say("over")
    try:
        loop.set_exception_handler(3)
    except TypeError as error:
        say(error)`);
}

/** What a task tells of itself. @type {Story} */
export function tasks({ paste, r, d }) {
  const where = (/** @type {string} */ text) => `${text}.replace(HERE, "here")`;
  paste(`
    async def worker(number):
        me = asyncio.current_task()
        say(me.get_name(), me.get_coro().__name__, me.done())
        ${r.pick(['pass', 'me.set_name(f"own-{number}")', 'me.set_name(number)'])}
        await asyncio.sleep(${d()})
        ${r.pick(['return number', 'raise ValueError(number)', 'await hop()'])}
    made = [asyncio.create_task(worker(number), name=${r.pick(['f"w{number}"', 'number', 'None'])}) for number in range(${1 + r.below(3)})]
    say(len(asyncio.all_tasks()), sorted(task.get_name() for task in asyncio.all_tasks() if task in made))
    say(${where('repr(made[0])')})
    await asyncio.sleep(0)
    say(${where('repr(made[-1])')}, len(made[0].get_stack()), made[0].get_coro().cr_running, made[0].get_coro().cr_await is None)
    ${r.pick(['pass', 'say([frame.f_code.co_name for frame in made[0].get_stack()])', `made[0].add_done_callback(say); say(${where('repr(made[0])')}); made[0].remove_done_callback(say)`, 'made[0].cancel()'])}
    waiter = asyncio.create_task(asyncio.wait(made))
    await asyncio.sleep(0)
    say(waiter.done(), made[0].done())
    await waiter
    for task in made:
        say(${where('repr(task)')}, task.cancelled() or task.exception() or task.result(), len(task.get_stack()), task.get_coro().cr_frame is None)
    try:
        ${r.pick(['asyncio.ensure_future(3)', 'made[0].set_result(1)', 'made[0].set_exception(ValueError())', 'asyncio.run(hop())', 'asyncio.get_running_loop().run_until_complete(hop())'])}
    except (TypeError, RuntimeError) as error:
        say(${where('repr(error)')}.split(" at 0x")[0])`);
}
