// inline-server.js — the core in a worker made from a text: the first message brings the wasm, all others are questions.
import createSluiceCore from "sluice-core";
import { serve } from "./serve.js";

/**
 * @param {any} port the worker's scope or its stand-in
 * @param {ArrayBuffer} [wasm] where it is at hand
 */
export default function serveInline(port, wasm) {
  if (wasm) serve(port, () => createSluiceCore({ wasmBinary: wasm, locateFile: (/** @type {string} */ name) => name }));
  else port.onmessage = (/** @type {MessageEvent} */ { data }) => serveInline(port, data);
}
