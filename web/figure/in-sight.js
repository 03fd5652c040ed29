// in-sight.js — which parts of a figure are in the window: a tall figure plays where the reader can see it.

export class InSight {
  /** @param {() => void} onArrival called when a part has come into the window */
  constructor(onArrival) {
    this._onArrival = onArrival;
    /** @type {Set<Element>} */ this._away = new Set();
  }

  /** @param {Element[]} parts @param {AbortSignal} signal ends it */
  observe(parts, signal) {
    const observer = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries) {
        if (!isIntersecting) this._away.add(target);
        else if (this._away.delete(target)) this._onArrival();
      }
    });
    for (const part of parts) observer.observe(part);
    signal.addEventListener("abort", () => {
      observer.disconnect();
      this._away.clear();
    });
  }

  /** True until it is known to be away. @param {Element} part */
  has(part) { return !this._away.has(part); }
}
