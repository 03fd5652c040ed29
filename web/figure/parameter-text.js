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
 * The program with another value for a parameter. The text may have gone on since the parameter was found, as while it is being typed or
 * a slider is dragged: then its line is looked for.
 * @param {string} source @param {Parameter} parameter @param {number | string | boolean} value
 * @param {string} [foundIn] the text that the parameter's place is in; this very source unless given
 * @returns {string} the same text where there is no such line any more
 */
export function withValue(source, parameter, value, foundIn = source) {
  const place = source === foundIn ? parameter : placeIn(source, parameter, foundIn);
  return place ? source.slice(0, place.start) + literalOf(parameter, value) + source.slice(place.end) : source;
}

/** A literal that a control can stand for; core/language/parameters.h has the rule. */
const LITERAL = String.raw`(?:-[ \t]*)?[\d.](?:[eE][-+]|[\w.])*|True|False|"[^"\n]*"|'[^'\n]*'`;

/** @param {string} source @param {Parameter} parameter @param {string} foundIn */
function placeIn(source, { name, start }, foundIn) {
  const line = new RegExp(String.raw`(?<=^[ \t]*${name}[ \t]*(?::[^=\n]*)?=[ \t]*)(?:${LITERAL})(?=[ \t]*#:)`, "gmu");
  const places = (/** @type {string} */ text) => Array.from(text.matchAll(line), ({ index, 0: literal }) => ({ start: index, end: index + literal.length }));
  const there = places(source);
  // The same line may stand in a text of the program as well: then it is the one of the same number.
  const number = places(foundIn).findIndex((place) => place.start === start);
  return there[number] ?? there[0];
}
