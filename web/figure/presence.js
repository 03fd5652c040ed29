// presence.js — how near a figure is to the reader's eyes: not yet near, near, in the window, well in sight.

/** A figure is near when it is no further than this from being seen. */
const NEAR = "900px 0px";
/** Well in sight: this share of it is in the window, or it fills half of it. */
const WELL_IN_SIGHT = 0.35;

export class Presence {
  /** @param {{ onNear: () => void, onSight: () => void }} listeners each is called whenever it may have become so */
  constructor({ onNear, onSight }) {
    this._onNear = onNear;
    this._onSight = onSight;
    this.isVisible = false;
    this.isWellInSight = false;
    /** @type {IntersectionObserver[]} */ this._observers = [];
  }

  /** @param {Element} element @param {AbortSignal} signal ends it */
  observe(element, signal) {
    // A busy page tells of several changes at once, the newest last.
    const sight = new IntersectionObserver((entries) => {
      const { isIntersecting, intersectionRatio, intersectionRect } = entries[entries.length - 1];
      this.isVisible = isIntersecting;
      this.isWellInSight = intersectionRatio >= WELL_IN_SIGHT || intersectionRect.height > innerHeight / 2;
      this._onSight();
    }, { threshold: [0, WELL_IN_SIGHT] });
    const approach = new IntersectionObserver((entries) => { if (entries.some(({ isIntersecting }) => isIntersecting)) this._onNear(); }, { rootMargin: NEAR });
    for (const observer of [sight, approach]) {
      observer.observe(element);
      signal.addEventListener("abort", () => observer.disconnect());
    }
  }
}
