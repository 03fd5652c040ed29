// summary.js — a run in a few numbers, to set beside another run. Pure; read off the columns of the core.

/** @typedef {{ name: string, text: string, value: number }} Figure */

/** @param {import("./lookup.js").Lookup} lookup @returns {Figure[]} */
export function summaryOf(lookup) {
  const { spans, end } = lookup.run;
  const count = (/** @type {string} */ state, /** @type {string} */ kind) => {
    let found = 0;
    for (let i = 0; i < spans.row.length; i++) if (lookup.stateNames[spans.state[i]] === state && lookup.rowKinds[spans.row[i]] === kind) found++;
    return found;
  };
  let blocked = 0;
  for (let i = 0; i < spans.row.length; i++) {
    if (lookup.stateNames[spans.state[i]] === "Blocked" && lookup.rowKinds[spans.row[i]] === "Task") blocked = Math.max(blocked, spans.end[i] - spans.start[i]);
  }
  const failed = count("Failed", "Task");
  const cancelled = count("Cancelled", "Task");
  return [
    { name: "finished at", text: `${end.toFixed(3)} s`, value: end },
    { name: "tasks", text: String(lookup.rowOfTask.size), value: lookup.rowOfTask.size },
    { name: "failed", text: String(failed), value: failed },
    { name: "cancelled", text: String(cancelled), value: cancelled },
    { name: "most in flight", text: String(mostAtOnce(lookup)), value: mostAtOnce(lookup) },
    { name: "loop blocked for", text: `${blocked.toFixed(3)} s`, value: blocked },
  ];
}

/** Most tasks that at one moment slept, or had work in a thread: what the outside world sees of the program. @param {import("./lookup.js").Lookup} lookup */
function mostAtOnce(lookup) {
  const { spans } = lookup.run;
  /** @type {[number, number][]} */ const changes = [];
  for (let i = 0; i < spans.row.length; i++) {
    const state = lookup.stateNames[spans.state[i]];
    if (lookup.rowKinds[spans.row[i]] === "Task" && (state === "Sleeping" || state === "InThread")) changes.push([spans.first[i], 1], [spans.last[i], -1]);
  }
  changes.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  let now = 0;
  let most = 0;
  for (const [, change] of changes) most = Math.max(most, (now += change));
  return most;
}
