// sentence-source.js — the sentence of an event: with the run where it is short, else asked for a stretch at a time. No DOM.

/** Sentences that are asked for together. */
const STRETCH = 256;

export class SentenceSource {
  /**
   * @param {import("../engine/run.js").Run} run
   * @param {(from: number, to: number) => Promise<string[]>} ask
   * @param {() => void} onArrival called when sentences have come that were missing
   */
  constructor(run, ask, onArrival) {
    this._run = run;
    this._ask = ask;
    this._onArrival = onArrival;
    /** @type {Map<number, string[]>} by number of the stretch; empty while it is on its way */
    this._stretches = new Map();
    /** @type {Map<number, Promise<void>>} */ this._underWay = new Map();
  }

  /** @param {number} event @returns {string} "" for none, and while it is on its way */
  of(event) {
    if (event < 0) return "";
    if (this._run.sentences?.length) return this._run.sentences[event] ?? "";
    const stretch = Math.floor(event / STRETCH);
    const known = this._stretches.get(stretch);
    if (known) return known[event - stretch * STRETCH] ?? "";
    void this._fetch(stretch).then(this._onArrival, () => undefined);
    return "";
  }

  /** Sees to it that the sentences of some events are there. @param {number[]} events */
  async load(events) {
    if (this._run.sentences?.length) return;
    const stretches = new Set(events.map((event) => Math.floor(event / STRETCH)));
    await Promise.all(Array.from(stretches, (stretch) => this._fetch(stretch)));
  }

  /** @param {number} stretch */
  async _fetch(stretch) {
    const underWay = this._underWay.get(stretch);
    if (underWay || this._stretches.get(stretch)?.length) return underWay;
    const from = stretch * STRETCH;
    this._stretches.set(stretch, []);
    const answer = this._ask(from, Math.min(from + STRETCH, this._run.events.when.length)).then(
      (sentences) => { this._stretches.set(stretch, sentences); },
      (error) => { this._stretches.delete(stretch); throw error; }).finally(() => this._underWay.delete(stretch));
    this._underWay.set(stretch, answer);
    return answer;
  }
}
