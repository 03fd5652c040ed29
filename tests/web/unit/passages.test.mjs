// Tests of web/figure/passages.js: whose turn it is at the arms of a context manager, read off real runs.
import assert from "node:assert/strict";
import { test } from "node:test";
import { nameOf, passageAt, passagesOf } from "../../../web/figure/passages.js";
import { runFigure, runSource } from "../engine-runs.mjs";

/** @param {import("../../../web/figure/lookup.js").Lookup} lookup @param {number} when */
function stagesAt(lookup, when) {
  const event = lookup.run.events.when.filter((each) => each <= when).length - 1;
  return passagesOf(lookup).map((passage) => [passage.name, ...passageAt(passage, event).values()]);
}

test("a task enters, is inside, leaves, and is out", () => {
  const barrier = runFigure("barrier");

  assert.deepEqual([0.1, 0.3, 0.55, 0.7].map((when) => stagesAt(barrier, when)[0].slice(1)), [["Entering"], ["Entered"], ["Exiting"], []]);
});

test("the exit is passed after an exception and a cancellation too", () => {
  for (const [ending, when] of /** @type {const} */ ([["exception", 0.4], ["cancelled", 0.45]])) assert.deepEqual(stagesAt(runFigure("barrier", { ending }), when), [["Connection()", "Exiting"]], ending);
});

test("semaphores and managers that take no time are no places of their own", () => {
  assert.deepEqual(passagesOf(runFigure("gate")), []);
});

test("one whose __aenter__ raises is not left behind", () => {
  const lookup = runSource(`import asyncio
class Slow:
    async def __aenter__(self):
        await asyncio.sleep(0.1)
        raise OSError
    async def __aexit__(self, *error):
        pass
async def job():
    try:
        async with Slow():
            pass
    except OSError:
        pass
async def main():
    await asyncio.gather(job(), job())
    await asyncio.sleep(1)
asyncio.run(main())
`, { python: "3.13" });

  assert.deepEqual(stagesAt(lookup, 0.05), [["Slow()", "Entering", "Entering"]]);
  assert.deepEqual(stagesAt(lookup, 0.5), [["Slow()"]]);
});

test("managers nest, and several may stand in one line", () => {
  const lookup = runSource(`import asyncio
class Door:
    def __init__(self, takes):
        self.takes = takes
    async def __aenter__(self):
        await asyncio.sleep(self.takes)
    async def __aexit__(self, *error):
        pass
async def main():
    async with Door(0.1) as first, Door(0.2):
        await asyncio.sleep(0.1)
asyncio.run(main())
`, { python: "3.13" });

  assert.deepEqual(stagesAt(lookup, 0.05), [["Door(0.1)", "Entering"], ["Door(0.2)"]]);
  assert.deepEqual(stagesAt(lookup, 0.2), [["Door(0.1)", "Entered"], ["Door(0.2)", "Entering"]]);
});

test("a name is what stands in the text, without its as", () => {
  assert.equal(nameOf("    async with connect(a, b) as c, pool:", 0), "connect(a, b)");
  assert.equal(nameOf("    async with connect(a, b) as c, pool:", 1), "pool");
});
