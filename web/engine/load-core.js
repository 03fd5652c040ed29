// load-core.js — the core and its library pack as files of their own, with Embind's glue bundled in here.
import createSluiceCore from "sluice-core";

/** @param {string} wasm address of the file @returns {Promise<any>} the core, compiled anew */
export const loadCore = (wasm) => createSluiceCore({ locateFile: () => wasm });

/** @param {string} address @returns {Promise<ArrayBuffer>} the texts of the library modules that few programs import */
export async function loadLibrary(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.arrayBuffer();
}
