// worker.js — the core in a Web Worker. Where workers are forbidden, the page imports this file and has it serve on its own thread.
import { loadCore } from "./load-core.js";
import { serve } from "./serve.js";

if ("DedicatedWorkerGlobalScope" in globalThis) serve(/** @type {any} */ (globalThis), loadCore);

/** @param {import("./serve.js").Port} port */
export const serveHere = (port) => serve(port, loadCore);
