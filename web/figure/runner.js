// runner.js — has a figure's program run, by a recording of that run where there is one, else by the engine. Only the newest run counts.
import { createEngine, Obsolete } from "../engine/engine.js";
import { playBack } from "../engine/playback.js";

/** @typedef {import("../engine/run.js").Run} Run */
/** @typedef {import("../engine/run.js").RunOptions} RunOptions */

export class Runner {
  /** @param {{ playBack: typeof playBack, createEngine: typeof createEngine }} [ways] by which runs are had */
  constructor(ways = { playBack, createEngine }) {
    this._ways = ways;
    /** How many runs have been asked for. */
    this.asked = 0;
  }

  /**
   * @param {() => { source: string, options: RunOptions, recording: string | null }} wanted asked once `before` has come about
   * @param {Promise<unknown> | null} before
   * @returns {Promise<Run | null>} null: a newer run was asked for meanwhile
   */
  async run(wanted, before) {
    const number = ++this.asked;
    await before;
    const { source, options, recording } = wanted();
    try {
      const recorded = await this._ways.playBack(recording, source, options);
      const engine = recorded ? null : await this._ways.createEngine();
      // The engine does what it is asked last. A recording takes its time to arrive, in which something newer may have been asked for.
      if (number !== this.asked) return null;
      const run = recorded ?? await engine?.run(source, options, this) ?? null;
      return number === this.asked ? run : null;
    } catch (error) {
      if (error instanceof Obsolete || number !== this.asked) return null;
      throw error;
    }
  }

  /** A run beside those that are shown. @param {string} source @param {RunOptions} options @returns {Promise<Run>} */
  async runAside(source, options) { return (await this._ways.createEngine()).run(source, options); }
}
