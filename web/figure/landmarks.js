// landmarks.js — places of a run that a reader jumps to: what is printed, what fails, and what the reader has marked. Pure.

/** @typedef {import("./lookup.js").Lookup} Lookup */
/** @typedef {import("./axis.js").Axis} Axis */
/** @typedef {{ event: number, when: number, at: number, axis: string, digest: string }} Mark */

/** Events that print. @param {Lookup} lookup @returns {number[]} */
export const printsOf = ({ run }) => Array.from(run.output.event);

/** Events at which a task ends with an exception, and the end of a program that does. @param {Lookup} lookup @returns {number[]} */
export function failuresOf(lookup) {
  const { spans, failure, events } = lookup.run;
  /** @type {number[]} */ const found = [];
  for (const row of lookup.rowOfTask.values()) {
    for (let i = lookup.spanFrom[row]; i < lookup.spanFrom[row + 1]; i++) if (lookup.stateNames[spans.state[i]] === "Failed") found.push(spans.first[i]);
  }
  if (failure) found.push(events.when.length - 1);
  return found.sort((a, b) => a - b);
}

/**
 * Moments that the reader has marked. In a run that is the same they stay at their events; in another one, at their time.
 */
export class Bookmarks {
  constructor() {
    /** @type {Mark[]} */ this._marks = [];
  }

  /** Marks a moment, or takes its mark away. @param {Axis} axis @param {number} at */
  toggle(axis, at) {
    const event = axis.eventAt(at);
    const when = axis.whenAt(at);
    const kept = this._marks.filter((mark) => Math.abs(positionOf(axis, mark) - at) > 1e-6);
    this._marks = kept.length < this._marks.length ? kept : [...this._marks, { event, when, at, axis: keyOf(axis), digest: axis.run.digest }];
  }

  /** Where they lie. @param {Axis} axis @returns {number[]} sorted */
  places(axis) { return this._marks.map((mark) => positionOf(axis, mark)).sort((a, b) => a - b); }
}

/** Equal for axes on which equal places mean the same. @param {Axis} axis */
const keyOf = ({ run, isTrueScale, until }) => `${run.digest} ${isTrueScale} ${until}`;

/** @param {Axis} axis @param {Mark} mark */
function positionOf(axis, { event, when, at, axis: key, digest }) {
  if (key === keyOf(axis)) return at;
  // In a pause the clock says more than the event before it.
  const isSame = digest === axis.run.digest && axis.run.events.when[event] === when;
  return isSame ? axis.positionOf(event) : axis.positionAt(Math.min(when, axis.until));
}
