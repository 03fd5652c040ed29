// working.mjs — stories of worker threads: several pools, contexts, calls from threads to the loop, concurrent futures.

/** @typedef {import('../stories.mjs').Story} Story */

/** @type {Story} */
export function pools({ paste, r, d }) {
  paste(`
    def compute(name, seconds):
        print("compute", name, threading.current_thread().name)
        time.sleep(seconds)
        if name == ${r.below(5)}:
            raise ${r.pick(['ValueError(name)', 'KeyError(name)', 'RuntimeError("worker")', 'SystemExit(name)'].slice(0, 3))}
        return name
    loop = asyncio.get_running_loop()
    with concurrent.futures.ThreadPoolExecutor(${r.pick(['1', '2', 'max_workers=3'])}) as one, concurrent.futures.ThreadPoolExecutor(2, ${r.pick(['"two"', 'thread_name_prefix="pool"'])}) as two:
        jobs = [loop.run_in_executor(pool, compute, number, ${r.pick(['0.1', '0.05 * number', '0'])}) for number, pool in enumerate([one, two, one, None, two])]
        ${r.pick(['pass', `await asyncio.sleep(${d()})`, 'await asyncio.sleep(0)'])}
        say(jobs[${r.below(5)}].cancel(), [job.done() for job in jobs])
        ${r.pick(['say(await asyncio.gather(*jobs, return_exceptions=True))', 'done, pending = await asyncio.wait(jobs, return_when=asyncio.FIRST_COMPLETED)\n        say(len(done) > 0)', 'for job in asyncio.as_completed(jobs[:1]):\n            say(await job)', 'try:\n            say(await asyncio.wait_for(asyncio.gather(*jobs), 0.12))\n        except (Exception, asyncio.CancelledError) as error:\n            say(chain(error))'])}
    say([job.cancelled() or repr(job.exception()) if job.done() else "pending" for job in jobs])
    try:
        ${r.pick(['await loop.run_in_executor(one, compute, 1, 0)', 'say(await asyncio.to_thread(compute, 9, 0.1))', 'one.submit(compute, 1, 0)', 'await loop.run_in_executor(None, functools.partial(compute, 8, seconds=0.1))', 'await loop.run_in_executor(None, hop)'])}
    except RuntimeError as error:
        say(error)
    ${r.pick(['pass', 'say(await asyncio.to_thread(compute, 7, 0))'])}`);
}

/** Contexts, arguments and results of to_thread. @type {Story} */
export function carried({ paste, r, d }) {
  paste(`
    def blocking(what, *rest, seconds=0.1, **options):
        before = label.get()
        label.set(f"{what} in thread")
        time.sleep(seconds)
        print("blocking", before, label.get(), rest, options)
        if what == ${r.pick(['"b"', '"z"', '"a"'])}:
            raise ${r.pick(['StopIteration(what)', 'LookupError(what)', 'asyncio.CancelledError(what)', 'ValueError'])}
        return what, threading.current_thread().name
    label.set("before")
    for name in "ab":
        try:
            say(await asyncio.to_thread(blocking, name, 1, seconds=${r.pick(['0.1', '0', '0.2'])}, key="k"), label.get())
        except BaseException as error:
            say(chain(error))
    say(await asyncio.gather(*[asyncio.to_thread(blocking, letter, seconds=${r.pick(['0.1', '0.05'])}) for letter in "cde"]))
    task = asyncio.create_task(asyncio.to_thread(blocking, "cancelled", seconds=0.3), name="in thread")
    await asyncio.sleep(${d()})
    say(task.cancel("thread"))
    try:
        await task
    except asyncio.CancelledError as error:
        say(chain(error))
    say(await asyncio.get_running_loop().run_in_executor(None, contextvars.copy_context().run, blocking, "run"), label.get())
    ${r.pick(['await asyncio.sleep(0.4)', 'pass', 'time.sleep(0.1)'])}`);
}

/** From threads to the loop. @type {Story} */
export function calledBack({ paste, r, d }) {
  paste(`
    loop = asyncio.get_running_loop()
    queue = asyncio.Queue()
    event = asyncio.Event()
    def note(what):
        say("note", what, threading.current_thread() is threading.main_thread())
    async def asked(value):
        await asyncio.sleep(${d()})
        if value == ${r.below(4)}:
            raise ${r.pick(['ValueError(value)', 'KeyError(value)', 'asyncio.CancelledError(value)'])}
        return value * 10
    def worker(name):
        for number in range(2):
            time.sleep(${r.pick(['0.1', '0.05', '0'])})
            loop.call_soon_threadsafe(queue.put_nowait, (name, number))
            ${r.pick(['loop.call_soon_threadsafe(note, name)', 'pass'])}
        future = asyncio.run_coroutine_threadsafe(asked(name), loop)
        future.add_done_callback(lambda future: print("answered", future.cancelled() or future.exception() or future.result()))
        time.sleep(${r.pick(['0.1', '0.3', '0'])})
        print("asked", future.done(), ${r.pick(['future.cancel()', 'future.running()', 'future.done() and not future.cancelled() and repr(future.exception())'])})
        loop.call_soon_threadsafe(event.set)
        return name
    jobs = [asyncio.create_task(asyncio.to_thread(worker, name)) for name in range(${1 + r.below(3)})]
    for turn in range(2 * len(jobs)):
        say("got", await queue.get())
    try:
        await asyncio.wait_for(event.wait(), 0.7)
    except asyncio.TimeoutError as error:
        say(chain(error))
    say(await asyncio.gather(*jobs, return_exceptions=True), queue.qsize())
    lock = threading.Lock()
    counts = []
    def counted(number):
        time.sleep(0.02)
        with lock:
            counts.append(number)
        return len(counts)
    say(await asyncio.gather(*[asyncio.to_thread(counted, number) for number in range(3)]), counts)`);
}

/** Futures of a pool, looked at from the loop; nobody blocks, as the reference runner's clock asks. @type {Story} */
export function waitedFor({ paste, r, d }) {
  paste(`
    def job(number):
        time.sleep(${r.pick(['0.1 * number', '0.1', '0.3 - 0.1 * number'])})
        if number == ${r.below(5)}:
            raise ValueError(number)
        return number * number
    def show(future):
        print("done", future.cancelled() or repr(future.exception()), future.running())
    pool = concurrent.futures.ThreadPoolExecutor(${r.pick(['1', '2', '3'])}, "jobs")
    futures = [pool.submit(job, number) for number in range(3)]
    futures[${r.below(3)}].add_done_callback(show)
    ${r.pick(['pass', 'say(futures[-1].cancel(), futures[-1].cancelled())', 'futures[1].add_done_callback(lambda future: print(threading.current_thread().name))'])}
    wrapped = asyncio.wrap_future(futures[${r.below(3)}])
    await asyncio.sleep(${d()})
    ${r.pick(['pass', 'say(wrapped.cancel())', 'pool.shutdown(wait=False)', 'pool.shutdown(wait=False, cancel_futures=True)'])}
    try:
        say(await ${r.pick(['wrapped', 'asyncio.wait_for(wrapped, 0.1)', 'asyncio.shield(wrapped)'])})
    except (ValueError, asyncio.TimeoutError, asyncio.CancelledError) as error:
        say(chain(error))
    await asyncio.sleep(0.5)
    say([future.done() for future in futures], [future.cancelled() for future in futures], wrapped.done())
    for future in futures:
        if future.done():
            future.add_done_callback(show)
            say(future.cancelled() or future.exception() or future.result(), future.cancel())
    pool.shutdown(wait=${r.pick(['True', 'False'])})
    try:
        ${r.pick(['pool.submit(job, 1)', 'say(futures[0].result(0))', 'futures[1].set_result(3)'])}
    except (RuntimeError, ValueError, concurrent.futures.CancelledError, concurrent.futures.TimeoutError, concurrent.futures.InvalidStateError) as error:
        say(type(error).__name__, str(error).split(" at 0x")[0])`);
}
