# Context variables in tasks, copies of contexts as mappings, tokens, and what is refused.
import asyncio
import contextvars
from contextvars import Context, ContextVar, Token, copy_context

request = ContextVar("request")
depth = ContextVar("depth", default=0)


def attempt(function, *arguments, **named):
    try:
        return function(*arguments, **named)
    except Exception as error:
        text = str(error).split(" at 0x")[0]
        return f"{type(error).__name__}: {text}"


def nested(number):
    depth.set(depth.get() + number)
    return depth.get()


async def handle(number):
    token = request.set(f"request {number}")
    await asyncio.sleep(0.1 * number)
    before = token.old_value is Token.MISSING
    print(request.get(), before, token.var is request, depth.get())
    request.reset(token)
    print(request.get("none"), attempt(request.reset, token))


async def main():
    depth.set(3)
    await asyncio.gather(handle(2), handle(1))
    token = depth.set(4)
    print(token.old_value, token.var.name, repr(depth).split(" at 0x")[0], repr(token).split(" at 0x")[0][:40], attempt(depth.reset, 5), attempt(request.get), request.get("default"), attempt(ContextVar), attempt(ContextVar, 5))
    copied = copy_context()
    print(copied[depth], depth in copied, request in copied, copied.get(depth), copied.get(request), copied.get(request, "absent"), attempt(lambda: copied[request]), attempt(lambda: copied["depth"]), attempt(copied.get, "depth"), attempt(lambda: "depth" in copied))
    own = Context()
    print(len(own), list(own), own.run(nested, 5), len(own), [variable.name for variable in own], [variable.name for variable in own.keys()], list(own.values()), [(variable.name, value) for variable, value in own.items()], depth.get())
    twin = own.copy()
    print(twin.run(nested, 1), own[depth], twin[depth], own == twin, attempt(own.run, 5), attempt(lambda: own.run(own.run, nested, 1)))
    other = Context()
    print(attempt(other.run, depth.reset, token), attempt(request.reset, token))
    depth.reset(token)
    print(depth.get(), attempt(hash, own), isinstance(token, Token))
    task = asyncio.create_task(handle(3), context=own) if hasattr(asyncio, "TaskGroup") else asyncio.create_task(handle(3))
    await task
    print([variable.name for variable in own], own == own.copy(), own != Context(), own == 5)
    asyncio.get_running_loop().call_later(0.1, lambda: print("later", depth.get()))
    own.run(asyncio.get_running_loop().call_later, 0.2, lambda: print("later in own", depth.get()))
    await asyncio.sleep(0.5)
    if hasattr(token, "__enter__"):
        with depth.set(99) as inside:
            print(depth.get(), inside.old_value)
        print(depth.get())


asyncio.run(main())
