// Tests of web/chapter/loop-game.js: the questions that it reads off a run.
import assert from "node:assert/strict";
import { test } from "node:test";
import { questionsOf } from "../../../web/chapter/loop-game.js";
import { Lookup } from "../../../web/figure/lookup.js";
import { gateRun } from "./runs.mjs";

test("there is a question for each step at which more than one task was ready", () => {
  assert.deepEqual(questionsOf(new Lookup(gateRun())).map(({ event, ready, right }) => [event, ready, right]), [[4, [2, 3], 2]]);
});
