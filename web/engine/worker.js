// worker.js — the core in a Web Worker. Where workers are forbidden, the page imports this file and has it serve on its own thread.
//
// It asks for nothing by itself: the page knows where the wasm is, and says so in the first message. So to a bundler that builds the page both are
// files to be copied, and no worker to be built.
import { loadCore } from "./load-core.js";
import { serve } from "./serve.js";

/** @param {any} port @param {string} wasm its address */
export const serveHere = (port, wasm) => serve(port, () => loadCore(wasm));

if ("DedicatedWorkerGlobalScope" in globalThis) {
  globalThis.onmessage = (/** @type {MessageEvent<string>} */ { data }) => serveHere(globalThis, data);
}
