// landings.js — a jump within the page ends at its target, though the figures around it grow when the reader comes near them.

/** Holds the target of the last jump where it is until the reader moves on. */
export function holdLandings() {
  /** @type {Element | null} */ let target = null;
  /** The height of the page and the place of the target in the window, when it was last where it should be; none: not there yet. */
  let [height, top] = [0, NaN];
  const note = () => { [height, top] = [document.body.offsetHeight, target?.getBoundingClientRect().top ?? NaN]; };
  const release = () => { target = null; };
  const jump = (/** @type {string} */ hash) => { [target, top] = [targetOf(hash), NaN]; };

  jump(location.hash);
  // Who lands elsewhere has no use yet for the recording of the first figure, which the page asks for at once.
  const first = document.querySelector('link[rel="preload"][as="fetch"]');
  if (target && first instanceof HTMLLinkElement) fetch(first.href).catch(() => undefined);
  addEventListener("hashchange", () => jump(location.hash));
  // To the same place again: the address does not change.
  addEventListener("click", ({ target: clicked }) => {
    const link = clicked instanceof Element ? clicked.closest('a[href^="#"]') : null;
    if (link) jump(/** @type {HTMLAnchorElement} */ (link).hash);
  });
  for (const way of ["wheel", "touchstart", "pointerdown", "keydown"]) addEventListener(way, release, { capture: true, passive: true });
  addEventListener("scroll", () => {
    if (!target) return;
    if (Number.isNaN(top)) note();
    // By the scroll bar, say: nothing has grown, and yet it is elsewhere.
    else if (document.body.offsetHeight === height && Math.abs(target.getBoundingClientRect().top - top) > 2) release();
  }, { passive: true });
  new ResizeObserver(() => {
    if (!target) return;
    target.scrollIntoView();
    note();
  }).observe(document.body);
}

/** What a fragment names, as browsers look for it. @param {string} hash @returns {Element | null} */
function targetOf(hash) {
  try {
    return document.getElementById(decodeURIComponent(hash.slice(1)));
  } catch {
    // A link with anything in it.
    return null;
  }
}
