// engine.js — the core as the page sees it: questions go to one Web Worker, answers come back as frozen records.
//
// One engine serves all figures of a page. Only what runs in the worker touches wasm (serve.js). A worker that dies is replaced, what was asked of it is asked
// again, and runs of its time can still be asked about: the engine keeps their programs, and a program has but one trace.
import { PAGE_BUDGETS } from "./budgets.js";
import { freezeRun } from "./run.js";
import { makeLocalWorker, makeWorker } from "./start-worker.js";

/** @typedef {import("./run.js").Run} Run */
/** @typedef {import("./run.js").RunOptions} RunOptions */
/** @typedef {import("./local-worker.js").WorkerLike} WorkerLike */
/** @typedef {{ question: Record<string, unknown>, resolve: (value: any) => void, reject: (reason: Error) => void, tries: number, hasBegun: boolean, isFetching: boolean }} Open */
/** @typedef {{ source: string, options: RunOptions, generation: number, inner: number }} Kept */

/** Thrown to whoever asked for a run that a newer one has made pointless. */
export class Obsolete extends Error {}

/** Thrown for a run that had to be ended from outside: by its message it took too long, or the engine did not survive it. */
export class Ended extends Error {}

/** Thrown for a program that imports a module of the library pack (`module` is its name), which could not be fetched: the engine is as good as before. */
export class LacksLibrary extends Error {
  /** @param {string} message @param {string} module */
  constructor(message, module) {
    super(message);
    this.module = module;
  }
}

/** The worker that was asked about a run is gone, and its number of that run with it. */
class Restarted extends Error {}

/** A question that has brought down so many workers is not asked again. */
const MOST_TRIES = 2;
/** A run that takes longer than this is given up when a newer one is wanted. */
const PATIENCE_MS = 2000;
/**
 * A run that takes longer than this is ended, whether or not another is wanted. The core's budgets end a run long before, but for one that is in a
 * single long operation, as `any(itertools.repeat(0))` is. Seconds are counted one by one, so that those that a machine has slept through are none.
 */
const LONGEST_RUN_S = 15;
/** Runs that can still be asked about: more than a page has figures. */
const MOST_KEPT = 64;

export class Engine {
  /** @param {() => WorkerLike} makeWorker */
  constructor(makeWorker) {
    this._makeWorker = makeWorker;
    /** @type {WorkerLike | null} */ this._worker = null;
    /** How many workers there have been: a run's number means something to one of them only. */
    this._generation = 0;
    /** @type {Map<number, Open>} */ this._open = new Map();
    this._next = 1;
    /** The newest request of each asker. @type {WeakMap<object, number>} */
    this._newest = new WeakMap();
    /** What the worker does for each asker. @type {WeakMap<object, { id: number, answer: Promise<unknown> }>} */
    this._underWay = new WeakMap();
    /** By the engine's own number of a run; oldest first. @type {Map<number, Kept>} */
    this._kept = new Map();
    /** Whether the present worker has begun with a question, for which it needs the core. */
    this._isLoaded = false;
    /** Counts seconds of silence. @type {ReturnType<typeof setInterval> | undefined} */ this._watch = undefined;
    this._start();
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
    if (before) {
      const timer = setTimeout(() => this._giveUp(before.id), PATIENCE_MS);
      await before.answer;
      clearTimeout(timer);
    }
    if (isObsolete()) throw new Obsolete("a newer run was asked for");
    const asked = this._ask({ verb: "run", source, options: bounded(options) });
    this._underWay.set(asker, { id: asked.id, answer: asked.answer.catch(() => undefined) });
    const run = await asked.answer;
    if (isObsolete()) throw new Obsolete("a newer run was asked for");
    return freezeRun({ ...run, id: this._keep({ source, options, generation: this._generation, inner: run.id }) });
  }

  /**
   * The sentences of events from `from` up to but without `to`.
   * @param {number} runId @param {number} from @param {number} to
   * @returns {Promise<string[]>}
   */
  sentences(runId, from, to) { return this._askAbout(runId, { verb: "sentences", from, to }); }

  /** @param {number} runId @param {"chrome" | "json" | "gantt"} form @returns {Promise<string>} */
  export(runId, form) { return this._askAbout(runId, { verb: "export", form }); }

  /** @param {number} runId @param {Record<string, unknown>} question @returns {Promise<any>} */
  async _askAbout(runId, question, tries = 1) {
    try {
      return await this._ask({ ...question, runId: await this._recall(runId) }).answer;
    } catch (error) {
      if (!(error instanceof Restarted) || tries >= MOST_TRIES) throw error;
      return this._askAbout(runId, question, tries + 1);
    }
  }

  _start() {
    const worker = this._makeWorker();
    this._worker = worker;
    worker.onmessage = ({ data }) => { if (worker === this._worker) this._onMessage(data); };
    worker.onerror = (event) => {
      event.preventDefault?.();
      if (worker === this._worker) this._restart(event.message || "the engine's worker failed");
    };
  }

  /**
   * Does away with a worker that is no longer of use. Where questions are open, another one is asked.
   * @param {string} reason @param {boolean} [isOurWish] no question is to blame
   */
  _restart(reason, isOurWish = false) {
    clearInterval(this._watch);
    this._isLoaded = false;
    this._worker?.terminate();
    this._worker = null;
    this._generation++;
    const hasCulprit = Array.from(this._open.values()).some(({ hasBegun }) => hasBegun);
    for (const [id, open] of this._open) {
      const isRun = open.question.verb === "run";
      if (isOurWish || (hasCulprit && !open.hasBegun)) open.tries--;
      if (isRun && open.tries < MOST_TRIES) {
        this._post(id, open);
        continue;
      }
      this._open.delete(id);
      open.reject(!isRun ? new Restarted(reason) : open.hasBegun ? new Ended(reason) : new Error(reason));
    }
  }

  /** Counts anew the seconds in which the worker says nothing though it is asked something. What it takes to load is the network's affair. */
  _listen() {
    clearInterval(this._watch);
    if (!this._isLoaded || Array.from(this._open.values()).every(({ isFetching }) => isFetching)) return;
    let seconds = 0;
    this._watch = setInterval(() => { if (++seconds === LONGEST_RUN_S) this._onSilence(); }, 1000);
  }

  /** The worker is in the middle of something that does not end, or is not there any more: browsers end workers without a word. */
  _onSilence() {
    const [id, open] = Array.from(this._open).find(([, { hasBegun }]) => hasBegun) ?? [0, null];
    const words = `it took longer than ${LONGEST_RUN_S} s`;
    if (open) this._dismiss(id, open.question.verb === "run" ? new Ended(words) : new Error(words));
    else this._restart("the engine's worker is gone");
  }

  /** @param {number} id of a question that nobody waits for any more, and that holds up the others */
  _giveUp(id) {
    const open = this._open.get(id);
    const reason = new Obsolete("a newer run was asked for");
    if (!open) return;
    if (!open.isFetching) return this._dismiss(id, reason);
    // It holds up nobody, and what is being fetched may be wanted by the next.
    this._open.delete(id);
    open.reject(reason);
  }

  /** Ends the worker for the sake of one question; the others are put to the next one. @param {number} id @param {Error} error */
  _dismiss(id, error) {
    this._open.get(id)?.reject(error);
    this._open.delete(id);
    this._restart("", true);
  }

  /** @param {Kept} kept */
  _keep(kept) {
    const id = this._next++;
    this._kept.set(id, kept);
    const [oldest] = this._kept.keys();
    if (this._kept.size > MOST_KEPT) this._kept.delete(oldest);
    return id;
  }

  /** The present worker's number of a run. @param {number} id */
  async _recall(id) {
    const kept = this._kept.get(id);
    if (!kept) throw new Error("a run that is too long ago");
    if (kept.generation !== this._generation) {
      const { id: inner } = await this._ask({ verb: "run", source: kept.source, options: bounded(kept.options) }).answer;
      Object.assign(kept, { generation: this._generation, inner });
    }
    return kept.inner;
  }

  /** @param {Record<string, unknown>} question @returns {{ id: number, answer: Promise<any> }} */
  _ask(question) {
    const id = this._next++;
    const answer = new Promise((resolve, reject) => {
      const open = { question, resolve, reject, tries: 0, hasBegun: false, isFetching: false };
      this._open.set(id, open);
      this._post(id, open);
    });
    return { id, answer };
  }

  /** @param {number} id @param {Open} open */
  _post(id, open) {
    open.tries++;
    open.hasBegun = open.isFetching = false;
    if (!this._worker) this._start();
    this._worker?.postMessage({ id, ...open.question });
    if (this._open.size === 1) this._listen();
  }

  /** @param {{ id: number, hasBegun?: boolean, isFetching?: boolean, answer?: unknown, error?: string, isDead?: boolean, lacksLibrary?: string }} message */
  _onMessage({ id, hasBegun = false, isFetching = false, answer, error, isDead, lacksLibrary }) {
    const asked = this._open.get(id);
    if (hasBegun || isFetching) {
      this._isLoaded = true;
      if (asked) Object.assign(asked, { hasBegun, isFetching });
    } else if (asked && !isDead) {
      this._open.delete(id);
    }
    this._listen();
    if (!asked || hasBegun || isFetching) return;
    if (isDead) return this._restart(error ?? "");
    if (error === undefined) asked.resolve(answer);
    else asked.reject(lacksLibrary ? new LacksLibrary(error, lacksLibrary) : new Error(error));
  }
}

/** @param {RunOptions} options @returns {RunOptions} */
const bounded = (options) => ({ ...options, budgets: { ...PAGE_BUDGETS, ...options.budgets } });

/** @type {Promise<Engine> | undefined} */
let shared;

/** The page's engine; loaded by the first who asks. @returns {Promise<Engine>} */
export function createEngine() {
  if (!("WebAssembly" in globalThis)) return Promise.reject(new Error("this browser has no WebAssembly"));
  shared ??= Promise.resolve(new Engine(makeWorker));
  return shared;
}

/** An engine on the page's own thread: while it works, the page stands still. */
export const createEngineHere = () => new Engine(makeLocalWorker);
