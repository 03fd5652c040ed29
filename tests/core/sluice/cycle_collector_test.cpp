// gc.collect(): what it ends is told by regression programs; here, what it leaves alone and what it refuses.
#include "catch.h"
#include "printed.h"
#include "sluice/run.h"

namespace sluice {

TEST_CASE("the collector leaves alone whatever a program can still reach", "[gc]") {
  const RunResult result = run(R"(
import asyncio, gc, itertools, weakref

class Thing:
    def __del__(self):
        print("gone")

def reach_by(holder):
    thing = Thing()
    holder(thing)
    return weakref.ref(thing)

kept = []
by_list = reach_by(kept.append)
by_iterator = reach_by(lambda thing: kept.append(itertools.chain([thing])))
by_closure = reach_by(lambda thing: kept.append(lambda: thing))
by_method = reach_by(lambda thing: kept.append(thing.__del__))

async def main():
    thing = Thing()
    in_frame = weakref.ref(thing)
    waiting = asyncio.create_task(wait_with(Thing()))
    await asyncio.sleep(0)
    gc.collect()
    print([r() is not None for r in (by_list, by_iterator, by_closure, by_method, in_frame)], waiting.done())
    event.set()
    await waiting

async def wait_with(thing):
    await event.wait()
    print(type(thing).__name__, "waited")

event = asyncio.Event()
asyncio.run(main())
gc.collect()
print("end")
)",
                               RunOptions());

  CHECK(result.failure.kind == Failure::Kind::None);
  CHECK(printed(result) ==
        "[True, True, True, True, True] False\nThing waited\ngone\ngone\nend\ngone\ngone\ngone\ngone\n");
}

TEST_CASE("how many objects were collected is refused, and so are young objects alone", "[gc]") {
  CHECK_THAT(run("import gc\nprint(gc.collect())\n", RunOptions()).failure.text,
             contains("the number that gc.collect() returns"));
  CHECK_THAT(run("import gc\ngc.collect(0)\n", RunOptions()).failure.text, contains("of young objects only"));
  CHECK_THAT(run("import gc\ngc.collect(3)\n", RunOptions()).failure.text, contains("ValueError: invalid generation"));
}

TEST_CASE("a cycle that may run through an object that does not tell what it holds is refused", "[gc]") {
  const RunResult result = run(R"(
import gc, itertools

class Thing:
    def __del__(self):
        print("gone")

thing = Thing()
thing.tee = itertools.tee([thing])[0]
del thing
gc.collect()
)",
                               RunOptions());

  CHECK(result.failure.kind == Failure::Kind::Unsupported);
  CHECK_THAT(result.failure.text, contains("gc.collect() beside a cycle that may lead through"));
}

}  // namespace sluice
