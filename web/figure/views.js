// views.js — which views a figure shows when its author has not said: those that its program needs. Pure; no DOM.
import { MOST_TASK_ROWS } from "./timeline-layout.js";

/** All views, from top to bottom. */
export const VIEWS = ["code", "scene", "timeline", "counts", "output"];
/** Before a run has said what is needed. */
export const USUAL_VIEWS = VIEWS.filter((name) => name !== "counts");
/** Counts that are plotted where the author has named none: of tasks that cannot be told apart, how many are where. */
const USUAL_COUNTS = ["created", "in flight", "waiting", "failed"];

/**
 * Something runs: scene and timeline. More tasks than have rows: counts. Something is printed, or nothing else is there to see: output.
 * @param {import("./lookup.js").Lookup} lookup @param {boolean} wantsCounts
 * @returns {string[]} in the order of VIEWS
 */
export function neededViews(lookup, wantsCounts) {
  const { output, failure, spans } = lookup.run;
  const runs = spans.row.some((row) => lookup.rowKinds[row] === "Task" || lookup.rowKinds[row] === "Thread");
  const isNeeded = {
    code: true, scene: runs, timeline: runs, counts: wantsCounts || lookup.rowOfTask.size > MOST_TASK_ROWS,
    output: !runs || output.event.length > 0 || failure !== null,
  };
  return VIEWS.filter((name) => isNeeded[/** @type {keyof typeof isNeeded} */ (name)]);
}

/** The counts to plot. @param {import("./lookup.js").Lookup} lookup @param {string[]} wanted by the author @returns {string[]} */
export function neededCounts(lookup, wanted) {
  return wanted.length > 0 ? wanted : USUAL_COUNTS.filter((name) => lookup.countNamed(name)?.value.some((value) => value > 0));
}
