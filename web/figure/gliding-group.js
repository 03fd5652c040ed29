// gliding-group.js — a keyed group whose elements glide to where their items belong, and with the clock change as their items say.
import { Motion } from "./motion.js";
import { KeyedGroup } from "./svg.js";

/** Nearer than this, in px, places look the same. */
const FINEST = 0.005;

/**
 * @template {{ key: string, x: number, y: number }} T
 * @extends {KeyedGroup<T>}
 */
export class GlidingGroup extends KeyedGroup {
  /**
   * @param {SVGGElement} parent
   * @param {(item: T) => Element} make
   * @param {(element: any, item: T, before?: T) => void} update for all but its place
   */
  constructor(parent, make, update) {
    super(parent, make, update);
    this._motion = new Motion();
    /** Where each element was put last. @type {WeakMap<Element, { x: number, y: number }>} */ this._places = new WeakMap();
  }

  /**
   * Brings everything further on its way. Only what moves is touched.
   * @param {number} elapsedSeconds since the last frame; 0: everything is at its place at once
   * @returns {boolean} true while something is still on its way
   */
  glide(elapsedSeconds) {
    this._motion.beginFrame();
    for (const { element, item } of this._shown.values()) {
      const { x, y } = this._motion.move(item.key, item.x, item.y, elapsedSeconds);
      const place = this._places.get(element);
      if (place && Math.abs(place.x - x) < FINEST && Math.abs(place.y - y) < FINEST) continue;
      this._places.set(element, { x, y });
      element.setAttribute("transform", `translate(${x.toFixed(2)} ${y.toFixed(2)})`);
    }
    return this._motion.isMoving;
  }

  /** Lets each element follow the clock. @param {(element: any, item: T) => void} follow */
  each(follow) { for (const { element, item } of this._shown.values()) follow(element, item); }
}
