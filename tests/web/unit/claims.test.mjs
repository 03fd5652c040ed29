// Tests of what the captions say: each figure's claim, asserted on the trace of its own program, run by the engine that the page serves.
import assert from "node:assert/strict";
import { test } from "node:test";
import { GOAL_NAMES, isReached } from "../../../web/chapter/tasks.js";
import { ended, figures, mostAlive, mostAtOnce, printed, printedAt, programs, runFigure, spans } from "../engine-runs.mjs";

/** A handle costs 10 µs; times in a caption leave that out. */
const HANDLES = 0.005;

/** @param {number} actual @param {number} expected seconds, as the caption says */
function isAbout(actual, expected) { assert.ok(Math.abs(actual - expected) < HANDLES, `${actual} s is not about ${expected} s`); }

/** @param {import("../../../web/figure/lookup.js").Lookup} lookup */
const lines = (lookup) => printed(lookup).map(({ text }) => text);

test("burst: without a bound five of eight are refused at once; with three permits all are answered, in 0.3 s", () => {
  const burst = runFigure("burst");

  assert.deepEqual(lines(burst), ["3 of 8 answered", "8 of 8 answered"]);
  assert.equal(ended(burst, "Failed"), 5);
  for (const { start } of spans(burst, "Task", "Failed")) isAbout(start, 0);
  isAbout(printedAt(burst, "3 of 8"), 0.1);
  isAbout(burst.run.end, 0.3);
  assert.equal(mostAtOnce(spans(burst, "Permit", "Held")), 3);
  assert.equal(mostAtOnce(spans(burst, "Task", "WaitingPermit")), 5);
});

test("burst: too many permits protect nobody, one at a time takes 0.8 s", () => {
  assert.equal(ended(runFigure("burst", { limit: 8 }), "Failed"), 10);
  isAbout(runFigure("burst", { limit: 1 }).run.end, 0.8);
});

test("barrier: enter waits 0.2 s, the body takes 0.3 s, exit waits 0.1 s", () => {
  const barrier = runFigure("barrier");

  isAbout(printedAt(barrier, "open"), 0.2);
  isAbout(printedAt(barrier, "closing: None"), 0.5);
  isAbout(printedAt(barrier, "closed"), 0.6);
});

for (const [ending, kind] of [["exception", "ValueError"], ["cancelled", "CancelledError"]]) {
  test(`barrier: ${ending}: the exit is awaited all the same, and the exception goes on`, () => {
    const barrier = runFigure("barrier", { ending });

    isAbout(printedAt(barrier, "closed") - printedAt(barrier, `closing: ${kind}`), 0.1);
    assert.equal(lines(barrier).at(-1), `work ended by ${kind}`);
    assert.ok(!lines(barrier).includes("work goes on after the block"));
  });

  test(`barrier: ${ending}: a true return value suppresses it`, () => {
    assert.equal(lines(runFigure("barrier", { ending, swallow: true })).at(-1), "work goes on after the block");
  });
}

test("order: gather gives A B C at 0.3 s, as_completed B C A as they end", () => {
  const order = runFigure("order");

  assert.deepEqual(lines(order).filter((line) => line.startsWith("gather")), ["gather: A", "gather: B", "gather: C"]);
  for (const name of ["A", "B", "C"]) isAbout(printedAt(order, `gather: ${name}`), 0.3);
  assert.deepEqual(lines(order).filter((line) => line.startsWith("as_completed")), ["as_completed: B", "as_completed: C", "as_completed: A"]);
  isAbout(printedAt(order, "as_completed: B"), 0.1);
  isAbout(printedAt(order, "as_completed: C"), 0.2);
  isAbout(printedAt(order, "as_completed: A"), 0.3);
});

test("tail: with gather nothing is stored before 0.9 s and it ends at 1.5 s; with as_completed five are stored by then, and it ends at 1.0 s", () => {
  const gathered = runFigure("tail");
  const completed = runFigure("tail", { order: "as_completed" });

  assert.ok(printed(gathered).every(({ when }) => when > 0.9));
  isAbout(gathered.run.end, 1.5);
  assert.equal(printed(completed).filter(({ when }) => when < 0.9).length, 5);
  assert.equal(lines(completed).at(-1), "stored 0.9");
  isAbout(completed.run.end, 1.0);
});

test("handover: the tasks that went in come out, as they end; on 3.12 it fails", () => {
  assert.deepEqual(lines(runFigure("handover")), ["south took 0.1 s", "east took 0.2 s", "north took 0.3 s"]);
  assert.match(runFigure("handover", {}, { python: "3.12" }).run.failure?.traceback ?? "", /async for/);
});

test("gate: limit 2, five jobs of 0.1 s: never more than 2 inside, three rounds, 0.3 s", () => {
  const gate = runFigure("gate");
  const held = spans(gate, "Permit", "Held");

  assert.equal(mostAtOnce(held), 2);
  assert.equal(held.length, 5);
  assert.deepEqual(held.map(({ start }) => Math.round(start * 10)).sort(), [0, 0, 1, 1, 2]);
  isAbout(gate.run.end, 0.3);
  assert.equal(mostAtOnce(spans(gate, "Task", "WaitingPermit")), 3);
  assert.ok(spans(gate, "Task", "WaitingPermit").every(({ line }) => line === 6));
  assert.equal(mostAlive(gate), 6);
});

test("gate: no single request gets faster", () => {
  for (const limit of [1, 2, 5]) for (const { start, end } of spans(runFigure("gate", { limit }), "Task", "Sleeping")) isAbout(end - start, 0.1);
});

test("gate: permits go to who came first", () => {
  const gate = runFigure("gate", { limit: 1 });

  assert.deepEqual(lines(gate).slice(0, 5), [1, 2, 3, 4, 5].map((job) => `fetched ${job}`));
});

test("pool: four of ten give up; with a limit of 3 none does", () => {
  assert.deepEqual(lines(runFigure("pool")), ["6 ok, {'PoolTimeout': 4}"]);
  assert.deepEqual(lines(runFigure("pool", { limit: 3 })), ["10 ok, {}"]);
});

test("rate: eight of twelve get a 429; with a limit of 4 none does", () => {
  assert.deepEqual(lines(runFigure("rate")), ["200 200 200 200 429 429 429 429 429 429 429 429"]);
  assert.deepEqual(lines(runFigure("rate", { limit: 4 })), [Array(12).fill(200).join(" ")]);
});

test("descriptors: half of the ten fail; with a limit of 5 none does", () => {
  assert.equal(lines(runFigure("descriptors")).filter((line) => line.includes("Too many open files")).length, 5);
  assert.deepEqual(lines(runFigure("descriptors", { limit: 5 })), Array(10).fill("read"));
});

test("collapse: eight at once take 1.6 s; two at a time take 0.1 s each and are done at 0.4 s", () => {
  const crowded = runFigure("collapse");
  const bounded = runFigure("collapse", { limit: 2 });

  assert.ok(printed(crowded).filter(({ text }) => text.startsWith("answered")).every(({ text }) => Number(text.split(" ")[2]) > 1.2));
  isAbout(Number(/after ([\d.]+)/.exec(lines(crowded).at(-1) ?? "")?.[1]), 1.6);
  assert.deepEqual(lines(bounded).slice(0, 8), Array(8).fill("answered in 0.10 s"));
  isAbout(bounded.run.end, 0.4);
});

for (const jobs of [240, 10_000]) {
  test(`creation: ${jobs} tasks exist from the first moment, twelve of them inside`, () => {
    const gated = runFigure("creation", { jobs });

    assert.equal(mostAlive(gated), jobs + 1);
    assert.ok(gated.eventsOf("TaskCreated").slice(0, jobs + 1).every((event) => gated.run.events.when[event] < HANDLES));
    assert.equal(mostAtOnce(spans(gated, "Permit", "Held")), 12);
  });
}

for (const how of ["workers", "acquire_first"]) {
  test(`creation: ${how}: the same work in the same time with a dozen tasks`, () => {
    const bounded = runFigure("creation", { how });

    assert.ok(mostAlive(bounded) <= 15, `${mostAlive(bounded)} tasks`);
    assert.equal(mostAtOnce(spans(bounded, "Task", "Sleeping")), 12);
    isAbout(bounded.run.end, runFigure("creation").run.end);
  });
}

test("unit: in sequence the third never starts, in gather it runs on, in a group it is cancelled", () => {
  const [sequential, gathered, grouped] = ["sequential", "gather", "group"].map((shape) => runFigure("unit", { shape }));

  assert.deepEqual(lines(sequential), ["got user", "page failed: LookupError"]);
  assert.deepEqual(lines(gathered), ["got user", "page failed: LookupError", "got news"]);
  assert.deepEqual(lines(grouped), ["got user", "page failed: ExceptionGroup"]);
  assert.equal(ended(grouped, "Cancelled"), 1);
  assert.equal(ended(gathered, "Cancelled"), 0);
});

test("unit: 0.6 s in sequence, 0.3 s side by side", () => {
  const took = (/** @type {string} */ shape) => printedAt(runFigure("unit", { shape, orders: "work" }), "got news");

  isAbout(took("sequential"), 0.6);
  isAbout(took("gather"), 0.3);
  isAbout(took("group"), 0.3);
});

/** Longest time between two beats. @param {import("../../../web/figure/lookup.js").Lookup} lookup */
function longestSilence(lookup) {
  const beats = printed(lookup).filter(({ text }) => text.startsWith("beat")).map(({ when }) => when);
  return Math.max(...beats.slice(1).map((when, i) => when - beats[i]));
}

test("heartbeat: on the loop beat 3 comes a quarter of a second late, in a thread every beat is on time", () => {
  const blocked = runFigure("heartbeat");

  isAbout(printedAt(blocked, "beat 3"), 0.1 + 0.25);
  assert.equal(spans(blocked, "Task", "Blocked").length, 1);
  isAbout(longestSilence(runFigure("heartbeat", { where: "thread" })), 0.05);
});

/** How late each beat came, in ms. @param {import("../../../web/figure/lookup.js").Lookup} lookup */
const lateness = (lookup) => lines(lookup).filter((line) => line.startsWith("beat")).map((line) => Number(/: (\d+) ms/.exec(line)?.[1]));

test("gil: beside one thread that computes each beat is 5 ms late, beside four 20 ms; on the loop there is none until it is over", () => {
  const beside = (/** @type {number} */ threads) => {
    const lookup = runFigure("gil", { threads });
    return lateness(lookup).slice(2, lines(lookup).indexOf("computed"));
  };

  assert.deepEqual([...new Set(beside(1))], [5]);
  assert.deepEqual([...new Set(beside(4))], [20]);
  const frozen = lines(runFigure("gil", { where: "loop" }));
  assert.deepEqual(frozen.slice(0, 2), ["beat 1: 0 ms late", "computed"]);
  assert.ok(Number(/: (\d+) ms/.exec(frozen[2])?.[1]) > 50);
});

test("nogil: no beat is late, and four threads are done when one is", () => {
  const [one, four] = [1, 4].map((threads) => runFigure("nogil", { threads }));

  for (const run of [one, four]) assert.deepEqual([...new Set(lateness(run))], [0]);
  isAbout(printedAt(four, "computed"), printedAt(one, "computed"));
  assert.ok(printedAt(runFigure("gil", { threads: 4 }), "computed") > 3 * printedAt(four, "computed") - 0.05);
});

test("processes: three compute at once and no beat is late; in three threads each beat is 15 ms late, and it takes three times as long", () => {
  const apart = runFigure("processes");
  const together = runFigure("processes", { where: "threads" });

  assert.deepEqual([...new Set(lateness(apart))], [0]);
  assert.equal(mostAtOnce(spans(apart, "Thread", "Busy")), 3);
  assert.deepEqual([...new Set(lateness(together).slice(2))], [15]);
  const took = (/** @type {import("../../../web/figure/lookup.js").Lookup} */ lookup) => printedAt(lookup, "computed") - 0.015;
  assert.ok(Math.abs(took(together) / took(apart) - 3) < 0.2, `${took(together)} and ${took(apart)}`);
});

test("executor: of twelve jobs eight begin at once, four when those are done, and all are in a thread as far as the loop can tell", () => {
  const pool = runFigure("executor");
  const jobs = spans(pool, "Thread", "Busy", "Blocked").filter(({ start, end }) => end - start > 0.05);

  assert.equal(mostAtOnce(jobs), 8);
  assert.equal(jobs.filter(({ start }) => start < HANDLES).length, 8);
  assert.equal(jobs.filter(({ start }) => Math.abs(start - 0.1) < HANDLES).length, 4);
  assert.equal(mostAtOnce(spans(pool, "Task", "InThread")), 12);
});

test("unstoppable: the await is cancelled at 0.2 s, the file is written at 0.5 s, and the program does not end before", () => {
  const run = runFigure("unstoppable");

  isAbout(printedAt(run, "loop: gave up"), 0.2);
  isAbout(printedAt(run, "thread: still wrote"), 0.5);
  assert.ok(run.run.end >= 0.5);
});

test("versions: until 3.12 four enter in four turns of the loop, since 3.13 three of them in one", () => {
  const insideInTurn = (/** @type {string} */ python) => {
    const all = lines(runFigure("versions", {}, { python }));
    return all.filter((line) => line.endsWith("inside")).map((line) => all.slice(0, all.indexOf(line)).filter((each) => each.startsWith("turn")).length);
  };

  for (const python of ["3.10", "3.11", "3.12"]) assert.deepEqual(insideInTurn(python), [1, 2, 3, 4], python);
  for (const python of ["3.13", "3.14"]) assert.deepEqual(insideInTurn(python), [1, 2, 2, 2], python);
});

test("waitfor: a task of its own up to 3.11, the caller's from 3.12 on", () => {
  for (const [python, task] of [["3.10", 2], ["3.11", 2], ["3.12", 1], ["3.13", 1], ["3.14", 1]]) {
    assert.equal(lines(runFigure("waitfor", {}, { python: String(python) }))[1], `reply ran in Task-${task}`, String(python));
  }
});

test("no task is ticked before the reader has done anything, and each can be", () => {
  /** @type {Record<string, [figure: string, settings: Record<string, string | number | boolean>]>} */
  const WAYS = {
    boundTooWide: ["burst", { limit: 6 }], oneByOne: ["burst", { limit: 1 }], closedAfterError: ["barrier", { ending: "exception" }],
    swallowed: ["barrier", { ending: "exception", swallow: true }], tailLast: ["tail", { order: "as_completed" }], fourWait: ["gate", { limit: 1 }],
    oneRound: ["gate", { limit: 5 }], noneFailed: ["pool", { limit: 3 }], no429: ["rate", { limit: 4 }], noCollapse: ["collapse", { limit: 2 }],
    tenThousand: ["creation", { jobs: 10_000 }], fewTasks: ["creation", { how: "workers" }], halfTime: ["unit", { orders: "work" }],
    orphan: ["unit", { shape: "gather" }], steadyPulse: ["heartbeat", { where: "thread" }], lateBeat: ["gil", { threads: 4 }], parallel: ["nogil", { threads: 4 }], oneLock: ["processes", { where: "threads" }], threeShifts: ["executor", { threads: 4 }],
  };

  for (const goal of GOAL_NAMES) {
    const [figure, settings] = WAYS[goal];
    assert.equal(isReached(goal, runFigure(figure)), false, `${goal} is there from the start`);
    assert.equal(isReached(goal, runFigure(figure, settings)), true, `${goal} is not reached`);
  }
});

test("every program of the page runs, and no figure stands for nothing", () => {
  assert.ok(figures.length >= 16, `${figures.length} figures`);
  for (const { id } of figures) assert.ok(runFigure(id).run.events.when.length > 0, id);
  assert.ok(Object.keys(programs).length >= figures.length);
});
