// What happens when a program has ended: CPython's goldens end before that.
#include <string>

#include "catch.h"
#include "printed.h"
#include "sluice/run.h"

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
  CHECK(printed(result) == "end\nonce more\nbye\nfinalized\ndel second\ndel first\n");
}

TEST_CASE("a program that failed ends as any other", "[exit]") {
  const RunResult result = run(kProgram + "1 / 0\n", RunOptions());
  CHECK(result.failure.kind == Failure::Kind::Exception);
  CHECK(printed(result) == "once more\nbye\nfinalized\ndel second\ndel first\n");
}

TEST_CASE("a program that hangs does not come to its end", "[exit]") {
  const RunResult result = run(kProgram + "import asyncio\nasyncio.run(asyncio.Event().wait())\n", RunOptions());
  CHECK(result.failure.kind == Failure::Kind::Deadlock);
  CHECK(printed(result).empty());
}

}  // namespace sluice
