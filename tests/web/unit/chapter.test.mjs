// Tests of the chapter's text: every fact that it has to teach has its place, every link its target, every figure its program.
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

const root = new URL("../../../web/", import.meta.url);
const page = readFileSync(new URL("index.html", root), "utf8");
const programs = new URL("chapter/programs/", root);

/** The text of the element with an id, up to the next element that has one. @param {string} id */
function textAt(id) {
  const start = page.search(new RegExp(`<\\w+[^>]*\\bid="${id}"`));
  assert.ok(start >= 0, `no place with the id ${id}`);
  const rest = page.slice(start + 1);
  const end = rest.search(/<(p|figure|section|h3|li|div)\b[^>]*\bid="/);
  return rest.slice(0, end < 0 ? undefined : end).replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");
}

/** What the chapter has to teach: where, and words that have to be there. @type {[id: string, ...words: RegExp[]][]} */
const FACTS = [
  ["why-incident", /no bound/, /downstream/],
  ["why-tools", /Semaphore/, /input\s+order/, /completion\s+order/, /to_thread/],
  ["why-toys", /safely/, /bound/, /order/, /blocking/],
  ["why-gil", /5 ms/, /not starved/],
  ["why-links", /TaskGroup/, /awaitables/],
  ["context-protocol", /__aenter__/, /__aexit__/, /car park/],
  ["context-uses", /warming a connection/, /flushing/, /gracefully/],
  ["context-exit", /suppresses/, /cancellation/],
  ["order-gather", /aligned/, /0\.3, 0\.1 and 0\.2/],
  ["order-choice", /early/, /progress/, /slow tail/],
  ["order-consumption", /out of order/],
  ["order-arbitrary", /arbitrary/, /3\.13/, /original tasks/],
  ["throttling-rounds", /three rounds/],
  ["throttling-not-faster", /no single request faster/, /pool/, /rate limit/, /file descriptors/, /latency/],
  ["throttling-creation", /not limit/],
  ["throttling-fifo", /first come, first served/],
  ["unit-decide", /One after the other/, /boundary/],
  ["unit-group", /3\.11/],
  ["offloading-leave", /blocking file I\/O/, /3\.9/],
  ["offloading-not-parallel", /responsive/, /processes/],
  ["offloading-executor", /32, cpu count \+ 4/],
  ["offloading-measured", /5\.2 ms/, /22 to 31/, /63 to 73/],
  ["offloading-cancel", /does not stop the thread/],
  ["versions-switch", /3\.10 to 3\.14/],
  ["edges-creation"], ["edges-order"], ["edges-processes"],
  ["edges-rule", /unbounded work in flight/],
];

test("every fact has its place on the page", () => {
  for (const [id, ...words] of FACTS) for (const word of words) assert.match(textAt(id), word, id);
});

test("each of the ten sections is there, in order", () => {
  const ids = Array.from(page.matchAll(/<section id="([\w-]+)"/g), ([, id]) => id);

  assert.deepEqual(ids, ["why", "context", "order", "throttling", "unit", "offloading", "versions", "edges", "production", "reading"]);
});

test("links within the page lead somewhere", () => {
  for (const [, id] of page.matchAll(/href="#([\w-]+)"/g)) assert.ok(page.includes(`id="${id}"`), id);
  for (const [, id] of page.matchAll(/data-for="([\w-]+)"/g)) assert.ok(page.includes(`<figure id="${id}"`), id);
});

test("ids are there once", () => {
  const ids = Array.from(page.matchAll(/\bid="([\w-]+)"/g), ([, id]) => id);

  assert.equal(new Set(ids).size, ids.length);
});

test("every figure has its program, every program its figure", () => {
  const named = Array.from(page.matchAll(/data-program="([\w-]+)"/g), ([, name]) => name);

  for (const name of named) assert.ok(existsSync(new URL(`${name}.py`, programs)), name);
  assert.deepEqual(readdirSync(programs).sort(), named.map((name) => `${name}.py`).sort());
});

test("programs are narrow enough to be read beside their picture", () => {
  for (const file of readdirSync(programs)) {
    for (const line of readFileSync(new URL(file, programs), "utf8").split("\n")) assert.ok(line.length <= 60, `${file}: ${line}`);
  }
});

test("every #: comment is understood", async () => {
  const { default: createCore } = await import(new URL("../../../dist/wasm/sluice-core.mjs", import.meta.url).href);
  const core = await createCore({ wasmBinary: readFileSync(new URL("../../../dist/wasm/sluice-core.wasm", import.meta.url)) });
  for (const file of readdirSync(programs)) {
    const source = readFileSync(new URL(file, programs), "utf8");
    assert.equal(core.check(source, "3.13").parameters.length, source.split("#:").length - 1, file);
  }
});
