// scene-plan.js — which parts the scene of a run has, and how much room each needs at most. Pure; computed once a run.
//
// The parts are what the program uses: gates (semaphores, locks), queues, worker threads, slots for results. They keep their
// places for the whole run, so that only what happens moves.
import { taskNames } from "./names.js";
import { Lookup } from "./lookup.js";
import { passagesOf } from "./passages.js";
import { commonName, groupTasks } from "./scene-floor.js";

/** @typedef {{ object: number, name: string, kind: string, capacity: number, permits: number[], waitersMost: number }} Gate */
/** @typedef {{ object: number, name: string, isInputOrder: boolean, children: number[] }} Results name: "gather", or what its children are called where there are several */
/** @typedef {{ object: number, name: string, capacity: number, most: number }} Store */
/** @typedef {import("./passages.js").Passage} Barrier */
/** @typedef {{ lookup: Lookup, barriers: Barrier[], names: Map<number, import("./names.js").TaskName>, tasks: number[], groups: import("./scene-floor.js").Group[], isCrowd: boolean, gates: Gate[], results: Results[],
 *   stores: Store[], workers: { row: number, name: string, object: number }[], loopRow: number, gilRow: number }} ScenePlan loopRow, gilRow: NO_ROW where there is none */

/** More tasks than this are not drawn one by one. */
export const MOST_TOKENS = 60;
/** Stands for the row of a permit that was never taken. */
export const NO_ROW = -1;
/** Permits and waiters that get a place of their own. */
const MOST_PLACES = 24;

/** @param {Lookup} lookup @returns {ScenePlan} */
export function planScene(lookup) {
  const { run } = lookup;
  const names = taskNames(lookup);
  const taskRows = lookup.rowKinds.flatMap((kind, row) => (kind === "Task" ? [row] : []));
  const tasks = taskRows.slice(0, MOST_TOKENS).map((row) => run.rows.object[row]);
  const results = resultsOf(lookup, names);
  return {
    lookup,
    names,
    tasks,
    groups: groupTasks(tasks, names, results),
    isCrowd: taskRows.length > MOST_TOKENS,
    barriers: barriersOf(lookup),
    gates: gatesOf(lookup),
    results,
    stores: storesOf(lookup),
    workers: lookup.rowKinds.flatMap((kind, row) => (kind === "Thread" ? [{ row, name: run.texts[run.rows.name[row]], object: run.rows.object[row] }] : [])),
    loopRow: lookup.rowKinds.indexOf("Loop"),
    gilRow: lookup.rowKinds.indexOf("Gil"),
  };
}

/** More context managers than this are not drawn as barriers of their own. */
const MOST_BARRIERS = 2;

/** @param {Lookup} lookup @returns {Barrier[]} */
function barriersOf(lookup) {
  const passages = passagesOf(lookup);
  return passages.length > MOST_BARRIERS ? [] : passages;
}

/** @param {Lookup} lookup @returns {Gate[]} */
function gatesOf(lookup) {
  const { rows, texts } = lookup.run;
  /** @type {Map<number, Gate>} */ const gates = new Map();
  lookup.rowKinds.forEach((kind, row) => {
    if (kind !== "Permit") return;
    const object = rows.object[row];
    const gate = gates.get(object) ?? { object, name: lookup.nameOf(object) || texts[rows.name[row]], kind: lookup.kindOf(object), capacity: 0, permits: [], waitersMost: 0 };
    gate.permits[rows.sub[row]] = row;
    gates.set(object, gate);
  });
  for (const gate of gates.values()) {
    gate.capacity = Math.max(lookup.capacityOf(gate.object), gate.permits.length);
    // A permit that was never taken has no row: it lies in its place all the time.
    gate.permits = Array.from({ length: Math.min(MOST_PLACES, gate.capacity) }, (_, permit) => gate.permits[permit] ?? NO_ROW);
    gate.waitersMost = Math.min(MOST_PLACES, mostWaiters(lookup, gate.object));
  }
  return [...gates.values()];
}

/** @param {Lookup} lookup @param {number} object */
function mostWaiters(lookup, object) {
  const { spans } = lookup.run;
  /** @type {[number, number][]} */ const changes = [];
  for (let i = 0; i < spans.row.length; i++) {
    if (spans.on[i] !== object || lookup.rowKinds[spans.row[i]] !== "Task") continue;
    changes.push([spans.first[i], 1], [spans.last[i], -1]);
  }
  changes.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  let waiting = 0;
  let most = 0;
  for (const [, change] of changes) most = Math.max(most, (waiting += change));
  return most;
}

/** @param {Lookup} lookup @param {ScenePlan["names"]} names @returns {Results[]} */
function resultsOf(lookup, names) {
  const { objects } = lookup.run;
  /** @type {Results[]} */ const found = [];
  for (let object = 1; object < objects.kind.length; object++) {
    const kind = lookup.kindOf(object);
    if (kind !== "Gather" && kind !== "AsCompleted") continue;
    const children = lookup.childrenOf(object).filter((child) => lookup.rowOfTask.has(child));
    if (children.length > 1) found.push({ object, name: kind === "Gather" ? "gather" : "as_completed", isInputOrder: kind === "Gather", children });
  }
  // Of two that are the same, each is called by what it collects.
  return found.map((each) => (found.some((other) => other !== each && other.isInputOrder === each.isInputOrder) ? { ...each, name: commonName(each.children, names) || each.name } : each));
}

/** @param {Lookup} lookup @returns {Store[]} */
function storesOf(lookup) {
  const { run } = lookup;
  const found = [];
  for (let object = 1; object < run.objects.kind.length; object++) {
    if (!["Queue", "PriorityQueue", "LifoQueue"].includes(lookup.kindOf(object))) continue;
    const sizes = [...lookup.eventsOf("QueuePut"), ...lookup.eventsOf("QueueGet")]
      .filter((e) => run.events.subject[e] === object).map((e) => run.events.value[e]);
    found.push({ object, name: lookup.nameOf(object), capacity: lookup.capacityOf(object), most: Math.min(MOST_PLACES, Math.max(1, ...sizes)) });
  }
  return found;
}
