// turns.js — the figures of a page take turns with what takes long, so that the page can draw and listen in between.

let last = Promise.resolve();

/** @returns {Promise<void>} when it is this caller's turn: in a task of its own, after those who asked before */
export function turn() {
  last = last.then(() => new Promise((resolve) => { setTimeout(resolve); }));
  return last;
}
