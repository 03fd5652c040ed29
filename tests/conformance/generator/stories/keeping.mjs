// keeping.mjs — stories of how long asyncio keeps what it was given: contexts in timers and callbacks, results, generators half-way.

/** @typedef {import('../stories.mjs').Story} Story */

/** Values that live only in a context, which timers, callbacks and tasks have copies of. @type {Story} */
export function keptByContexts({ paste, r, d, minor }) {
  const waits = () => r.pick([`await asyncio.sleep(${d()})`, `await asyncio.wait_for(asyncio.sleep(${d()}), ${r.pick(['0.02', '0.3', '2'])})`, `await asyncio.wait_for(quiet(${d()}), ${r.pick(['0.02', '0.3'])})`, 'await asyncio.shield(asyncio.sleep(0.1))', 'await asyncio.gather(quiet(0.05), asyncio.sleep(0.1))', 'await asyncio.wait([asyncio.create_task(quiet(0.05))], timeout=0.02)', 'for one in asyncio.as_completed([quiet(0.02), quiet(0.05)], timeout=1): await one', 'loop.call_later(0.15, print, "timer")', 'loop.call_later(0.3, print, "never").cancel()', 'loop.call_soon(set_in_callback, name)', 'future.add_done_callback(lambda done: print("done", label.get()))', 'children.append(asyncio.create_task(quiet(0.25)))', 'children.append(asyncio.shield(asyncio.create_task(quiet(0.2))))', 'children.append(asyncio.gather(quiet(0.2), quiet(0.1)))', 'label.set(Mark(name + " again"))', 'label.set("plain")', 'label.reset(token)', 'async for item in numbers(): break', ...(minor >= 11 ? ['async with asyncio.timeout(0.2): await asyncio.sleep(0.01)', 'async with asyncio.timeout(0.1) as limit: limit.reschedule(loop.time() + 0.3)', 'async with asyncio.TaskGroup() as group: group.create_task(quiet(0.05))', 'children.append(asyncio.create_task(quiet(0.1), context=contextvars.copy_context()))', 'children.append(asyncio.create_task(sets(name + " shared"), context=shared))'] : [])]);
  paste(`
    class Mark:
        def __init__(self, name):
            self.name = name
        def __repr__(self):
            return self.name
        def __del__(self):
            print("del", self.name)
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    children = []
    shared = contextvars.copy_context()
    async def quiet(delay):
        await asyncio.sleep(delay)
    async def sets(name):
        label.set(Mark(name))
        ${waits()}
    async def numbers():
        try:
            for number in range(3):
                yield number
                await asyncio.sleep(0)
        finally:
            say("numbers", label.get())
    def set_in_callback(name):
        label.set(Mark(name + " in callback"))
    async def holder(name):
        token = label.set(Mark(name))
        try:
            ${waits()}
            ${waits()}
            say(name, label.get())
            ${waits()}
        except (ValueError, RuntimeError, asyncio.TimeoutError${r.chance(0.4) ? ', asyncio.CancelledError' : ''}) as error:
            say(name, repr(error).split("<")[0])
            ${r.pick(['pass', 'label.set("caught")', 'await asyncio.sleep(0)', 'label.set("caught"); await asyncio.sleep(0.01)'])}
    holders = [asyncio.create_task(holder(name)) for name in "ab"]
    await asyncio.sleep(${d()})
    ${r.pick(['pass', 'holders[0].cancel()', 'holders.pop().cancel()', 'for one in holders: one.cancel()'])}
    ${r.pick(['await asyncio.wait(holders)', 'await asyncio.gather(*holders, return_exceptions=True)', 'await asyncio.sleep(0.3)', 'del holders\n    await asyncio.sleep(0.1)\n    holders = []'])}
    say("before")
    holders.clear()
    say("cleared")
    resolve(future, 1)
    await asyncio.sleep(${r.pick(['0', '0.05', '0.15'])})
    del future
    say("waited")
    ${r.pick(['children.clear()', 'await asyncio.gather(*children, return_exceptions=True)', 'for child in children: child.cancel()'])}
    await asyncio.sleep(0.4)
    children.clear()
    say("end of story", label.get())`);
}

/** What futures, tasks and queues hold, until somebody takes it. @type {Story} */
export function keptByResults({ paste, r, d, minor }) {
  const act = () => r.pick(['await asyncio.sleep(0)', 'await asyncio.sleep(0.02)', 'one = await made[0]', 'made.pop(0)', 'made.clear()', 'queue.put_nowait(Mark("queued"))', 'queue.get_nowait()', 'await asyncio.wait_for(queue.get(), 0.05)', 'getter = asyncio.create_task(queue.get()); await asyncio.sleep(0); getter.cancel(); del getter', 'got = await asyncio.gather(gives("g1"), gives("g2"))', 'got = None', 'done, pending = await asyncio.wait([asyncio.create_task(gives("w"))]); del done, pending', 'event_loop.call_soon(print, Mark("argument"))', 'handle = event_loop.call_later(0.05, print, Mark("timed"))', 'handle.cancel()', 'handle = None', 'future.set_result(Mark("result"))', 'say(await future)', 'future = event_loop.create_future()', 'say(await asyncio.wait_for(gives("limited"), 0.1))', 'say(await asyncio.shield(gives("shielded")))', 'async for item in stream(): say(item)', 'async for item in stream(): break', 'agen = stream(); say(await agen.__anext__())', 'await agen.aclose()', 'agen = None', 'say(await anext(stream(), None))', 'made.append(asyncio.create_task(gives("late")))', ...(minor >= 11 ? ['async with asyncio.TaskGroup() as group: say(await group.create_task(gives("grouped")))'] : []), ...(minor >= 13 ? ['async for done in asyncio.as_completed([gives("c1"), gives("c2")]): say(done.result())', 'queue.shutdown(immediate=True)'] : [])]);
  paste(`
    class Mark:
        def __init__(self, name):
            self.name = name
        def __repr__(self):
            return self.name
        def __del__(self):
            print("del", self.name)
    event_loop = asyncio.get_running_loop()
    queue = asyncio.Queue()
    future = event_loop.create_future()
    handle = agen = got = one = item = None
    async def gives(name):
        await asyncio.sleep(${d()})
        ${r.pick(['pass', 'pass', 'if name == "late": raise KeyError(Mark("in error"))'])}
        return Mark(name)
    async def stream():
        for number in range(2):
            own = Mark(f"item {number}")
            yield own
            ${r.pick(['pass', 'await asyncio.sleep(0)', 'del own', 'own = None; await asyncio.sleep(0.01)'])}
    made = [asyncio.create_task(gives("first")), asyncio.create_task(gives("second"))]
    for turn in range(2):
        try:
            ${r.times(3 + r.below(4), act).join('\n            ')}
        except Exception as error:
            say(type(error).__name__)
        say("turn", turn)
    ${r.pick(['made.clear()', 'await asyncio.gather(*made, return_exceptions=True)', 'made[-1:] = []'])}
    say("before the end")
    handle = agen = got = one = item = done = None
    await asyncio.sleep(0.3)`);
}
