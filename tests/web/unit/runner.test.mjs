// Tests of web/figure/runner.js, with recordings that arrive when the test says so.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Engine } from "../../../web/engine/engine.js";
import { Runner } from "../../../web/figure/runner.js";

/** A worker that runs every program at once: its run is the program's text. */
class QuickWorker {
  /** @type {(event: { data: any }) => void} */ onmessage = () => {};
  postMessage(/** @type {any} */ { id, source }) { queueMicrotask(() => this.onmessage({ data: { id, answer: { id, source } } })); }
  terminate() {}
}

/** @returns {{ runner: Runner, arrive: (run: any) => void }} arrive: the recording that is being fetched is there; null: it is of another run */
function makeRunner() {
  const engine = new Engine(() => /** @type {any} */ (new QuickWorker()));
  /** @type {(run: any) => void} */ let arrive = () => {};
  const playBack = (/** @type {string | null} */ address) => (address ? new Promise((resolve) => { arrive = resolve; }) : Promise.resolve(null));
  return { runner: new Runner({ playBack, createEngine: () => Promise.resolve(engine) }), arrive: (run) => arrive(run) };
}

const settle = () => new Promise((done) => setImmediate(done));
/** @param {string} source @param {string | null} [recording] */
const wanted = (source, recording = null) => () => ({ source, options: {}, recording });

test("a recording is the run where it is of that run", async () => {
  const { runner, arrive } = makeRunner();
  const run = runner.run(wanted("a", "a.json"), null);
  await settle();
  arrive({ source: "recorded a" });

  assert.equal((await run)?.source, "recorded a");
});

test("where the recording is of another run, the engine runs the program", async () => {
  const { runner, arrive } = makeRunner();
  const run = runner.run(wanted("a", "a.json"), null);
  await settle();
  arrive(null);

  assert.equal((await run)?.source, "a");
});

// The program that was typed while the recording was on its way counted as the older one, and its run was never shown.
for (const late of [null, { source: "recorded a" }]) {
  test(`a program that is typed while a recording is fetched is the one that counts, ${late ? "though the recording comes" : "though the engine is asked for the first one later"}`, async () => {
    const { runner, arrive } = makeRunner();
    const first = runner.run(wanted("a", "a.json"), null);
    await settle();
    const second = runner.run(wanted("b"), null);
    arrive(late);

    assert.equal((await second)?.source, "b");
    assert.equal(await first, null);
  });
}

test("what a figure waits for before its first run comes first", async () => {
  const { runner } = makeRunner();
  let source = "the author's";
  const run = runner.run(() => wanted(source)(), Promise.resolve().then(() => { source = "the link's"; }));

  assert.equal((await run)?.source, "the link's");
});
