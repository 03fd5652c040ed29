// share.js — a figure's state as the fragment of an address, and back. No DOM.
//
// Texts are compressed (deflate) and written in the 64 characters that need no escape. A fragment is never sent to a server, and
// whatever is in it is only ever text: it can become a program, never HTML.

import { bounded, LONGEST_PROGRAM } from "./limits.js";

/**
 * All that makes a figure look as it does.
 * @typedef {object} Shared
 * @property {string} source
 * @property {string} python
 * @property {number} when            seconds of the program's clock
 * @property {string} [figure]        which figure of a page; the first unless given
 * @property {string} [view]          names of views, with blanks
 * @property {number} [cost]          seconds a bytecode instruction
 * @property {boolean} [noGil]
 * @property {number} [switchInterval] seconds after which a thread is asked to drop the GIL
 * @property {number} [cpuCount]
 * @property {number} [diskLatency]   seconds that reading a file takes
 * @property {Record<string, string>} [files]   that the program can open, by path
 * @property {{ source: string, python: string }} [kept]   the run A that it is compared with
 */

/** A fragment longer than this is not read: no program of a person is. */
const LONGEST_FRAGMENT = 200_000;
/** What a compressed text may grow to, in bytes. */
const LONGEST_TEXT = 4 * LONGEST_PROGRAM;
/** Files beside a program that are taken from a link. */
const MOST_FILES = 100;
const VERSION = /^3\.1[0-4]$/;
const USUAL_VERSION = "3.13";

/** @param {Shared} shared @returns {Promise<string>} without the # */
export async function toFragment({ source, python, when, figure, view, cost, noGil, switchInterval, cpuCount, diskLatency, files, kept }) {
  const fields = new URLSearchParams();
  if (figure) fields.set("f", figure);
  fields.set("p", await pack(source));
  fields.set("v", python);
  if (when > 0) fields.set("t", String(Number(when.toPrecision(9))));
  if (view) fields.set("view", view);
  if (cost) fields.set("cost", String(cost));
  if (noGil) fields.set("nogil", "1");
  if (switchInterval) fields.set("si", String(switchInterval));
  if (cpuCount) fields.set("cpus", String(cpuCount));
  if (diskLatency) fields.set("disk", String(diskLatency));
  if (files && Object.keys(files).length > 0) fields.set("files", await pack(JSON.stringify(files)));
  if (kept) {
    fields.set("a", await pack(kept.source));
    fields.set("av", kept.python);
  }
  return fields.toString();
}

/** Which figure of the page a fragment is about; null: none. @param {string} fragment with or without the # */
export function figureOf(fragment) {
  const fields = new URLSearchParams(fragment.replace(/^#/, ""));
  return fields.has("p") ? fields.get("f") ?? "" : null;
}

/** @param {string} fragment with or without the # @returns {Promise<Shared | null>} null where it holds no program */
export async function fromFragment(fragment) {
  if (fragment.length > LONGEST_FRAGMENT) return null;
  const fields = new URLSearchParams(fragment.replace(/^#/, ""));
  const packed = fields.get("p");
  if (!packed) return null;
  try {
    const number = (/** @type {string} */ name) => { const value = Number(fields.get(name) ?? 0); return Number.isFinite(value) && value >= 0 ? value : 0; };
    const version = (/** @type {string} */ name) => VERSION.exec(fields.get(name) ?? "")?.[0] ?? USUAL_VERSION;
    /** @type {Shared} */ const shared = { source: await unpackProgram(packed), python: version("v"), when: number("t") };
    const view = fields.get("view");
    if (view && /^[a-z ]+$/.test(view)) shared.view = view;
    if (number("cost")) shared.cost = number("cost");
    if (fields.get("nogil")) shared.noGil = true;
    if (number("si")) shared.switchInterval = number("si");
    if (number("cpus")) shared.cpuCount = Math.floor(number("cpus"));
    if (number("disk")) shared.diskLatency = number("disk");
    const files = fields.get("files");
    if (files) shared.files = textsOf(JSON.parse(await unpack(files)));
    const kept = fields.get("a");
    if (kept) shared.kept = { source: await unpackProgram(kept), python: version("av") };
    return shared;
  } catch {
    return null;
  }
}

/** What is text in a record; whatever else stands in it is left out. @param {unknown} record @returns {Record<string, string>} */
const textsOf = (record) => Object.fromEntries(Object.entries(record ?? {}).slice(0, MOST_FILES).flatMap(([name, text]) => (typeof text === "string" ? [[name, bounded(text)]] : [])));

/** @param {string} text */
async function pack(text) {
  const packed = await through(new TextEncoder().encode(text), new CompressionStream("deflate-raw"));
  return btoa(Array.from(packed, (byte) => String.fromCharCode(byte)).join("")).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

/** @param {string} packed */
const unpackProgram = async (packed) => bounded(await unpack(packed));

/** @param {string} packed */
async function unpack(packed) {
  const bytes = Uint8Array.from(atob(packed.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
  return new TextDecoder("utf-8", { fatal: true }).decode(await through(bytes, new DecompressionStream("deflate-raw")));
}

/** @param {Uint8Array<ArrayBuffer>} bytes @param {CompressionStream | DecompressionStream} stream @returns {Promise<Uint8Array<ArrayBuffer>>} */
async function through(bytes, stream) {
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  /** @type {Uint8Array[]} */ const chunks = [];
  let length = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    chunks.push(part.value);
    length += part.value.length;
    if (length > LONGEST_TEXT) throw new RangeError("too long");
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
