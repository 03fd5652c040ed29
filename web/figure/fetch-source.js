// fetch-source.js — the program that an address names, as text.

/** No program of a person is longer. */
const LONGEST = 1_000_000;

/** @param {string} address @returns {Promise<string>} */
export async function fetchSource(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`status ${answer.status}`);
  const text = await answer.text();
  if (text.length > LONGEST) throw new Error("too long");
  return text.replace(/\r\n?/g, "\n");
}
