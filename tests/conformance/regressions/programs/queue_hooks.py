# Regression: a class that says how a queue keeps its items (_init, _put, _get) was not asked.
import asyncio
import heapq


class UniqueQueue(asyncio.Queue):
    def _init(self, maxsize):
        print('init', maxsize)
        self._queue = {}

    def _put(self, item):
        self._queue[item] = None

    def _get(self):
        return self._queue.popitem()[0]


class LoudQueue(asyncio.Queue):
    def __init__(self, name, maxsize=0):
        super().__init__(maxsize)
        self.name = name

    def _put(self, item):
        print(self.name, 'takes', item)
        super()._put(item)


class ReversedQueue(asyncio.PriorityQueue):
    def _put(self, item):
        heapq.heappush(self._queue, -item)

    def _get(self):
        return -super()._get()


async def main():
    unique = UniqueQueue(5)
    for item in ('a', 'b', 'a'):
        await unique.put(item)
    print(unique.qsize(), await unique.get(), await unique.get(), unique.empty())

    loud = LoudQueue('loud', 1)
    getter = asyncio.create_task(loud.get())
    await asyncio.sleep(0)
    loud.put_nowait(1)
    print(loud.full(), await getter)

    reversed_queue = ReversedQueue()
    for item in (2, 3, 1):
        reversed_queue.put_nowait(item)
    print([reversed_queue.get_nowait() for _ in range(3)])


asyncio.run(main())
