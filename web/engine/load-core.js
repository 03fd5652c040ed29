// load-core.js — the core as a file of its own, with Embind's glue bundled in here.
import createSluiceCore from "sluice-core";

/** @param {string} wasm address of the file @returns {Promise<any>} the core, compiled anew */
export const loadCore = (wasm) => createSluiceCore({ locateFile: () => wasm });
