// Tests of web/figure/timeline-layout.js.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Axis } from "../../../web/figure/axis.js";
import { Lookup } from "../../../web/figure/lookup.js";
import { taskNames } from "../../../web/figure/names.js";
import { layOutTimeline } from "../../../web/figure/timeline-layout.js";
import { gateRun } from "./runs.mjs";

const lookup = new Lookup(gateRun());
const layOut = (/** @type {number} */ width) => layOutTimeline(lookup, new Axis(lookup.run), taskNames(lookup), width);

test("there is a row for each task and each permit, named as the program names them", () => {
  assert.deepEqual(layOut(800).rows.map(({ label }) => label), ["work 1", "work 2", "gate 1"]);
});

test("the bars of a row follow one another without overlap", () => {
  const { bars, rows } = layOut(800);
  for (const { y } of rows) {
    const row = bars.filter((bar) => Math.abs(bar.y + bar.height / 2 - y) < 1e-9).sort((a, b) => a.x - b.x);
    for (let i = 1; i < row.length; i++) assert.ok(row[i].x >= row[i - 1].x + row[i - 1].width - 2.001);
  }
});

test("steps of one moment are numbered from 1", () => {
  assert.deepEqual(layOut(1600).bars.filter(({ look }) => look === "running").map(({ text }) => text), ["1", "1", "2", "2"]);
});

test("an end is marked where the task ends", () => {
  assert.deepEqual(layOut(800).ends.map(({ look }) => look), ["done", "done"]);
});

test("nothing is wider than the box", () => {
  for (const width of [280, 1200]) {
    const { bars, moments } = layOut(width);
    for (const bar of bars) assert.ok(bar.width >= 0 && bar.x + bar.width <= width);
    for (const moment of moments) assert.ok(moment.textX <= width);
  }
});
