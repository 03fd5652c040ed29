// Tests of web/engine/engine.js, with a worker that answers when the test says so.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Engine, Obsolete } from "../../../web/engine/engine.js";

class SlowWorker {
  /** @type {{ id: number, verb: string, source: string }[]} */ asked = [];
  /** @type {(event: { data: any }) => void} */ onmessage = () => {};
  /** @type {(event: { message: string }) => void} */ onerror = () => {};
  postMessage(/** @type {any} */ question) { this.asked.push(question); }
  /** @param {any} [answer] @param {string} [error] */
  answer(answer = {}, error = undefined) {
    const { id } = /** @type {{ id: number }} */ (this.asked.shift());
    this.onmessage({ data: error === undefined ? { id, answer } : { id, error } });
  }
}

const settle = () => new Promise((done) => setImmediate(done));

function makeEngine() {
  const worker = new SlowWorker();
  return { worker, engine: new Engine(/** @type {Worker} */ (/** @type {unknown} */ (worker))) };
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

test("a worker that crashes fails everything that is open", async () => {
  const { worker, engine } = makeEngine();
  const run = engine.run("a");
  await settle();
  worker.onerror({ message: "no wasm" });

  await assert.rejects(run, /no wasm/);
});
