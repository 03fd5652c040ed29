// index.js — the package under Node.js: run() gives the trace of a program, as it does in a page. There are no elements here.
import { readFileSync } from "node:fs";
import createSluiceCore from "sluice-core";
import { freezeRun } from "../engine/run.js";
import { isFatal } from "../engine/serve.js";

/** @type {Promise<any> | undefined} */
let core;

/** The core, loaded by the first who asks. */
const loadCore = () => core ??= createSluiceCore({ wasmBinary: readFileSync(new URL("./sluice.wasm", import.meta.url)) });

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
