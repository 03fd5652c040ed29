// limits.js — what is taken from outside, from a link, a file, an address: no more than a person writes. Pure.

/** Letters of a program. */
export const LONGEST_PROGRAM = 200_000;
const MOST_LINES = 5_000;

/** @param {string} text @returns {string} the text @throws {RangeError} where no person has written it */
export function bounded(text) {
  if (text.length > LONGEST_PROGRAM || text.split("\n", MOST_LINES + 1).length > MOST_LINES) throw new RangeError("too long");
  return text;
}
