// Tests of web/figure/compare.js: two runs side by side.
import assert from "node:assert/strict";
import { test } from "node:test";
import { changedLines, changedTasks, partingOf, twinsOf } from "../../../web/figure/compare.js";
import { Lookup } from "../../../web/figure/lookup.js";
import { gateRun } from "./runs.mjs";

/** The same run, its second half later. @param {number} from an event @param {number} by seconds */
function delayed(from, by) {
  const run = gateRun();
  const when = run.events.when.map((time, event) => (event >= from ? time + by : time));
  const start = run.spans.start.map((time, i) => (run.spans.first[i] >= from ? time + by : time));
  return new Lookup({ ...run, events: { ...run.events, when }, spans: { ...run.spans, start } });
}

test("a run differs in nothing from itself", () => {
  assert.equal(partingOf(new Lookup(gateRun()), new Lookup(gateRun())), null);
  assert.equal(changedTasks(new Lookup(gateRun()), new Lookup(gateRun())).size, 0);
});

test("runs part at the first step that is at another time", () => {
  const before = new Lookup(gateRun());
  const steps = before.eventsOf("Step");
  const last = steps[steps.length - 1];

  assert.equal(partingOf(before, delayed(last, 1)), before.run.events.when[last]);
  assert.deepEqual([...changedTasks(before, delayed(last, 1))], [3]);
});

test("runs part where a task goes on to wait at another line; a line that moved is the same", () => {
  const run = gateRun();
  const steps = new Lookup(run).eventsOf("Step");
  const standing = (/** @type {number} */ line, /** @type {string} */ source) => {
    const value = run.events.value.map((each, event) => (event === steps[1] ? line : steps.includes(event) ? 0 : each));
    return new Lookup({ ...run, source, events: { ...run.events, value } });
  };

  assert.equal(partingOf(standing(2, "a\nb\nc"), standing(3, "a\nb\nc")), run.events.when[steps[1]]);
  assert.equal(partingOf(standing(2, "a\nb\nc"), standing(3, "a\nnew\nb\nc")), null);
});

test("tasks are matched by their names", () => {
  assert.deepEqual([...twinsOf(new Lookup(gateRun()), new Lookup(gateRun()))], [[2, 2], [3, 3]]);
});

test("lines that are new or changed are found, those that moved on are not", () => {
  assert.deepEqual(changedLines("a\nb\nc\nd", "a\nB\nc\nd"), [2]);
  assert.deepEqual(changedLines("a\nb\nc", "x\na\nb\nc"), [1]);
  assert.deepEqual(changedLines("a\nb\nc", "a\nc"), []);
  assert.deepEqual(changedLines("a\nb\nc\nd\ne", "a\nx\nc\ny\ne"), [2, 4]);
  assert.deepEqual(changedLines("a", "a"), []);
});
