# graphlib: an order of jobs, what is ready, and cycles; then jobs that run as soon as what they need is done.
import asyncio
from graphlib import TopologicalSorter, CycleError
import graphlib
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e.args, isinstance(e, ValueError))
t(lambda: tuple(TopologicalSorter({"D": ["B", "C"], "C": ["A"], "B": ["A"]}).static_order()))
for g in [{1: [2], 2: [3], 3: [1]}, {1: [1]}, {1: [2, 3], 3: [4], 4: [3]}, {}, {"a": ()}, {1: [2, 2]}, {0: [1], 1: [2, 5], 2: [3], 3: [1], 5: [0]}]:
    t(lambda: list(TopologicalSorter(g).static_order()))
s = TopologicalSorter(); s.add("x", "y", "z"); s.add("y", "z"); s.add("q")
t(s.get_ready); t(s.is_active); t(lambda: s.done("z")); t(lambda: bool(s))
s.prepare(); t(s.prepare)
t(lambda: s.add("k"))
while s:
    r = s.get_ready(); print(r, s.get_ready())
    t(s.prepare)
    t(lambda: s.done("x")); t(lambda: s.done("nope"))
    for n in r: s.done(n)
    t(lambda: s.done(*r))
print(s.is_active(), bool(s))
t(lambda: TopologicalSorter[int]) if hasattr(TopologicalSorter, "__class_getitem__") else print("none")
c = TopologicalSorter({1: [2], 2: [1], 3: [4]}); t(c.prepare); print(c.get_ready())
print(TopologicalSorter.__module__, CycleError.__mro__)


async def main():
    s = TopologicalSorter({"serve": {"build"}, "build": {"fetch", "configure"}, "report": {"fetch"}})
    s.prepare()
    done = asyncio.Queue()

    async def work(name, delay):
        await asyncio.sleep(delay)
        print(name, round(asyncio.get_running_loop().time(), 2))
        done.put_nowait(name)

    tasks = []
    while s.is_active():
        for name in sorted(s.get_ready()):
            tasks.append(asyncio.create_task(work(name, len(name) / 10)))
        s.done(await done.get())


asyncio.run(main())
