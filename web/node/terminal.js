// terminal.js — what a terminal would show of a run. Pure.

/** @typedef {import("../engine/run.js").Run} Run */

/** @param {Run} run @returns {string} what it printed, and the traceback where it failed */
export function terminalText({ output, texts, failure }) {
  const printed = Array.from(output.text, (text) => texts[text]).join("");
  return failure ? `${printed}${failure.traceback.replace(/\n*$/, "\n")}` : printed;
}
