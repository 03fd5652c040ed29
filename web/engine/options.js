// options.js — what a figure's attributes mean for its run. Pure; the page's build reads attributes too.

/** @typedef {import("./run.js").RunOptions} RunOptions */

/** The Python that a figure models unless it says another. */
const DEFAULT_PYTHON = "3.13";

/** The core ends a run at this time. */
const MOST_SECONDS = 1e9;

/** @param {(name: string) => string | null} attribute null: not given @returns {RunOptions} */
export function optionsOf(attribute) {
  // What is no number, or below 0, or more than any program's clock can hold, is as if it were not there.
  const seconds = (/** @type {string} */ name) => {
    const given = Number(attribute(name) ?? 0);
    return given >= 0 && given <= MOST_SECONDS ? given : 0;
  };
  return {
    python: attribute("python") ?? DEFAULT_PYTHON, instructionCost: seconds("instruction-cost"), diskLatency: seconds("disk-latency"), gil: attribute("no-gil") === null,
    lines: true,
  };
}
