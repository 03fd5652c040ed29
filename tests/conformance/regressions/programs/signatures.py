# Regression: inspect.signature, and the entries of a traceback, were refused.
import asyncio
import functools
import inspect
import traceback
from typing import Optional


class Job:
    def __init__(self, name: str, *, retries=3):
        self.name = name

    async def run(self, times: int = 1, *args: int, key: Optional[str] = None, **options) -> 'Job':
        return 1 / (times - 1)

    def __call__(self, x, /, y):
        pass


@functools.wraps(Job.run)
async def wrapped(*args, **kwargs):
    pass


def plain(a, b=2, /, c=[], *, d, e='x'): ...


async def main():
    job = Job('first')
    for function in (plain, Job, Job.run, job.run, job, wrapped, lambda: 0, lambda *a, **k: 0):
        print(inspect.signature(function))
    signature = inspect.signature(plain)
    for parameter in signature.parameters.values():
        print(repr(parameter), parameter.kind, parameter.kind.description, parameter.default is inspect.Parameter.empty)
    bound = signature.bind(1, d=4)
    print(bound.arguments, bound.args, bound.kwargs)
    bound.apply_defaults()
    print(bound, bound.args, bound.kwargs)
    for args, kwargs in (((), {}), ((1,), {}), ((1, 2, 3, 4), {'d': 1}), ((1,), {'d': 1, 'z': 2}), ((1, 2, 3), {'c': 1, 'd': 2})):
        try:
            signature.bind(*args, **kwargs)
        except TypeError as error:
            print(error)
    try:
        await job.run()
    except ZeroDivisionError as error:
        for entry in traceback.extract_tb(error.__traceback__):
            print(entry.name, entry.lineno, entry.line, entry[2], len(entry))
        filename, lineno, name, line = traceback.extract_tb(error.__traceback__)[-1]
        print(lineno, name, line, [frame.f_code.co_name for frame, _ in traceback.walk_tb(error.__traceback__)])
        print(''.join(traceback.format_list(traceback.extract_tb(error.__traceback__))))


asyncio.run(main())
