// code-layout.js — which task stands on which line of the program at a moment. Pure; no DOM.
import { firstOf, isEnd, Lookup } from "./lookup.js";

/** @typedef {import("./lookup.js").Span} Span */
/** @typedef {{ key: string, task: number, line: number, place: number, of: number, total: number, span: Span }} Standing */

/** Tasks that are drawn on one line; a crowd looks the same with more. */
const MOST_ON_A_LINE = 12;

/**
 * Tasks that wait at a line, or run there, in the order in which they came. Main and those without a line stand nowhere.
 * @param {Lookup} lookup @param {number} event
 * @returns {Standing[]}
 */
export function standing(lookup, event) {
  /** @type {Map<number, Span[]>} */ const byLine = new Map();
  const now = lookup.spansAt(event);
  for (const row of lookup.rowOfTask.values()) {
    const span = now[row];
    if (!span || span.line === 0 || isEnd(span.state)) continue;
    const here = byLine.get(span.line);
    if (here) here.push(span);
    else byLine.set(span.line, [span]);
  }
  const found = [];
  for (const [line, spans] of byLine) {
    for (const [place, span] of firstOf(spans, MOST_ON_A_LINE).entries()) {
      const task = lookup.run.rows.object[span.row];
      found.push({ key: `task-${task}`, task, line, place, of: Math.min(spans.length, MOST_ON_A_LINE), total: spans.length, span });
    }
  }
  return found;
}

/** Line that runs at a moment; 0 when the loop is between steps. @param {Lookup} lookup @param {number} event */
export function runningLine(lookup, event) {
  const now = lookup.spansAt(event);
  for (const row of lookup.rowOfTask.values()) {
    const span = now[row];
    if (!span || (span.state !== "Running" && span.state !== "Blocked")) continue;
    return lineWithin(lookup, span, event) || span.line;
  }
  return 0;
}

/** The line of the program that ran last in a step, where the core was asked for lines. @param {Lookup} lookup @param {Span} span @param {number} event */
function lineWithin(lookup, span, event) {
  const { from, line } = lookup.run.lines;
  let low = 0;
  let high = from.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (from[middle] <= event) low = middle + 1;
    else high = middle;
  }
  return low > 0 && from[low - 1] >= span.first ? line[low - 1] : 0;
}
