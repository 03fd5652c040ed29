// parameter-parse.js — the constants of a program that are marked as controls by `#:`. Pure.
//
//   limit = 2              #: 1..10                  a slider; the step follows from the digits: 0.1..2.0 steps by 0.1
//   order = "gather"       #: gather | as_completed  a choice
//   rate = 30             #: 0..100 step 5           a slider with a step of its own
//   fails = False          #: True | False           a switch

/** @typedef {import("../engine/run.js").Parameter} Parameter */

const MARKED = /^([A-Za-z_]\w*)[ \t]*(?::[ \t]*\w+[ \t]*)?=[ \t]*("[^"\n]*"|'[^'\n]*'|-?\d+(?:\.\d+)?|True|False)[ \t]*#:[ \t]*(.*?)[ \t]*$/gm;
const RANGE = /^(-?\d+(?:\.\d+)?)\s*\.\.\s*(-?\d+(?:\.\d+)?)(?:\s+step\s+(\d+(?:\.\d+)?))?$/;

/**
 * A comment that is not understood makes no control; the program is the same either way.
 * @param {string} source
 * @returns {Parameter[]} in the order of the text
 */
export function parametersOf(source) {
  const found = [];
  for (const match of source.matchAll(MARKED)) {
    const [whole, name, literal, comment] = match;
    const start = match.index + whole.indexOf(literal, whole.indexOf("=") + 1);
    const place = { name, line: source.slice(0, match.index).split("\n").length, start, end: start + literal.length };
    const parameter = read(literal, comment);
    if (parameter) found.push({ ...place, ...parameter });
  }
  return found;
}

/** @param {string} literal @param {string} comment @returns {Omit<Parameter, "name" | "line" | "start" | "end"> | null} */
function read(literal, comment) {
  const none = { min: 0, max: 0, step: 1, choices: /** @type {string[]} */ ([]) };
  const range = RANGE.exec(comment);
  if (range && !Number.isNaN(Number(literal))) {
    const digits = Math.max(...[range[1], range[2]].map((text) => (text.split(".")[1] ?? "").length));
    return { ...none, kind: "slider", min: Number(range[1]), max: Number(range[2]), step: range[3] ? Number(range[3]) : Number((0.1 ** digits).toFixed(digits)), value: Number(literal) };
  }
  if (literal === "True" || literal === "False") return { ...none, kind: "switch", value: literal === "True" };
  const choices = comment.split("|").map((choice) => choice.trim().replace(/^["']|["']$/g, "")).filter(Boolean);
  if (choices.length < 2) return null;
  const isText = /^["']/.test(literal);
  return { ...none, kind: "choice", choices, value: isText ? literal.slice(1, -1) : Number(literal) };
}
