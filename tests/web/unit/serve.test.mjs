// Tests of web/engine/serve.js, with a core that answers as the test says.
import assert from "node:assert/strict";
import { test } from "node:test";
import { serve } from "../../../web/engine/serve.js";

const settle = () => new Promise((done) => setImmediate(done));

/** Wants the library for every program that says "rare", until it has it. */
class FakeCore {
  hasLibrary = false;
  runs = 0;
  supplyLibrary(/** @type {unknown} */ text) { return this.hasLibrary = text === "the pack"; }
  run(/** @type {string} */ source) {
    this.runs += 1;
    return { failure: source.includes("rare") && !this.hasLibrary ? { kind: "library", message: "rare" } : null, end: 1 };
  }
}

/** @param {(() => Promise<unknown>)[]} fetches what each attempt to fetch the library does */
function start(fetches) {
  const core = new FakeCore();
  /** @type {any[]} */ const said = [];
  /** @type {import("../../../web/engine/serve.js").Port} */
  const port = { onmessage: null, postMessage: (message) => said.push(message) };
  let fetched = 0;
  serve(port, async () => core, /** @type {() => Promise<any>} */ (() => fetches[fetched++]()));
  const ask = async (/** @type {number} */ id, /** @type {string} */ source) => {
    port.onmessage?.({ data: /** @type {any} */ ({ id, verb: "run", source, options: {} }) });
    await settle();
  };
  return { core, said, ask, fetched: () => fetched };
}

test("the library is fetched by the first program that needs it, and once", async () => {
  const { core, said, ask, fetched } = start([async () => "the pack"]);
  await ask(1, "plain");
  assert.equal(fetched(), 0);

  await ask(2, "rare");
  await ask(3, "rare, too");

  assert.equal(fetched(), 1);
  assert.deepEqual(said.filter(({ id }) => id === 2).map(({ hasBegun, isFetching, answer }) => [hasBegun, isFetching, answer?.failure]),
    [[true, undefined, undefined], [undefined, true, undefined], [true, undefined, undefined], [undefined, undefined, null]]);
  assert.equal(core.runs, 4);
});

test("while the library is on its way other programs run, and those that wait for it share it", async () => {
  /** @type {(text: string) => void} */ let arrive = () => {};
  const { said, ask, fetched } = start([() => new Promise((done) => { arrive = done; })]);
  await ask(1, "rare");
  await ask(2, "rare");
  await ask(3, "plain");
  assert.deepEqual(said.filter(({ answer }) => answer).map(({ id }) => id), [3]);

  arrive("the pack");
  await settle();

  assert.deepEqual(said.filter(({ answer }) => answer).map(({ id }) => id), [3, 1, 2]);
  assert.equal(fetched(), 1);
});

test("a library that does not come, or is another, is the program's misfortune alone; the next attempt fetches it again", async () => {
  const { said, ask } = start([() => Promise.reject(new Error("404")), async () => "another pack", async () => "the pack"]);
  await ask(1, "rare");
  await ask(2, "rare");
  await ask(3, "rare");

  const answers = said.filter(({ answer, error }) => answer || error);
  assert.deepEqual(answers.map(({ lacksLibrary, isDead }) => [lacksLibrary, isDead]), [["rare", undefined], ["rare", undefined], [undefined, undefined]]);
  assert.match(answers[0].error, /^module rare: Error: 404$/);
  assert.match(answers[1].error, /not the whole one of this engine/);
  assert.equal(answers[2].answer.failure, null);
});
