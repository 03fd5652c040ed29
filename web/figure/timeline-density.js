// timeline-density.js — many tasks as one picture: how many are in which state, stacked, along the axis. Pure; no DOM.
import { isEnd, Lookup } from "./lookup.js";
import { lookOf } from "./vocabulary.js";

/** @typedef {import("./vocabulary.js").Look} Look */
/** @typedef {{ look: Look, d: string }} Layer */

/** From the ground up: what is over lies lowest, what waits highest. @type {Look[]} */
const STACK = ["done", "failed", "cancelled", "running", "blocked", "asleep", "thread", "waits", "ready", "gate"];
/** Width of a column in px. */
const COLUMN = 2;

/**
 * @param {Lookup} lookup @param {(at: number) => number} x of a position @param {(event: number) => number} positionOf
 * @param {{ plotX: number, plotWidth: number, top: number, height: number }} box
 * @returns {Layer[]} closed paths, one a look that occurs. Cost: as the spans and the columns
 */
export function layOutDensity(lookup, x, positionOf, { plotX, plotWidth, top, height }) {
  const columns = Math.max(1, Math.floor(plotWidth / COLUMN));
  const columnOf = (/** @type {number} */ event) => Math.min(columns, Math.max(0, Math.floor((x(positionOf(event)) - plotX) / COLUMN)));
  /** Changes from column to column. @type {Map<Look, Int32Array>} */
  const changes = new Map(STACK.map((look) => [look, new Int32Array(columns + 1)]));
  const { row, state, first, last } = lookup.run.spans;
  for (let i = 0; i < row.length; i++) {
    if (lookup.rowKinds[row[i]] !== "Task") continue;
    const name = lookup.stateNames[state[i]];
    const change = changes.get(lookOf(name));
    if (!change) continue;
    change[columnOf(first[i])]++;
    if (!isEnd(name)) change[columnOf(last[i])]--;
  }
  const most = lookup.rowOfTask.size || 1;
  let ground = new Float64Array(columns);
  /** @type {Layer[]} */ const layers = [];
  for (const look of STACK) {
    const change = /** @type {Int32Array} */ (changes.get(look));
    const roof = new Float64Array(columns);
    let here = 0;
    let isThere = false;
    for (let c = 0; c < columns; c++) {
      here += change[c];
      if (here > 0) isThere = true;
      roof[c] = ground[c] + here;
    }
    if (isThere) layers.push({ look, d: area(ground, roof, (c) => plotX + c * COLUMN, (count) => top + height * (1 - count / most)) });
    ground = roof;
  }
  return layers;
}

/** @param {Float64Array} ground @param {Float64Array} roof @param {(c: number) => number} x @param {(count: number) => number} y */
function area(ground, roof, x, y) {
  const columns = roof.length;
  let d = `M${x(0)} ${y(roof[0]).toFixed(1)}`;
  for (let c = 1; c < columns; c++) if (roof[c] !== roof[c - 1]) d += `H${x(c)}V${y(roof[c]).toFixed(1)}`;
  d += `H${x(columns)}V${y(ground[columns - 1]).toFixed(1)}`;
  for (let c = columns - 1; c > 0; c--) if (ground[c] !== ground[c - 1]) d += `H${x(c)}V${y(ground[c - 1]).toFixed(1)}`;
  return `${d}H${x(0)}Z`;
}
