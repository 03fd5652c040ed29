// What is refused while a program runs: the text says what, the hint says what to do instead.
#include <string>

#include "catch.h"
#include "printed.h"
#include "sluice/run.h"

namespace sluice {

namespace {

/// The refusal that ends a program; empty where it ends otherwise.
std::string refusal(const std::string& source, int minor = 13) {
  RunOptions options;
  options.python = PythonVersion{static_cast<std::uint8_t>(minor)};
  const RunResult result = run(source, options);
  CHECK((result.failure.kind != Failure::Kind::Unsupported || !result.failure.hint.empty()));
  return result.failure.kind == Failure::Kind::Unsupported ? result.failure.text : "";
}

std::string in_main(const std::string& statement) {
  return "import asyncio\nasync def main():\n    loop = asyncio.get_running_loop()\n    " + statement +
         "\nasyncio.run(main())\n";
}

}  // namespace

TEST_CASE("builtins that cannot be in a run are refused by name", "[refusals]") {
  CHECK(refusal("input('? ')") == "Unsupported: input()");
  CHECK(refusal("eval('1')") == "Unsupported: eval()");
  CHECK(refusal("exec('x = 1')") == "Unsupported: exec()");
  CHECK(refusal("compile('1', 'f', 'eval')") == "Unsupported: compile()");
  CHECK(refusal("__import__('os')") == "Unsupported: __import__()");
  CHECK(refusal("breakpoint()") == "Unsupported: breakpoint()");
  CHECK(refusal("memoryview(b'')") == "Unsupported: memoryview()");
  CHECK(refusal("class C(memoryview): pass\nC(b'')") != "");
}

TEST_CASE("modules and their parts that are not modelled are refused where they are used", "[refusals]") {
  CHECK(refusal("import socket\nsocket.socket()") == "Unsupported: socket.socket");
  CHECK(refusal("from ctypes import *") != "");
  CHECK(refusal("import subprocess as s\ns.run(['ls'])") == "Unsupported: subprocess.run");
  CHECK(refusal("import sys\nsys.implementation") == "Unsupported: sys.implementation");
  CHECK(refusal("try:\n    pass\nexcept ():\n    pass\nimport os\nos.fork()") == "Unsupported: os.fork");
  CHECK(refusal("import _asyncio") != "");
  CHECK(refusal("print(len.__doc__)") == "Unsupported: the __doc__ of what is built in");
  CHECK(refusal("print(object.__doc__)") == "Unsupported: the __doc__ of what is built in");
}

TEST_CASE("objects are not made by classes that have no constructor here", "[refusals]") {
  CHECK(refusal("type(lambda: 0)()") == "Unsupported: an instance made by function()");
  CHECK(refusal("import contextvars\ncontextvars.Token()") == "Unsupported: an instance made by Token()");
}

TEST_CASE("what a frame, a struct or an object cannot show is refused", "[refusals]") {
  CHECK(refusal("class Both:\n    __slots__ = ('a', '__dict__')\nBoth().__dict__") != "");
  CHECK(refusal("import time\ntime.gmtime(0).tm_zone") == "Unsupported: the time zone of a struct_time");
  CHECK(refusal("'a'.encode('utf-16')") == "Unsupported: encoding 'utf-16'");
  CHECK(refusal("def f():\n"
                "    try:\n"
                "        1 / 0\n"
                "    except ZeroDivisionError as error:\n"
                "        return error\n"
                "f().__traceback__.tb_frame.f_lineno") ==
        "Unsupported: f_lineno of a frame that has gone on since it raised");
}

TEST_CASE("sockets and processes of the loop are refused, and what asyncio keeps inside is not overridden",
          "[refusals]") {
  CHECK(refusal(in_main("await loop.create_connection(print, 'host', 80)")) != "");
  CHECK(refusal(in_main("await asyncio.open_connection('host', 80)")) != "");
  CHECK(refusal("import asyncio\nclass Mine(asyncio.Lock):\n    def locked(self): return True\nMine()") ==
        "Unsupported: overriding Lock.locked");
  CHECK(refusal(in_main("asyncio.Queue(1.5)")) != "");
  CHECK(refusal(in_main("loop.set_task_factory(lambda loop, coro, **named: 5)\n    asyncio.create_task(main())")) !=
        "");
}

TEST_CASE("a task does not start at once in a context that is entered, or in what is none", "[refusals]") {
  const std::string here = "import contextvars\n    here = contextvars.copy_context()\n    ";
  const std::string child = "asyncio.sleep(0), loop=loop, context=";
  const std::string entered = "Unsupported: a task that starts at once in a context that is entered already";
  CHECK(refusal(in_main(here + "here.run(lambda: asyncio.Task(" + child + "here, eager_start=True))")) == entered);
  CHECK(refusal(in_main(here + "here.run(lambda: asyncio.Task(" + child + "here.copy(), eager_start=True))")) == "");
  CHECK(refusal(in_main(here + "here.run(lambda: asyncio.Task(" + child + "here))")) == "");
  CHECK(refusal(in_main(here + "loop.set_task_factory(asyncio.eager_task_factory)\n    "
                               "here.run(lambda: asyncio.create_task(asyncio.sleep(0), context=here))")) == entered);
  CHECK(refusal(in_main(here + "here.run(lambda: asyncio.eager_task_factory(loop, asyncio.sleep(0), context=here))")) ==
        entered);
  CHECK(refusal(in_main(here + "here.run(lambda: asyncio.create_task(asyncio.sleep(0), context=here, "
                               "eager_start=True))"),
                14) == entered);
  CHECK(refusal(in_main("asyncio.create_task(asyncio.sleep(0), context=5)")) ==
        "Unsupported: a context that is no Context");
  CHECK(refusal(in_main("loop.call_soon(print, context=5)")) == "Unsupported: a context that is no Context");
}

TEST_CASE("what a class cannot tell as CPython does is refused", "[refusals]") {
  const std::string box = "class Box:\n        __slots__ = ('x',)\n    ";
  CHECK(refusal(in_main(box + "print(Box.x)")) == "");
  CHECK(refusal(in_main(box + "print(vars(Box))")) == "Unsupported: the whole __dict__ of a class");
  CHECK(refusal(in_main(box + "print('__slots__' in vars(Box), hasattr(Box(), 'x'))")) == "");
  CHECK(refusal(in_main(box + "Box.__bases__ = (int,)")) == "Unsupported: __bases__ set");
  CHECK(refusal(in_main("vars(asyncio.Queue())")) == "Unsupported: the __dict__ of an object of the library");
  CHECK(refusal(in_main("bytearray(b'a').translate(None)")) == "Unsupported: bytearray.translate()");
  const std::string order = "class Meta(type):\n        def mro(cls):\n            return ";
  CHECK(refusal(in_main(order + "super().mro()\n    class One(metaclass=Meta): pass")) == "");
  CHECK(refusal(in_main(order + "[cls, int, object]\n    class One(metaclass=Meta): pass")) ==
        "Unsupported: a metaclass whose mro() gives another order");
}

TEST_CASE("what only behaves as a coroutine is refused", "[refusals]") {
  const std::string own =
      "class Own:\n        def __await__(self): yield\n        send = throw = close = __await__\n    ";
  CHECK(refusal(in_main(own + "asyncio.create_task(Own())")) ==
        "Unsupported: an object with the methods of a coroutine as a coroutine");
  CHECK(refusal(in_main(own + "asyncio.iscoroutine(Own())")) != "");
  CHECK(refusal(in_main(own + "asyncio.Task(Own())")) != "");
  CHECK(refusal(in_main(own + "await Own()")) == "");
}

TEST_CASE("streams of sys say what they are", "[sys]") {
  const RunResult result = run(
      "import sys\n"
      "sys.stdout.writelines(['one\\n', 'two\\n'])\n"
      "for stream in (sys.stdout, sys.stderr):\n"
      "    print(stream.name, stream.encoding, stream.errors, stream.closed, stream.writable(), stream.readable(),\n"
      "          stream.isatty(), stream.fileno(), stream.flush())\n",
      RunOptions{});

  CHECK(printed(result) ==
        "one\ntwo\n"
        "<stdout> utf-8 strict False True False False 1 None\n"
        "<stderr> utf-8 backslashreplace False True False False 2 None\n");
}

}  // namespace sluice
