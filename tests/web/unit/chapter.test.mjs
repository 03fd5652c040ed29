// Tests of the chapter's text: every fact that it has to teach has its place, every link its target, every figure its program.
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { GOAL_NAMES } from "../../../web/chapter/tasks.js";
import { engine } from "../engine-runs.mjs";
import { FACTS } from "../facts.mjs";

const root = new URL("../../../web/", import.meta.url);
const page = readFileSync(new URL("index.html", root), "utf8");
const programs = new URL("chapter/programs/", root);

/** The text of the element with an id. @param {string} id */
function textAt(id) {
  const opening = new RegExp(`<(\\w+)[^>]*\\bid="${id}"[^>]*>`).exec(page);
  assert.ok(opening, `no place with the id ${id}`);
  const [tag, name] = opening;
  let depth = 1;
  const rest = page.slice(opening.index + tag.length);
  for (const found of rest.matchAll(new RegExp(`<(/?)${name}\\b[^>]*>`, "g"))) {
    depth += found[1] ? -1 : 1;
    if (depth === 0) return rest.slice(0, found.index).replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");
  }
  throw new Error(`${id} does not end`);
}

test("every fact has its place on the page, and a figure that shows it where there is one", () => {
  for (const { fact, at, words, figure } of FACTS) {
    for (const word of words) assert.match(textAt(at), word, `${fact}: #${at}`);
    if (figure) assert.ok(page.includes(`<figure id="figure-${figure}"`), `${fact}: figure ${figure}`);
  }
});

test("each of the ten sections is there, in order", () => {
  const ids = Array.from(page.matchAll(/<section id="([\w-]+)"/g), ([, id]) => id);

  assert.deepEqual(ids, ["why", "context", "order", "throttling", "unit", "offloading", "versions", "edges", "production", "reading"]);
});

test("links within the page lead somewhere", () => {
  for (const [, id] of page.matchAll(/href="#([\w-]+)"/g)) assert.ok(page.includes(`id="${id}"`), id);
  for (const [, id] of page.matchAll(/data-(?:for|in)="([\w-]+)"/g)) assert.ok(page.includes(`<figure id="${id}"`), id);
});

test("ids are there once", () => {
  const ids = Array.from(page.matchAll(/\bid="([\w-]+)"/g), ([, id]) => id);

  assert.equal(new Set(ids).size, ids.length);
});

test("every figure has its program, every program its figure", () => {
  const named = Array.from(page.matchAll(/data-program="([\w-]+)"/g), ([, name]) => name);

  for (const name of named) assert.ok(existsSync(new URL(`${name}.py`, programs)), name);
  assert.deepEqual(readdirSync(programs).sort(), [...new Set(named)].map((name) => `${name}.py`).sort());
});

test("programs are narrow enough to be read beside their picture", () => {
  for (const file of readdirSync(programs)) {
    for (const line of readFileSync(new URL(file, programs), "utf8").split("\n")) assert.ok(line.length <= 57, `${file}: ${line}`);
  }
});

test("every #: comment is understood", () => {
  for (const file of readdirSync(programs)) {
    const source = readFileSync(new URL(file, programs), "utf8");
    assert.equal(engine.run(source, {}).parameters.length, source.split("#:").length - 1, file);
  }
});

test("every task to tick has a goal, every goal its task", () => {
  assert.deepEqual([...new Set(Array.from(page.matchAll(/data-goal="(\w+)"/g), ([, goal]) => goal))].sort(), [...GOAL_NAMES].sort());
});

test("each question has one right answer", () => {
  for (const [question] of page.matchAll(/<fieldset class="predict"[\s\S]*?<\/fieldset>/g)) assert.equal(question.split("data-right").length, 2, question);
});
