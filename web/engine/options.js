// options.js — what a figure's attributes mean for its run. Pure; the page's build reads attributes too.

/** @typedef {import("./run.js").RunOptions} RunOptions */

/** The Python that a figure models unless it says another. */
const DEFAULT_PYTHON = "3.13";

/** @param {(name: string) => string | null} attribute null: not given @returns {RunOptions} */
export function optionsOf(attribute) {
  const seconds = (/** @type {string} */ name) => Number(attribute(name) ?? 0);
  return {
    python: attribute("python") ?? DEFAULT_PYTHON, instructionCost: seconds("instruction-cost"), diskLatency: seconds("disk-latency"), gil: attribute("no-gil") === null,
    lines: true,
  };
}
