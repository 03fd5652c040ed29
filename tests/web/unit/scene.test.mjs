// Tests of web/figure/scene-plan.js and scene-layout.js: what stands where in the scene.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Lookup } from "../../../web/figure/lookup.js";
import { layOutScene, sceneHeight } from "../../../web/figure/scene-layout.js";
import { planScene } from "../../../web/figure/scene-plan.js";
import { runFigure } from "../engine-runs.mjs";
import { gateRun } from "./runs.mjs";

const plan = planScene(new Lookup(gateRun()));
const at = (/** @type {number} */ event, width = 600) => layOutScene(plan, width, event, gateRun().events.when[event]);
const token = (/** @type {ReturnType<typeof at>} */ marks, /** @type {number} */ task) => {
  const found = marks.tokens.find((mark) => mark.task === task);
  assert.ok(found);
  return found;
};

test("the scene has the gate that the program uses, and nothing that it does not", () => {
  assert.deepEqual(plan.gates.map(({ name, permits, waitersMost }) => [name, permits.length, waitersMost]), [["gate", 1, 1]]);
  assert.equal(plan.workers.length, 0);
  assert.equal(plan.results.length, 0);
});

test("who waits stands before the gate, who holds a permit behind it", () => {
  const marks = at(8);
  const post = marks.boxes.find(({ kind }) => kind === "post");

  assert.ok(post);
  assert.ok(token(marks, 2).x > post.x);
  assert.ok(token(marks, 3).x < post.x);
  assert.equal(token(marks, 3).look, "gate");
});

test("a permit that is taken sits on its task, and comes back", () => {
  const rest = at(4).discs[0];
  const taken = at(8).discs[0];

  assert.equal(rest.isTaken, false);
  assert.equal(taken.isTaken, true);
  assert.deepEqual(at(13).discs[0], rest);
});

test("the ready queue holds the tasks that are ready, first come first", () => {
  assert.deepEqual(at(3).tickets.map(({ text }) => text), ["1", "2"]);
});

test("the loop shows the task that runs, and is idle in a pause", () => {
  assert.equal(at(5).loop.look, "running");
  assert.equal(at(5).loop.text, "1");
  assert.equal(layOutScene(plan, 600, 8, 0.5).loop.look, "idle");
});

test("a sleeping task shows how much of its sleep is over", () => {
  const marks = layOutScene(plan, 600, 8, 0.25);

  assert.ok(Math.abs((token(marks, 2).progress ?? 0) - 0.25) < 1e-3);
});

test("equal moments give equal marks, in any order of asking", () => {
  const first = at(8);
  at(16);

  assert.deepEqual(at(8), first);
});

test("everything lies within the box, at 280 px and at 900", () => {
  for (const width of [280, 900]) {
    for (let event = 0; event < 19; event++) {
      const marks = at(event, width);
      for (const { x, y, r } of marks.tokens) assert.ok(x - r >= 0 && x + r <= width && y + r <= sceneHeight(plan, width));
    }
  }
});

test("who is in two gates stands at the one that it came to last", () => {
  const lookup = runFigure("pool");
  const pool = planScene(lookup);
  const event = lookup.run.events.when.filter((when) => when <= 0.05).length - 1;
  const marks = layOutScene(pool, 700, event, 0.05);
  const [inner, outer] = marks.boxes.filter(({ kind }) => kind === "channel");
  const isIn = (/** @type {typeof inner} */ box) => marks.tokens.filter(({ y }) => y > box.y && y < box.y + box.height);

  assert.deepEqual(pool.gates.map(({ capacity }) => capacity), [3, 10]);
  assert.equal(isIn(inner).length, 10);
  assert.equal(isIn(inner).filter(({ look }) => look === "gate").length, 7);
  assert.equal(isIn(outer).length, 0);
});
