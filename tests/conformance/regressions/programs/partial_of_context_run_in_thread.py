# What asyncio.to_thread() does, written by hand: a functools.partial of context.run, in a worker that sleeps.
import asyncio
import contextvars
import functools
import time

request = contextvars.ContextVar("request", default="none")


def blocking(seconds, *, label="?"):
    print(label, "starts for", request.get())
    time.sleep(seconds)
    request.set("changed by " + label)
    print(label, "ends for", request.get())
    return label


async def in_thread(function, /, *args, **keywords):
    context = contextvars.copy_context()
    call = functools.partial(context.run, function, *args, **keywords)
    return await asyncio.get_running_loop().run_in_executor(None, call)


async def main():
    request.set("main")
    task = asyncio.create_task(in_thread(blocking, 2, label="first"))
    print("meanwhile")
    await asyncio.sleep(0)
    print(await task, request.get())
    nested = functools.partial(functools.partial(blocking, label="second"), 1)
    print(await asyncio.get_running_loop().run_in_executor(None, nested))

    class Own(functools.partial):
        def __call__(self, *args):
            return ("own", super().__call__(*args))

    print(await asyncio.get_running_loop().run_in_executor(None, Own(len), "abc"))


asyncio.run(main())
