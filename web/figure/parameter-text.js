// parameter-text.js — a parameter's value written into the text of the program. Pure.
//
// `limit = 2  #: 1..10` is a line of ordinary Python; the control changes its literal and nothing else.

/** @typedef {import("../engine/run.js").Parameter} Parameter */

/**
 * A value as a Python literal of the parameter's kind.
 * @param {Parameter} parameter @param {number | string | boolean} value
 */
export function literalOf(parameter, value) {
  if (parameter.kind === "switch") return value ? "True" : "False";
  if (parameter.kind === "slider") {
    const digits = (String(parameter.step).split(".")[1] ?? "").length;
    return Number(value).toFixed(digits);
  }
  const text = String(value);
  return /^-?\d+(\.\d+)?$|^(True|False|None)$/.test(text) && typeof parameter.value !== "string" ? text : JSON.stringify(text);
}

/**
 * The program with another value for a parameter.
 * @param {string} source @param {Parameter} parameter found in this very source @param {number | string | boolean} value
 */
export function withValue(source, parameter, value) {
  return source.slice(0, parameter.start) + literalOf(parameter, value) + source.slice(parameter.end);
}
