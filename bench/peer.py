"""Runs one program under this CPython on a virtual clock, and prints what each run took, one line of JSON a run.

    python3 peer.py PROGRAM.py ROUNDS      see bench.mjs, which calls it

The clock costs as little as it can: no selector, no trace. An idle loop jumps to its next deadline.
"""
import asyncio
import json
import resource
import sys
import time


class VirtualLoop(asyncio.BaseEventLoop):
    def __init__(self):
        super().__init__()
        self._selector = self
        self._clock_resolution = 1e-9
        self._now = 0.0

    def time(self):
        return self._now

    def select(self, timeout):
        if timeout:
            self._now += timeout
        return ()

    def _process_events(self, events):
        pass


class VirtualPolicy(asyncio.DefaultEventLoopPolicy):
    def new_event_loop(self):
        return VirtualLoop()


def main(path, rounds):
    with open(path, encoding="utf-8") as file:
        source = file.read()
    asyncio.set_event_loop_policy(VirtualPolicy())
    for _ in range(rounds):
        start = time.process_time()
        exec(compile(source, path, "exec"), {"__name__": "__main__"})
        seconds = time.process_time() - start
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
        print(json.dumps({"seconds": seconds, "memory": memory}), flush=True)


main(sys.argv[1], int(sys.argv[2]))
