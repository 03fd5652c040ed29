// quiet.js — what can wait until the page has a quiet moment.

/** @param {() => void} deed done when nothing else is asked of the page @param {number} [patience] milliseconds after which it is done all the same */
export function whenQuiet(deed, patience = 5000) {
  if ("requestIdleCallback" in window) requestIdleCallback(() => deed(), { timeout: patience });
  else setTimeout(deed, Math.min(patience, 2000));
}

/**
 * Lets the sections be laid out that chapter.css leaves out of the page's first layout: one in each quiet moment, from the top.
 * At once where the reader lands further down: the place of what comes after a section hangs on its height.
 */
export function layOutSections() {
  const sections = Array.from(document.querySelectorAll("main > section"));
  const layOut = (/** @type {Element} */ section) => section.classList.add("laid-out");
  if (location.hash) return void sections.forEach(layOut);
  const next = () => {
    const section = sections.shift();
    if (!section) return;
    layOut(section);
    whenQuiet(next);
  };
  addEventListener("load", () => whenQuiet(next));
}
