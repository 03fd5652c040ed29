"""QueueHandler, which puts records into a queue. Who takes them out is the program's own: QueueListener is refused, since a thread
that waits for them beside the loop has no place in virtual time."""
import copy as _copy
import sys as _sys
from logging import Handler as _Handler

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
