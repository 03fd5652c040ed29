// What is loaded stays within its budget (web/distribution/sizes.mjs). Needs a built dist/.
import assert from "node:assert/strict";
import { test } from "node:test";
import { measure } from "../../../web/distribution/sizes.mjs";

for (const { what, brotli, raw, budget, isOver } of measure("dist")) {
  test(`${what} is at most ${budget.toLocaleString("en")} bytes`, () => {
    assert.ok(!isOver, `${brotli} bytes of brotli, ${raw} raw`);
  });
}
