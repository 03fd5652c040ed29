// worker.js — the core in a Web Worker. Where workers are forbidden, the page imports this file and has it serve on its own thread.
//
// It asks for nothing by itself: the page knows where the wasm and the library pack are, and says so in the first message. So to a bundler that builds
// the page all three are files to be copied, and no worker to be built.
import { loadCore, loadLibrary } from "./load-core.js";
import { serve } from "./serve.js";

/** @typedef {{ wasm: string, library: string }} Addresses */

/** @param {any} port @param {Addresses} addresses */
export const serveHere = (port, { wasm, library }) => serve(port, () => loadCore(wasm), () => loadLibrary(library));

if ("DedicatedWorkerGlobalScope" in globalThis) {
  globalThis.onmessage = (/** @type {MessageEvent<Addresses>} */ { data }) => serveHere(globalThis, data);
}
