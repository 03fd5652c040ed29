// tasks.js — things to try that tick themselves once the reader has made them happen.
//
// In the page: <ul class="tasks" data-for="figure-gate"><li data-goal="fourWait">…</li></ul>. What a goal means is said here.
import { Lookup } from "../figure/lookup.js";
import { planScene } from "../figure/scene-plan.js";

/** @typedef {import("../figure/element.js").SluiceFigure} SluiceFigure */

/** @type {Record<string, (lookup: Lookup) => boolean>} */
const GOALS = {
  fourWait: (lookup) => planScene(lookup).gates.some(({ waitersMost }) => waitersMost >= 4),
  oneRound: (lookup) => lookup.run.end < 0.11,
  steadyPulse: (lookup) => longestSilence(lookup, "beat") < 0.06,
  allAnswered: (lookup) => noneFailed(lookup) && lookup.run.end < 0.31,
  allQueried: (lookup) => noneFailed(lookup) && lookup.run.failure === null,
  tailLast: (lookup) => lookup.run.end < 1.1,
  nobodyOrphaned: (lookup) => lookup.run.spans.state.some((state) => lookup.stateNames[state] === "Cancelled"),
};

/** @param {Lookup} lookup */
const noneFailed = (lookup) => !lookup.run.spans.state.some((state) => lookup.stateNames[state] === "Failed");

/** Longest time between printed lines that begin with a word. @param {Lookup} lookup @param {string} word */
function longestSilence({ run }, word) {
  const times = Array.from(run.output.when).filter((_, i) => run.texts[run.output.text[i]].startsWith(word));
  return Math.max(0, ...times.slice(1).map((when, i) => when - times[i]));
}

/** Watches the figures of all task lists in the page. */
export function watchTasks() {
  for (const list of document.querySelectorAll(".tasks[data-for]")) {
    const figure = /** @type {SluiceFigure | null} */ (document.querySelector(`#${list.getAttribute("data-for")} sluice-figure`));
    figure?.addEventListener("run", () => {
      if (!figure.run) return;
      const lookup = new Lookup(figure.run);
      for (const item of list.querySelectorAll("li[data-goal]:not(.is-done)")) {
        const isReached = GOALS[item.getAttribute("data-goal") ?? ""];
        if (!isReached?.(lookup)) continue;
        item.classList.add("is-done");
        const note = document.createElement("span");
        note.className = "done-note";
        note.textContent = " Done.";
        item.append(note);
      }
    });
  }
}
