// What happens when a program has ended: CPython's goldens end before that.
#include <string>

#include "catch.h"
#include "printed.h"
#include "sluice/run.h"
#include "sluice/show.h"

namespace sluice {

namespace {

const std::string kProgram = R"(
import atexit, weakref

class Node:
    def __init__(self, name): self.name = name
    def __del__(self): print('del', self.name)

first, _second = Node('first'), Node('second')
weakref.finalize(first, print, 'finalized')
weakref.ref(first, print)
not_at_exit = weakref.finalize(first, print, 'not finalized')
not_at_exit.atexit = False

@atexit.register
def bye(): print('bye')
atexit.register(print, 'once more')
atexit.unregister(len)
)";

}  // namespace

TEST_CASE("functions of atexit run last first, then the program's variables go", "[exit]") {
  const RunResult result = run(kProgram + "print('end')\n", RunOptions());
  CHECK(printed(result) == "end\nonce more\nbye\nfinalized\ndel first\ndel second\n");
}

TEST_CASE("a program that failed ends as any other", "[exit]") {
  const RunResult result = run(kProgram + "1 / 0\n", RunOptions());
  CHECK(result.failure.kind == Failure::Kind::Exception);
  CHECK(printed(result) == "once more\nbye\nfinalized\ndel first\ndel second\n");
}

TEST_CASE("a program ends when its threads have ended, but for daemons", "[exit]") {
  const RunResult result = run(R"(
import atexit, threading, time
from concurrent.futures import ThreadPoolExecutor

def tick(name, seconds):
    for _ in range(3):
        time.sleep(seconds)
        print(name)

atexit.register(print, 'bye')
pool = ThreadPoolExecutor(1)
pool.submit(tick, 'pool', 0.5)
pool.submit(print, 'next')
threading.Thread(target=tick, args=('thread', 1)).start()
threading.Thread(target=tick, args=('daemon', 2), daemon=True).start()
print('end')
)",
                               RunOptions());
  CHECK(printed(result) == "end\npool\nthread\npool\npool\nnext\ndaemon\nthread\nthread\nbye\n");
  CHECK(result.end == 0);
  CHECK(result.size_at_end < result.trace->size());
  CHECK(result.failure.kind == Failure::Kind::None);
}

TEST_CASE("a program that failed waits for its threads too", "[exit]") {
  const RunResult result = run(R"(
import threading, time
threading.Thread(target=lambda: (time.sleep(1), print('thread'))).start()
1 / 0
)",
                               RunOptions());
  CHECK(result.failure.kind == Failure::Kind::Exception);
  CHECK(printed(result) == "thread\n");
}

TEST_CASE("a thread that waits for nothing keeps a program from ending", "[exit]") {
  const RunResult result = run(R"(
import queue, threading
threading.Thread(target=queue.Queue().get).start()
print('end')
)",
                               RunOptions());
  CHECK(result.failure.kind == Failure::Kind::Deadlock);
  CHECK(printed(result) == "end\n");
}

TEST_CASE("what a thread raises is shown from the program's first frame on", "[exit]") {
  const RunResult result = run(R"(
import threading
def bad():
    raise ValueError('bad')
threading.Thread(target=bad).start()
)",
                               RunOptions());
  std::string written;
  for (const OutputPiece& piece : output_of(result)) written += piece.text;
  CHECK(written ==
        "Exception in thread Thread-1 (bad):\nTraceback (most recent call last):\n  File \"program.py\", line 4, in "
        "bad\n    raise ValueError('bad')\nValueError: bad\n");
  CHECK(result.failure.kind == Failure::Kind::None);
}

TEST_CASE("what is left at the end is finalized in the order of its making, with the module's variables whole",
          "[exit]") {
  const RunResult result = run(R"(
word = 'whole'
class Thing:
    def __init__(self, name):
        self.name = name
    def __del__(self):
        print(self.name, word)
second = Thing('first made')
_first = Thing('second made')
def in_a_cycle():
    thing = Thing('in a cycle')
    thing.own = thing
in_a_cycle()
def numbers():
    try:
        yield 1
    finally:
        print('numbers', word)
ones = numbers()
next(ones)
print('end')
)",
                               RunOptions());
  CHECK(printed(result) == "end\nfirst made whole\nsecond made whole\nin a cycle whole\nnumbers whole\n");
}

TEST_CASE("what the end writes comes after the end, and so after the traceback", "[exit]") {
  const RunResult result = run(R"(
import asyncio
async def fails():
    raise KeyError(1)
async def main():
    task = asyncio.create_task(fails())
    await asyncio.sleep(0)
    raise ValueError(2)
asyncio.run(main())
)",
                               RunOptions());
  CHECK(result.failure.text == "ValueError: 2");
  CHECK_FALSE(result.failure.after_end);
  const std::vector<OutputPiece> pieces = output_of(result);
  REQUIRE_FALSE(pieces.empty());
  CHECK(pieces[0].text.substr(0, 34) == "Task exception was never retrieved");
  CHECK(pieces[0].after_end);
}

TEST_CASE("a program that hangs does not come to its end", "[exit]") {
  const RunResult result = run(kProgram + "import asyncio\nasyncio.run(asyncio.Event().wait())\n", RunOptions());
  CHECK(result.failure.kind == Failure::Kind::Deadlock);
  CHECK(printed(result).empty());
}

}  // namespace sluice
