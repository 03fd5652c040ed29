// cancelling.mjs — stories of cancellation: messages, stubborn tasks, shields, uncancel, timeouts that are moved.

/** @typedef {import('../stories.mjs').Story} Story */

/** A task that answers cancellation in its own way. @type {Story} */
export function stubborn({ paste, r, d, minor }) {
  const message = () => r.pick(['', '"one"', 'msg="why"', '("a", 1)', 'None']);
  paste(`
    async def stubborn(times):
        for turn in range(times):
            try:
                say("turn", turn)
                await asyncio.sleep(${r.pick(['0.5', '1', '0.2'])})
            except asyncio.CancelledError as error:
                say("refused", turn, error.args${minor >= 11 ? ', asyncio.current_task().cancelling()' : ''})
                ${r.pick(['continue', 'pass', 'await asyncio.sleep(0)', 'if turn == 1: raise', minor >= 11 ? 'say(asyncio.current_task().uncancel())' : 'break', 'return "gave in"', 'raise ValueError("instead")', 'raise KeyError("k") from error'])}
            finally:
                ${r.pick([`await asyncio.sleep(${d()})`, 'say("finally", turn)', 'pass', 'if turn == 2: return "finally"'])}
        return "done"
    task = asyncio.create_task(stubborn(${1 + r.below(3)}))
    await asyncio.sleep(${d()})
    say("cancel", task.cancel(${message()}))
    ${r.pick(['await asyncio.sleep(0)', 'pass', 'await asyncio.sleep(0.1)'])}
    say("again", task.cancel(${message()})${minor >= 11 ? ', task.cancelling()' : ''})
    try:
        say("got", await ${r.pick(['task', 'asyncio.shield(task)', 'asyncio.wait_for(task, 0.3)', 'asyncio.gather(task)', 'asyncio.wait_for(asyncio.shield(task), 0.25)', 'asyncio.gather(task, return_exceptions=True)'])})
    except BaseException as error:
        say("ended", chain(error), task.done(), task.cancelled())
    say(task.cancel(), repr(task))`);
}

/** An inner task under a shield, whose outer task is cancelled. @type {Story} */
export function shielded({ paste, r, d, minor }) {
  paste(`
    async def inner():
        try:
            await asyncio.sleep(${r.pick(['0.3', '0.1', '0'])})
            ${r.pick(['return "inner"', 'raise ValueError("inner")', 'raise asyncio.CancelledError("inner")', 'return 5'])}
        finally:
            say("inner ends")
    async def outer(task):
        try:
            return await asyncio.shield(${r.pick(['task', 'task', 'asyncio.shield(task)', 'asyncio.gather(task, hop())'])})
        except asyncio.CancelledError as error:
            say("outer", chain(error), task.done()${minor >= 11 ? ', asyncio.current_task().cancelling()' : ''})
            ${r.pick(['raise', 'return await task', 'return "kept"', 'await asyncio.sleep(0.2); raise', 'return await asyncio.shield(task)'])}
    secret = asyncio.ensure_future(inner())
    guard = asyncio.create_task(outer(secret))
    await asyncio.sleep(${d()})
    guard.cancel(${r.pick(['', '"outer"'])})
    ${r.pick(['pass', 'await asyncio.sleep(0)', 'secret.cancel("both")', 'await asyncio.sleep(0.05); guard.cancel()'])}
    for one in (guard, secret):
        try:
            say("result", await one)
        except BaseException as error:
            say("error", chain(error), one.cancelled())
    say(secret, guard)`);
}

/** Shields whose outer future nobody keeps. @type {Story} */
export function forsaken({ paste, r, d }) {
  paste(`
    async def late():
        await asyncio.sleep(${r.pick(['0.1', '0.2', '0'])})
        raise ${r.pick(['ValueError("late")', 'KeyError(1)', 'asyncio.CancelledError'])}
    asyncio.get_running_loop().set_exception_handler(lambda loop, context: say("handler", sorted(context), context["message"].split(" <")[0], repr(context.get("exception"))))
    ${r.pick(['kept = asyncio.create_task(late())', 'kept = asyncio.ensure_future(late())'])}
    outer = asyncio.shield(kept)
    await asyncio.sleep(${d()})
    say(outer.cancel(${r.pick(['', '"m"'])}), outer.cancelled())
    await asyncio.sleep(${r.pick(['0.3', '0', '0.15'])})
    say(kept.done(), outer.done())
    ${r.pick(['del kept', 'del outer', 'del kept, outer', 'pass'])}
    await asyncio.sleep(0)
    asyncio.get_running_loop().set_exception_handler(None)`);
}

/** Counting cancellations. @type {Story} */
export function uncancelled({ paste, r, d }) {
  paste(`
    async def counted():
        me = asyncio.current_task()
        try:
            await asyncio.sleep(1)
        except asyncio.CancelledError:
            say("cancelling", me.cancelling())
            ${r.pick(['say(me.uncancel())', 'pass', 'say(me.uncancel(), me.uncancel())'])}
        ${r.pick(['await asyncio.sleep(0)', `async with asyncio.timeout(0.1):\n            await asyncio.sleep(${r.pick(['1', '0', '0.05'])})`, 'async with asyncio.TaskGroup() as group:\n            group.create_task(after(0.1))'])}
        say("left", me.cancelling())
        ${r.pick(['return me.cancelling()', 'raise OSError("counted")', 'await asyncio.sleep(0.2)'])}
    task = asyncio.create_task(counted())
    await asyncio.sleep(${r.pick(['0', '0.1'])})
    for turn in range(${1 + r.below(3)}):
        say(task.cancel(), task.cancelling())
        ${r.pick(['await asyncio.sleep(0)', 'pass', `await asyncio.sleep(${d()})`])}
    try:
        say(await task)
    except BaseException as error:
        say(chain(error), task.cancelling(), task.cancelled())`);
}

/** One timeout in the other, moved while it runs. @type {Story} */
export function deadlines({ paste, r, d }) {
  const when = () => r.pick(['None', '0', '0.1', '0.2', '0.3', '0.05', '-1']);
  const moved = () => r.pick(['None', 'loop.time()', 'loop.time() + 0.1', 'loop.time() + 0.3', 'loop.time() - 1', 'outer.when()']);
  paste(`
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(${when()}) as outer:
            say(outer, outer.expired())
            ${r.pick(['pass', `loop.call_later(${r.pick(['0.05', '0.1', '0'])}, lambda: outer.expired() or outer.reschedule(${moved()}))`, `outer.reschedule(${moved()})`])}
            try:
                async with asyncio.timeout${r.chance(0.3) ? `_at(loop.time() + ${r.pick(['0.1', '0.2', '-1'])}` : `(${when()}`}) as inner:
                    await asyncio.sleep(${r.pick(['0.1', '0.25', '0', '0.4'])})
                    ${r.pick(['pass', 'inner.reschedule(None)', `outer.reschedule(${moved()})`, 'asyncio.current_task().cancel()', 'raise ValueError("inside")'])}
                    await asyncio.sleep(${d()})
            except ${r.pick(['TimeoutError', 'Exception', 'asyncio.CancelledError', 'BaseException'])} as error:
                say("inner", chain(error), inner.expired(), inner)
                ${r.pick(['raise', 'pass', 'await asyncio.sleep(0.2)', 'asyncio.current_task().uncancel()'])}
            finally:
                ${r.pick(['await asyncio.sleep(0.15)', 'say("between", outer.when() is None)', 'await asyncio.sleep(0)'])}
            say("still in")
            await asyncio.sleep(0.1)
    except ${r.pick(['TimeoutError', 'BaseException', '(TimeoutError, ValueError)'])} as error:
        say("outer", chain(error))
    say(outer, asyncio.current_task().cancelling())
    try:
        ${r.pick(['outer.reschedule(None)', 'async with outer:\n            pass', 'asyncio.timeout(1).reschedule(3)', 'async with asyncio.timeout("x"):\n            pass', 'say(asyncio.timeout(5).when())'])}
    except Exception as error:
        say(repr(error))`);
}

/** wait_for with what ends at the same moment, ends late, or will not be cancelled. @type {Story} */
export function limited({ paste, r }) {
  paste(`
    async def slow():
        try:
            await asyncio.sleep(${r.pick(['0.1', '0.2', '0.3', '0'])})
            return "in time"
        except asyncio.CancelledError:
            say("cut")
            ${r.pick(['raise', 'return "late"', 'await asyncio.sleep(0.2); raise', 'raise ValueError("late")', 'raise asyncio.CancelledError("own")', 'await asyncio.sleep(0); return 7'])}
    for limit in ${r.pick(['(0.1, 0.2)', '(0, None)', '(-1, 0.3)', '(0.1,)'])}:
        work = ${r.pick(['slow()', 'asyncio.create_task(slow())', 'asyncio.ensure_future(slow())', 'asyncio.gather(slow(), hop())', 'asyncio.shield(slow())'])}
        try:
            say("within", await asyncio.wait_for(work, limit))
        except (Exception, asyncio.CancelledError) as error:
            say("beyond", chain(error))
    async def parent():
        try:
            return await asyncio.wait_for(slow(), 0.25)
        except asyncio.CancelledError as error:
            say("parent", error.args)
            raise
    task = asyncio.create_task(parent())
    await asyncio.sleep(${r.pick(['0', '0.1', '0.05', '0.25'])})
    task.cancel(${r.pick(['', '"stop"'])})
    say(await asyncio.gather(task, return_exceptions=True))`);
}

/** Cancelled before it began; after its end; from within; in a chain. @type {Story} */
export function oddly({ paste, r, d }) {
  paste(`
    async def link(depth):
        try:
            if depth == 0:
                ${r.pick(['await asyncio.sleep(1)', 'await asyncio.get_running_loop().create_future()', 'await asyncio.Event().wait()', 'asyncio.current_task().cancel("self"); await asyncio.sleep(0)'])}
            return await asyncio.create_task(link(depth - 1), name=f"link-{depth}")${r.pick(['', ' + 1'])}
        ${r.pick(['finally', 'except asyncio.CancelledError as error', 'except BaseException as error'])}:
            say("unwinds", depth)
            ${r.pick(['raise', 'await asyncio.sleep(0)', 'await asyncio.sleep(0.01)', 'pass'])}
    task = asyncio.create_task(link(${1 + r.below(3)}))
    ${r.pick(['task.cancel("early")', 'await asyncio.sleep(0)', `await asyncio.sleep(${d()})`, 'asyncio.get_running_loop().call_soon(task.cancel, "soon")', 'asyncio.get_running_loop().call_later(0.1, task.cancel)'])}
    ${r.pick(['task.cancel()', 'pass', 'for one in asyncio.all_tasks() - {asyncio.current_task(), task}:\n        if one.get_name() == "link-1":\n            one.cancel("by name")'])}
    with contextlib.suppress(asyncio.CancelledError, RuntimeError, TypeError):
        say("chain gave", await asyncio.wait_for(task, 0.4))
    say(task.done(), task.cancelled(), task)
    if task.done():
        try:
            say(task.exception())
        except asyncio.CancelledError as error:
            say("asked", chain(error))`);
}
