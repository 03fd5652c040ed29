// why.js — why did this run now? The chain of causes from a moment back to the start, as the core recorded it. Pure.
import { withLabels } from "./names.js";

/** @typedef {{ event: number, when: number, text: string }} Reason */

/** A chain is told in at most so many sentences. */
const MOST_REASONS = 12;
/** Kinds that a chain leaves out: they move things along and explain nothing. */
const QUIET = new Set(["Callback", "TimerDue", "Line", "ObjectCreated", "ObjectNamed", "Capacity", "ClockJump"]);

/**
 * @param {import("../engine/run.js").Run} run @param {Map<number, import("./names.js").TaskName>} names
 * @param {number} event @param {(event: number) => string} sentenceOf
 * @returns {Reason[]} the moment itself first, then its cause, then the cause of that …
 */
export function reasons(run, names, event, sentenceOf) {
  const found = [];
  const { cause, kind, when } = run.events;
  for (let e = event, guard = 0; e >= 0 && e < kind.length && found.length < MOST_REASONS && guard < kind.length; guard++) {
    if (!QUIET.has(run.kinds[kind[e]].name) || e === event) {
      found.push({ event: e, when: when[e], text: withLabels(sentenceOf(e) || run.kinds[kind[e]].name, names) });
    }
    if (cause[e] >= e) break;
    e = cause[e];
  }
  return found;
}
