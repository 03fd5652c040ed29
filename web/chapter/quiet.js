// quiet.js — what can wait until the page has a quiet moment.

/** @param {() => void} deed done when nothing else is asked of the page @param {number} [patience] milliseconds after which it is done all the same */
export function whenQuiet(deed, patience = 5000) {
  if ("requestIdleCallback" in window) requestIdleCallback(() => deed(), { timeout: patience });
  else setTimeout(deed, Math.min(patience, 2000));
}
