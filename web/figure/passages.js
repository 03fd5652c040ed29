// passages.js — the program's own context managers as places to pass: who enters, is inside, or leaves, at an event. Pure; no DOM.
//
// The trace tells of each `async with` of each task: Entering, Entered, Exiting, Exited, nested like a stack (core/trace/FORMAT.md).
// A place is an `async with` of the program's text: its line, and which of the managers on that line.

/** @typedef {"Entering" | "Entered" | "Exiting"} Stage */
/** @typedef {{ key: string, name: string, changes: { event: number, task: number, stage: Stage | null }[] }} Passage stage null: out again */

/** Longer names are cut. */
const LONGEST_NAME = 24;

/**
 * The context managers of the program's own that take time to enter or to leave, in the order in which they are first entered.
 * @param {import("./lookup.js").Lookup} lookup @returns {Passage[]}
 */
export function passagesOf(lookup) {
  const { when, task: tasks, subject, value } = lookup.run.events;
  /** @type {Map<string, Passage & { takesTime: boolean }>} */ const passages = new Map();
  /** What each task is in, innermost last; those that have an object of their own (semaphores …) are drawn as what they are. */
  /** @type {Map<number, { passage: Passage & { takesTime: boolean } | null, line: number, place: number, stage: Stage, since: number }[]>} */ const stacks = new Map();
  const kinds = /** @type {const} */ (["Entering", "Entered", "Exiting", "Exited", "TaskDone"]);
  const events = kinds.flatMap((kind) => lookup.eventsOf(kind).map((event) => ({ event, kind }))).sort((a, b) => a.event - b.event);

  for (const { event, kind } of events) {
    const task = kind === "TaskDone" ? subject[event] : tasks[event];
    const stack = stacks.get(task) ?? [];
    stacks.set(task, stack);
    const move = (/** @type {(typeof stack)[number]} */ at, /** @type {Stage | null} */ stage) => {
      if (at.passage && (at.stage === "Entering" || at.stage === "Exiting") && when[event] > when[at.since]) at.passage.takesTime = true;
      at.passage?.changes.push({ event, task, stage });
      if (stage) Object.assign(at, { stage, since: event });
    };
    const leave = () => move(/** @type {(typeof stack)[number]} */ (stack.pop()), null);
    if (kind === "TaskDone") {
      while (stack.length > 0) leave();
      continue;
    }
    // One whose `__aenter__` raised is never left; the next event of what is around it tells.
    const isStale = () => stack.length > 0 && stack[stack.length - 1].stage === "Entering";
    if (kind === "Entering") {
      const line = value[event];
      while (isStale() && stack[stack.length - 1].line === line) leave();
      const place = stack.filter((at) => at.line === line).length;
      const passage = subject[event] === 0 ? placeOf(passages, lookup, line, place) : null;
      stack.push({ passage, line, place, stage: "Entering", since: event });
      passage?.changes.push({ event, task, stage: "Entering" });
      continue;
    }
    if (kind !== "Entered") while (isStale()) leave();
    if (stack.length === 0) continue;
    if (kind === "Exited") leave();
    else move(stack[stack.length - 1], kind);
  }
  return [...passages.values()].filter(({ takesTime }) => takesTime);
}

/**
 * @param {Map<string, Passage & { takesTime: boolean }>} passages @param {import("./lookup.js").Lookup} lookup
 * @param {number} line @param {number} place
 */
function placeOf(passages, lookup, line, place) {
  const key = `${line}-${place}`;
  const known = passages.get(key);
  if (known) return known;
  const passage = { key, name: nameOf(lookup.run.source.split("\n")[line - 1] ?? "", place), changes: [], takesTime: false };
  passages.set(key, passage);
  return passage;
}

/**
 * What an `async with` calls its managers: `async with Connection(), gate as g:` has "Connection()" and "gate".
 * @param {string} text the line @param {number} place which of them
 */
export function nameOf(text, place) {
  const parts = [""];
  let depth = 0;
  for (const letter of /async\s+with\s+(.*)/.exec(text)?.[1] ?? text.trim()) {
    if ("([{".includes(letter)) depth++;
    if (")]}".includes(letter)) depth--;
    if (depth === 0 && letter === ":") break;
    if (depth === 0 && letter === ",") parts.push("");
    else parts[parts.length - 1] += letter;
  }
  const name = (parts[place] ?? parts[0]).replace(/\s+as\s+\w+\s*$/, "").trim();
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name;
}

/** Where each task is at an event. @param {Passage} passage @param {number} event @returns {Map<number, Stage>} without those that are out */
export function passageAt({ changes }, event) {
  /** @type {Map<number, Stage>} */ const places = new Map();
  for (const change of changes) {
    if (change.event > event) break;
    if (change.stage) places.set(change.task, change.stage);
    else places.delete(change.task);
  }
  return places;
}
