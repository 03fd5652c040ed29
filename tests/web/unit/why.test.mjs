// Tests of web/figure/why.js and summary.js.
import assert from "node:assert/strict";
import { test } from "node:test";
import { SentenceSource } from "../../../web/figure/sentence-source.js";
import { summaryOf } from "../../../web/figure/summary.js";
import { reasons } from "../../../web/figure/why.js";
import { gateRun } from "./runs.mjs";

test("the chain of causes leads from the moment back to the start", () => {
  const run = gateRun();
  run.events.cause.set([0, 0, 0, 2, 2, 4, 5, 3, 7, 6, 9, 10, 11, 12, 12, 14, 15, 16, 17]);

  assert.deepEqual(reasons(run, new Map(), 15, () => "").map(({ event }) => event), [15, 14, 12, 11, 6, 5, 4, 2]);
});

test("a chain ends where an event has no cause before it", () => {
  assert.deepEqual(reasons(gateRun(), new Map(), 0, () => "").map(({ event }) => event), [0]);
});

test("a run is summed up by the core's numbers for the whole of it", () => {
  const metrics = [{ name: "end", object: 0, unit: "s", value: 0.3 }, { name: "peak in flight", object: 0, unit: "", value: 2 }, { name: "peak waiting", object: 4, unit: "", value: 9 }];
  const figures = new Map(summaryOf({ ...gateRun(), metrics }).map(({ name, text }) => [name, text]));

  assert.deepEqual(["finished at", "most in flight", "most in line", "lines printed"].map((name) => figures.get(name)), ["0.300 s", "2", "0", "1"]);
});

test("as many lines with other words are not the same", () => {
  const printed = (/** @type {string} */ text) => { const run = gateRun(); return summaryOf({ ...run, metrics: [], texts: run.texts.map((each) => each.replace("second", text)) }).pop(); };

  assert.equal(printed("other")?.text, printed("second")?.text);
  assert.notEqual(printed("other")?.value, printed("second")?.value);
});

test("sentences that a long run does not bring are asked for once a stretch", async () => {
  const run = { ...gateRun(), sentences: [] };
  /** @type {number[][]} */ const asked = [];
  let arrivals = 0;
  const source = new SentenceSource(run, async (from, to) => {
    asked.push([from, to]);
    return Array.from({ length: to - from }, (_, i) => `sentence ${from + i}`);
  }, () => arrivals++);

  assert.equal(source.of(3), "");
  assert.equal(source.of(4), "");
  await new Promise((done) => setImmediate(done));

  assert.equal(source.of(4), "sentence 4");
  assert.deepEqual(asked, [[0, 19]]);
  assert.equal(arrivals, 1);
});
