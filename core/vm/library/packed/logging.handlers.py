"""QueueHandler, which puts records into a queue, and QueueListener, a thread that takes them out."""
import copy as _copy
import sys as _sys
from logging import Handler as _Handler
from queue import Empty as _Empty
from threading import Thread as _Thread

_VERSION = _sys.version_info[:2]


class QueueHandler(_Handler):
    def __init__(self, queue):
        super().__init__()
        self.queue = queue
        if _VERSION >= (3, 12):
            self.listener = None

    def enqueue(self, record):
        self.queue.put_nowait(record)

    def prepare(self, record):
        """A copy whose message is formatted already, with the text of its exception."""
        message = self.format(record)
        record = _copy.copy(record)
        record.message = record.msg = message
        record.args = record.exc_info = record.exc_text = None
        if _VERSION >= (3, 11):
            record.stack_info = None
        return record

    def emit(self, record):
        try:
            self.enqueue(self.prepare(record))
        except Exception:
            self.handleError(record)


class QueueListener:
    _sentinel = None

    def __init__(self, queue, *handlers, respect_handler_level=False):
        self.queue, self.handlers, self.respect_handler_level = queue, handlers, respect_handler_level
        self._thread = None

    if _VERSION >= (3, 14):
        def __enter__(self):
            self.start()
            return self

        def __exit__(self, *exc_info):
            self.stop()

    def dequeue(self, block):
        return self.queue.get(block)

    def prepare(self, record):
        return record

    def handle(self, record):
        record = self.prepare(record)
        for handler in self.handlers:
            if not self.respect_handler_level or record.levelno >= handler.level:
                handler.handle(record)

    def start(self):
        if _VERSION >= (3, 14) and self._thread is not None:
            raise RuntimeError('Listener already started')
        self._thread = _Thread(target=self._monitor)
        self._thread.daemon = True
        self._thread.start()

    def _monitor(self):
        has_ended = False
        while not has_ended:
            try:
                record = self.dequeue(True)
                has_ended = record is self._sentinel
                if not has_ended:
                    self.handle(record)
                if hasattr(self.queue, 'task_done'):
                    self.queue.task_done()
            except _Empty:
                has_ended = True

    def enqueue_sentinel(self):
        self.queue.put_nowait(self._sentinel)

    def stop(self):
        """Once more is an error before 3.13 (gh-114706)."""
        if self._thread is None and _VERSION >= (3, 13):
            return
        self.enqueue_sentinel()
        self._thread.join()
        self._thread = None
