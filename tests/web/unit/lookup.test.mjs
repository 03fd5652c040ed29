// Tests of web/figure/lookup.js: the state of everything at an event.
import assert from "node:assert/strict";
import { test } from "node:test";
import { firstOf, Lookup } from "../../../web/figure/lookup.js";
import { gateRun } from "./runs.mjs";

test("a span holds from the event that opens it until before the one that closes it", () => {
  const lookup = new Lookup(gateRun());

  assert.equal(lookup.spanAt(0, 5)?.state, "Running");
  assert.equal(lookup.spanAt(0, 6)?.state, "Sleeping");
  assert.equal(lookup.spanAt(0, 9)?.state, "Sleeping");
  assert.equal(lookup.spanAt(0, 10)?.state, "Ready");
});

test("a row has no state before its object is there", () => {
  assert.equal(new Lookup(gateRun()).spanAt(1, 2), null);
});

test("a task that has ended stays so to the end", () => {
  assert.equal(new Lookup(gateRun()).spanAt(0, 18)?.state, "Done");
});

test("a permit is held by one task at a time, and by none between", () => {
  const lookup = new Lookup(gateRun());

  assert.deepEqual([4, 5, 11, 12, 14, 15].map((event) => lookup.spanAt(2, event)?.by ?? 0), [0, 2, 2, 0, 0, 3]);
});

test("output is counted up to the event", () => {
  const lookup = new Lookup(gateRun());

  assert.deepEqual([15, 16, 18].map((event) => lookup.outputAt(event)), [0, 1, 1]);
});

test("capacity is what the run said", () => assert.equal(new Lookup(gateRun()).capacityOf(1), 1));

test("going from event to event finds the same as looking anew, in either direction", () => {
  const run = gateRun();
  const walking = new Lookup(run);
  const count = run.events.when.length;
  const path = [...Array(count).keys(), ...Array.from({ length: count }, (_, i) => count - 1 - i), -1, 9, 3, count - 1, 0];

  for (const event of path) assert.deepEqual([...walking.spansAt(event)], new Lookup(run).rowKinds.map((_, row) => new Lookup(run).spanAt(row, event)), `event ${event}`);
});

test("of many spans the first are found in order, and no more", () => {
  const spans = Array.from({ length: 500 }, (_, i) => /** @type {import("../../../web/figure/lookup.js").Span} */ (/** @type {unknown} */ ({ row: i, first: (i * 7919) % 500 })));

  assert.deepEqual(firstOf([...spans], 5).map(({ first }) => first), [0, 1, 2, 3, 4]);
});
