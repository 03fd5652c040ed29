// names.js — what the tasks are called on screen: by the program's name, or by their coroutine function and a number. Pure.
//
// asyncio calls tasks Task-1, Task-2 … in the order of creation, which says nothing about what they do. A task without a name of
// its own is called `fetch 2`: the second task made from `fetch`. On a token there is only room for the number.
import { Lookup } from "./lookup.js";

/** @typedef {{ label: string, token: string, given: string }} TaskName */

/**
 * @param {Lookup} lookup
 * @returns {Map<number, TaskName>} by object id
 */
export function taskNames(lookup) {
  const { run } = lookup;
  /** @type {Map<string, number[]>} */ const byFunction = new Map();
  for (const event of lookup.eventsOf("TaskCreated")) {
    const about = /[^.]*$/.exec(run.texts[run.events.value[event]] ?? "")?.[0] || "task";
    const tasks = byFunction.get(about);
    if (tasks) tasks.push(run.events.subject[event]);
    else byFunction.set(about, [run.events.subject[event]]);
  }
  /** @type {Map<number, TaskName>} */ const names = new Map();
  for (const [about, tasks] of byFunction) {
    tasks.forEach((task, index) => {
      const given = lookup.nameOf(task);
      const isNumbered = /^Task-\d+$/.test(given);
      const label = !isNumbered ? given : tasks.length === 1 ? about : `${about} ${index + 1}`;
      names.set(task, { label, token: tokenOf(label), given });
    });
  }
  return names;
}

/**
 * At most two characters that stand for a label: its number, else its first letter.
 * @param {string} label
 */
export function tokenOf(label) {
  const digits = /(\d+)\D*$/.exec(label);
  return digits ? digits[1].slice(-3) : label.replace(/^_+/, "").slice(0, 1);
}

/** The labels by asyncio's names. @type {WeakMap<Map<number, TaskName>, Map<string, string>>} */
const labels = new WeakMap();

/**
 * Puts the labels in place of asyncio's names.
 * @param {string} sentence @param {Map<number, TaskName>} names
 */
export function withLabels(sentence, names) {
  if (!sentence.includes("Task-")) return sentence;
  const byGiven = labels.get(names) ?? new Map(Array.from(names.values(), (name) => [name.given, name.label]));
  labels.set(names, byGiven);
  return sentence.replace(/\bTask-\d+\b/g, (given) => byGiven.get(given) ?? given);
}
