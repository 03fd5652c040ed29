// tasks.js — things to try that tick themselves once the reader has made them happen.
//
// In the page: <ul class="tasks" data-for="figure-gate"><li data-goal="fourWait">…</li></ul>. What a goal means is said here.
import { Lookup } from "../figure/lookup.js";
import { planScene } from "../figure/scene-plan.js";

/** @typedef {import("../figure/element.js").SluiceFigure} SluiceFigure */

/** @type {Record<string, (lookup: Lookup) => boolean>} */
const GOALS = {
  boundTooWide: (lookup) => numberOf(lookup, "Failed") > 5,
  oneByOne: (lookup) => numberOf(lookup, "Failed") === 5 && lookup.run.end > 0.79,
  closedAfterError: (lookup) => hasPrinted(lookup, "closing: ValueError") && hasPrinted(lookup, "closed"),
  swallowed: (lookup) => /closing: \w*Error/.test(printedBy(lookup)) && !hasPrinted(lookup, "work ended by"),
  tailLast: (lookup) => lookup.run.end < 1.1,
  fourWait: (lookup) => planScene(lookup).gates.some(({ waitersMost }) => waitersMost >= 4),
  oneRound: (lookup) => lookup.run.end < 0.11,
  noneFailed: (lookup) => numberOf(lookup, "Failed") === 0 && lookup.run.failure === null,
  no429: (lookup) => /^(200 ?){12}$/.test(printedBy(lookup).trim()),
  noCollapse: (lookup) => lookup.run.end < 0.42,
  tenThousand: (lookup) => lookup.rowOfTask.size > 10_000,
  fewTasks: (lookup) => mostAlive(lookup) <= 15 && lookup.run.end > 1.9,
  halfTime: (lookup) => hasPrinted(lookup, "got orders") && lookup.run.end < 0.55,
  orphan: (lookup) => printedBy(lookup).search("got news") > printedBy(lookup).search("page failed") && hasPrinted(lookup, "page failed"),
  steadyPulse: (lookup) => longestSilence(lookup, "beat") < 0.06,
  lateBeat: (lookup) => longestSilence(lookup, "beat") > 0.029 && !lookup.run.source.includes('where = "loop"'),
  parallel: (lookup) => lookup.rowKinds.filter((kind) => kind === "Thread").length >= 4 && lookup.run.end < 0.1,
  oneLock: (lookup) => hasPrinted(lookup, "15 ms late"),
  threeShifts: (lookup) => lookup.run.end > 0.29 && lookup.run.end < 0.39,
};

/** Tasks that end in a state. @param {Lookup} lookup @param {string} ending */
function numberOf(lookup, ending) {
  const { row, state } = lookup.run.spans;
  return state.filter((s, i) => lookup.stateNames[s] === ending && lookup.rowKinds[row[i]] === "Task").length;
}

/** Everything that a run has printed. @param {Lookup} lookup */
const printedBy = ({ run }) => Array.from(run.output.text, (text) => run.texts[text]).join("");

/** @param {Lookup} lookup @param {string} text */
const hasPrinted = (lookup, text) => printedBy(lookup).includes(text);

/** Most tasks that were alive at once. @param {Lookup} lookup */
function mostAlive(lookup) {
  const changes = [...lookup.eventsOf("TaskCreated").map((event) => ({ event, by: 1 })), ...lookup.eventsOf("TaskDone").map((event) => ({ event, by: -1 }))];
  let alive = 0;
  let most = 0;
  for (const { by } of changes.sort((a, b) => a.event - b.event)) most = Math.max(most, (alive += by));
  return most;
}

/** Longest time between printed lines that begin with a word. @param {Lookup} lookup @param {string} word */
function longestSilence({ run }, word) {
  const times = Array.from(run.output.when).filter((_, i) => run.texts[run.output.text[i]].startsWith(word));
  return Math.max(0, ...times.slice(1).map((when, i) => when - times[i]));
}

/** Whether a run reaches a goal. @param {string} goal @param {Lookup} lookup */
export const isReached = (goal, lookup) => GOALS[goal]?.(lookup) ?? false;

/** The names of all goals. */
export const GOAL_NAMES = Object.keys(GOALS);

/** Watches the figures of all task lists in the page. */
export function watchTasks() {
  for (const list of document.querySelectorAll(".tasks[data-for]")) {
    const figure = /** @type {SluiceFigure | null} */ (document.querySelector(`#${list.getAttribute("data-for")} sluice-figure`));
    figure?.addEventListener("run", () => {
      if (!figure.run) return;
      const lookup = new Lookup(figure.run);
      for (const item of list.querySelectorAll("li[data-goal]:not(.is-done)")) {
        if (!isReached(item.getAttribute("data-goal") ?? "", lookup)) continue;
        item.classList.add("is-done");
        const note = document.createElement("span");
        note.className = "done-note";
        note.textContent = " Done.";
        item.append(note);
      }
    });
  }
}
