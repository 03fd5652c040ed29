// engine.js — the core as the page sees it: questions go to one module Web Worker, answers come back as frozen records.
//
// One engine serves all figures of a page. Only worker.js touches wasm.
import { freezeRun } from "./run.js";

/** @typedef {import("./run.js").Run} Run */
/** @typedef {import("./run.js").RunOptions} RunOptions */

/** Thrown to whoever asked for a run that a newer one has made pointless. */
export class Obsolete extends Error {}

export class Engine {
  /** @param {Worker} worker */
  constructor(worker) {
    this._worker = worker;
    /** @type {Map<number, { resolve: (value: any) => void, reject: (reason: Error) => void }>} */
    this._open = new Map();
    this._next = 1;
    /** @type {Map<object, number>} the newest request of each asker */
    this._newest = new Map();
    worker.onmessage = ({ data }) => this._onAnswer(data);
    worker.onerror = (event) => this._onCrash(event.message || "the engine's worker failed");
  }

  /**
   * Runs a program. A newer call with the same `asker` makes this one throw Obsolete.
   * @param {string} source
   * @param {RunOptions} [options]
   * @param {object} [asker]
   * @returns {Promise<Run>}
   */
  async run(source, options = {}, asker = this) {
    const id = this._next;
    this._newest.set(asker, id);
    const run = await this._ask({ verb: "run", source, options });
    if (this._newest.get(asker) !== id) throw new Obsolete("a newer run was asked for");
    return freezeRun(run);
  }

  /**
   * The sentences of events from `from` up to but without `to`.
   * @param {number} runId @param {number} from @param {number} to
   * @returns {Promise<string[]>}
   */
  sentences(runId, from, to) { return this._ask({ verb: "sentences", runId, from, to }); }

  /** @param {number} runId @param {"chrome" | "json" | "gantt"} form @returns {Promise<string>} */
  export(runId, form) { return this._ask({ verb: "export", runId, form }); }

  /** @param {Record<string, unknown>} question @returns {Promise<any>} */
  _ask(question) {
    const id = this._next++;
    return new Promise((resolve, reject) => {
      this._open.set(id, { resolve, reject });
      this._worker.postMessage({ id, ...question });
    });
  }

  /** @param {{ id: number, answer?: unknown, error?: string }} message */
  _onAnswer({ id, answer, error }) {
    const asked = this._open.get(id);
    if (!asked) return;
    this._open.delete(id);
    if (error === undefined) asked.resolve(answer);
    else asked.reject(new Error(error));
  }

  /** @param {string} message */
  _onCrash(message) {
    for (const { reject } of this._open.values()) reject(new Error(message));
    this._open.clear();
  }
}

/** @type {Promise<Engine> | undefined} */
let shared;

/**
 * The page's engine; loaded by the first who asks.
 * @param {{ base?: string | URL }} [options] where worker.js lies; the folder of this module unless given
 * @returns {Promise<Engine>}
 */
export function createEngine({ base = import.meta.url } = {}) {
  shared ??= Promise.resolve(new Engine(new Worker(new URL("./sluice-worker.js", base), { type: "module" })));
  return shared;
}
