// Tests of web/figure/share.js: a program in the fragment of an address.
import assert from "node:assert/strict";
import { test } from "node:test";
import { figureOf, fromFragment, toFragment } from "../../../web/figure/share.js";
import { LONGEST_PROGRAM } from "../../../web/figure/limits.js";
import { Mutator } from "../../wasm/mutator.mjs";

test("what is shared comes back, in any script", async () => {
  const shared = { source: 'print("Grüße, 世界 🐍 <b>&amp;")\n', python: "3.11", when: 0.125 };

  assert.deepEqual(await fromFragment(`#${await toFragment(shared)}`), shared);
});

test("a fragment needs no escape", async () => {
  assert.match(await toFragment({ source: "x = 1\n".repeat(300), python: "3.13", when: 0 }), /^[\w\-=&.+%]+$/);
});

test("what is no program gives none", async () => {
  for (const fragment of ["", "#why", "#p=%%%", "#p=AAAA", `#p=${"A".repeat(300_000)}`]) assert.equal(await fromFragment(fragment), null);
});

test("an unknown version becomes the usual one", async () => {
  const fragment = (await toFragment({ source: "pass", python: "3.13", when: 0 })).replace("v=3.13", "v=2.7");

  assert.equal((await fromFragment(fragment))?.python, "3.13");
});

test("everything that makes a figure look as it does comes back", async () => {
  const shared = { source: "pass\n", python: "3.12", when: 0.25, view: "scene timeline", cost: 1e-6, noGil: true, switchInterval: 0.001, cpuCount: 4, diskLatency: 0.2, files: { "names.txt": "Ada\nGrace\n", "ü.csv": "" }, kept: { source: "x = 1\n", python: "3.10" } };
  const fragment = await toFragment({ ...shared, figure: "figure-gate" });

  assert.deepEqual(await fromFragment(fragment), shared);
  assert.equal(figureOf(`#${fragment}`), "figure-gate");
  assert.equal(figureOf("#why"), null);
});

test("files that are no texts are left out", async () => {
  const files = /** @type {any} */ ({ "a.txt": "a", "b.txt": 1, "c.txt": { toString: "x" } });

  assert.deepEqual((await fromFragment(await toFragment({ source: "pass", python: "3.13", when: 0, files })))?.files, { "a.txt": "a" });
});

test("views that are none are not taken over", async () => {
  assert.equal((await fromFragment((await toFragment({ source: "pass", python: "3.13", when: 0 })) + "&view=%3Cimg%3E"))?.view, undefined);
});

test("a link that chance has changed gives a program of bounded size, or none", async () => {
  const shared = { source: 'print("Grüße 🐍")\n'.repeat(20), python: "3.12", when: 0.25, view: "scene timeline", cost: 1e-6, noGil: true, switchInterval: 0.001, cpuCount: 4, diskLatency: 0.2, files: { "names.txt": "Ada\nGrace\n" }, kept: { source: "x = 1\n", python: "3.10" } };
  const fragment = await toFragment(shared);
  const chance = new Mutator(7);
  let readable = 0;
  for (let round = 0; round < 1000; ++round) {
    const link = chance.text(fragment);
    figureOf(link);
    const read = await fromFragment(link);
    if (!read) continue;
    ++readable;
    for (const text of [read.source, read.kept?.source ?? "", ...Object.values(read.files ?? {})]) assert.ok(typeof text === "string" && text.length <= LONGEST_PROGRAM, link);
    for (const version of [read.python, read.kept?.python ?? "3.10"]) assert.match(version, /^3\.1[0-4]$/);
    for (const number of [read.when, read.cost ?? 0, read.switchInterval ?? 0, read.cpuCount ?? 0, read.diskLatency ?? 0]) assert.ok(Number.isFinite(number) && number >= 0, link);
  }
  // The test would be none if chance broke them all, or none of them.
  assert.ok(readable > 100 && readable < 900, String(readable));
});
