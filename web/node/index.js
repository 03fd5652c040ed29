// index.js — the package under Node.js: run() gives the trace of a program, as it does in a page. There are no elements here.
import { readFileSync } from "node:fs";
import createSluiceCore from "sluice-core";
import { freezeRun } from "../engine/run.js";
import { isFatal } from "../engine/serve.js";

/** @type {Promise<any> | undefined} */
let core;

/** @param {string} name of a file in the package */
const read = (name) => readFileSync(new URL(name, import.meta.url));

/** The core with its library pack, loaded by the first who asks. */
const loadCore = () => core ??= createSluiceCore({ wasmBinary: read("./sluice.wasm") }).then((loaded) => {
  loaded.supplyLibrary(read("./sluice-library.txt"));
  return loaded;
});

/**
 * Runs an asyncio program in virtual time.
 * @param {string} source @param {import("../engine/run.js").RunOptions} [options]
 * @returns {Promise<import("../engine/run.js").Run>}
 */
export async function run(source, options = {}) {
  try {
    return freezeRun({ ...(await loadCore()).run(source, options), source });
  } catch (error) {
    // A core that was left in the middle of its work is of no use for the next program.
    if (isFatal(error)) core = undefined;
    throw error;
  }
}

/** A page that is rendered on a server imports the same names; they do their work in the browser. */
export const SluiceFigure = undefined;
export const upgrade = () => () => undefined;
