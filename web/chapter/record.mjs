// record.mjs — runs the figures of a page at build time, with the engine that the page will serve. Run by build.mjs and the tests.
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { optionsOf } from "../engine/options.js";

/** @typedef {import("../engine/run.js").Run} Run */
/** @typedef {import("../engine/run.js").RunOptions} RunOptions */
/** @typedef {{ id: string, program: string, attributes: Record<string, string> }} PageFigure id: without "figure-" */

/** A page's only figure needs no id, which would stand in every link to it: it says `data-figure` instead. */
const FIGURE = /<figure (?:id="figure-|data-figure=")([\w-]+)"[^>]*>\s*<sluice-figure([^>]*)><pre data-program="([\w-]+)"><\/pre>/g;

/** The figures that a page's text has, in order. @param {string} html @returns {PageFigure[]} */
export function figuresOf(html) {
  return Array.from(html.matchAll(FIGURE), ([, id, attributes, program]) => ({
    id, program, attributes: Object.fromEntries(Array.from(attributes.matchAll(/([\w-]+)(?:="([^"]*)")?/g), ([, name, value]) => [name, value ?? ""])),
  }));
}

/** @param {PageFigure} figure @returns {RunOptions} what the element will ask for */
export const optionsOfFigure = ({ attributes }) => optionsOf((name) => attributes[name] ?? null);

/** The engine in this process. */
export class Core {
  /** @param {string} folder that it was built into @returns {Promise<Core | null>} null: it is not there */
  static async load(folder) {
    const [script, wasm, library] = ["sluice-core.mjs", "sluice-core.wasm", "sluice-library.txt"].map((name) => resolve(join(folder, name)));
    if (![script, wasm, library].every(existsSync)) return null;
    const binary = readFileSync(wasm);
    const { default: create } = await import(pathToFileURL(script).href);
    const sluice = await create({ wasmBinary: binary });
    sluice.supplyLibrary(readFileSync(library));
    return new Core(sluice, createHash("sha256").update(binary).digest("hex").slice(0, 16));
  }

  /** @param {any} sluice @param {string} digest */
  constructor(sluice, digest) {
    this._sluice = sluice;
    this.digest = digest;
  }

  /** As worker.js answers; the number of a run is the worker's own affair. @param {string} source @param {RunOptions} options @returns {Run} */
  run(source, options) { return { ...this._sluice.run(source, options), source, id: 0 }; }
}
