// Tests of web/figure/views.js: which views and counts a figure shows when nobody has said.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Lookup } from "../../../web/figure/lookup.js";
import { neededCounts, neededViews } from "../../../web/figure/views.js";
import { runSource } from "../engine-runs.mjs";
import { gateRun } from "./runs.mjs";

/** @param {string} source */
const viewsOf = (source) => neededViews(runSource(source, {}), false).join(" ");

test("a program with tasks that prints shows scene, timeline and output", () => {
  assert.equal(neededViews(new Lookup(gateRun()), false).join(" "), "code scene timeline output");
});

test("what prints nothing has no output, what fails has", () => {
  assert.equal(viewsOf("import asyncio\nasyncio.run(asyncio.sleep(1))\n"), "code scene timeline");
  assert.equal(viewsOf("import asyncio\nasync def main():\n    1 / 0\nasyncio.run(main())\n"), "code scene timeline output");
});

test("a program without a loop or threads is code and what it prints", () => {
  assert.equal(viewsOf("print(1)\n"), "code output");
  assert.equal(viewsOf("x = 1\n"), "code output");
});

test("a thread without any loop has its timeline", () => {
  assert.equal(viewsOf("import threading, time\nthreading.Thread(target=time.sleep, args=(1,)).start()\n"), "code scene timeline");
});

test("more tasks than have rows bring counts, and counts that an author names do", () => {
  const many = runSource("import asyncio\nasync def main():\n    await asyncio.gather(*[asyncio.sleep(1) for _ in range(60)])\nasyncio.run(main())\n", {});

  assert.ok(neededViews(many, false).includes("counts"));
  assert.deepEqual(neededCounts(many, []), ["created", "in flight"]);
  assert.deepEqual(neededCounts(many, ["done"]), ["done"]);
  for (const name of ["created", "done"]) assert.equal(many.countNamed(name)?.value.at(-1), 61, name);
  assert.ok(neededViews(new Lookup(gateRun()), true).includes("counts"));
});
