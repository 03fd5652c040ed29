// generating.mjs — stories of generators, coroutines and context managers that are left before their end, or misused.

/** @typedef {import('../stories.mjs').Story} Story */

/** Asynchronous generators that nobody reads to the end. @type {Story} */
export function closedEarly({ paste, r, d }) {
  paste(`
    async def source(name, count=4):
        try:
            for number in range(count):
                ${r.pick(['pass', `await asyncio.sleep(${d()})`, 'await hop()'])}
                yield number
        ${r.pick(['finally', 'except GeneratorExit', 'except BaseException as error'])}:
            say(name, "closing")
            ${r.pick(['await asyncio.sleep(0)', 'await asyncio.sleep(0.1)', 'raise', 'pass', 'say(label.get())', 'yield "too late"', 'raise KeyError("closing")'])}
            say(name, "closed")
    async def doubled(items):
        async for item in items:
            yield item * 2
    async def reads(name, many):
        async for item in ${r.pick(['source(name)', 'doubled(source(name))'])}:
            say(name, item)
            if item >= many:
                ${r.pick(['break', 'return item', 'raise LookupError(item)', 'await asyncio.sleep(1)'])}
    label.set("story")
    for one in (reads("a", 1), reads("b", 2)):
        try:
            say(await asyncio.wait_for(one, 0.5))
        except (Exception, StopAsyncIteration) as error:
            say(chain(error))
    ${r.pick(['pass', 'await asyncio.sleep(0)', 'await asyncio.sleep(0.2)'])}
    kept = source("kept")
    say(await kept.__anext__(), await anext(kept), kept.ag_running, kept.ag_frame is None)
    try:
        async with contextlib.aclosing(source("inner")) as items:
            async for item in items:
                say(item)
                if item == 1:
                    ${r.pick(['break', 'raise ValueError(item)', 'await items.aclose()'])}
    except (ValueError, RuntimeError, KeyError) as error:
        say(chain(error))
    try:
        ${r.pick(['await kept.aclose()', 'del kept', 'say([item async for item in kept])', 'pass', 'await kept.aclose(); await kept.aclose(); say(await anext(kept, "none"))', 'say(await kept.athrow(ValueError("thrown")))'])}
    except (Exception, StopAsyncIteration) as error:
        say(chain(error))
    await asyncio.sleep(0.15)`);
}

/** throw, asend and athrow. @type {Story} */
export function thrown({ paste, r }) {
  const step = () => r.pick(['asend(None)', 'asend(7)', 'athrow(ValueError("v"))', 'athrow(KeyError)', 'aclose()', '__anext__()', 'athrow(GeneratorExit)', 'athrow(asyncio.CancelledError("c"))', '__anext__()']);
  paste(`
    async def machine():
        state = "start"
        while True:
            try:
                got = yield state
                say("got", got)
                state = got
                ${r.pick(['await asyncio.sleep(0)', 'if got == 7: return', 'pass'])}
            except ValueError as error:
                say("thrown", error)
                ${r.pick(['state = "mended"', 'raise', 'raise KeyError("other") from error', 'return', 'yield "answer"', 'raise StopAsyncIteration', 'await asyncio.sleep(0.1)'])}
            ${r.pick(['finally', 'except asyncio.CancelledError'])}:
                say("turn")
                ${r.pick(['pass', 'await hop()', 'state = "final"'])}
    made = machine()
    for step in (${r.times(3 + r.below(4), () => `lambda: made.${step()}`).join(', ')},):
        try:
            say("step", await step())
        except BaseException as error:
            say("raised", chain(error))
        if made.ag_frame is None:
            say("finished")
    again = machine()
    pending = again.asend(None)
    say(await pending)
    try:
        ${r.pick(['await pending', 'await again.asend(1)', 'pending.close(); say(pending.send(None))', 'pending.throw(KeyError("k"))', 'await machine().asend(1)', 'again.__anext__().close(); await again.__anext__()'])}
    except BaseException as error:
        say(chain(error))
    ${r.pick(['await again.aclose()', 'pass'])}`);
}

/** Plain generators with a finally that yields, and yield from. @type {Story} */
export function yieldsOnClose({ paste, r }) {
  // One that will not be closed, and that nothing refers to any more, is complained about with its address.
  const caught = r.pick(['ValueError', 'GeneratorExit', 'KeyError']);
  const answer = r.pick(['raise', 'return "returned"', 'raise RuntimeError("inner")', 'pass', ...(caught === 'GeneratorExit' ? [] : ['yield "caught"'])]);
  const act = () => r.pick(['next(g)', 'g.send(5)', 'g.throw(ValueError("v"))', 'g.close()', 'g.throw(GeneratorExit)', 'next(g, "default")', 'g.throw(KeyError)', 'list(g)']);
  paste(`
    def inner(name):
        try:
            got = yield name, 1
            say("inner got", got)
            yield name, 2
            return name
        except ${caught} as error:
            say("inner caught", repr(error))
            ${answer}
        finally:
            ${r.pick(['say("inner ends")', 'return "from finally"'])}
    class Plain:
        def __iter__(self):
            return iter("pq")
    def outer():
        try:
            result = yield from ${r.pick(['inner("i")', 'inner("i")', 'inner("i")', 'Plain()', '[1, 2]', 'range(2)'])}
            say("result", result)
            yield "between"
            yield from ${r.pick(['inner("j")', '"xy"', 'Plain()'])}
        except ${r.pick(['Exception', 'ValueError', 'BaseException'])} as error:
            say("outer caught", chain(error))
            ${r.pick(['raise', 'yield "outer"', 'return 7', 'pass'])}
        finally:
            ${r.pick(['say("outer ends")', 'yield "outer finally"', 'say("outer ends", g.gi_running)'])}
    g = outer()
    for act in (${r.times(3 + r.below(4), () => `lambda: ${act()}`).join(', ')},):
        try:
            say("act", act())
        except BaseException as error:
            say("raised", chain(error), getattr(error, "value", "-"))
    say(g.gi_frame is None, g.gi_yieldfrom is None)
    ${r.pick(['pass', 'try:\n        next(g)\n    except StopIteration as error:\n        say("stopped", error.value)', 'with contextlib.suppress(RuntimeError):\n        g.close()'])}
    for turn in range(4):
        with contextlib.suppress(RuntimeError):
            g.close()`);
}

/** Coroutines by hand, twice awaited, never awaited. @type {Story} */
export function coroutines({ paste, r, d }) {
  const use = () => r.pick(['work.send(None)', 'work.send(1)', 'work.close()', 'work.throw(ValueError("v"))', 'work.throw(GeneratorExit)', 'work.cr_frame is None', 'work.cr_running', 'work.throw(KeyError)', 'work.__name__']);
  paste(`
    class Twice:
        def __await__(self):
            got = yield
            say("twice", got)
            ${r.pick(['yield', 'yield from hop().__await__()', 'return "early"', 'raise ValueError("twice")'])}
            return "twice"
    class Wrong:
        def __await__(self):
            return ${r.pick(['[1]', 'None', 'hop()', 'iter("")', '3'])}
    async def work_with(item):
        try:
            return await item
        except ValueError as error:
            say("inside", repr(error))
            ${r.pick(['raise', 'return "mended"', 'await hop()'])}
        finally:
            say("leaves")
            ${r.pick(['pass', 'await hop()', 'say("after all")'])}
    work = work_with(${r.pick(['hop()', 'Twice()', 'after(0)'])})
    for use in (${r.times(2 + r.below(4), () => `lambda: ${use()}`).join(', ')},):
        try:
            say("use", use())
        except BaseException as error:
            say("raised", chain(error), getattr(error, "value", "-"))
    for turn in range(4):
        with contextlib.suppress(RuntimeError):
            work.close()
    say(await work_with(Twice()) if ${r.pick(['True', 'False'])} else "not")
    for wrong in (${r.pick(['Wrong()', '3', 'None', '"text"', '[hop()]'])}, ${r.pick(['say', 'work', 'Wrong()', '{}', 'hop'])}):
        try:
            say(await wrong)
        except (TypeError, RuntimeError, ValueError) as error:
            say(type(error).__name__, str(error).split(" at 0x")[0])
    once = after(${d()})
    say(await once)
    try:
        await once
    except RuntimeError as error:
        say(error)
    ${r.pick(['hop()', 'after(1)', 'pass', 'never = hop()', '[hop() for turn in range(2)]'])}
    await asyncio.sleep(0)`);
}

/** Managers that fail on the way in or out. @type {Story} */
export function managers({ paste, r, d }) {
  const enter = () => r.pick(['pass', `await asyncio.sleep(${d()})`, 'raise OSError(self.name)', 'pass', 'await hop()', 'if self.name == "b": raise KeyError(self.name)']);
  const leave = () => r.pick(['return False', 'return True', 'raise RuntimeError("exit " + self.name)', `await asyncio.sleep(${d()})`, 'return kind is ValueError', 'raise', 'raise error', 'return None']);
  paste(`
    class Resource:
        def __init__(self, name):
            self.name = name
        async def __aenter__(self):
            say("enter", self.name)
            ${enter()}
            return self
        async def __aexit__(self, kind, error, trace):
            say("exit", self.name, kind and kind.__name__, error and error.args)
            ${leave()}
    @contextlib.asynccontextmanager
    async def made(name):
        say("made", name)
        ${r.pick(['try:\n            yield name\n        finally:\n            say("unmade", name)', 'yield name\n        say("unmade", name)', 'try:\n            yield name\n        except ValueError as error:\n            say("swallowed", error)', 'try:\n            yield name\n        except Exception as error:\n            raise LookupError(name) from error', 'yield name\n        yield "again"', 'if name == "n": yield name'])}
    class Halfway:
        async def __aenter__(self):
            return 1
    async def inside(error):
        async with Resource("a"), ${r.pick(['Resource("b")', 'made("m")', 'made("n"), Resource("b")'])} as thing:
            say("inside", getattr(thing, "name", thing))
            await asyncio.sleep(${d()})
            if error:
                raise error
            ${r.pick(['return "returned"', 'pass', 'await asyncio.sleep(1)'])}
        return "after"
    for error in (None, ValueError("v"), ${r.pick(['KeyError("k")', 'asyncio.CancelledError("c")', 'StopAsyncIteration()', 'GeneratorExit()'])}):
        try:
            say(await asyncio.wait_for(inside(error), 0.6))
        except (Exception, asyncio.CancelledError, GeneratorExit) as caught:
            say("outside", chain(caught))
    try:
        async with ${r.pick(['Halfway()', '3', 'contextlib.suppress(ValueError)', 'Resource', 'made("z")', 'contextlib.nullcontext(4)'])} as thing:
            say("with", thing)
    except (TypeError, AttributeError, OSError, RuntimeError, LookupError, KeyError) as error:
        say(type(error).__name__, error)`);
}

/** Exit stacks. @type {Story} */
export function stacked({ paste, r, d }) {
  const push = () => r.pick(['stack.callback(say, "callback")', `stack.push_async_callback(asyncio.sleep, ${d()})`, 'await stack.enter_async_context(part(1))', 'stack.enter_context(contextlib.suppress(ValueError))', 'stack.callback(fail, "callback")', 'stack.push_async_exit(leaving)', 'await stack.enter_async_context(part("x"))', 'stack.push(lambda kind, error, trace: say("push", repr(error)))', 'stack.push_async_callback(dies, "pushed")']);
  paste(`
    @contextlib.asynccontextmanager
    async def part(name):
        say("in", name)
        ${r.pick(['pass', 'if name == "x": raise OSError(name)'])}
        try:
            yield name
        finally:
            say("out", name)
            ${r.pick(['pass', `await asyncio.sleep(${d()})`, 'raise LookupError(name)'])}
    async def dies(what):
        say("dies", what)
        raise KeyError(what)
    async def leaving(kind, error, trace):
        say("leaving", kind and kind.__name__)
        return ${r.pick(['True', 'False', 'kind is KeyError'])}
    kept = None
    try:
        async with contextlib.AsyncExitStack() as stack:
            ${r.times(2 + r.below(3), push).join('\n            ')}
            ${r.pick(['pass', 'kept = stack.pop_all()', 'await stack.aclose()', 'raise ValueError("body")', 'raise TypeError("body")', 'await asyncio.sleep(0.1)'])}
            say("body")
    except BaseException as error:
        say("stack", chain(error))
    if kept:
        say("kept")
        try:
            await kept.aclose()
        except BaseException as error:
            say("closing", chain(error))`);
}

/** @type {Story} */
export function comprehended({ paste, r, d }) {
  const thing = () => r.pick(['[item async for item in source(4)]', '{item % 2: item async for item in source(4)}', '[await after(item / 100) for item in range(3)]', '[item async for item in source(5) if await even(item)]', '[(a, b) async for a in source(2) for b in "xy"]', '[(a, b) for a in range(2) async for b in source(a)]', 'sorted({item // 2 async for item in source(5)})', 'sum([item async for item in (n * n async for n in source(3))])', '[await task for task in [asyncio.create_task(after(0.1)), asyncio.create_task(after(0.05))]]', '[[a async for a in source(b)] for b in range(3) if await even(b)]', 'list(zip([a async for a in source(2)], await asyncio.gather(hop(), after(0))))', 'any([await even(n) for n in (1, 3)])', '[x := item async for item in source(2)] + [x]', '[item async for item in 3]', '[item for item in source(2)]', '[await even(n) async for n in source(9) if n > 5]']);
  paste(`
    async def source(count):
        for number in range(count):
            ${r.pick(['await asyncio.sleep(0)', `await asyncio.sleep(${d()})`, 'pass'])}
            if number == ${3 + r.below(6)}:
                raise ${r.pick(['ValueError(number)', 'StopIteration', 'KeyError(number)'])}
            yield number
    async def even(number):
        await hop()
        return number % 2 == 0
    for turn in range(3):
        try:
            if turn == 0:
                say(${thing()})
            elif turn == 1:
                say(${thing()})
            else:
                say(${thing()})
        except Exception as error:
            say(chain(error))
    lazy = (${r.pick(['item async for item in source(3)', 'await after(item / 10) for item in range(2)', '(item, turn) async for item in source(2) if item'])})
    say(type(lazy).__name__)
    async for item in lazy:
        say("lazy", item)
        ${r.pick(['pass', 'break', 'await asyncio.sleep(0.05)'])}`);
}

/** Two that read one generator; one that is closed while it runs. @type {Story} */
export function overlapping({ paste, r, d }) {
  paste(`
    async def source():
        try:
            for number in range(5):
                await asyncio.sleep(${r.pick(['0.1', '0.05', '0'])})
                yield number
        except ${r.pick(['asyncio.CancelledError', 'GeneratorExit', 'BaseException'])} as error:
            say("source", repr(error))
            raise
        finally:
            say("source ends")
    shared = source()
    async def reader(name):
        try:
            ${r.pick(['async for item in shared:\n                say(name, item)', 'while True:\n                say(name, await shared.__anext__())', 'say(name, await anext(shared), await anext(shared, "none"))'])}
        except (RuntimeError, StopAsyncIteration, asyncio.CancelledError) as error:
            say(name, chain(error))
            ${r.pick(['raise', 'return name', 'pass'])}
        return name
    readers = [asyncio.create_task(reader(name)) for name in "rs"]
    await asyncio.sleep(${d()})
    ${r.pick(['pass', 'readers[0].cancel()', 'readers[1].cancel("two")', 'try:\n        await shared.aclose()\n    except RuntimeError as error:\n        say(error)', 'asyncio.get_running_loop().call_later(0.12, readers[0].cancel)'])}
    done, pending = await asyncio.wait(readers, timeout=1)
    for one in pending:
        one.cancel()
    say(await asyncio.gather(*readers, return_exceptions=True))
    say(await anext(shared, "over"))
    await shared.aclose()
    say(shared.ag_running, shared.ag_frame is None)`);
}
