// Tests of web/figure/scene-plan.js and scene-layout.js: what stands where in the scene.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Lookup } from "../../../web/figure/lookup.js";
import { layOutScene, sceneHeight } from "../../../web/figure/scene-layout.js";
import { planScene } from "../../../web/figure/scene-plan.js";
import { shareOver } from "../../../web/figure/token.js";
import { runFigure, runSource } from "../engine-runs.mjs";
import { gateRun, makeRun } from "./runs.mjs";

const plan = planScene(new Lookup(gateRun()));
const at = (/** @type {number} */ event, width = 600) => layOutScene(plan, width, event);
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
  assert.equal(layOutScene(plan, 600, 8).loop.look, "idle");
});

test("a sleeping task says from when to when, one that does not sleep no time at all", () => {
  const marks = at(8);

  assert.ok(Math.abs(shareOver(token(marks, 2), 0.25) - 0.25) < 3e-3);
  assert.equal(token(marks, 3).since, token(marks, 3).until);
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

test("a long line before a gate stays in its channel: who has no place in it yet stands where it began, and the label counts all", () => {
  const lookup = runSource("import asyncio\ngate = asyncio.Semaphore(8)\nasync def fetch():\n    async with gate:\n        await asyncio.sleep(1)\nasync def main():\n    await asyncio.gather(*[fetch() for _ in range(50)])\nasyncio.run(main())\n", {});
  const event = lookup.run.events.when.filter((when) => when <= 0.5).length - 1;
  for (const width of [340, 600]) {
    const { boxes, tokens, labels } = layOutScene(planScene(lookup), width, event);
    const channel = boxes.find(({ kind }) => kind === "channel");
    assert.ok(channel);
    const inLine = tokens.filter(({ look, y }) => look === "gate" && y > channel.y);

    assert.ok(inLine.length >= 20 && inLine.length < 42, `${inLine.length} in the channel`);
    for (const { y, r } of inLine) assert.ok(y + r <= channel.y + channel.height, `${y}, ${width} px`);
    assert.match(labels.find(({ key }) => key.startsWith("before-"))?.text ?? "", /42/);
  }
});

test("who is in two gates stands at the one that it came to last", () => {
  const lookup = runFigure("pool");
  const pool = planScene(lookup);
  const event = lookup.run.events.when.filter((when) => when <= 0.05).length - 1;
  const marks = layOutScene(pool, 700, event);
  const [inner, outer] = marks.boxes.filter(({ kind }) => kind === "channel");
  const isIn = (/** @type {typeof inner} */ box) => marks.tokens.filter(({ y }) => y > box.y && y < box.y + box.height);

  assert.deepEqual(pool.gates.map(({ capacity }) => capacity), [3, 10]);
  assert.equal(isIn(inner).length, 10);
  assert.equal(isIn(inner).filter(({ look }) => look === "gate").length, 7);
  assert.equal(isIn(outer).length, 0);
});

test("the GIL is a baton: beside the loop, in a worker's lane, or beside them when nobody has it", () => {
  const run = makeRun({
    events: [[0, "GilAcquired", 0, 1], [0, "GilRequested", 0, 2, 1], [0.005, "GilReleased", 0, 1], [0.005, "GilAcquired", 0, 2], [0.006, "GilReleased", 0, 2], [0.007, "End"]],
    objects: [["Loop", "Loop-1"], ["Thread", "asyncio_0"]], rows: [["Loop", 1], ["Thread", 2], ["Gil", 0]],
    spans: [
      [0, "Busy", 0, 2], [0, "WaitingGil", 2, 4], [0, "Idle", 4, 5], [1, "WaitingGil", 1, 3], [1, "Busy", 3, 4], [1, "Idle", 4, 5],
      [2, "Held", 0, 2, { by: 1 }], [2, "Held", 3, 4, { by: 2 }],
    ],
  });
  const batonAt = (/** @type {number} */ event) => layOutScene(planScene(new Lookup(run)), 600, event);
  const lane = batonAt(3).boxes.find(({ kind }) => kind === "lane");

  assert.deepEqual(batonAt(1).batons.map(({ x, y, isHeld }) => [x > batonAt(1).loop.x && x < 110, y < 92, isHeld]), [[true, true, true]]);
  assert.ok(batonAt(1).labels.some(({ key, text }) => key === "job-1" && text === "waits for the GIL"));
  assert.ok(lane && batonAt(3).batons[0].y > lane.y && batonAt(3).batons[0].y < lane.y + lane.height);
  assert.equal(batonAt(3).loop.look, "gate");
  assert.equal(batonAt(4).batons[0].isHeld, false);
  assert.equal(at(8).batons.length, 0);
});

test("tasks that are gathered together stand together, under what they are called", () => {
  const burst = planScene(runFigure("burst"));
  const marks = layOutScene(burst, 600, 0);
  const homes = (/** @type {number} */ group) => burst.groups[group].tasks.map((task) => marks.boxes.find(({ key }) => key === `home-${task}`)?.y);

  assert.deepEqual(burst.groups.map(({ name, tasks }) => [name, tasks.length]), [["", 1], ["unbounded", 8], ["bounded", 8]]);
  assert.deepEqual(burst.results.map(({ name }) => name), ["unbounded", "bounded"]);
  assert.equal(new Set(homes(1)).size, 1);
  assert.ok(Number(homes(1)[0]) < Number(homes(2)[0]));
});

test("tasks of one kind stand in one place, and so do those of very many kinds", () => {
  assert.deepEqual(planScene(runFigure("gate")).groups.map(({ name, tasks }) => [name, tasks.length]), [["", 6]]);
});

test("where there is no room before them, the names of groups stand over them", () => {
  const burst = planScene(runFigure("burst"));
  const label = (/** @type {number} */ width) => layOutScene(burst, width, 0).labels.find(({ text }) => text === "bounded");
  const first = (/** @type {number} */ width) => layOutScene(burst, width, 0).boxes.find(({ key }) => key === `home-${burst.groups[2].tasks[0]}`);

  assert.ok(Number(label(340)?.y) < Number(first(340)?.y) - 10);
  assert.ok(Math.abs(Number(label(600)?.y) - Number(first(600)?.y)) < 10);
  for (const width of [340, 600]) for (const { x, kind } of layOutScene(burst, width, 0).boxes) if (kind === "home") assert.ok(x + 15 < width, `${x} of ${width}`);
});

test("in little room what the loop does ends before the ready queue is named, whatever the task is called", () => {
  const lookup = runSource("import asyncio\nasync def collect_the_answers():\n    await asyncio.sleep(0)\nasyncio.run(collect_the_answers())\n", {});
  for (const run of [runFigure("burst"), lookup]) {
    for (let event = 0; event < run.run.events.when.length; event++) {
      const { labels } = layOutScene(planScene(run), 300, event);
      const [loop, queue] = ["loop", "ready-queue"].map((name) => labels.find(({ key }) => key === name));
      assert.ok(loop && queue && loop.x + 6.3 * loop.text.length < queue.x, `${loop?.text} of event ${event}`);
    }
  }
});
