// What the reference runner's loop does not have, so that no golden can say it: signals, policies, the loop's own text.
#include <string>

#include "catch.h"
#include "printed.h"
#include "sluice/run.h"

namespace sluice {

namespace {

std::string output_of_main(const std::string& body) {
  const RunResult result =
      run("import asyncio, signal, sys\n"
          "def attempt(function, *arguments):\n"
          "    try:\n"
          "        return function(*arguments)\n"
          "    except Exception as error:\n"
          "        return f'{type(error).__name__}: {error}'\n"
          "async def main():\n"
          "    loop = asyncio.get_running_loop()\n" +
              body + "asyncio.run(main())\n",
          RunOptions{});
  CHECK(result.failure.text == "");
  return printed(result);
}

}  // namespace

TEST_CASE("the loop shows itself as CPython's does on Unix", "[loop]") {
  CHECK(output_of_main("    print(loop, loop.get_debug(), loop.get_exception_handler())\n") ==
        "<_UnixSelectorEventLoop running=True closed=False debug=False> False None\n");
}

TEST_CASE("handlers of signals can be added and removed, though no signal comes", "[loop]") {
  CHECK(
      output_of_main("    loop.add_signal_handler(signal.SIGINT, print)\n"
                     "    print(loop.remove_signal_handler(signal.SIGINT), loop.remove_signal_handler(signal.SIGINT))\n"
                     "    print(attempt(loop.add_signal_handler, 99, print))\n") ==
      "True False\n"
      "ValueError: invalid signal number 99\n");
}

TEST_CASE("a policy gives and makes loops", "[loop]") {
  CHECK(output_of_main("    policy = asyncio.get_event_loop_policy()\n"
                       "    print(policy.get_event_loop() is loop, asyncio.get_event_loop() is loop)\n"
                       "    other = policy.new_event_loop()\n"
                       "    print(other is loop, other.is_running(), other.close(), other.is_closed())\n"
                       "    policy.set_event_loop(None)\n"
                       "    print(attempt(asyncio.set_event_loop, 5))\n") ==
        "True True\n"
        "False False None True\n"
        "TypeError: loop must be an instance of AbstractEventLoop or None, not 'int'\n");
}

TEST_CASE("debug mode looks at callbacks before they are called", "[loop]") {
  CHECK(output_of_main("    loop.set_debug(True)\n"
                       "    print(loop.get_debug(), attempt(loop.call_soon, 5))\n"
                       "    print(attempt(loop.call_soon, main))\n"
                       "    print(attempt(loop.add_signal_handler, 2, main))\n"
                       "    loop.set_debug(False)\n") ==
        "True TypeError: a callable object was expected by call_soon(), got 5\n"
        "TypeError: coroutines cannot be used with call_soon()\n"
        "TypeError: coroutines cannot be used with add_signal_handler()\n");
}

TEST_CASE("sys tells of the run what CPython would", "[sys]") {
  CHECK(output_of_main("    print(sys.getrecursionlimit(), sys.getswitchinterval(), sys.exc_info(), sys.argv[1:])\n"
                       "    print(sys.intern('a') is sys.intern('a'), sys.getrefcount(loop) > 0)\n"
                       "    print(sys.getsizeof([1] * 9) > sys.getsizeof([]), sys._is_gil_enabled())\n") ==
        "1000 0.005 (None, None, None) []\n"
        "True True\n"
        "True True\n");
}

}  // namespace sluice
