// Tests of what is made beforehand: recordings are what the engine answers, to the last byte, and are used for nothing else.
import assert from "node:assert/strict";
import { test } from "node:test";
import { isRecordingOf, readRecording, writeRecording } from "../../../web/engine/recording.js";
import { optionsOfFigure } from "../../../web/chapter/record.mjs";
import { makeFigures } from "../../../web/chapter/make-figures.mjs";
import { readFileSync } from "node:fs";
import { engine, figures, programs } from "../engine-runs.mjs";

const root = new URL("../../../web/", import.meta.url);
const { made, files } = makeFigures(readFileSync(new URL("index.html", root), "utf8"), programs, engine, readFileSync(new URL("figure/figure.css", root), "utf8"));

/** Compares everything, columns by their bytes. @param {any} actual @param {any} expected @param {string} path */
function isSame(actual, expected, path) {
  if (ArrayBuffer.isView(expected)) {
    assert.equal(actual?.constructor, expected.constructor, path);
    const bytes = (/** @type {ArrayBufferView} */ view) => Buffer.from(view.buffer, view.byteOffset, view.byteLength);
    assert.ok(bytes(actual).equals(bytes(expected)), path);
  } else if (typeof expected === "object" && expected !== null) {
    assert.deepEqual(Object.keys(actual), Object.keys(expected), path);
    for (const name of Object.keys(expected)) isSame(actual[name], expected[name], `${path}.${name}`);
  } else assert.ok(Object.is(actual, expected), path);
}

for (const figure of figures) {
  test(`${figure.id}: the recording is the run, byte for byte, or there is none`, () => {
    const text = files.get(`assets/runs/${figure.id}.json`);
    if (!text) return assert.equal(made.get(figure.id)?.isRecorded, false);
    const options = optionsOfFigure(figure);
    const { run, ...rest } = readRecording(text);

    isSame(run, engine.run(programs[figure.program], options), "run");
    isSame(rest, { engine: engine.digest, options }, "recording");
  });
}

test("the first figure of the page is recorded, and all but the crowded ones", () => {
  assert.equal(made.get(figures[0].id)?.isRecorded, true);
  assert.ok([...made.values()].filter(({ isRecorded }) => !isRecorded).length <= 1);
});

test("a recording is used for its own program, options and engine only", () => {
  const options = { python: "3.13", gil: true };
  const recording = readRecording(writeRecording({ engine: "e1", options, run: engine.run("pass\n", options) }));

  assert.ok(isRecordingOf(recording, "e1", "pass\n", { python: "3.13", gil: true }));
  assert.ok(isRecordingOf(recording, "e1", "pass\n", { gil: true, python: "3.13", files: {} }));
  assert.ok(!isRecordingOf(recording, "e1", "pass\n", { ...options, files: { "a.txt": "1" } }));
  assert.ok(!isRecordingOf(recording, "e2", "pass\n", options));
  assert.ok(!isRecordingOf(recording, "", "pass\n", options));
  assert.ok(!isRecordingOf(recording, "e1", "pass", options));
  assert.ok(!isRecordingOf(recording, "e1", "pass\n", { python: "3.12", gil: true }));
  assert.ok(!isRecordingOf(recording, "e1", "pass\n", { ...options, instructionCost: 1e-6 }));
});

test("a still is a picture of the run that stands alone: tasks, rows, a key to no other file", () => {
  for (const { id } of figures) {
    const still = files.get(`assets/stills/${id}.svg`) ?? "";
    assert.match(still, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/, id);
    assert.match(still, /class="(bar|layer) is-/, id);
    assert.match(still, /prefers|color-scheme:light dark/, id);
    assert.doesNotMatch(still, /href|url\((?!#)|NaN|undefined/, id);
  }
});

test("a program that does not compile ends the build", () => {
  const html = '<figure id="figure-x">\n<sluice-figure label="x"><pre data-program="x"></pre></sluice-figure>';

  assert.throws(() => makeFigures(html, { x: "async def (:\n" }, engine, ""), /x\.py: line 1/);
});
