// load-core.js — the core as a file beside this one: sluice.wasm, with Embind's glue bundled in here.
import createSluiceCore from "sluice-core";

/** @returns {Promise<any>} the core, compiled anew */
export function loadCore() {
  const wasm = new URL(SLUICE_WASM, import.meta.url).href;
  return createSluiceCore({ locateFile: () => wasm });
}
