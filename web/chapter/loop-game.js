// loop-game.js — be the event loop: the reader picks who runs next, and the page says what asyncio does.
//
// The questions are read off a run: each step at which more than one task was ready. The right answer is the task of that step.
import { Lookup } from "../figure/lookup.js";
import { taskNames, withLabels } from "../figure/names.js";

/** @typedef {{ event: number, when: number, ready: number[], right: number }} Question */

/**
 * The steps of a run where there was a choice. Pure.
 * @param {Lookup} lookup @returns {Question[]}
 */
export function questionsOf(lookup) {
  const { events } = lookup.run;
  const questions = [];
  for (const event of lookup.eventsOf("Step")) {
    const ready = [];
    for (const [task, row] of lookup.rowOfTask) if (lookup.spanAt(row, event - 1)?.state === "Ready") ready.push(task);
    if (ready.length > 1 && ready.includes(events.task[event])) questions.push({ event, when: events.when[event], ready, right: events.task[event] });
  }
  return questions;
}

/** Plays over the run of a figure. @param {HTMLElement} place @param {import("../figure/element.js").SluiceFigure} figure */
export function makeLoopGame(place, figure) {
  const text = document.createElement("p");
  const verdict = document.createElement("p");
  verdict.setAttribute("role", "status");
  const choices = document.createElement("div");
  place.append(text, choices, verdict);
  let at = 0;
  let right = 0;

  function ask() {
    if (!figure.run) return;
    const { run } = figure;
    const lookup = new Lookup(run);
    const names = taskNames(lookup);
    const questions = questionsOf(lookup);
    const question = questions[at];
    if (!question) {
      text.textContent = `The program is over. You ran ${right} of ${questions.length} steps as asyncio does.`;
      choices.replaceChildren(makeButton("Once more", () => { at = 0; right = 0; verdict.textContent = ""; ask(); }));
      return;
    }
    text.textContent = `At ${question.when.toFixed(3)} s these tasks are ready. Which one runs next?`;
    choices.replaceChildren(...question.ready.map((task) => makeButton(names.get(task)?.label ?? "", () => {
      const isRight = task === question.right;
      if (isRight) right++;
      const sentence = withLabels(run.sentences?.[question.event] ?? "", names);
      verdict.textContent = `${isRight ? "Yes." : `asyncio runs ${names.get(question.right)?.label}: it has been in the ready queue for longest.`} ${sentence}`;
      place.setAttribute("data-verdict", isRight ? "right" : "wrong");
      figure.player.pause();
      figure.player.seek(figure.player.axis?.positionOf(question.event) ?? 0);
      at++;
      ask();
    })));
  }
  figure.addEventListener("run", () => { at = 0; right = 0; ask(); });
  ask();
}

/** @param {string} label @param {() => void} onClick */
function makeButton(label, onClick) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = label;
  button.addEventListener("click", onClick);
  return button;
}
