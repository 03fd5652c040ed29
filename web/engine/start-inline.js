// start-inline.js — starts the engine that a single file carries within itself: nothing is fetched, so it works from file://.
//
// The build puts this in the place of start-worker.js. `sluice-engine` is inline-server.js as one function, whose text makes a worker;
// `sluice-wasm` is the core, deflated, in base64.
import makeServer from "sluice-engine";
import packed from "sluice-wasm";
import { trustedAddress } from "./trusted-address.js";
import { SMALL_BUDGETS } from "./budgets.js";
import { ComingWorker, LocalWorker, whenReady } from "./local-worker.js";

/** The core in a worker; where there can be none, on the page's own thread. */
export const makeWorker = () => new ComingWorker(startWorker().catch(() => startHere(SMALL_BUDGETS)));

/** The core on the page's own thread. */
export const makeLocalWorker = () => new ComingWorker(startHere());

/** @type {Promise<ArrayBuffer> | undefined} */
let unpacked;

/** The bytes of the core. */
function unpack() {
  const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
  return unpacked ??= new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"))).arrayBuffer();
}

async function startWorker() {
  const wasm = await unpack();
  const address = URL.createObjectURL(new Blob([`(${makeServer})()(self);`], { type: "text/javascript" }));
  const worker = new Worker(trustedAddress(address));
  worker.postMessage(wasm);
  return whenReady(worker);
}

/** @param {object} [budgets] */
async function startHere(budgets) {
  const wasm = await unpack();
  const serve = makeServer();
  return whenReady(new LocalWorker((port) => serve(port, wasm), budgets));
}
