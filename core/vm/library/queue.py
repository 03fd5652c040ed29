"""Queues between threads."""
import heapq as _heapq
import sys as _sys
import threading as _threading
from collections import deque as _deque
from time import monotonic as _monotonic


class Empty(Exception):
    pass


class Full(Exception):
    pass


Empty.__module__ = '_queue'
_HAS_SHUTDOWN = _sys.version_info >= (3, 13)
if _HAS_SHUTDOWN:
    class ShutDown(Exception):
        pass


class Queue:
    __class_getitem__ = classmethod(type(list[int]))

    def __init__(self, maxsize=0):
        self.maxsize = maxsize
        self._init(maxsize)
        self.mutex = _threading.Lock()
        self.not_empty = _threading.Condition(self.mutex)
        self.not_full = _threading.Condition(self.mutex)
        self.all_tasks_done = _threading.Condition(self.mutex)
        self.unfinished_tasks = 0
        self.is_shutdown = False

    def _init(self, maxsize):
        self.queue = _deque()

    def _qsize(self):
        return len(self.queue)

    def _put(self, item):
        self.queue.append(item)

    def _get(self):
        return self.queue.popleft()

    def _check_open(self):
        if self.is_shutdown:
            raise ShutDown

    def _wait(self, condition, is_ready, block, timeout, failure):
        """Until is_ready(), as put() and get() have it; `failure` where it may not wait, or not that long."""
        if not block:
            if not is_ready():
                raise failure
            return
        if timeout is not None and timeout < 0:
            raise ValueError("'timeout' must be a non-negative number")
        end = None if timeout is None else _monotonic() + timeout
        while not is_ready():
            left = None if end is None else end - _monotonic()
            if left is not None and left <= 0:
                raise failure
            condition.wait(left)

    def put(self, item, block=True, timeout=None):
        def has_room():
            self._check_open()
            return self._qsize() < self.maxsize

        with self.not_full:
            self._check_open()
            if self.maxsize > 0:
                self._wait(self.not_full, has_room, block, timeout, Full)
            self._put(item)
            self.unfinished_tasks += 1
            self.not_empty.notify()

    def get(self, block=True, timeout=None):
        def has_item():
            if self._qsize() == 0:
                self._check_open()
            return self._qsize() > 0

        with self.not_empty:
            self._wait(self.not_empty, has_item, block, timeout, Empty)
            item = self._get()
            self.not_full.notify()
            return item

    def put_nowait(self, item):
        return self.put(item, block=False)

    def get_nowait(self):
        return self.get(block=False)

    def task_done(self):
        with self.all_tasks_done:
            if self.unfinished_tasks <= 0:
                raise ValueError('task_done() called too many times')
            self.unfinished_tasks -= 1
            if self.unfinished_tasks == 0:
                self.all_tasks_done.notify_all()

    def join(self):
        with self.all_tasks_done:
            while self.unfinished_tasks:
                self.all_tasks_done.wait()

    def qsize(self):
        with self.mutex:
            return self._qsize()

    def empty(self):
        return self.qsize() == 0

    def full(self):
        return 0 < self.maxsize <= self.qsize()

    if _HAS_SHUTDOWN:
        def shutdown(self, immediate=False):
            with self.mutex:
                self.is_shutdown = True
                if immediate:
                    while self._qsize():
                        self._get()
                        if self.unfinished_tasks > 0:
                            self.unfinished_tasks -= 1
                    self.all_tasks_done.notify_all()
                self.not_empty.notify_all()
                self.not_full.notify_all()


class PriorityQueue(Queue):
    def _init(self, maxsize):
        self.queue = []

    def _put(self, item):
        _heapq.heappush(self.queue, item)

    def _get(self):
        return _heapq.heappop(self.queue)


class LifoQueue(Queue):
    def _init(self, maxsize):
        self.queue = []

    def _get(self):
        return self.queue.pop()


class SimpleQueue:
    __class_getitem__ = classmethod(type(list[int]))

    def __init__(self):
        self._queue = Queue()

    def put(self, item, block=True, timeout=None):
        self._queue.put(item)

    def put_nowait(self, item):
        self._queue.put(item)

    def get(self, block=True, timeout=None):
        return self._queue.get(block, timeout)

    def get_nowait(self):
        return self._queue.get(block=False)

    def empty(self):
        return self._queue.empty()

    def qsize(self):
        return self._queue.qsize()


SimpleQueue.__module__ = '_queue'
