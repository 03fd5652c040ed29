// share.js — a figure's state as the fragment of an address, and back. No DOM.
//
// The text is compressed (deflate) and written in the 64 characters that need no escape. A fragment is never sent to a server, and
// whatever is in it is only ever text: it can become a program, never HTML.

/** @typedef {{ source: string, python: string, when: number }} Shared */

/** A fragment longer than this is not read: no program of a person is. */
const LONGEST_FRAGMENT = 200_000;
/** What the compressed text may grow to. */
const LONGEST_SOURCE = 1_000_000;

/** @param {Shared} shared @returns {Promise<string>} without the # */
export async function toFragment({ source, python, when }) {
  const packed = await through(new TextEncoder().encode(source), new CompressionStream("deflate-raw"));
  const text = btoa(Array.from(packed, (byte) => String.fromCharCode(byte)).join("")).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  return `p=${text}&v=${python}${when > 0 ? `&t=${Number(when.toPrecision(9))}` : ""}`;
}

/** @param {string} fragment with or without the # @returns {Promise<Shared | null>} null where it holds no program */
export async function fromFragment(fragment) {
  if (fragment.length > LONGEST_FRAGMENT) return null;
  const fields = new URLSearchParams(fragment.replace(/^#/, ""));
  const packed = fields.get("p");
  if (!packed) return null;
  try {
    const bytes = Uint8Array.from(atob(packed.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
    const source = new TextDecoder("utf-8", { fatal: true }).decode(await through(bytes, new DecompressionStream("deflate-raw")));
    const when = Number(fields.get("t") ?? 0);
    return { source, python: /^3\.1[0-4]$/.exec(fields.get("v") ?? "")?.[0] ?? "3.13", when: Number.isFinite(when) ? when : 0 };
  } catch {
    return null;
  }
}

/** @param {Uint8Array<ArrayBuffer>} bytes @param {CompressionStream | DecompressionStream} stream @returns {Promise<Uint8Array<ArrayBuffer>>} */
async function through(bytes, stream) {
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  /** @type {Uint8Array[]} */ const chunks = [];
  let length = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    chunks.push(part.value);
    length += part.value.length;
    if (length > LONGEST_SOURCE) throw new RangeError("too long");
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
