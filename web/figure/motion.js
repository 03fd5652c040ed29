// motion.js — things move to where they belong on critically damped springs: quick, without overshoot. No DOM.

/** Angular frequency of the spring: 95 % of the way in about 0.22 s. */
const FREQUENCY = 21;
/** Closer than this to its place, in px, a thing is there. */
const CLOSE_ENOUGH = 0.15;

/** @typedef {{ x: number, y: number, vx: number, vy: number }} Body */

export class Motion {
  constructor() {
    /** @type {Map<string, Body>} */ this._bodies = new Map();
  }

  /**
   * Where a thing is drawn that belongs at (x, y). A thing seen for the first time is there at once.
   * @param {string} key @param {number} x @param {number} y @param {number} elapsedSeconds 0: it is there at once
   * @returns {{ x: number, y: number }}
   */
  move(key, x, y, elapsedSeconds) {
    const body = this._bodies.get(key);
    if (!body || elapsedSeconds === 0) {
      this._bodies.set(key, { x, y, vx: 0, vy: 0 });
      return { x, y };
    }
    [body.x, body.vx] = damped(body.x, body.vx, x, elapsedSeconds);
    [body.y, body.vy] = damped(body.y, body.vy, y, elapsedSeconds);
    if (Math.abs(body.x - x) + Math.abs(body.y - y) < CLOSE_ENOUGH) Object.assign(body, { x, y, vx: 0, vy: 0 });
    else this.isMoving = true;
    return body;
  }

  /** Call before the moves of a frame; afterwards `isMoving` says whether anything is still on its way. */
  beginFrame() { this.isMoving = false; }

  isMoving = false;
}

/**
 * Exact step of a critically damped spring.
 * @param {number} x @param {number} v @param {number} target @param {number} t seconds
 * @returns {[number, number]} position and velocity
 */
export function damped(x, v, target, t) {
  const d = x - target;
  const c = v + FREQUENCY * d;
  const decay = Math.exp(-FREQUENCY * t);
  return [target + (d + c * t) * decay, (v - FREQUENCY * c * t) * decay];
}
