// The engine and its library pack: what few programs import is a file beside the wasm.
import assert from "node:assert/strict";
import { test } from "node:test";
import { loadEngine, readLibrary } from "./digests.mjs";

const PROGRAM = "import asyncio, statistics\nasync def main():\n    await asyncio.sleep(1)\n    print(statistics.mean([1, 2]))\nasyncio.run(main())\n";

test("without the pack a program that needs it says so; with it the same program runs", async () => {
  const core = await loadEngine(false);
  const { failure } = core.run(PROGRAM, {});
  assert.deepEqual([failure.kind, failure.message, failure.line], ["library", "statistics", 1]);
  assert.equal(core.run("import asyncio\nasyncio.run(asyncio.sleep(1))\n", {}).failure, null);

  assert.equal(core.supplyLibrary(readLibrary()), true);

  const { failure: none, output, texts } = core.run(PROGRAM, {});
  assert.equal(none, null);
  assert.deepEqual(Array.from(output.text, (/** @type {number} */ text) => texts[text]), ["1.5\n"]);
});

test("what is not the whole pack of this build is not taken, and does no harm", async () => {
  const core = await loadEngine(false);
  const pack = readLibrary();

  for (const wrong of ["", "<!doctype html>", pack.subarray(0, pack.length - 1), pack.subarray(1), new Uint8Array(9)]) assert.equal(core.supplyLibrary(wrong), false);
  for (const odd of [undefined, null, 1, {}]) assert.throws(() => core.supplyLibrary(odd), { name: "BindingError" });

  assert.equal(core.run(PROGRAM, {}).failure.kind, "library");
  assert.equal(core.supplyLibrary(pack.toString()), true);
  assert.equal(core.run(PROGRAM, {}).failure, null);
});
