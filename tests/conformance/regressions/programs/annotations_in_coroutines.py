# Functions that a coroutine or a generator makes looked for the names of their annotations in the coroutine itself, up to
# 3.11: "'coroutine' object is not subscriptable".
import asyncio
import typing
from dataclasses import dataclass, field
from typing import AsyncIterator


@dataclass
class Job:
    name: str
    parts: typing.List[int] = field(default_factory=list)


async def main(limit: int = 3) -> None:
    def report(task: asyncio.Task) -> None:
        print("done", task.result())

    async def run(job: Job, *rest: str, **options: typing.Any) -> typing.Optional[str]:
        await asyncio.sleep(0.01)
        return job.name.join(rest)

    async def numbers(upto: int) -> AsyncIterator[int]:
        def double(n: int) -> int:
            return 2 * n
        for n in range(upto):
            yield double(n)

    class Local:
        known: Job = None
        ids: typing.List[int] = []

        def get(self, key: Job) -> "Local":
            return self

    task = asyncio.create_task(run(Job("-"), "a", "b"))
    task.add_done_callback(report)
    await task
    print([n async for n in numbers(limit)], Local().get(None).ids)


def steps(upto):
    def shown(n: int, by: Job = None) -> str:
        return str(n)
    for n in range(upto):
        yield shown(n)


asyncio.run(main())
print(list(steps(3)))
