// start-worker.js — starts worker.js, in the best way that the page allows. Single files have start-inline.js in its place.
import { trustedAddress } from "./trusted-address.js";
import { SMALL_BUDGETS } from "./budgets.js";
import { ComingWorker, LocalWorker, whenReady } from "./local-worker.js";

/** The core in a worker; where there can be none, as under `worker-src 'none'`, on the page's own thread. */
export const makeWorker = () => new ComingWorker(startWorker().catch(() => startHere(SMALL_BUDGETS)));

/** The core on the page's own thread. */
export const makeLocalWorker = () => new ComingWorker(startHere());

/** Where the files beside this script are: written so that bundlers see it. */
const workerAddress = () => new URL(SLUICE_WORKER, import.meta.url).href;
/** @returns {import("./worker.js").Addresses} */
const addresses = () => ({ wasm: new URL(SLUICE_WASM, import.meta.url).href, library: new URL(SLUICE_LIBRARY, import.meta.url).href });

async function startWorker() {
  const isOwn = new URL(workerAddress()).origin === location.origin;
  const worker = isOwn ? new Worker(trustedAddress(workerAddress()), { type: "module" }) : importingWorker();
  worker.postMessage(addresses());
  return whenReady(worker);
}

/** A script from another host may not be a worker, but a worker of the page's own may import it. */
function importingWorker() {
  const text = `import ${JSON.stringify(workerAddress())};`;
  const address = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
  return new Worker(trustedAddress(address), { type: "module" });
}

/** @param {object} [budgets] */
async function startHere(budgets) {
  const { serveHere } = await import(/* @vite-ignore */ /* webpackIgnore: true */ workerAddress());
  return whenReady(new LocalWorker((port) => serveHere(port, addresses()), budgets));
}
