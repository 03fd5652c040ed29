// logging.handlers.QueueListener: the reference runner does not see what its thread writes.
#include "catch.h"
#include "printed.h"
#include "sluice/run.h"

namespace sluice {

TEST_CASE("a listener handles records on its own thread until it is stopped", "[library]") {
  const RunResult result = run(R"(
import logging, logging.handlers, queue, threading, time

class Shown(logging.Handler):
    def emit(self, record):
        print(threading.current_thread().name, record.levelname, record.getMessage(), time.time())

records = queue.Queue()
listener = logging.handlers.QueueListener(records, Shown(), Shown(logging.ERROR), respect_handler_level=True)
log = logging.getLogger('x')
log.setLevel(logging.DEBUG)
log.addHandler(logging.handlers.QueueHandler(records))
listener.start()
log.info('one %s', 1)
time.sleep(1)
log.error('two')
listener.stop()
listener.stop()
log.error('three')
print(records.qsize())
)",
                               RunOptions());
  CHECK(
      printed(result) ==
      "Thread-1 (_monitor) INFO one 1 0.0\nThread-1 (_monitor) ERROR two 1.0\nThread-1 (_monitor) ERROR two 1.0\n1\n");
}

}  // namespace sluice
