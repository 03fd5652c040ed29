// exiting.mjs — stories of what ends a program from within: KeyboardInterrupt, SystemExit and the like, in tasks, callbacks and groups.

/** @typedef {import('../stories.mjs').Story} Story */

/** Raised somewhere, caught at some level or not at all. @type {Story} */
export function interrupted({ paste, r, d, minor }) {
  const error = r.pick(['KeyboardInterrupt("stop")', 'SystemExit(3)', 'Quit("quit")', 'KeyboardInterrupt', 'GeneratorExit("g")', 'Quit']);
  const place = r.pick([
    'await strikes()', 'await asyncio.create_task(strikes())', 'await asyncio.gather(strikes(), bystander("g"))', 'await asyncio.wait_for(strikes(), 1)', 'await asyncio.shield(strikes())', 'await asyncio.wait([asyncio.create_task(strikes())])',
    'loop.call_soon(strike)\n            await asyncio.sleep(0.3)', 'loop.call_later(0.02, strike)\n            await asyncio.sleep(0.3)', 'made[0].add_done_callback(strike)\n            await asyncio.sleep(0.5)', 'async with Manager():\n                pass', 'async for item in generates():\n                say(item)',
    'await asyncio.gather(strikes(), strikes(), return_exceptions=True)', 'for one in asyncio.as_completed([strikes(), hop()]):\n                await one',
    ...(minor >= 11 ? ['async with asyncio.TaskGroup() as group:\n                group.create_task(strikes())\n                group.create_task(bystander("member"))', 'async with asyncio.TaskGroup() as group:\n                group.create_task(bystander("member"))\n                await strikes()', 'async with asyncio.timeout(0.5):\n                await asyncio.create_task(strikes())', 'async with asyncio.TaskGroup() as outer:\n                async with asyncio.TaskGroup() as group:\n                    group.create_task(strikes())\n                    outer.create_task(bystander("outer"))'] : []),
  ]);
  paste(`
    class Quit(BaseException):
        pass
    loop = asyncio.get_running_loop()
    async def strikes():
        try:
            await asyncio.sleep(${d()})
            raise ${error}
        finally:
            say("struck")
            ${r.pick(['pass', 'await asyncio.sleep(0)', 'await asyncio.sleep(0.05)'])}
    def strike(*args):
        say("strike")
        raise ${error}
    async def bystander(name):
        try:
            await asyncio.sleep(${r.pick(['0.4', '0.1', '2'])})
            say(name, "lives")
        except asyncio.CancelledError as error:
            say(name, "cancelled", error.args)
            ${r.pick(['raise', 'pass', 'await asyncio.sleep(0.05)', 'raise ValueError(name)'])}
        finally:
            say(name, "ends")
    class Manager:
        async def __aenter__(self):
            return self
        async def __aexit__(self, *error):
            await strikes()
    async def generates():
        yield 1
        await strikes()
        yield 2
    made = [asyncio.create_task(bystander("a"), name="a"), asyncio.create_task(bystander("b"), name="b")]
    tasks.extend(made)
    try:
        try:
            ${place}
        except ${r.pick(['Exception', 'asyncio.CancelledError', 'BaseException', 'Quit', 'ValueError'])} as error:
            say("caught", chain(error))
            ${r.pick(['raise', 'pass', 'raise RuntimeError("instead")', 'raise'])}
        finally:
            say("finally", [one.done() for one in made])
            ${r.pick(['pass', 'await asyncio.sleep(0.1)', 'made[0].cancel()'])}
    ${r.pick(['except KeyError:\n        say("never")', 'except (KeyboardInterrupt, Quit) as error:\n        say("outer", chain(error))', 'finally:\n        say("left")'])}
    say("survived")`);
}

/** What is left when main ends, and how it takes its cancellation. @type {Story} */
export function leftovers({ paste, r, d, minor }) {
  const answer = () => r.pick(['raise', 'pass', 'raise ValueError(name)', 'await asyncio.sleep(0.1)', 'tasks.append(asyncio.create_task(late(name)))', 'return name', 'raise KeyboardInterrupt(name)', 'asyncio.get_running_loop().call_soon(say, "last words")', 'raise SystemExit(name)', 'await late(name)', 'await asyncio.gather(late(name), hop())']);
  paste(`
    async def late(name):
        try:
            await asyncio.sleep(0.05)
            say(name, "late")
        finally:
            say(name, "late ends")
    async def stays(name):
        try:
            await ${r.pick(['asyncio.sleep(5)', 'asyncio.get_running_loop().create_future()', 'asyncio.Event().wait()', 'asyncio.shield(asyncio.sleep(5))', 'asyncio.Queue().get()', 'asyncio.gather(asyncio.sleep(5), late(name + "-inner"), asyncio.sleep(6))'])}
        except asyncio.CancelledError as error:
            say(name, "told", error.args)
            ${answer()}
        finally:
            say(name, "ends")
            ${r.pick(['pass', 'await asyncio.sleep(0)', answer()])}
    async def stream(name):
        try:
            while True:
                yield name
                await asyncio.sleep(0.01)
        finally:
            say(name, "stream ends")
            ${r.pick(['pass', 'await asyncio.sleep(0.01)', 'raise LookupError(name)'])}
    async def follows(name):
        async for item in ${r.pick(['stream(name)', '(one async for one in stream(name))'])}:
            if len(item) > 9: break
            await asyncio.sleep(${r.pick(['0.1', '3'])})
    tasks.extend(asyncio.create_task(stays(name), name=name) for name in "uvw"[:${1 + r.below(3)}])
    tasks.append(asyncio.create_task(follows("f")))
    open_ended = stream("open")
    say(await anext(open_ended))
    ${r.pick(['tasks.append(open_ended)', 'pass', 'asyncio.get_running_loop().call_later(0.01, tasks.append, open_ended)'])}
    asyncio.get_running_loop().call_later(${d()}, say, "timer")
    ${r.pick([`await asyncio.sleep(${d()})`, 'pass', 'await asyncio.sleep(0)'])}
    ${r.pick(['pass', 'await asyncio.get_running_loop().shutdown_asyncgens()', 'tasks[0].cancel("first")', 'asyncio.get_running_loop().stop()', 'asyncio.current_task().cancel("self")', minor >= 11 ? 'asyncio.current_task().cancel(); asyncio.current_task().uncancel()' : 'pass', 'asyncio.get_running_loop().set_exception_handler(lambda loop, context: print("handler", context["message"].split(" <")[0], repr(context.get("exception"))))'])}
    say("main leaves")`);
}
