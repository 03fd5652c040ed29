// local-worker.js — what a worker is to the engine: one that is still on its way, and one on the page's own thread. No DOM.

/**
 * @typedef {{ postMessage: (message: any) => void, terminate: () => void, onmessage: ((event: any) => void) | null,
 *   onerror: ((event: any) => void) | null }} WorkerLike
 */

/** Passes on to a worker that comes later what it is asked meanwhile. Where none comes, it has an error. @implements {WorkerLike} */
export class ComingWorker {
  /** @param {Promise<WorkerLike>} worker */
  constructor(worker) {
    /** @type {WorkerLike["onmessage"]} */ this.onmessage = null;
    /** @type {WorkerLike["onerror"]} */ this.onerror = null;
    this._worker = worker;
    worker.then((it) => {
      it.onmessage = (event) => this.onmessage?.(event);
      it.onerror = (event) => this.onerror?.(event);
    }).catch((error) => this.onerror?.({ message: String(error) }));
  }

  /** @param {any} message */
  postMessage(message) { this._worker.then((worker) => worker.postMessage(message), () => undefined); }

  terminate() { this._worker.then((worker) => worker.terminate(), () => undefined); }
}

/** Does a worker's work where there can be none. @implements {WorkerLike} */
export class LocalWorker {
  /** @param {(port: import("./serve.js").Port) => void} serveOn @param {object} [budgets] of its runs, whatever they name themselves */
  constructor(serveOn, budgets = {}) {
    /** @type {WorkerLike["onmessage"]} */ this.onmessage = null;
    /** @type {WorkerLike["onerror"]} */ this.onerror = null;
    this._budgets = budgets;
    /** @type {import("./serve.js").Port} */
    this._inside = { onmessage: null, postMessage: (message) => queueMicrotask(() => this.onmessage?.({ data: message })) };
    serveOn(this._inside);
  }

  /** @param {any} question */
  postMessage(question) {
    const data = question.verb === "run" ? { ...question, options: { ...question.options, budgets: { ...question.options?.budgets, ...this._budgets } } } : question;
    queueMicrotask(() => this._inside.onmessage?.({ data }));
  }

  terminate() { this._inside.onmessage = null; }
}

/**
 * A worker once it has said that it is there. Rejects where it ends before, as under a policy that forbids it.
 * @template {WorkerLike} W
 * @param {W} worker
 * @returns {Promise<W>}
 */
export function whenReady(worker) {
  return new Promise((resolve, reject) => {
    worker.onmessage = () => resolve(worker);
    worker.onerror = (event) => {
      event.preventDefault?.();
      reject(new Error(event.message || "the worker did not start"));
    };
  });
}
