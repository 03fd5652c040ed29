"""A task factory gets the context that create_task() was given, as a keyword, since 3.11.

Here it did not, and the task ran in a copy of the current context.
"""
import asyncio
import contextvars
import sys

label = contextvars.ContextVar("label", default="none")
OPTIONS = {"context": True} if sys.version_info >= (3, 11) else {}


async def child(name):
    print(name, label.get(), asyncio.current_task().get_name() == "own")


async def main():
    loop = asyncio.get_running_loop()

    def factory(loop, coro, **options):
        print(sorted(options))
        return asyncio.Task(coro, loop=loop, **options)

    def plain(loop, coro):
        return asyncio.Task(coro, loop=loop)

    loop.set_task_factory(factory)
    label.set("outer")
    context = contextvars.copy_context()
    context.run(label.set, "kept")
    given = {name: context for name in OPTIONS}
    await asyncio.create_task(child("a"), **given)
    await asyncio.create_task(child("b"), name="own", **given)
    await loop.create_task(child("c"), name="own")
    await asyncio.gather(child("d"))
    if sys.version_info >= (3, 11):
        async with asyncio.TaskGroup() as group:
            group.create_task(child("e"), name="own", **given)
    loop.set_task_factory(plain)
    for options in {}, {"name": "own"}, given:
        coro = child("f")
        try:
            await loop.create_task(coro, **options)
        except TypeError as error:
            print(error)
            coro.close()


asyncio.run(main())
