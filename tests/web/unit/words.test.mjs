// Tests of the small pure modules: names, parameters in the text, keys, highlighting, speed in words.
import assert from "node:assert/strict";
import { test } from "node:test";
import { highlight } from "../../../web/figure/highlight.js";
import { intentOf } from "../../../web/figure/keyboard.js";
import { Lookup } from "../../../web/figure/lookup.js";
import { damped } from "../../../web/figure/motion.js";
import { taskNames, tokenOf, withLabels } from "../../../web/figure/names.js";

import { withValue } from "../../../web/figure/parameter-text.js";
import { clockText, numberText, speedLabel } from "../../../web/figure/strings.js";
import { gateRun } from "./runs.mjs";

const key = (/** @type {string} */ name, shiftKey = false, ctrlKey = false) => ({ key: name, shiftKey, ctrlKey, metaKey: false, altKey: false });

test("tasks without a name of their own are called by their function", () => {
  const names = taskNames(new Lookup(gateRun()));

  assert.deepEqual([...names.values()].map(({ label, token }) => [label, token]), [["work 1", "1"], ["work 2", "2"]]);
  assert.equal(withLabels("Task-2 waits for Task-1; Task-20 does not.", names), "work 2 waits for work 1; Task-20 does not.");
});

test("numbers have commas between their thousands, as browsers write them in English", () => {
  for (const value of [0, 7, 999, 1000, 1234567, -1234, 0.5, 1234.5678, 1e6]) assert.equal(numberText(value), value.toLocaleString("en"));
});

test("a token shows the number of a label, else its first letter", () => {
  assert.deepEqual(["fetch 3", "main", "job-12", "_probe"].map(tokenOf), ["3", "m", "12", "p"]);
});

/** A parameter as the core gives it. @param {string} source @param {string} literal @param {Partial<import("../../../web/engine/run.js").Parameter>} rest */
function parameterIn(source, literal, rest) {
  const start = source.indexOf(literal);
  return /** @type {import("../../../web/engine/run.js").Parameter} */ ({ name: "x", line: 1, start, end: start + literal.length, min: 0, max: 0, step: 1, choices: [], ...rest });
}

test("a slider changes the literal and nothing else", () => {
  const source = "import asyncio\n\nlimit = 2  #: 1..10\nprint(limit)\n";
  const parameter = parameterIn(source, "2", { kind: "slider", value: 2 });

  assert.equal(withValue(source, parameter, 7), "import asyncio\n\nlimit = 7  #: 1..10\nprint(limit)\n");
});

test("a slider of fractions keeps their digits", () => {
  const source = "pause = 0.5  #: 0.1..2.0";

  assert.equal(withValue(source, parameterIn(source, "0.5", { kind: "slider", step: 0.1, value: 0.5 }), 0.7000000000000001), "pause = 0.7  #: 0.1..2.0");
});

test("a choice is written as its literals are, a switch as True or False", () => {
  const texts = 'how = "b"  #: a | b';
  const numbers = "n = 4  #: 1 | 4";
  const fails = "fails: bool = False  #: True | False";

  assert.equal(withValue(texts, parameterIn(texts, '"b"', { kind: "choice", choices: ["a", "b"], value: "b" }), "a"), 'how = "a"  #: a | b');
  assert.equal(withValue(numbers, parameterIn(numbers, "4", { kind: "choice", choices: ["1", "4"], value: 4 }), "1"), "n = 1  #: 1 | 4");
  assert.equal(withValue(fails, parameterIn(fails, "False", { kind: "switch", value: false }), true), "fails: bool = True  #: True | False");
});

// A slider wrote to the place that the last run had found, and a run is not as quick as a hand: dragged from 9 to 10 and back it left 90.
test("a slider that is dragged faster than runs arrive writes where the literal is by now", () => {
  const ran = "limit = 9  #: 1..20\n";
  const parameter = parameterIn(ran, "9", { name: "limit", kind: "slider", value: 9 });
  const dragged = withValue(ran, parameter, 10, ran);

  assert.equal(withValue(dragged, parameter, 9, ran), ran);
  assert.equal(withValue(`# note\n${dragged}`, parameter, 11, ran), "# note\nlimit = 11  #: 1..20\n");
});

test("a control finds the line that it stands for, not one that only looks like it", () => {
  const ran = 'other_limit = 4  #: 1..20\ntext = """\nlimit = 3  #: 1..20\n"""\nlimit: int = -1.5e-3  #: -2..20 step 0.001\n';
  const parameter = parameterIn(ran, "-1.5e-3", { name: "limit", kind: "slider", step: 0.001, value: -1.5e-3 });

  assert.equal(withValue(`\n${ran}`, parameter, 0.25, ran), `\n${ran.replace("-1.5e-3", "0.250")}`);
});

test("where the line is gone a control changes nothing", () => {
  const ran = "limit = 9  #: 1..20\n";
  const parameter = parameterIn(ran, "9", { name: "limit", kind: "slider", value: 9 });

  assert.equal(withValue("limit =   #: 1..20\n", parameter, 3, ran), "limit =   #: 1..20\n");
});

test("space plays, but on a button it presses the button", () => {
  assert.equal(intentOf(key(" "), ""), "toggle");
  assert.equal(intentOf(key(" "), "button"), null);
  assert.equal(intentOf(key("ArrowLeft", true), ""), "moment-");
  assert.equal(intentOf(key("ArrowLeft"), "range"), null);
  assert.equal(intentOf(key("ArrowLeft", false, true), ""), null);
});

test("highlighting keeps every character", () => {
  const source = 'async def f(x):\n    """doc"""\n    return f"{x!r} # no comment"  # yes\n\nlimit = 2  #: 1..3';

  assert.equal(highlight(source).map((line) => line.map(({ text }) => text).join("")).join("\n"), source);
  assert.deepEqual(highlight(source)[0].filter(({ kind }) => kind).map(({ text, kind }) => [text, kind]), [["async", "keyword"], ["def", "keyword"], ["f", "definition"]]);
});

test("speed is said in both directions", () => {
  assert.equal(speedLabel(4), "1 s of asyncio takes 4 s here");
  assert.equal(speedLabel(0.1), "10 s of asyncio take 1 s here");
});

test("a clock shows the digits that a run of its length needs", () => {
  assert.deepEqual([clockText(0.1, 0.3), clockText(12.5, 60), clockText(1, 3600)], ["0.100 s", "12.50 s", "1.0 s"]);
});

test("a thing in motion does not overshoot, and arrives", () => {
  let x = 0;
  let v = 0;
  for (let i = 0; i < 30; i++) {
    [x, v] = damped(x, v, 100, 1 / 60);
    assert.ok(x <= 100);
  }
  assert.ok(x > 99.5);
});
