// options.js — what a figure's attributes mean for its run. Pure; the page's build reads attributes too.

/** @typedef {import("./run.js").RunOptions} RunOptions */

/** The Python that a figure models unless it says another that there is. */
const DEFAULT_PYTHON = "3.13";
const PYTHON = /^3\.1[0-4]$/;

/** The core ends a run at this time. */
const MOST_SECONDS = 1e9;
/** More than any machine has. */
const MOST_PROCESSORS = 4096;

/** @param {(name: string) => string | null} attribute null: not given @returns {RunOptions} */
export function optionsOf(attribute) {
  // What is no number, or below 0, or more than any program's clock can hold, is as if it were not there.
  const number = (/** @type {string} */ name, most = MOST_SECONDS) => {
    const given = Number(attribute(name) ?? 0);
    return given >= 0 && given <= most ? given : 0;
  };
  /** @type {RunOptions} */ const options = {
    python: PYTHON.exec(attribute("python") ?? "")?.[0] ?? DEFAULT_PYTHON, instructionCost: number("instruction-cost"), diskLatency: number("disk-latency"), gil: attribute("no-gil") === null,
    lines: true,
  };
  // Of these the core has its own.
  const [switchInterval, cpuCount] = [number("switch-interval"), Math.floor(number("cpu-count", MOST_PROCESSORS))];
  if (switchInterval > 0) options.switchInterval = switchInterval;
  if (cpuCount > 0) options.cpuCount = cpuCount;
  return options;
}
