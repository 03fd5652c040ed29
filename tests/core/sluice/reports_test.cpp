// What asyncio's own logger says: beside the trace, as the reference runner turns it off. These texts were seen under
// CPython 3.10 to 3.13.
#include <string>

#include "catch.h"
#include "printed.h"
#include "sluice/run.h"

namespace sluice {

namespace {

const std::string kStart = R"(
import asyncio, logging, sys, time
logging.basicConfig(level=logging.INFO, format='%(levelname)s:%(name)s:%(message)s', stream=sys.stdout)

async def main():
    loop = asyncio.get_running_loop()
)";
const std::string kEnd = "\nasyncio.run(main())\n";

/// What was said beside the trace, whole.
std::string noticed(const RunResult& result) {
  std::string text;
  for (std::size_t i = 0; i < result.trace->size(); ++i) {
    const TraceEvent& event = (*result.trace)[i];
    if (event.kind == TraceKind::Err && event.detail != 0) text += result.trace->text_of(event.subject);
  }
  return text;
}

}  // namespace

TEST_CASE("reports are what the handlers of logging would write", "[reports]") {
  const RunResult result = run(kStart + R"(
    loop.call_exception_handler({'message': '100% wrong', 'extra': 5})
    logging.getLogger('asyncio').setLevel(logging.CRITICAL)
    loop.call_exception_handler({'message': 'not shown'})
)" + kEnd,
                               RunOptions());
  CHECK(noticed(result) == "ERROR:asyncio:100% wrong\nextra: 5\n");
}

TEST_CASE("at the level DEBUG the log tells of the loop", "[reports]") {
  const RunResult result = run(R"(
import asyncio, logging
logging.basicConfig(level=logging.DEBUG)

async def main():
    pass

asyncio.run(main())
asyncio.run(main(), debug=True)
logging.getLogger().setLevel(logging.INFO)
asyncio.run(main(), debug=True)
)",
                               RunOptions());
  CHECK(noticed(result) ==
        "DEBUG:asyncio:Using selector: EpollSelector\nDEBUG:asyncio:Using selector: EpollSelector\n"
        "DEBUG:asyncio:Close <_UnixSelectorEventLoop running=False closed=False debug=True>\n");
}

TEST_CASE("what the compiler warns of is said before the program runs", "[reports]") {
  RunOptions options;
  options.file_name = "shop.py";
  const RunResult result = run("print('a')\nif len('b') is 1:\n    print('c')\n", options);
  CHECK(printed(result) == "a\nc\n");
  CHECK(noticed(result) ==
        "shop.py:2: SyntaxWarning: \"is\" with 'int' literal. Did you mean \"==\"?\n  if len('b') is 1:\n");
}

TEST_CASE("debug mode reports slow steps, and contexts say that they know where things were made", "[reports]") {
  const RunResult result = run(kStart + R"(
    loop.set_debug(True)
    time.sleep(0.05)
    await asyncio.sleep(0)
    loop.slow_callback_duration = 0.01
    time.sleep(0.02)
    await asyncio.sleep(0)
    loop.slow_callback_duration = 1
    loop.set_exception_handler(lambda loop, context: print(sorted(context)))
    loop.create_future().set_exception(ValueError())
    await asyncio.sleep(0)
    loop.set_debug(False)
)" + kEnd,
                               RunOptions());
  const std::string text = noticed(result);
  // CPython's text says in addition where in asyncio the task was made.
  CHECK(text.rfind("WARNING:asyncio:Executing <Task pending name='Task-1' coro=<main() running at ", 0) == 0);
  CHECK(text.find("> took 0.020 seconds\n") != text.npos);
  CHECK(printed(result) == "['exception', 'future', 'message', 'source_traceback']\n");
}

}  // namespace sluice
