// movement.js — the picture follows the playhead: frame by frame while it plays or glides, else once. Out of sight it stands still.
import { startTicking, stopTicking } from "./ticker.js";

/** @typedef {import("./player.js").Player} Player */

export class Movement {
  /**
   * @param {Player} player
   * @param {{ draw: (elapsedSeconds: number) => boolean, isVisible: () => boolean, onMove: () => void }} wishes
   *   draw: gives true while something is still on its way; onMove: the playhead has moved; at most once a frame
   */
  constructor(player, { draw, isVisible, onMove }) {
    this._player = player;
    this._draw = draw;
    this._isVisible = isVisible;
    this._onMove = onMove;
    this._isAnnouncing = false;
    /** Whether a frame is being made, which says itself that the playhead has moved. */
    this._isTicking = false;
    this._reducedMotion = matchMedia("(prefers-reduced-motion: reduce)");
    this._tick = (/** @type {number} */ elapsed) => this._onTick(elapsed);
    player.addEventListener("change", () => this._onChange());
    player.addEventListener("state", () => { if (player.state === "playing") startTicking(this._tick); });
  }

  /** Whether the reader wants things to be in their places at once. */
  get isReduced() { return this._reducedMotion.matches; }

  /** @param {AbortSignal} signal ends it */
  begin(signal) {
    this._reducedMotion.addEventListener("change", () => this._draw(0), { signal });
    if (this._player.state === "playing") startTicking(this._tick);
    signal.addEventListener("abort", () => stopTicking(this._tick));
  }

  _onChange() {
    if (this._player.state === "playing" && this._isTicking) return;
    this._announce();
    if (this._player.state === "playing") return;
    if (this._player.isGliding && !this.isReduced) startTicking(this._tick);
    else this._draw(0);
  }

  _announce() {
    if (this._isAnnouncing) return;
    this._isAnnouncing = true;
    requestAnimationFrame(() => {
      this._isAnnouncing = false;
      if (this._player.axis) this._onMove();
    });
  }

  /** @param {number} elapsed */
  _onTick(elapsed) {
    if (!this._isVisible() && this._player.state === "playing") return;
    const before = this._player.at;
    this._isTicking = true;
    this._player.tick(elapsed);
    this._isTicking = false;
    const isMoving = this._draw(this.isReduced ? 0 : elapsed);
    if (this._player.at !== before) this._onMove();
    if (this._player.state === "playing" || isMoving) return;
    stopTicking(this._tick);
    // What was left out while time flowed.
    this._draw(0);
  }
}
