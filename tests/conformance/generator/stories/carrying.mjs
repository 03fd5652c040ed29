// carrying.mjs — stories of what is carried along: contexts through callbacks, handlers of errors, debug mode, eager tasks, generators left open.

/** @typedef {import('../stories.mjs').Story} Story */

/** Contexts in callbacks, timers, generators, and copies of copies. @type {Story} */
export function contextual({ paste, r, d, minor }) {
  const set = () => r.pick(['user.set("set")', 'label.set("own")', 'token = user.set("token")', 'user.reset(token)', 'context.run(user.set, "in context")', 'copy = contextvars.copy_context()', 'copy.run(change, "copied")', 'await changes("awaited")', 'await asyncio.create_task(changes("task"))', 'loop.call_soon(change, "soon")', 'loop.call_soon(change, "kept", context=context)', `loop.call_later(${d()}, show, "later")`, 'loop.call_later(0.01, change, "timer", context=context)', 'await asyncio.sleep(0)', 'await asyncio.sleep(0.02)', 'future.add_done_callback(show, context=context)', 'future.add_done_callback(show)', 'resolve(future, 1)', 'say([item async for item in generator()])', 'await asyncio.gather(changes("g1"), changes("g2"))', 'await asyncio.wait_for(changes("limited"), 1)', 'async with managed():\n            show("inside")', 'context.run(context.copy().run, change, "nested")', 'show("now")', ...(minor >= 11 ? ['await asyncio.create_task(changes("given"), context=context)', 'async with asyncio.TaskGroup() as group:\n            group.create_task(changes("member"))\n            group.create_task(changes("member in context"), context=context)'] : []), ...(minor >= 14 ? ['with user.set("scoped"):\n            show("scoped")'] : [])]);
  paste(`
    user = contextvars.ContextVar("user")
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    def show(what):
        say(what if isinstance(what, str) else "callback", user.get("-"), label.get(), len(contextvars.copy_context()) > 0)
    def change(value):
        show(f"before {value}")
        user.set(value)
        show(f"changed {value}")
    async def changes(value):
        await hop()
        change(value)
        ${r.pick(['await asyncio.sleep(0.01)', 'pass', 'loop.call_soon(show, "inherited")'])}
        return user.get()
    async def generator():
        for number in range(2):
            token = user.set(f"generated {number}")
            try:
                yield user.get()
                ${r.pick(['pass', 'await hop()'])}
            finally:
                ${r.pick(['pass', 'user.reset(token)', 'show("generator")'])}
    @contextlib.asynccontextmanager
    async def managed():
        token = user.set("managed")
        try:
            yield
        finally:
            ${r.pick(['user.reset(token)', 'pass', 'await hop()'])}
    context = contextvars.copy_context()
    copy = context.copy()
    token = user.set("first")
    try:
        ${r.times(4 + r.below(6), set).join('\n        ')}
    except (ValueError, RuntimeError, LookupError) as error:
        say(type(error).__name__, str(error).split("<")[0])
    resolve(future, 2)
    await asyncio.sleep(0.15)
    show("end")
    say(context.get(user), copy.get(user), user in context, token.old_value is contextvars.Token.MISSING, sorted(str(value) for value in context.values() if isinstance(value, str)))`);
}

/** Handlers of errors, and the loop in debug mode. @type {Story} */
export function debugged({ paste, r, d }) {
  const act = () => r.pick(['loop.call_soon(fail, "soon")', `loop.call_later(${d()}, fail, "later")`, 'loop.call_exception_handler({"message": "called"})', 'loop.call_exception_handler({"message": "more", "exception": KeyError("k"), "task": None})', 'lost = asyncio.create_task(dies("lost")); await asyncio.sleep(0.05); del lost', 'lost = loop.create_future(); lost.set_exception(OSError("unseen")); del lost', 'asyncio.gather(dies("one"), dies("two"))', 'loop.set_exception_handler(second)', 'loop.set_exception_handler(handler)', 'loop.set_exception_handler(None)', 'say(loop.get_exception_handler() is handler)', 'await asyncio.sleep(0.05)', 'time.sleep(0.15)', 'loop.slow_callback_duration = 0.01', 'future.add_done_callback(broken)', 'resolve(future, 1)', 'task = asyncio.create_task(hop()); task.add_done_callback(broken); await task', 'loop.default_exception_handler({"message": "default"})', 'loop.call_soon(loop.call_exception_handler, {"message": "from a callback", "exception": ValueError("v")})', 'asyncio.shield(dies("shielded")).cancel()', 'await asyncio.wait([asyncio.create_task(dies("waited"))])', 'loop.call_soon(dies)', 'say(loop.slow_callback_duration, loop.get_debug())']);
  const inDebugMode = r.chance(0.5);  // where a report of a report would have the source_traceback in it
  paste(`
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    def handler(loop, context):
        error = context.get("exception")
        say("handler", sorted(set(context) - {"source_traceback"}), context["message"].split(" <")[0].split(" at ")[0].split("(")[0], chain(error), places(error) if error else "")
        ${r.pick(['pass', 'loop.set_exception_handler(second)', ...(inDebugMode ? [] : ['raise TypeError("handler")', 'if error: raise error'])])}
    def second(loop, context):
        say("second", repr(context.get("exception")))
        ${r.pick(['pass', ...(inDebugMode ? [] : ['loop.default_exception_handler(context)', 'raise asyncio.CancelledError("second")'])])}
    async def dies(what="dies"):
        await asyncio.sleep(0.01)
        raise ValueError(what)
    def broken(*args):
        raise LookupError("broken")
    say(loop.get_debug(), loop.slow_callback_duration)
    ${inDebugMode ? 'loop.set_debug(True)' : 'pass'}
    loop.set_exception_handler(handler)
    try:
        ${r.times(3 + r.below(5), act).join('\n        ')}
    except (TypeError, ValueError, LookupError) as error:
        say(chain(error))
    await asyncio.sleep(0.15)
    loop.set_debug(False)
    loop.set_exception_handler(None)
    say("calm")`);
}

/** Tasks that begin at once. @type {Story} */
export function eagerly({ paste, r, d, minor }) {
  const act = () => r.pick(['await asyncio.sleep(0)', 'say(await asyncio.gather(one(1), one(2), return_exceptions=True))', 'say(await asyncio.wait_for(one(3), 0.05))', 'made.append(asyncio.create_task(one(4)))', 'made.append(asyncio.create_task(nests(2)))', 'made.append(asyncio.Task(one(5), loop=loop, eager_start=True))', 'say([task.done() for task in made])', 'made[-1].cancel("eager") if made else None', 'async with asyncio.TaskGroup() as group:\n            say([group.create_task(one(number)).done() for number in (6, 7, 8)])', 'async with asyncio.timeout(0.02):\n            await asyncio.create_task(one(9))', 'say(await asyncio.shield(one(10)))', 'say(len(asyncio.all_tasks()))', 'async for number in counts(3):\n            say(number)', 'loop.set_task_factory(asyncio.eager_task_factory)', 'loop.set_task_factory(None)', 'for first in asyncio.as_completed([one(11)]):\n            say(await first)', 'await asyncio.wait([asyncio.create_task(one(13)), asyncio.create_task(one(14))], return_when=asyncio.FIRST_COMPLETED)', 'made.append(asyncio.create_task(one(15), name="named"))', 'made.append(asyncio.create_task(one(16), context=contextvars.copy_context()))', 'made.append(asyncio.ensure_future(cancels()))', ...(minor >= 14 ? ['made.append(asyncio.create_task(one(17), eager_start=True))', 'made.append(asyncio.create_task(one(18), eager_start=False))', 'async with asyncio.TaskGroup() as group:\n            group.create_task(one(19), eager_start=True)'] : [])]);
  paste(`
    loop = asyncio.get_running_loop()
    made = []
    async def one(number):
        me = asyncio.current_task()
        before = label.get()
        label.set(f"one {number}")
        say(number, before, me.done(), me.get_coro() is not None, me is asyncio.current_task())
        if number % ${2 + r.below(4)} == 0:
            await ${r.pick(['asyncio.sleep(0)', `asyncio.sleep(${d()})`, 'hop()', 'asyncio.create_task(hop())', 'asyncio.sleep(0.03)'])}
        if number in (${r.pick(['2, 7', '3, 8', '5, 6, 9', '1, 4', '0, 20'])}):
            raise ${r.pick(['ValueError(number)', 'KeyError(number)', 'asyncio.CancelledError(number)'])}
        say(number, "ends", label.get())
        return number
    async def nests(depth):
        if depth:
            task = asyncio.create_task(nests(depth - 1))
            say("nested", depth, task.done())
            ${r.pick(['await task', 'await asyncio.sleep(0)', 'pass', 'return await task'])}
        return depth
    async def counts(most):
        for number in range(most):
            ${r.pick(['await asyncio.create_task(one(number + 20))', 'await hop()'])}
            yield number
    async def cancels():
        asyncio.current_task().cancel("itself")
        ${r.pick(['await asyncio.sleep(0)', 'return 1', 'pass'])}
    loop.set_task_factory(asyncio.eager_task_factory)
    try:
        ${r.times(4 + r.below(5), act).join('\n        ')}
    except BaseException as error:
        say(chain(error), places(error))
    finally:
        loop.set_task_factory(None)
    say([repr(one) for one in await asyncio.gather(*made, return_exceptions=True)], label.get())`);
}

/** Generators left open in many ways, and what closes them. @type {Story} */
export function abandoned({ paste, r, d, minor }) {
  const act = () => r.pick(['kept.append(source("kept")); say(await anext(kept[-1]))', 'kept.clear()', 'await first("a")', 'await asyncio.wait_for(drain("b"), 0.05)', 'made.append(asyncio.create_task(drain("c")))', 'made[-1].cancel() if made else None', 'await loop.shutdown_asyncgens()', 'source("never begun")', 'await asyncio.sleep(0)', `await asyncio.sleep(${d()})`, 'item = source("closed"); say(await item.__anext__()); await item.aclose(); say(await anext(item, "none"))', 'async for one in outer("d"):\n            break', 'say([one async for one in source("e") if one < 1])', 'asend = source("f").asend(None); say(await asend)', 'item = source("g"); await anext(item); made.append(asyncio.create_task(item.aclose())); del item', 'cycle = source("h"); await anext(cycle); kept.append(cycle); del cycle', 'made.append(asyncio.ensure_future(anext(source("i"))))', 'say(await asyncio.gather(*[first(name) for name in "jk"]))', 'made.append(asyncio.create_task(drain("l"))); await asyncio.sleep(0.015); made.clear()', minor >= 11 ? 'async with asyncio.timeout(0.015):\n            await drain("m")' : 'pass', 'generator = (one async for one in source("n")); say(await anext(generator)); del generator']);
  paste(`
    loop = asyncio.get_running_loop()
    kept, made = [], []
    async def source(name):
        try:
            for number in range(3):
                yield number
                await asyncio.sleep(${r.pick(['0.01', '0', '0.02'])})
        except ${r.pick(['GeneratorExit', 'asyncio.CancelledError', 'BaseException'])} as error:
            say(name, repr(error))
            ${r.pick(['raise', 'pass', 'await hop(); raise', 'raise KeyError(name)'])}
        finally:
            say(name, "closes", asyncio.current_task() is not None, label.get())
            ${r.pick(['pass', 'await asyncio.sleep(0.01)', 'await hop()', 'await first(name + "!") if len(name) < 2 else None', 'return'])}
    async def outer(name):
        ${r.pick(['async for item in source(name):\n            yield item', 'async with contextlib.aclosing(source(name)) as items:\n            async for item in items:\n                yield item', 'inner = source(name)\n        yield await anext(inner)\n        yield await anext(inner)'])}
    async def first(name):
        async for item in ${r.pick(['source(name)', 'outer(name)'])}:
            return item
    async def drain(name):
        async for item in ${r.pick(['source(name)', 'outer(name)'])}:
            say(name, item)
            await asyncio.sleep(0.02)
        return name
    label.set("abandoned")
    for turn in range(1):
        try:
            ${r.times(3 + r.below(4), act).join('\n        ').replace(/\n/g, '\n    ')}
        except (Exception, asyncio.CancelledError) as error:
            say(chain(error))
    say(await asyncio.gather(*made, return_exceptions=True))
    await asyncio.sleep(${r.pick(['0', '0.05'])})
    ${r.pick(['pass', 'tasks.extend(kept)', 'kept.clear()', 'await loop.shutdown_asyncgens(); say("shut")'])}`);
}

/** Contexts, calls and cancellations between threads and the loop. @type {Story} */
export function crossed({ paste, r, d }) {
  const act = () => r.pick(['jobs.append(asyncio.create_task(asyncio.to_thread(blocks, len(jobs))))', 'jobs.append(loop.run_in_executor(None, blocks, len(jobs)))', 'jobs[-1].cancel("crossed") if jobs else None', 'await asyncio.sleep(0)', 'await asyncio.sleep(0.02)', `await asyncio.sleep(${d()})`, 'label.set("changed")', 'say(await asyncio.wait_for(asyncio.to_thread(blocks, 20), 0.03))', 'jobs.append(asyncio.ensure_future(asyncio.shield(asyncio.to_thread(blocks, 21))))', 'say(await asyncio.to_thread(label.get))', 'loop.call_soon_threadsafe(note, "main", context=contextvars.copy_context())', 'say([job.done() for job in jobs])', 'time.sleep(0.03)', 'asyncio.run_coroutine_threadsafe(answers("main"), loop).add_done_callback(lambda done: print("main answered", done.cancelled() or done.exception() or done.result()))', 'jobs.append(asyncio.create_task(asyncio.to_thread(functools.partial(blocks, number=30))))', 'say(await asyncio.gather(*[asyncio.to_thread(blocks, number) for number in (40, 41, 42)], return_exceptions=True))']);
  paste(`
    loop = asyncio.get_running_loop()
    jobs = []
    local = threading.local()
    def note(what):
        say("note", what, label.get(), getattr(local, "value", "-"))
    async def answers(what):
        say("answering", what, label.get())
        await asyncio.sleep(${d()})
        if what == ${r.pick(['1', '"main"', '2'])}:
            raise ${r.pick(['ValueError(what)', 'asyncio.CancelledError(what)'])}
        return what
    def blocks(number):
        print("blocks", number, label.get(), threading.current_thread().name, getattr(local, "value", "-"))
        local.value = number
        label.set(f"thread {number}")
        time.sleep(${r.pick(['0.01', '0.02 * number % 0.05', '0.04', '0'])})
        loop.call_soon_threadsafe(note, number)
        ${r.pick(['pass', 'asked = asyncio.run_coroutine_threadsafe(answers(number), loop)\n        time.sleep(0.03)\n        print("asked", asked.done(), asked.cancel(), asked.cancelled())', 'try:\n            asyncio.get_running_loop()\n        except RuntimeError as error:\n            print(error)', 'asked = asyncio.run_coroutine_threadsafe(answers(number), loop)\n        asked.add_done_callback(lambda done: print("answered", done.cancelled() or repr(done.exception()), threading.current_thread().name))'])}
        if number in (${r.pick(['1, 41', '0, 20', '2, 40', '99, 98'])}):
            raise ${r.pick(['KeyError(number)', 'StopIteration(number)', 'asyncio.CancelledError(number)', 'TimeoutError()'])}
        return number
    label.set("story")
    try:
        ${r.times(4 + r.below(5), act).join('\n        ')}
    except (Exception, asyncio.CancelledError) as error:
        say(chain(error))
    say([repr(one) if isinstance(one, BaseException) else one for one in await asyncio.gather(*jobs, return_exceptions=True)], label.get())
    await asyncio.sleep(${r.pick(['0', '0.1', '0.2'])})`);
}
