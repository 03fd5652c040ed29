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
    /** The newest request of each asker. @type {WeakMap<object, number>} */
    this._newest = new WeakMap();
    /** What the worker does for each asker. @type {WeakMap<object, Promise<unknown>>} */
    this._underWay = new WeakMap();
    worker.onmessage = ({ data }) => this._onAnswer(data);
    worker.onerror = (event) => this._onCrash(event.message || "the engine's worker failed");
  }

  /**
   * Runs a program. Of several runs that one `asker` wants while another of its runs is under way, only the newest is done: the
   * others throw Obsolete, and so does the one under way when it arrives too late.
   * @param {string} source
   * @param {RunOptions} [options]
   * @param {object} [asker]
   * @returns {Promise<Run>}
   */
  async run(source, options = {}, asker = {}) {
    const number = this._next++;
    this._newest.set(asker, number);
    const isObsolete = () => this._newest.get(asker) !== number;
    const before = this._underWay.get(asker);
    if (before) await before;
    if (isObsolete()) throw new Obsolete("a newer run was asked for");
    const answer = this._ask({ verb: "run", source, options });
    this._underWay.set(asker, answer.catch(() => undefined));
    const run = await answer;
    if (isObsolete()) throw new Obsolete("a newer run was asked for");
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
