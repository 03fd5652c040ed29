// Tests of web/figure/landmarks.js: where a reader jumps to, and what happens to bookmarks when the program changes.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Axis } from "../../../web/figure/axis.js";
import { Bookmarks, failuresOf, printsOf } from "../../../web/figure/landmarks.js";
import { Lookup } from "../../../web/figure/lookup.js";
import { Player } from "../../../web/figure/player.js";
import { gateRun, makeRun } from "./runs.mjs";

test("prints are the events that print", () => {
  assert.deepEqual(printsOf(new Lookup(gateRun())), [16]);
});

test("a failure is the end of a task that failed, and of a program that did", () => {
  const run = makeRun({
    events: [[0, "TaskCreated"], [0, "Step", 1], [0.1, "TaskDone", 1], [0.1, "End"]],
    objects: [["Task", "Task-1"]], rows: [["Task", 1]], spans: [[0, "Running", 1, 2], [0, "Failed", 2, 3]],
  });

  assert.deepEqual(failuresOf(new Lookup(run)), [2]);
  assert.deepEqual(failuresOf(new Lookup({ ...run, failure: { kind: "Exception", type: "ValueError", message: "", line: 1, traceback: "" } })), [2, 3]);
});

test("a jump goes to the next place in its direction, and nowhere without one", () => {
  const player = new Player();
  player.setAxis(new Axis(gateRun()));
  player.seek(0.5);

  assert.equal(player.jump([0.2, 0.4, 0.7, 0.9], 1), true);
  assert.equal(player.at, 0.7);
  assert.equal(player.jump([0.2, 0.4, 0.7, 0.9], -1), true);
  assert.equal(player.at, 0.4);
  assert.equal(player.jump([0.4], 1), false);
  assert.equal(player.at, 0.4);
});

test("a bookmark is set, and taken away where it stands", () => {
  const bookmarks = new Bookmarks();
  const axis = new Axis(gateRun());
  bookmarks.toggle(axis, axis.positionOf(12));
  bookmarks.toggle(axis, axis.positionOf(6));

  assert.deepEqual(bookmarks.places(axis), [axis.positionOf(6), axis.positionOf(12)]);
  bookmarks.toggle(axis, axis.positionOf(6));
  assert.deepEqual(bookmarks.places(axis), [axis.positionOf(12)]);
});

test("a bookmark in a pause keeps its time, also in another run", () => {
  const bookmarks = new Bookmarks();
  const axis = new Axis(gateRun());
  bookmarks.toggle(axis, axis.positionAt(0.5));
  const other = new Axis({ ...gateRun(), digest: "other" }, { trueScale: true });

  assert.ok(Math.abs(axis.whenAt(bookmarks.places(axis)[0]) - 0.5) < 1e-9);
  assert.ok(Math.abs(other.whenAt(bookmarks.places(other)[0]) - 0.5) < 1e-9);
});
