// host-theme.js — whether the page around a figure is light or dark, whatever way its theme says so.
//
// Themes switch by a class or an attribute of <html> or <body>, and few of them tell the browser by `color-scheme`. The background that
// is really behind the figure is the one thing that they all have. Where there is none, the figure inherits the scheme as usual.

/** A background with less than this share of white's luminance is dark: text on it has to be light. */
const DARK_BELOW = 0.2;
/** One that is more transparent is no background. */
const LEAST_ALPHA = 0.5;

/** @param {Element} element @returns {"light" | "dark" | null} of the nearest background behind it; null: there is none */
export function backgroundScheme(element) {
  for (let at = parentOf(element); at; at = parentOf(at)) {
    const luminance = luminanceOf(getComputedStyle(at).backgroundColor);
    if (luminance !== null) return luminance < DARK_BELOW ? "dark" : "light";
  }
  return null;
}

/** @param {Element} element @returns {Element | null} also out of a shadow root */
function parentOf(element) {
  const parent = element.assignedSlot ?? element.parentNode;
  return parent instanceof ShadowRoot ? parent.host : parent instanceof Element ? parent : null;
}

/** Relative luminance of a computed colour, as WCAG has it. @param {string} color @returns {number | null} null: transparent, or in another form */
export function luminanceOf(color) {
  const found = /^rgba?\(([\d.]+), ([\d.]+), ([\d.]+)(?:, ([\d.]+))?\)$/.exec(color);
  if (!found || Number(found[4] ?? 1) < LEAST_ALPHA) return null;
  const [red, green, blue] = found.slice(1, 4).map((part) => {
    const share = Number(part) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** @type {Set<() => void>} */
const watchers = new Set();
let isWatching = false;

/** One pair of observers serves all figures of a page. */
function watchPage() {
  if (isWatching) return;
  isWatching = true;
  const tell = () => requestAnimationFrame(() => { for (const onChange of watchers) onChange(); });
  const observer = new MutationObserver(tell);
  for (const element of [document.documentElement, document.body]) observer.observe(element, { attributes: true });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", tell);
  // Backgrounds that fade from one theme to the other have their colour at the end.
  document.addEventListener("transitionend", ({ target, propertyName }) => {
    if (propertyName.startsWith("background") && target instanceof Element && target.contains(document.body)) tell();
  });
  addEventListener("load", tell);
}

/** Calls whenever the page may have changed its theme. @param {() => void} onChange @param {AbortSignal} signal ends it */
export function watchTheme(onChange, signal) {
  watchPage();
  watchers.add(onChange);
  signal.addEventListener("abort", () => watchers.delete(onChange));
}
