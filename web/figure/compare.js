// compare.js — two runs set side by side: which task is which, where they part, what differs. Pure.
import { taskNames } from "./names.js";

/** @typedef {import("./lookup.js").Lookup} Lookup */

/** Moments closer than this, in seconds, are one: two Pythons may take a handle more or less for the same. */
const SAME_TIME = 1e-9;

/** Texts for which more than this would have to be compared count as changed from the first difference to the last. */
const MOST_CELLS = 4_000_000;

/**
 * Tasks of one run and those of the other with the same name; of several, the first with the first.
 * @param {Lookup} a @param {Lookup} b @returns {Map<number, number>} by task of a
 */
export function twinsOf(a, b) {
  /** @type {Map<string, number[]>} */ const byLabel = new Map();
  for (const [task, { label }] of taskNames(b)) byLabel.set(label, [...byLabel.get(label) ?? [], task]);
  /** @type {Map<number, number>} */ const twins = new Map();
  for (const [task, { label }] of taskNames(a)) {
    const twin = byLabel.get(label)?.shift();
    if (twin !== undefined) twins.set(task, twin);
  }
  return twins;
}

/**
 * The clock at the first step that is not the same in both: another task, another time, or another line to wait at afterwards. Lines
 * are compared by what they say, since they may have moved.
 * @param {Lookup} a @param {Lookup} b @returns {number | null} seconds; null: all steps are the same
 */
export function partingOf(a, b) {
  const [before, after] = [a, b].map((lookup) => ({ steps: lookup.eventsOf("Step"), names: taskNames(lookup), events: lookup.run.events, lines: lookup.run.source.split("\n") }));
  for (let i = 0; i < Math.max(before.steps.length, after.steps.length); i++) {
    const [e, f] = [before.steps[i], after.steps[i]];
    if (e === undefined) return after.events.when[f];
    if (f === undefined) return before.events.when[e];
    const isSame = Math.abs(before.events.when[e] - after.events.when[f]) < SAME_TIME
      && before.names.get(before.events.task[e])?.label === after.names.get(after.events.task[f])?.label
      && before.lines[before.events.value[e] - 1] === after.lines[after.events.value[f] - 1];
    if (!isSame) return Math.min(before.events.when[e], after.events.when[f]);
  }
  return null;
}

/**
 * Tasks of `b` that went another way than their twins of `a`: other states, or at other times; and those without a twin.
 * @param {Lookup} a @param {Lookup} b @returns {Set<number>}
 */
export function changedTasks(a, b) {
  const twins = new Map(Array.from(twinsOf(a, b), ([task, twin]) => [twin, task]));
  /** @type {Set<number>} */ const changed = new Set();
  for (const [task, row] of b.rowOfTask) {
    const twin = twins.get(task);
    const other = twin === undefined ? undefined : a.rowOfTask.get(twin);
    if (other === undefined || !isSameWay(a, other, b, row)) changed.add(task);
  }
  return changed;
}

/** @param {Lookup} a @param {number} rowA @param {Lookup} b @param {number} rowB */
function isSameWay(a, rowA, b, rowB) {
  const count = b.spanFrom[rowB + 1] - b.spanFrom[rowB];
  if (a.spanFrom[rowA + 1] - a.spanFrom[rowA] !== count) return false;
  for (let i = 0; i < count; i++) {
    const [p, q] = [a.spanFrom[rowA] + i, b.spanFrom[rowB] + i];
    if (a.stateNames[a.run.spans.state[p]] !== b.stateNames[b.run.spans.state[q]] || Math.abs(a.run.spans.start[p] - b.run.spans.start[q]) > SAME_TIME) return false;
  }
  return true;
}

/**
 * Lines of a text that are not in another, as the longest common order of lines has it.
 * Cost: the product of the numbers of lines between the first and the last difference.
 * @param {string} before @param {string} after @returns {number[]} lines of `after`, from 1
 */
export function changedLines(before, after) {
  const [old, now] = [before, after].map((text) => text.split("\n"));
  let head = 0;
  while (head < Math.min(old.length, now.length) && old[head] === now[head]) head++;
  let tail = 0;
  while (tail < Math.min(old.length, now.length) - head && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail++;
  const a = old.slice(head, old.length - tail);
  const b = now.slice(head, now.length - tail);
  if (a.length * b.length > MOST_CELLS) return b.map((_, j) => head + j + 1);
  const common = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) common[i][j] = a[i] === b[j] ? common[i + 1][j + 1] + 1 : Math.max(common[i + 1][j], common[i][j + 1]);
  }
  const changed = [];
  for (let i = 0, j = 0; j < b.length;) {
    if (i < a.length && a[i] === b[j]) { i++; j++; }
    else if (i < a.length && common[i + 1][j] >= common[i][j + 1]) i++;
    else changed.push(head + ++j);
  }
  return changed;
}
