"""What asyncio.run() and Runner refuse, and what becomes of futures of threads whose tasks are cancelled."""
import asyncio


async def answer():
    return 42


def attempt(word, call):
    try:
        print(word, call())
    except Exception as error:
        print(word, type(error).__name__, error)


async def inside():
    made = answer()
    attempt("run in a loop", lambda: asyncio.run(made))
    made.close()
    attempt("new loop in a loop", lambda: asyncio.new_event_loop().run_until_complete(asyncio.sleep(0)))


async def from_thread():
    loop = asyncio.get_running_loop()
    future = asyncio.run_coroutine_threadsafe(asyncio.sleep(5, "late"), loop)
    await asyncio.sleep(0.01)
    print("cancel", future.cancel(), future.cancelled())
    await asyncio.sleep(0.01)
    print(sorted(task.get_name() for task in asyncio.all_tasks()))
    future = asyncio.run_coroutine_threadsafe(fails(), loop)
    await asyncio.sleep(0.01)
    print("exception", repr(future.exception()))
    wrapped = asyncio.wrap_future(future)
    try:
        await wrapped
    except LookupError as error:
        print("wrapped", repr(error))


async def fails():
    raise LookupError("nothing there")


async def callbacks():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print("handler", context["message"].split(" ")[:3], repr(context.get("exception"))))
    loop.call_soon(lambda: 1 / 0)
    future = loop.create_future()
    future.add_done_callback(lambda done: [][1])
    future.set_result(None)
    await asyncio.sleep(0)
    await asyncio.sleep(0)


attempt("not a coroutine", lambda: asyncio.run(5))
attempt("a list", lambda: asyncio.run([]))
asyncio.run(inside())
asyncio.run(from_thread())
asyncio.run(callbacks())
if hasattr(asyncio, "Runner"):
    with asyncio.Runner() as runner:
        print("loop", runner.get_loop() is runner.get_loop(), runner.get_loop().is_running())
        print(runner.run(answer()))
        attempt("not a coroutine", lambda: runner.run(5))
        runner.run(inside())
    attempt("closed", lambda: runner.get_loop())
    with asyncio.Runner(loop_factory=asyncio.new_event_loop) as runner:
        print("factory", runner.run(answer()))

    def fails_at_once():
        raise OSError("no loop")

    attempt("factory", lambda: asyncio.Runner(loop_factory=fails_at_once).get_loop())
