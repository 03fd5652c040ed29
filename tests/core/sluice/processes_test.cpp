// ProcessPoolExecutor: a process has its own GIL and its own memory. The reference runner leaves processes out; what
// these programs print was seen under CPython 3.10 to 3.13, with real processes.
#include <string>

#include "catch.h"
#include "printed.h"
#include "sluice/run.h"

namespace sluice {

namespace {

/// The program with a pool of two processes, `pool`, and `send(f, *args)`, which awaits f(*args) in one of them.
std::string program(const std::string& definitions, const std::string& body) {
  return R"(
import asyncio, collections, dataclasses, enum, functools, threading, time
from concurrent.futures import ProcessPoolExecutor

def same(x):
    return x

)" + definitions +
         R"(
async def main():
    loop = asyncio.get_running_loop()
    with ProcessPoolExecutor(2) as pool:
        def send(f, *args):
            return loop.run_in_executor(pool, f, *args)
)" + body +
         R"(
if __name__ == "__main__":
    asyncio.run(main())
)";
}

RunOptions options_of(int minor) {
  RunOptions options;
  options.python = PythonVersion{minor};
  return options;
}

std::string output_of(const std::string& source, const RunOptions& options) {
  const RunResult result = run(source, options);
  INFO(result.failure.traceback);
  CHECK(result.failure.kind == Failure::Kind::None);
  return printed(result);
}

}  // namespace

TEST_CASE("what is sent to a process and back is a copy", "[processes]") {
  const int minor = GENERATE(10, 11, 12, 13, 14);
  const std::string source = program(R"(
class Color(enum.Enum):
    RED = 1

@dataclasses.dataclass
class Job:
    name: str
    tags: list
    color: Color = Color.RED

class Kept:
    def __init__(self):
        self.seen, self.secret = 1, 2
    def __getstate__(self):
        return {"seen": self.seen}
    def __setstate__(self, state):
        self.__dict__.update(state, secret="restored")

class Slots:
    __slots__ = ("a",)

class Reduced:
    def __init__(self, x):
        self.x = x
    def __reduce__(self):
        return Reduced, (self.x + 1,)

Point = collections.namedtuple("Point", "x y")

def mark(job):
    job.tags.append("seen")
    return job

def is_same(a, b):
    return a is b
)",
                                     R"(
        job = Job("a", [])
        back = await send(mark, job)
        print(job.tags, back.tags, back.color is Color.RED, type(back) is Job)
        kept, slots = await send(same, Kept()), Slots()
        slots.a = [1]
        print(kept.seen, kept.secret, (await send(same, slots)).a, (await send(same, Reduced(1))).x)
        items = []
        print(await send(is_same, items, items))
        items.append(items)
        items = await send(same, items)
        print(items is items[0])
        for x in Point(1, 2), collections.deque([1], maxlen=3), collections.Counter("aab"), {1: {2}}, len, ..., range(3), 2**70:
            print(await send(same, x))
        print(await send(functools.partial(pow, 2), 4), await send(Point(3, 4)._asdict))
)");

  CHECK(output_of(source, options_of(minor)) ==
        "[] ['seen'] True True\n"
        "1 restored [1] 3\n"
        "True\n"
        "True\n"
        "Point(x=1, y=2)\ndeque([1], maxlen=3)\nCounter({'a': 2, 'b': 1})\n{1: {2}}\n<built-in function len>\n"
        "Ellipsis\nrange(0, 3)\n1180591620717411303424\n"
        "16 {'x': 3, 'y': 4}\n");
}

TEST_CASE("a process does not see what the program changes, nor the program what the process changes", "[processes]") {
  const int minor = GENERATE(10, 11, 12, 13, 14);
  const std::string source = program(R"(
count = 0
seen = []

def work(n):
    global count
    count += n
    seen.append(n)
    return count, seen, threading.current_thread().name
)",
                                     R"(
        seen.append("before the process")
        with ProcessPoolExecutor(1) as one:
            print(one.submit(work, 1).result())
            seen.append("after")
            print(one.submit(work, 1).result())
        print(count, seen)
)");

  // A forked process begins with what the names hold; one of the fork server, from 3.14 on, with the program run once
  // more.
  const std::string start = minor < 14 ? "'before the process', " : "";
  CHECK(output_of(source, options_of(minor)) == "(1, [" + start + "1], 'MainThread')\n(2, [" + start +
                                                    "1, 1], 'MainThread')\n0 ['before the process', 'after']\n");
}

TEST_CASE("what cannot be sent fails the job, as pickle has it", "[processes]") {
  const int minor = GENERATE(10, 11, 12, 13, 14);
  const std::string source = program("",
                                     R"(
        for x in (lambda: 1), (n for n in ()), threading.Lock(), asyncio:
            try:
                await send(same, x)
            except Exception as error:
                print(type(error).__name__, str(error).split(" at 0x")[0])
)");
  std::string local = "AttributeError Can't pickle local object 'main.<locals>.<lambda>'";
  if (minor == 13) local = "AttributeError Can't get local object 'main.<locals>.<lambda>'";
  if (minor == 14) local = "PicklingError Can't pickle local object <function main.<locals>.<lambda>";

  CHECK(output_of(source, options_of(minor)) ==
        local +
            "\nTypeError cannot pickle 'generator' object\nTypeError cannot pickle '_thread.lock' object\n"
            "TypeError cannot pickle 'module' object\n");
}

TEST_CASE("an exception comes back with the process's traceback as its cause", "[processes]") {
  const std::string source = program(R"(
class Wrong(Exception):
    def __init__(self, code):
        super().__init__(code)
        self.code = code

def fail(code):
    raise Wrong(code)
)",
                                     R"(
        try:
            await send(fail, 42)
        except Wrong as error:
            print(error.code, type(error.__cause__).__name__, "in fail" in str(error.__cause__))
)");

  CHECK(output_of(source, options_of(13)) == "42 _RemoteTraceback True\n");
}

TEST_CASE("an initializer prepares each process; jobs beyond the processes wait", "[processes]") {
  const std::string source = R"(
import asyncio, time
from concurrent.futures import ProcessPoolExecutor

state = {}

def prepare(n):
    state["n"] = n

def work(seconds):
    time.sleep(seconds)
    return state

if __name__ == "__main__":
    began = time.monotonic()
    with ProcessPoolExecutor(2, initializer=prepare, initargs=(7,)) as pool:
        print(list(pool.map(work, [0.1, 0.1, 0.2])), state)
    print(round(time.monotonic() - began, 3))
)";

  CHECK(output_of(source, options_of(13)) == "[{'n': 7}, {'n': 7}, {'n': 7}] {}\n0.3\n");
}

TEST_CASE("a process computes beside the loop, which a thread slows down", "[processes]") {
  const std::string source = R"(
import asyncio, time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

def compute(n):
    total = 0
    for i in range(n):
        total += i
    return total

async def main():
    loop = asyncio.get_running_loop()
    took = []
    for make in ThreadPoolExecutor, ProcessPoolExecutor:
        with make(2) as pool:
            jobs = [loop.run_in_executor(pool, compute, 100_000) for _ in range(2)]
            late, began = 0.0, time.monotonic()
            for _ in range(5):
                due = time.monotonic() + 0.01
                await asyncio.sleep(0.01)
                late = max(late, time.monotonic() - due)
            await asyncio.gather(*jobs)
            took.append(time.monotonic() - began)
            print(late > 0.004)
    print(took[0] > 1.8 * took[1])

if __name__ == "__main__":
    asyncio.run(main())
)";
  RunOptions options = options_of(13);
  options.instruction_cost = 2e-7;

  // Two threads take turns; two processes do not have to.
  CHECK(output_of(source, options) == "True\nFalse\nTrue\n");
}

TEST_CASE("what a process would change in vain is refused", "[processes]") {
  const RunResult result = run(program(R"(
class Counter:
    total = 0

def count():
    Counter.total += 1
)",
                                       "        await send(count)\n"),
                               options_of(13));

  CHECK(result.failure.kind == Failure::Kind::Unsupported);
  CHECK(result.failure.traceback.find("an attribute of a class is set in a process") != std::string::npos);
}

}  // namespace sluice
