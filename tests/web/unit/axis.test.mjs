// Tests of web/figure/axis.js: where events lie between left and right.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Axis } from "../../../web/figure/axis.js";
import { gateRun, makeRun } from "./runs.mjs";

test("positions never decrease and stay within 0 and 1", () => {
  const { positions } = new Axis(gateRun());

  for (let i = 1; i < positions.length; i++) assert.ok(positions[i] >= positions[i - 1]);
  assert.equal(positions[0], 0);
  assert.ok(positions[positions.length - 1] <= 1);
});

test("events of one instant are spread out in their order", () => {
  const axis = new Axis(gateRun());

  assert.ok(axis.positionOf(4) < axis.positionOf(5), "a step lies before what it acquires");
  assert.ok(axis.positionOf(5) < axis.positionOf(6));
  assert.equal(axis.moments.length, 2);
});

test("a long pause is shortened and says so, an ordinary one is not", () => {
  const run = makeRun({ events: [[0, "Step"], [1, "Step"], [2, "Step"], [3, "Step"], [1000, "Step"], [1001, "End"]] });
  const { pauses } = new Axis(run);

  assert.deepEqual(pauses.map((pause) => pause.isBroken), [false, false, false, true, false]);
  const [first, , , long] = pauses.map((pause) => pause.to - pause.from);
  assert.ok(long < 20 * first);
});

test("the clock and the position lead to one another within a pause", () => {
  const axis = new Axis(gateRun());
  const at = axis.positionAt(0.25);

  assert.ok(Math.abs(axis.whenAt(at) - 0.25) < 1e-9);
  assert.equal(axis.eventAt(at), 8);
});

test("on the true scale a position is the share of the time", () => {
  const axis = new Axis(gateRun(), { trueScale: true });

  assert.ok(Math.abs(axis.whenAt(0.5) - 1.00003 / 2) < 1e-9);
  assert.ok(axis.positionOf(9) > 0.99);
});

test("steps forward and back visit the same places", () => {
  const axis = new Axis(gateRun());
  const forth = [0];
  while (forth[forth.length - 1] < 1) forth.push(axis.stopAfter(forth[forth.length - 1]));
  const back = [1];
  while (back[back.length - 1] > 0) back.push(axis.stopBefore(back[back.length - 1]));

  assert.deepEqual(new Set(forth.slice(1, -1)), new Set(back.slice(1, -1).filter((at) => at > 0)));
});

test("a run without events has an axis too", () => {
  const run = makeRun({ events: [[0, "End"]] });

  assert.equal(new Axis(run).whenAt(0.5), 0);
});
