// failing.mjs — stories of exceptions: groups that are split and sorted, chains, notes, re-raising, exit stacks that swallow.

/** @typedef {import('../stories.mjs').Story} Story */

/** split, subgroup, derive, and except* in except*. @type {Story} */
export function sorted({ paste, r }) {
  const leaf = () => r.pick(['ValueError(1)', 'KeyError("k")', 'OSError("no")', 'Own("own")', 'TypeError()', 'LookupError(3)', 'ZeroDivisionError("z")']);
  const kind = r.pick(['ExceptionGroup', 'ExceptionGroup', 'Tagged', 'BaseExceptionGroup']);
  const group = (/** @type {number} */ depth) => `${kind}("g${depth}", [${r.times(1 + r.below(3), () => (depth < 3 && r.chance(0.35) ? group(depth + 1) : leaf())).join(', ')}])`;
  const type = () => r.pick(['ValueError', 'LookupError', '(KeyError, OSError)', 'Exception', 'Own', 'OSError', 'ArithmeticError']);
  const clause = (/** @type {string} */ name) => `except* ${type()} as ${name}:
            say("${name}", type(${name}).__name__, show(${name}))
            ${r.pick(['pass', 'raise', 'raise OSError("new")', `raise Own("instead") from ${name}`, `raise ${name}.exceptions[0]`, `raise ${name}`, 'caught.append(' + name + ')', 'raise ValueError("x") from None', `try:\n                raise ${name}.derive([Own("d")])\n            except* Own as inner:\n                say("inner", show(inner))\n                ${r.pick(['raise', 'pass'])}`])}`;
  paste(`
    class Own(Exception):
        pass
    class Tagged(ExceptionGroup):
        def __new__(cls, message, errors, tag="t"):
            made = super().__new__(cls, message, errors)
            made.tag = tag
            return made
        def derive(self, errors):
            ${r.pick(['return Tagged(self.message, errors, self.tag + "!")', 'say("derive", len(errors)); return Tagged(self.message, errors)', 'return ExceptionGroup("derived", errors)'])}
    def show(error):
        if error is None:
            return None
        inner = [show(one) for one in error.exceptions] if isinstance(error, BaseExceptionGroup) else error.args
        return type(error).__name__, inner, getattr(error, "tag", "-"), getattr(error, "__notes__", []), places(error)
    caught = []
    error = ${group(0)}
    ${r.pick(['error.add_note("noted")', 'error.exceptions[0].add_note("leaf")', 'pass', 'error.__cause__ = KeyError("cause")'])}
    for condition in (${type()}, ${type()}, lambda one: "k" in str(one), lambda one: isinstance(one, BaseExceptionGroup) and len(one.exceptions) > 1):
        match, rest = error.split(condition)
        say("split", show(match), show(rest), match is error, rest is error)
        say("subgroup", show(error.subgroup(condition)), error.subgroup(condition) is match)
    def throws():
        ${r.pick(['raise error', 'raise error from Own("from")', 'try:\n            raise Own("context")\n        except Own:\n            raise error'])}
    try:
        try:
            ${r.pick(['throws()', 'throws()', 'raise error', `raise ${leaf()}`, 'await asyncio.gather(asyncio.sleep(0.01), failing(error))'])}
        ${clause('first')}
        ${r.chance(0.6) ? clause('second') : 'else:\n            say("else")'}
        ${r.chance(0.3) ? 'finally:\n            say("finally")' : ''}
    except BaseException as last:
        say("last", chain(last), show(last))
        ${r.pick(['pass', 'say(last.__context__ is error, last.__suppress_context__)', 'say(str(last), repr(last))'])}
    say([show(one) for one in caught])
    try:
        ${r.pick(['ExceptionGroup("none", [])', 'ExceptionGroup("x", [1])', 'ExceptionGroup(1, [Own()])', 'ExceptionGroup("base", [KeyboardInterrupt()])', 'error.split(3)', 'error.subgroup("x")', 'say(type(BaseExceptionGroup("up", [Own()])).__name__)', 'ExceptionGroup("x", Own())', 'say(error.derive([Own()]).args)'])}
    except (TypeError, ValueError) as wrong:
        say(repr(wrong))`.replace(/failing\(error\)/, 'fail_with(error)').replace('caught = []', 'caught = []\n    async def fail_with(error):\n        await hop()\n        raise error'));
}

/** One exception raised again and again: by reference, by bare raise, with another cause, from another task. @type {Story} */
export function again({ paste, r, d, minor }) {
  const body = () => r.pick(['raise', 'raise error', 'raise error from None', 'raise error from KeyError("k")', 'raise ValueError("new")', 'raise ValueError("new") from error', 'raise error.with_traceback(None)', 'return error', 'pass', 'kept.append(error)', 'error.__context__ = OSError("set"); raise', 'error.args = ("changed",); raise', 'kept.append(error); raise', minor >= 11 ? 'error.add_note("n"); raise' : 'raise', 'await deeper(error)', 'await asyncio.sleep(0); raise', 'await asyncio.create_task(deeper(error))']);
  paste(`
    kept = []
    async def deeper(error=None):
        await asyncio.sleep(${d()})
        if error is not None:
            raise error
        raise LookupError("deeper")
    async def middle():
        try:
            ${r.pick(['await deeper()', 'await asyncio.create_task(deeper())', 'await asyncio.wait_for(deeper(), 0.15)', 'await asyncio.gather(deeper(), hop())', 'await asyncio.shield(deeper())'])}
        except (LookupError, asyncio.TimeoutError) as error:
            say("middle", repr(error), places(error))
            ${body()}
        finally:
            say("middle ends", type(sys.exc_info()[1]).__name__)
            ${r.pick(['pass', 'await hop()', 'try:\n                raise OSError("finally")\n            except OSError:\n                say(chain(sys.exc_info()[1]))'])}
    async def outer():
        try:
            return await ${r.pick(['middle()', 'asyncio.create_task(middle())', 'asyncio.gather(middle())'])}
        except Exception as error:
            say("outer", chain(error), places(error))
            try:
                ${body()}
            except Exception as second:
                say("second", chain(second), second is error, places(second))
                ${r.pick(['raise', 'raise second', 'pass', 'raise error', 'del second'])}
            ${r.pick(['pass', 'raise', 'raise error', 'say(sys.exc_info()[1] is error)'])}
    for turn in range(2):
        try:
            say(type(await outer()).__name__)
        except Exception as error:
            say("main", chain(error), places(error), getattr(error, "__notes__", None))
            kept.append(error)
        ${r.pick(['pass', 'if kept: kept[0].__traceback__ = None', 'if len(kept) > 1: say(kept[0] is kept[1])'])}
    task = asyncio.create_task(deeper(kept[-1] if kept else None))
    for turn in range(2):
        try:
            await task
        except Exception as error:
            say(chain(error), len(places(error)))
    say(sys.exc_info(), [chain(one) for one in kept])
    kept.clear()`);
}

/** Stacks of managers of which some swallow, some raise. @type {Story} */
export function swallowed({ paste, r, d }) {
  const enter = () => r.pick(['stack.enter_context(quiet("s", ValueError))', 'stack.enter_context(Exit("plain"))', 'stack.enter_context(Exit("true", True))', 'stack.callback(say, "callback")', 'stack.push(Exit("pushed"))', 'stack.push(lambda *error: say("lambda", error[0]) or False)', 'stack.callback(fail, "callback")', 'stack.enter_context(contextlib.suppress(KeyError))', 'stack.enter_context(Exit("raises", OSError("exit")))', 'stack.enter_context(renamed("r"))', 'inner = stack.enter_context(contextlib.ExitStack()); inner.callback(say, "inner callback")', 'stack.push(Exit("reraises", None))']);
  const enterAsync = () => r.pick(['await stack.enter_async_context(aquiet("a", LookupError))', 'await stack.enter_async_context(AsyncExit("async"))', 'await stack.enter_async_context(AsyncExit("atrue", True))', 'stack.push_async_callback(hop)', 'stack.push_async_exit(AsyncExit("apushed"))', 'await stack.enter_async_context(AsyncExit("araises", RuntimeError("aexit")))', `stack.push_async_callback(asyncio.sleep, ${d()})`, 'stack.push_async_callback(asyncio.wait_for, asyncio.sleep(1), 0.01)', 'await stack.enter_async_context(contextlib.aclosing(items()))', 'stack.push_async_callback(asyncio.current_task().cancel) if False else None', enter(), enter()]);
  const raise = () => r.pick(['raise ValueError("body")', 'raise KeyError("body")', 'raise IndexError("body")', 'pass', 'raise OSError("body") from ValueError("cause")', 'await asyncio.sleep(0.01)', 'raise asyncio.CancelledError("body")', 'asyncio.current_task().cancel("stacked"); await asyncio.sleep(0)', 'stack.close() if hasattr(stack, "close") else await stack.aclose()']);
  paste(`
    @contextlib.contextmanager
    def quiet(name, kind):
        try:
            yield name
        except kind as error:
            say("quiet", name, repr(error))
            ${r.pick(['pass', 'raise', 'raise TypeError(name)', 'return'])}
        finally:
            say("quiet ends", name)
    @contextlib.asynccontextmanager
    async def aquiet(name, kind):
        try:
            await hop()
            yield name
        except kind as error:
            say("aquiet", repr(error))
            ${r.pick(['pass', 'raise', 'await hop()', 'raise TypeError(name) from error'])}
    @contextlib.contextmanager
    def renamed(name):
        try:
            yield
        except Exception as error:
            raise RuntimeError(name) from error
    async def items():
        try:
            yield 1
        finally:
            say("items close")
    class Exit:
        def __init__(self, name, answer=False):
            self.name, self.answer = name, answer
        def __enter__(self):
            return self
        def __exit__(self, kind, error, trace):
            say("exit", self.name, repr(error), trace is None, chain(sys.exc_info()[1]))
            if self.answer is None and error is not None:
                raise error
            if isinstance(self.answer, Exception):
                raise self.answer
            return self.answer
    class AsyncExit(Exit):
        async def __aenter__(self):
            await hop()
            return self
        async def __aexit__(self, *error):
            await asyncio.sleep(${d()})
            return self.__exit__(*error)
    for turn in range(1):
        try:
            with contextlib.ExitStack() as stack:
                ${r.times(2 + r.below(4), enter).join('\n                ')}
                ${raise()}
            say("sync survived")
        except (Exception, asyncio.CancelledError) as error:
            say("sync", chain(error), places(error))
        try:
            async with contextlib.AsyncExitStack() as stack:
                ${r.times(2 + r.below(4), enterAsync).join('\n                ')}
                ${raise()}
            say("async survived")
        except (Exception, asyncio.CancelledError) as error:
            say("async", chain(error), places(error))
    ${r.pick(['pass', 'with contextlib.ExitStack() as stack:\n        stack.callback(say, "moved")\n        moved = stack.pop_all()\n    say("not yet")\n    moved.close()', 'try:\n        with contextlib.ExitStack() as stack:\n            stack.enter_context(3)\n    except (TypeError, AttributeError) as error:\n        say(type(error).__name__)', 'try:\n        with contextlib.nullcontext(5) as five, contextlib.suppress(ZeroDivisionError):\n            say(five / 0)\n        say("suppressed")\n    finally:\n        say("done")'])}`);
}
