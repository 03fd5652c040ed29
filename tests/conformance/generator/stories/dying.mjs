// dying.mjs — stories of objects whose end can be seen: __del__, weak references and finalizers, held by the frames of tasks.

/** @typedef {import('../stories.mjs').Story} Story */

/** What a task's frame holds, when the task ends, fails or is cancelled. @type {Story} */
export function held({ paste, r, d, minor }) {
  const failing = () => r.pick(['raise ValueError(name)', 'raise LookupError(name) from KeyError("cause")', 'return name', 'return kept', 'raise asyncio.CancelledError(name)', 'await asyncio.sleep(1)', 'await asyncio.sleep(0)', 'await deeper(kept)', 'await asyncio.wait_for(deeper(kept), 0.05)']);
  paste(`
    class Resource:
        def __init__(self, name):
            self.name = name
        def __del__(self):
            print("del", self.name)
    async def deeper(given):
        own = Resource(given.name + "-deeper")
        await asyncio.sleep(${d()})
        ${r.pick(['raise KeyError(given.name)', 'return given.name', 'del given; await asyncio.sleep(0)', 'own = Resource("again")'])}
    async def holder(name):
        kept = Resource(name)
        try:
            await asyncio.sleep(${d()})
            ${failing()}
        ${r.pick(['except KeyError as error:\n            say(name, "caught", repr(error))\n            ' + r.pick(['raise', 'pass', 'raise OSError(name)', 'kept = error']), 'finally:\n            say(name, "ends")', 'except ValueError:\n            kept = None\n            raise'])}
    async def fails(name):
        kept = Resource(name)
        await asyncio.sleep(0.02)
        ${failing()}
    made = [asyncio.create_task(holder("a")), asyncio.create_task(fails("b")), asyncio.create_task(holder("c"))]
    await asyncio.sleep(${d()})
    ${r.pick(['pass', 'made[0].cancel()', 'made[2].cancel("gone")', 'made.pop()', 'del made[0]'])}
    ${r.pick(['pass', 'results = await asyncio.gather(*made, return_exceptions=True)\n    say([type(one).__name__ for one in results])\n    del results', 'try:\n        await made[0]\n    except (Exception, asyncio.CancelledError) as error:\n        say(repr(error))', 'say([len(some) for some in await asyncio.wait(made, timeout=0.1)])', minor >= 11 ? 'try:\n        async with asyncio.TaskGroup() as group:\n            group.create_task(holder("g"))\n            group.create_task(fails("h"))\n    except* Exception as group:\n        say("group", len(group.exceptions))' : 'pass'])}
    say("before")
    made.clear()
    say("cleared")
    await asyncio.sleep(0.3)
    ${r.pick(['pass', 'last = Resource("last")', 'try:\n        await fails("direct")\n    except (Exception, asyncio.CancelledError) as error:\n        say(repr(error))\n        ' + r.pick(['error = None', 'del error', 'pass']) + '\n    say("after direct")'])}
    say("end of story")`);
}

/** Weak references to tasks' objects, and what is called at their end. @type {Story} */
export function remembered({ paste, r, d }) {
  const act = () => r.pick(['one = None', 'del two', 'registry.clear()', 'finalizer.detach()', 'finalizer()', `await asyncio.sleep(${d()})`, 'await asyncio.sleep(0)', 'say(finalizer.alive, weak() is None)', 'say(sorted(alive.keys()))', 'say(len(seen), weak() is one)', 'one = Thing("new"); weak = weakref.ref(one, gone)', 'task = asyncio.create_task(uses(one))', 'proxy_of()', 'say(weak() == weakref.ref(weak()) if weak() else None)']);
  paste(`
    import weakref
    class Thing:
        def __init__(self, name):
            self.name = name
            registry[name] = self
        def method(self):
            return self.name
    def gone(reference):
        print("gone", reference() is None)
    async def uses(thing):
        try:
            await asyncio.sleep(${d()})
            return thing.name if thing else None
        finally:
            print("used")
    def proxy_of():
        try:
            print(weakref.proxy(one).name, weakref.proxy(one).method())
        except (TypeError, ReferenceError) as error:
            print("proxy", type(error).__name__)
    registry = {}
    alive = weakref.WeakValueDictionary()
    seen = weakref.WeakSet()
    one, two = Thing("one"), Thing("two")
    ${r.pick(['registry.clear()', 'pass', 'registry.pop("one")'])}
    alive["one"], alive["two"] = one, two
    seen.add(one)
    weak = weakref.ref(one, gone)
    bound = weakref.WeakMethod(two.method)
    finalizer = weakref.finalize(one, print, "finalized", "one")
    ${r.pick(['finalizer.atexit = False', 'finalizer.atexit = False', 'weakref.finalize(two, print, "second").atexit = False'])}
    task = asyncio.create_task(uses(one))
    try:
        ${r.times(4 + r.below(5), act).join('\n        ')}
    except (NameError, TypeError) as error:
        say(repr(error))
    say(bound() and bound()(), weak() is None, finalizer.alive)
    ${r.pick(['await task', 'task.cancel()', 'task = None', 'pass'])}
    one = two = None
    registry.clear()
    await asyncio.sleep(0.2)
    task = None
    say(weak() is None, list(alive), len(seen), bound() is None, finalizer.alive, finalizer.peek() is None)
    finalizer.detach()`);
}

/** Objects that end within callbacks, queues, handles and futures. @type {Story} */
export function dropped({ paste, r, d }) {
  const drop = () => r.pick([
    'loop.call_soon(use, Marked("soon"))', `loop.call_later(${d()}, use, Marked("later"))`, 'loop.call_later(0.1, use, Marked("cancelled")).cancel()', 'queue.put_nowait(Marked("queued"))', 'say(queue.get_nowait().name)',
    'future.set_result(Marked("result"))', 'future.add_done_callback(functools.partial(used, Marked("partial")))', 'future = loop.create_future()', 'await asyncio.sleep(0)', `await asyncio.sleep(${d()}, Marked("slept"))`,
    'label.set(Marked("label"))', 'contextvars.copy_context().run(label.set, Marked("copied"))', 'await asyncio.gather(asyncio.sleep(0.01, Marked("gathered")), hop())', 'asyncio.create_task(asyncio.sleep(0.05, Marked("task")))', 'queue = asyncio.Queue()',
    'future.set_exception(Failed(Marked("failed")))', 'future.cancel()', 'say(type(await asyncio.wait_for(asyncio.sleep(0.01, Marked("waited")), 1)).__name__)', 'marks = [Marked("listed"), Marked("second")]; marks.reverse(); marks.clear()', 'pair = Marked("left"), Marked("right"); del pair', 'table = {"k": Marked("old")}; table["k"] = Marked("fresh")',
    'closure = (lambda kept: lambda: kept)(Marked("closed")); closure = None', 'generator = numbers(Marked("generator")); say(next(generator)); generator = None', 'agen = asyncs(Marked("agen")); say(await agen.__anext__()); agen = None', 'coro = uses(Marked("coroutine")); coro.close(); coro = None',
  ]);
  paste(`
    class Marked:
        def __init__(self, name):
            self.name = name
        def __del__(self):
            print("del", self.name)
    class Failed(Exception):
        pass
    def use(mark):
        say("use", mark.name)
    def used(mark, future):
        say("used", mark.name)
    def numbers(mark):
        try:
            yield 1
            yield mark.name
        finally:
            print("generator ends")
    async def asyncs(mark):
        try:
            yield 1
            yield mark.name
        finally:
            print("agen ends")
    async def uses(mark):
        await hop()
        return mark.name
    loop = asyncio.get_running_loop()
    queue = asyncio.Queue()
    future = loop.create_future()
    for drop in range(1):
        try:
            ${r.times(2 + r.below(3), drop).join('\n            ')}
        except (asyncio.QueueEmpty, asyncio.InvalidStateError) as error:
            say("error", type(error).__name__)
    say("one")
    try:
        ${r.times(2 + r.below(3), drop).join('\n        ')}
    except (asyncio.QueueEmpty, asyncio.InvalidStateError) as error:
        say("error", type(error).__name__)
    say("two")
    await asyncio.sleep(0.15)
    label.set("none")
    queue = None
    if future.done() and not future.cancelled():
        future.exception()
    future = None
    say("three")`);
}
