// start-inline.js — starts the engine that a single file carries within itself: nothing is fetched, so it works from file://.
//
// The build puts this in the place of start-worker.js. `sluice-engine` is inline-server.js as one function, whose text makes a worker;
// `sluice-wasm` is the core and `sluice-library` its library pack, deflated, in base64.
import makeServer from "sluice-engine";
import packedLibrary from "sluice-library";
import packedWasm from "sluice-wasm";
import { trustedAddress } from "./trusted-address.js";
import { SMALL_BUDGETS } from "./budgets.js";
import { ComingWorker, LocalWorker, whenReady } from "./local-worker.js";

/** The core in a worker; where there can be none, on the page's own thread. */
export const makeWorker = () => new ComingWorker(startWorker().catch(() => startHere(SMALL_BUDGETS)));

/** The core on the page's own thread. */
export const makeLocalWorker = () => new ComingWorker(startHere());

/** @type {Promise<{ wasm: ArrayBuffer, library: ArrayBuffer }> | undefined} */
let unpacked;

/** The bytes of both. */
const unpack = () => unpacked ??= Promise.all([inflate(packedWasm), inflate(packedLibrary)]).then(([wasm, library]) => ({ wasm, library }));

/** @param {string} packed @returns {Promise<ArrayBuffer>} */
function inflate(packed) {
  const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"))).arrayBuffer();
}

async function startWorker() {
  const files = await unpack();
  const address = URL.createObjectURL(new Blob([`(${makeServer})()(self);`], { type: "text/javascript" }));
  const worker = new Worker(trustedAddress(address));
  worker.postMessage(files);
  return whenReady(worker);
}

/** @param {object} [budgets] */
async function startHere(budgets) {
  const files = await unpack();
  const serve = makeServer();
  return whenReady(new LocalWorker((port) => serve(port, files), budgets));
}
