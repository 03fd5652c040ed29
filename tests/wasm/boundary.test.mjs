// Tests of wasm/bindings.cpp: what JavaScript may hand to the engine by mistake or malice. An error names what was wrong, and the
// engine is as good as before.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { loadEngine } from "./digests.mjs";
import { Mutator } from "./mutator.mjs";

const GATE = `import asyncio

async def job(n, gate):
    async with gate:
        await asyncio.sleep(0.1)
        print(n)

async def main():
    gate = asyncio.Semaphore(2)
    await asyncio.gather(*(job(n, gate) for n in range(4)))

asyncio.run(main())
`;
/** Values that are no answer to most questions, among them half a surrogate pair. @type {unknown[]} */
const ODD = [undefined, null, true, NaN, Infinity, -1, 0, 0.5, 2 ** 31, 2 ** 53, -(2 ** 63), "", "x", "3.13", "\0", "\ud800", "{", "[]", "1e999", [], [1], ["a", 2], {}, { toString: null }, Symbol("s"), 10n, () => 0, new Uint8Array(4)];
const NUMBERS = ["step", "instructionCost", "switchInterval", "diskLatency", "cpuCount"];
const BUDGETS = ["instructions", "events", "memory", "output", "recursion", "time"];

/** @type {any} */ let core;
/** @type {string} */ let digest;
before(async () => {
  core = await loadEngine();
  digest = core.digest(GATE, {});
});

/** What is odd is refused by an exception of JavaScript's, or done; a trap would be neither. @param {() => unknown} question */
function survives(question) {
  try {
    question();
  } catch (error) {
    assert.ok(!(error instanceof WebAssembly.RuntimeError), String(error));
  }
}

test("an option that no run can have is refused by name", () => {
  for (const name of NUMBERS) {
    for (const value of [NaN, Infinity, -1]) assert.throws(() => core.run(GATE, { [name]: value }), { name: "RangeError", message: new RegExp(`^${name} ${value}: not a number`) });
  }
  for (const name of BUDGETS) assert.throws(() => core.run(GATE, { budgets: { [name]: -1 } }), { name: "RangeError", message: new RegExp(`^${name} -1`) });
  assert.throws(() => core.run(GATE, { cpuCount: 1.5 }), { name: "RangeError", message: "cpuCount 1.5: not a number from 0 to 999999999" });
  assert.throws(() => core.run(GATE, { python: "2.7" }), { name: "RangeError", message: "python 2.7: there are 3.10, 3.11, 3.12, 3.13 and 3.14" });
  assert.equal(core.digest(GATE, {}), digest);
});

test("nothing odd brings the engine down", () => {
  for (const odd of ODD) {
    survives(() => core.run(odd, {}));
    survives(() => core.run(GATE, odd));
    survives(() => core.check(odd, odd));
    survives(() => core.highlight(odd, "3.12"));
    survives(() => core.sentences(odd, odd, odd));
    survives(() => core.export(odd, odd));
    for (const name of [...NUMBERS, "python", "gil", "lines", "fileName", "budgets", "files", "argv"]) survives(() => core.run(GATE, { [name]: odd }));
    for (const name of BUDGETS) survives(() => core.run(GATE, { budgets: { [name]: odd } }));
    survives(() => core.run(GATE, { files: { "a.txt": odd } }));
    survives(() => core.run(GATE, { argv: ["a", odd] }));
  }
  assert.equal(core.digest(GATE, {}), digest);
});

test("questions about runs that there never were have empty answers", () => {
  const { id, events } = core.run(GATE, {});
  const count = events.when.length;
  assert.equal(core.sentences(id, 0, count).length, count);
  for (const [from, to] of [[count, count + 1], [5, 3], [2 ** 32 - 1, 2 ** 32 - 1], [0, 2 ** 32 - 1]]) assert.ok(core.sentences(id, from, to).length <= count, `${from} to ${to}`);
  assert.deepEqual(core.sentences(id + 1, 0, 1), []);
  assert.equal(core.export(id + 1, "json"), "");
  assert.equal(core.export(id, "no such form"), "");
});

test("programs and options that chance has made are run or refused, and change nothing for the next", () => {
  const chance = new Mutator(1);
  for (let round = 0; round < 600; ++round) {
    const source = chance.text(GATE);
    const options = chance.text(JSON.stringify({ python: "3.12", step: 1e-5, instructionCost: 1e-7, gil: false, lines: true, cpuCount: 4, argv: ["a"], files: { "a.txt": "b" }, budgets: { instructions: 20_000, events: 2_000, memory: 4_000_000, output: 10_000 } }));
    survives(() => core.run(source, options));
    survives(() => core.check(source, "3.10"));
    survives(() => core.highlight(source, "3.14"));
  }
  assert.equal(core.digest(GATE, {}), digest);
});
