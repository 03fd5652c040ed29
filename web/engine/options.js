// options.js — what a figure's attributes mean for its run. Pure; the page's build reads attributes too.

/** @typedef {import("./run.js").RunOptions} RunOptions */

/** The Python that a figure models unless it says another. */
const DEFAULT_PYTHON = "3.13";

/** @param {(name: string) => string | null} attribute null: not given @returns {RunOptions} */
export function optionsOf(attribute) {
  return { python: attribute("python") ?? DEFAULT_PYTHON, instructionCost: Number(attribute("instruction-cost") ?? 0), gil: attribute("no-gil") === null, lines: true };
}
