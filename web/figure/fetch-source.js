// fetch-source.js — the program that an address names, as text.
import { bounded } from "./limits.js";

/** @param {string} address @returns {Promise<string>} */
export async function fetchSource(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`status ${answer.status}`);
  return bounded((await answer.text()).replace(/\r\n?/g, "\n"));
}
