// Tests of web/figure/presence.js, with observers that tell what the test says.
import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { Presence } from "../../../web/figure/presence.js";

/** @type {((entries: object[]) => void)[]} */ let tell = [];
Object.assign(globalThis, {
  innerHeight: 800,
  IntersectionObserver: class {
    constructor(/** @type {(entries: object[]) => void} */ listener) { tell.push(listener); }
    observe() {}
    disconnect() {}
  },
});
afterEach(() => { tell = []; });

const entry = (/** @type {boolean} */ isIntersecting, intersectionRatio = isIntersecting ? 1 : 0, height = 0) => ({ isIntersecting, intersectionRatio, intersectionRect: { height } });

/** @returns {{ presence: Presence, said: string[], sight: (entries: object[]) => void, approach: (entries: object[]) => void }} */
function observed() {
  /** @type {string[]} */ const said = [];
  const presence = new Presence({ onNear: () => said.push("near"), onSight: () => said.push("sight") });
  presence.observe(/** @type {any} */ ({}), new AbortController().signal);
  const [sight, approach] = tell;
  return { presence, said, sight, approach };
}

test("a figure is well in sight when a good part of it is in the window, or when it fills half of it", () => {
  const { presence, sight } = observed();
  sight([entry(true, 0.1, 90)]);
  assert.deepEqual([presence.isVisible, presence.isWellInSight], [true, false]);
  sight([entry(true, 0.1, 500)]);
  assert.deepEqual([presence.isVisible, presence.isWellInSight], [true, true]);
  sight([entry(true, 0.5, 90)]);
  assert.deepEqual([presence.isVisible, presence.isWellInSight], [true, true]);
  sight([entry(false)]);
  assert.deepEqual([presence.isVisible, presence.isWellInSight], [false, false]);
});

// The first of several counted: a figure that came into the window of a busy page was taken for one that is not there, and stood still.
test("of several changes that are told at once the last one counts", () => {
  const { presence, sight } = observed();
  sight([entry(false), entry(true)]);
  assert.equal(presence.isVisible, true);
  sight([entry(true), entry(false)]);
  assert.equal(presence.isVisible, false);
});

test("a figure that was near is told of, even if it is no more", () => {
  const { said, approach } = observed();
  approach([entry(false)]);
  assert.deepEqual(said, []);
  approach([entry(true), entry(false)]);
  assert.deepEqual(said, ["near"]);
});
