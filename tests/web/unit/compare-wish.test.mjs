// Tests of web/figure/compare-wish.js: what the attribute `compare` means, and what it cannot mean.
import assert from "node:assert/strict";
import { test } from "node:test";
import { withValues, wishOf } from "../../../web/figure/compare-wish.js";

const SOURCE = 'limit = 2  #: 1..9\nmode = "slow"  #: slow | fast\nis_on = False  #:\n';
/** @param {string} name @param {string} literal @param {object} more */
const parameter = (name, literal, more) => {
  const start = SOURCE.indexOf(literal, SOURCE.indexOf(name));
  return /** @type {import("../../../web/engine/run.js").Parameter} */ (/** @type {unknown} */ ({ name, line: 1, start, end: start + literal.length, min: 0, max: 0, step: 1, choices: [], ...more }));
};
const PARAMETERS = [
  parameter("limit", "2", { kind: "slider", value: 2 }), parameter("mode", '"slow"', { kind: "choice", value: "slow", choices: ["slow", "fast"] }), parameter("is_on", "False", { kind: "switch", value: false }),
];

test("a wish is pairs, with or without quotes", () => {
  assert.deepEqual([...wishOf('limit=8 python=3.11 mode="very fast" no-gil label=\'a b\'')], [["limit", "8"], ["python", "3.11"], ["mode", "very fast"], ["no-gil", ""], ["label", "a b"]]);
  assert.deepEqual([...wishOf("  ")], []);
});

test("values are written where their parameters stand, each as its kind", () => {
  assert.equal(withValues(SOURCE, PARAMETERS, [["limit", "7"], ["is_on", "true"], ["mode", "fast"]]), 'limit = 7  #: 1..9\nmode = "fast"  #: slow | fast\nis_on = True  #:\n');
});

test("a parameter that is not there, and a value that is none, are refused in words", () => {
  assert.throws(() => withValues(SOURCE, PARAMETERS, [["limits", "7"]]), /no parameter “limits”/);
  assert.throws(() => withValues(SOURCE, PARAMETERS, [["limit", "many"]]), /“many” is no value of “limit”/);
  assert.throws(() => withValues(SOURCE, PARAMETERS, [["limit", ""]]), /no value/);
});

test("no value can become more than one literal", () => {
  assert.equal(withValues(SOURCE, PARAMETERS, [["mode", '"; import os #']]), 'limit = 2  #: 1..9\nmode = "\\"; import os #"  #: slow | fast\nis_on = False  #:\n');
});
