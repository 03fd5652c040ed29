// ticker.js — one animation frame callback for the whole page; it sleeps when nobody needs it.

/** @typedef {(elapsedSeconds: number) => void} Tick */

/** @type {Set<Tick>} */
const ticks = new Set();
let frame = 0;
let before = 0;
/** A frame that came late (a hidden tab, a busy machine) moves the picture no further than this. */
const LONGEST_FRAME = 0.1;

/** @param {number} now milliseconds */
function onFrame(now) {
  const elapsed = Math.min(LONGEST_FRAME, before === 0 ? 1 / 60 : (now - before) / 1000);
  before = now;
  for (const tick of [...ticks]) tick(elapsed);
  frame = ticks.size > 0 ? requestAnimationFrame(onFrame) : 0;
  if (frame === 0) before = 0;
}

/** @param {Tick} tick */
export function startTicking(tick) {
  ticks.add(tick);
  if (frame === 0) frame = requestAnimationFrame(onFrame);
}

/** @param {Tick} tick */
export function stopTicking(tick) { ticks.delete(tick); }
