// Tests of web/engine/engine.js, with workers that answer when the test says so.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Ended, Engine, LacksLibrary, Obsolete } from "../../../web/engine/engine.js";

class SlowWorker {
  /** @type {{ id: number, verb: string, source: string, runId: number }[]} */ asked = [];
  /** @type {(event: { data: any }) => void} */ onmessage = () => {};
  /** @type {(event: { message: string }) => void} */ onerror = () => {};
  isTerminated = false;
  postMessage(/** @type {any} */ question) { this.asked.push(question); }
  terminate() { this.isTerminated = true; }
  /** Says that work on the first question has begun. */
  begin() { this.onmessage({ data: { id: this.asked[0].id, hasBegun: true } }); }
  /** Says that the first question waits for the library. */
  fetch() { this.onmessage({ data: { id: this.asked[0].id, isFetching: true } }); }
  /** @param {any} [answer] @param {string} [error] */
  answer(answer = {}, error = undefined) {
    const { id } = /** @type {{ id: number }} */ (this.asked.shift());
    this.onmessage({ data: error === undefined ? { id, answer } : { id, error } });
  }
}

const settle = () => new Promise((done) => setImmediate(done));

function makeEngine() {
  /** @type {SlowWorker[]} */ const workers = [];
  const engine = new Engine(() => {
    workers.push(new SlowWorker());
    return /** @type {Worker} */ (/** @type {unknown} */ (workers[workers.length - 1]));
  });
  return { worker: workers[0], workers, engine };
}

test("a run is answered with a frozen record", async () => {
  const { worker, engine } = makeEngine();
  const run = engine.run("pass");
  await settle();
  worker.answer({ end: 1, rows: { kind: new Uint8Array(2) } });

  assert.ok(Object.isFrozen((await run).rows));
});

test("of many runs while one is under way only the newest is done", async () => {
  const { worker, engine } = makeEngine();
  const figure = {};
  const runs = ["a", "b", "c", "d"].map((source) => engine.run(source, {}, figure).then(() => source, (error) => error instanceof Obsolete));
  await settle();
  assert.deepEqual(worker.asked.map(({ source }) => source), ["a"]);

  worker.answer();
  await settle();
  assert.deepEqual(worker.asked.map(({ source }) => source), ["d"]);
  worker.answer();

  assert.deepEqual(await Promise.all(runs), [true, true, true, "d"]);
});

test("figures do not wait for one another's runs to be thought over", async () => {
  const { worker, engine } = makeEngine();
  void engine.run("a", {}, {});
  void engine.run("b", {}, {});
  await settle();

  assert.deepEqual(worker.asked.map(({ source }) => source), ["a", "b"]);
});

test("an error of the worker reaches who asked, and the next run is done", async () => {
  const { worker, engine } = makeEngine();
  const figure = {};
  const first = engine.run("a", {}, figure);
  await settle();
  worker.answer(undefined, "out of memory");
  await assert.rejects(first, /out of memory/);

  const second = engine.run("b", {}, figure);
  await settle();
  worker.answer({ end: 2 });

  assert.equal((await second).end, 2);
});

test("a worker that dies is replaced, and asked again; one that dies of the same question fails it", async () => {
  const { workers, engine } = makeEngine();
  const run = engine.run("a");
  await settle();
  workers[0].onerror({ message: "no wasm" });

  assert.equal(workers[0].isTerminated, true);
  assert.deepEqual(workers[1].asked.map(({ source }) => source), ["a"]);
  workers[1].onerror({ message: "no wasm, again" });
  await assert.rejects(run, /no wasm, again/);
  assert.equal(workers.length, 2);

  const next = engine.run("b");
  await settle();
  workers[2].answer({ end: 1 });
  assert.equal((await next).end, 1);
});

test("a run of a worker that is gone can still be asked about: the program runs again", async () => {
  const { workers, engine } = makeEngine();
  const run = engine.run("a");
  await settle();
  workers[0].answer({ id: 7 });
  const { id } = await run;
  workers[0].onerror({ message: "gone" });

  const sentences = engine.sentences(id, 0, 2);
  await settle();
  assert.deepEqual(workers[1].asked.map(({ verb, source }) => [verb, source]), [["run", "a"]]);
  workers[1].answer({ id: 1 });
  await settle();
  assert.deepEqual(workers[1].asked.map(({ verb, runId }) => [verb, runId]), [["sentences", 1]]);
  workers[1].answer(["It begins.", "It ends."]);

  assert.deepEqual(await sentences, ["It begins.", "It ends."]);
});

test("a question about a run is never put to another worker with the number of the old one", async () => {
  const { workers, engine } = makeEngine();
  const run = engine.run("a");
  await settle();
  workers[0].answer({ id: 7 });
  const { id } = await run;
  const text = engine.export(id, "json");
  await settle();
  workers[0].onerror({ message: "gone" });
  await settle();

  assert.deepEqual(workers[1].asked.map(({ verb, source }) => [verb, source]), [["run", "a"]]);
  workers[1].answer({ id: 3 });
  await settle();
  workers[1].answer("{}");

  assert.equal(await text, "{}");
});

test("a run that takes too long is given up when a newer one is wanted, and others are asked again", async (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const { workers, engine } = makeEngine();
  const figure = {};
  const slow = assert.rejects(engine.run("for ever", {}, figure), Obsolete);
  const other = engine.run("other");
  await settle();
  const newer = engine.run("newer", {}, figure);
  await settle();
  context.mock.timers.tick(1999);
  assert.equal(workers.length, 1);
  context.mock.timers.tick(1);
  await settle();
  await slow;

  assert.deepEqual(workers[1].asked.map(({ source }) => source), ["other", "newer"]);
  workers[1].answer({ end: 1 });
  workers[1].answer({ end: 2 });
  assert.deepEqual([(await other).end, (await newer).end], [1, 2]);
});

test("a run is ended after fifteen seconds of work, whoever waits for it; those in line behind it are asked of another worker", async (context) => {
  context.mock.timers.enable({ apis: ["setInterval"] });
  const { workers, engine } = makeEngine();
  const slow = assert.rejects(engine.run("10 ** 10 ** 9"), (error) => error instanceof Ended && /15 s/.test(error.message));
  const other = engine.run("other");
  await settle();
  context.mock.timers.tick(60_000);
  assert.equal(workers.length, 1, "while the engine loads no time counts");

  workers[0].begin();
  context.mock.timers.tick(14_000);
  assert.equal(workers[0].isTerminated, false);
  context.mock.timers.tick(1000);
  await slow;

  assert.equal(workers[0].isTerminated, true);
  assert.deepEqual(workers[1].asked.map(({ source }) => source), ["other"]);
  workers[1].begin();
  workers[1].answer({ end: 1 });
  assert.equal((await other).end, 1);
  context.mock.timers.tick(60_000);
  assert.equal(workers.length, 2);
});

test("a program that brings the worker down twice is to blame alone: the questions behind it are answered", async () => {
  const { workers, engine } = makeEngine();
  const bad = assert.rejects(engine.run("crash"), (error) => error instanceof Ended && /unreachable/.test(error.message));
  const good = engine.run("fine");
  await settle();
  for (const worker of [0, 1]) {
    workers[worker].begin();
    workers[worker].onerror({ message: "unreachable" });
  }
  await bad;

  assert.deepEqual(workers[2].asked.map(({ source }) => source), ["fine"]);
  workers[2].answer({ end: 3 });
  assert.equal((await good).end, 3);
});

test("a question that nobody may ask again is answered with what went wrong", async () => {
  const { workers, engine } = makeEngine();
  const run = assert.rejects(engine.run("a"), (error) => !(error instanceof Ended) && /no such option/.test(String(error)));
  await settle();
  workers[0].begin();
  workers[0].answer(undefined, "no such option");

  await run;
  assert.equal(workers.length, 1);
});

test("a worker that is gone without a word is replaced once it has been silent for fifteen seconds", async (context) => {
  context.mock.timers.enable({ apis: ["setInterval"] });
  const { workers, engine } = makeEngine();
  const first = engine.run("a");
  await settle();
  workers[0].begin();
  workers[0].answer({ end: 1 });
  await first;

  const second = engine.run("b");
  await settle();
  context.mock.timers.tick(15_000);

  assert.equal(workers[0].isTerminated, true);
  assert.deepEqual(workers[1].asked.map(({ source }) => source), ["b"]);
  workers[1].begin();
  workers[1].answer({ end: 2 });
  assert.equal((await second).end, 2);
});

test("while a program waits for the library no time counts, and it is not given up for a newer one with its worker", async (context) => {
  context.mock.timers.enable({ apis: ["setInterval", "setTimeout"] });
  const { workers, engine } = makeEngine();
  const figure = {};
  const first = assert.rejects(engine.run("rare", {}, figure), Obsolete);
  await settle();
  workers[0].begin();
  workers[0].fetch();
  context.mock.timers.tick(60_000);
  const newer = engine.run("rare, too", {}, figure);
  await settle();
  context.mock.timers.tick(2000);
  await settle();
  await first;

  assert.equal(workers.length, 1);
  workers[0].answer({ end: 1 });
  workers[0].begin();
  workers[0].answer({ end: 2 });
  assert.equal((await newer).end, 2);
});

test("a library that cannot be fetched is told apart from an engine that fails", async () => {
  const { workers, engine } = makeEngine();
  const run = assert.rejects(engine.run("rare"), (error) => error instanceof LacksLibrary && error.module === "rare" && /404/.test(error.message));
  await settle();
  workers[0].begin();
  workers[0].fetch();
  workers[0].onmessage({ data: { id: workers[0].asked[0].id, error: "module rare: 404", lacksLibrary: "rare" } });

  await run;
  assert.equal(workers.length, 1);
});
