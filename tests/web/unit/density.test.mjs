// Tests of web/figure/timeline-density.js, and of what the views do with very many tasks.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Axis } from "../../../web/figure/axis.js";
import { Lookup } from "../../../web/figure/lookup.js";
import { taskNames } from "../../../web/figure/names.js";
import { layOutScene } from "../../../web/figure/scene-layout.js";
import { planScene } from "../../../web/figure/scene-plan.js";
import { layOutTimeline } from "../../../web/figure/timeline-layout.js";
import { makeRun } from "./runs.mjs";

/** Many tasks, each of which runs once and is done. @param {number} count */
function crowd(count) {
  const tasks = Array.from({ length: count }, (_, i) => i + 1);
  return makeRun({
    texts: ["job"],
    objects: tasks.map((task) => ["Task", `Task-${task}`]),
    events: [
      ...tasks.map((task) => /** @type {[number, string, number, number, number]} */ ([0, "TaskCreated", 0, task, 1])),
      ...tasks.map((task) => /** @type {[number, string, number, number]} */ ([task * 1e-5, "Step", task, 0])), [1, "End"],
    ],
    rows: tasks.map((task) => ["Task", task]),
    spans: tasks.flatMap((task, i) => /** @type {[number, string, number, number][]} */ ([[i, "Ready", i, count + i], [i, "Running", count + i, count + i + 1], [i, "Done", count + i + 1, 2 * count]])),
  });
}

test("forty tasks have a row each, more become one density", () => {
  const layOut = (/** @type {number} */ count) => {
    const lookup = new Lookup(crowd(count));
    return layOutTimeline(lookup, new Axis(lookup.run), taskNames(lookup), 800);
  };

  assert.equal(layOut(40).rows.length, 40);
  assert.equal(layOut(40).density, null);
  assert.equal(layOut(41).rows.length, 0);
  assert.deepEqual(layOut(41).density?.layers.map(({ look }) => look), ["done", "running", "ready"]);
});

test("ten thousand tasks make no more marks than sixty", () => {
  const lookup = new Lookup(crowd(10_000));

  const timeline = layOutTimeline(lookup, new Axis(lookup.run), taskNames(lookup), 1100);
  const scene = layOutScene(planScene(lookup), 600, 15_000);

  assert.equal(timeline.bars.length, 0);
  assert.ok(scene.tokens.length <= 60);
  assert.ok(scene.tickets.length < 40);
});
