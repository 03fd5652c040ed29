// inline-server.js — the core in a worker made from a text: the first message brings the wasm and the library pack, all others are questions.
import createSluiceCore from "sluice-core";
import { serve } from "./serve.js";

/**
 * @param {any} port the worker's scope or its stand-in
 * @param {{ wasm: ArrayBuffer, library: ArrayBuffer }} [files] where they are at hand
 */
export default function serveInline(port, files) {
  if (files) serve(port, () => createSluiceCore({ wasmBinary: files.wasm, locateFile: (/** @type {string} */ name) => name }), async () => files.library);
  else port.onmessage = (/** @type {MessageEvent} */ { data }) => serveInline(port, data);
}
