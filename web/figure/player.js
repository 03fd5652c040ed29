// player.js — the playhead: a position on the axis, and the states that playing has. No DOM; time comes in through `tick`.
import { Axis } from "./axis.js";

/** Seconds that a run takes at speed 1: a little for each happening, within bounds. */
const SHORTEST = 6;
const LONGEST = 24;
const PER_HAPPENING = 0.16;
/** Speeds that the control offers: from a sixteenth to sixteen times. */
export const SPEED_RANGE = { min: -4, max: 4 };

/**
 * The playhead over one axis. Emits "change" after every move and "state" when it starts, pauses or ends.
 * `at` lies in 0..1. Speed never influences the program, which has already run.
 */
export class Player extends EventTarget {
  constructor() {
    super();
    /** @type {Axis | null} */ this.axis = null;
    this.at = 0;
    this.speed = 1;
    /** @type {"ready" | "playing" | "paused" | "ended"} */ this.state = "ready";
    /** True while the last move is one that the eye should follow; false after a jump. */
    this.isGliding = false;
  }

  /** Seconds of wall time for the whole run at the present speed. */
  get duration() { return this.lengthAt(this.speed); }

  /** Seconds of wall time for the whole run. @param {number} speed */
  lengthAt(speed) {
    const happenings = this.axis?.happenings ?? 0;
    return Math.min(LONGEST, Math.max(SHORTEST, 3 + happenings * PER_HAPPENING)) / speed;
  }

  /** Seconds of wall time that one second of asyncio takes in a pause; 0 where there is none. */
  get stretch() { return (this.axis?.perSecond ?? 0) * this.duration; }

  /**
   * Another run, or the same on another scale; the clock keeps its time.
   * @param {Axis} axis
   */
  setAxis(axis) {
    const when = this.axis?.whenAt(this.at) ?? 0;
    const wasAt = this.at;
    this.axis = axis;
    this.at = wasAt === 0 ? 0 : wasAt >= 1 ? 1 : axis.positionAt(Math.min(when, axis.until));
    if (this.state === "ended" && this.at < 1) this._enter("paused");
    this._moved(false);
  }

  play() {
    if (!this.axis || this.state === "playing") return;
    if (this.at >= 1) this.at = 0;
    this._enter("playing");
    this._moved(true);
  }

  pause() { if (this.state === "playing") this._enter("paused"); }

  toggle() { if (this.state === "playing") this.pause(); else this.play(); }

  restart() {
    this.at = 0;
    if (this.state !== "playing") this._enter("ready");
    this._moved(false);
  }

  /** @param {number} direction 1 or -1 */
  step(direction) {
    if (!this.axis) return;
    const to = direction > 0 ? this.axis.stopAfter(this.at) : this.axis.stopBefore(this.at);
    this._jump(to, true);
  }

  /** To the beginning of the next moment, or of this one or the one before. @param {number} direction 1 or -1 */
  stepMoment(direction) {
    const starts = (this.axis?.moments ?? []).map(({ from }) => from);
    const to = direction > 0 ? starts.find((from) => from > this.at + 1e-9) ?? 1 : starts.reverse().find((from) => from < this.at - 1e-9) ?? 0;
    this._jump(to, false);
  }

  /**
   * To the next of some places, or to the one before; stays where there is none.
   * @param {number[]} places sorted @param {number} direction 1 or -1 @returns {boolean} whether there was one
   */
  jump(places, direction) {
    const ahead = places.filter((at) => (direction > 0 ? at > this.at + 1e-9 : at < this.at - 1e-9));
    if (ahead.length === 0) return false;
    this.pause();
    this._jump(direction > 0 ? ahead[0] : ahead[ahead.length - 1], false);
    return true;
  }

  /** @param {number} at */
  seek(at) { this._jump(at, false); }

  /** @param {number} elapsedSeconds of wall time */
  tick(elapsedSeconds) {
    if (this.state !== "playing") return;
    this.at = Math.min(1, this.at + elapsedSeconds / this.duration);
    this._moved(true);
    if (this.at >= 1) this._enter("ended");
  }

  /** @param {number} at @param {boolean} isGliding */
  _jump(at, isGliding) {
    this.at = Math.min(1, Math.max(0, at));
    if (this.state !== "playing" || this.at >= 1) this._enter(this.at >= 1 ? "ended" : "paused");
    this._moved(isGliding);
  }

  /** @param {boolean} isGliding */
  _moved(isGliding) {
    this.isGliding = isGliding;
    this.dispatchEvent(new Event("change"));
  }

  /** @param {Player["state"]} state */
  _enter(state) {
    if (this.state === state) return;
    this.state = state;
    this.dispatchEvent(new Event("state"));
  }
}
