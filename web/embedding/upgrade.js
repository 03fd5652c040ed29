// upgrade.js — turns marked code blocks of a page into figures, and those that come later, as when a page changes without being loaded.
//
// A block is marked by the class `sluice`, which generators make of ```python sluice and the like, or by `sluice` in the first comment of
// the program, for generators that drop everything else. The blocks stay what they are: where a generator has put a <div> around the
// <pre>, the figure lives in that <div>'s shadow root, and neither React nor Vue sees a change when it takes over or removes the page.
import { readSource } from "../figure/source.js";

/** Classes that generators give the elements around a <pre>. */
const WRAPPER = /(^|[\s_-])(highlight|language|codeblock|code-block|expressive-code|codehilite|literal-block-wrapper)/i;
/** The mark inside a program: `#: sluice`, and what the figure shall have, as in an element's tag. */
const COMMENT = /^#:[ \t]*sluice\b[ \t]*(.*)$/m;
/** The comments that a program begins with. */
const FIRST_LINES = /^(?:[ \t]*(?:#.*)?\n)*/;
/** What a mark may set. */
const ATTRIBUTES = ["python", "view", "controls", "counts", "compare", "autoplay", "theme", "t", "label", "instruction-cost", "switch-interval", "cpu-count", "disk-latency", "no-gil"];

/** The place of a block is the figure's; nothing of the generator's frame around it remains. */
const sheet = typeof CSSStyleSheet === "undefined" ? null : new CSSStyleSheet();
sheet?.replaceSync(`:host { all: initial !important; display: block !important; margin: 1.5em 0 !important; color-scheme: inherit !important; } sluice-figure { display: block; }`);

/** The blocks whose text has been read. @type {WeakSet<Element>} */
const seen = new WeakSet();

/**
 * Upgrades the marked blocks of a page, now and whenever others appear.
 * @param {{ root?: Document | Element, selector?: string }} [wishes] selector: which blocks; the marked ones unless given
 * @returns {() => void} ends the watch
 */
export function upgrade({ root = document, selector = "" } = {}) {
  const look = () => { for (const pre of root.querySelectorAll("pre")) upgradeBlock(pre, selector); };
  let isAsked = false;
  const observer = new MutationObserver(() => {
    if (isAsked) return;
    isAsked = true;
    requestAnimationFrame(() => { isAsked = false; look(); });
  });
  const start = () => {
    look();
    observer.observe(root === document ? document.documentElement : root, { childList: true, subtree: true });
  };
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start, { once: true });
  else start();
  return () => observer.disconnect();
}

/** @param {HTMLPreElement} pre @param {string} selector */
function upgradeBlock(pre, selector) {
  if (seen.has(pre) || pre.closest("sluice-figure, .linenos")) return;
  const source = readSource(pre);
  if (!source.trim()) return;
  seen.add(pre);
  const wishes = markOf(pre, source, selector);
  if (!wishes) return;
  const figure = document.createElement("sluice-figure");
  for (const [name, value] of wishes) figure.setAttribute(name, value);
  /** @type {any} */ (figure).source = source;
  const place = framesOf(pre).pop();
  if (place && !place.shadowRoot) {
    const shadow = place.attachShadow({ mode: "open" });
    if (sheet) shadow.adoptedStyleSheets = [sheet];
    shadow.append(figure);
  } else {
    pre.before(figure);
    pre.hidden = true;
  }
}

/**
 * What a block's mark asks for.
 * @param {Element} pre @param {string} source @param {string} selector
 * @returns {[string, string][] | null} attributes of the figure; null: it is not marked
 */
function markOf(pre, source, selector) {
  const carriers = [pre, ...pre.querySelectorAll("code"), ...framesOf(pre)];
  const comment = COMMENT.exec(FIRST_LINES.exec(source)?.[0] ?? "");
  const isMarked = selector ? carriers.some((each) => each.matches(selector)) : comment !== null || carriers.some((each) => each.classList.contains("sluice"));
  if (!isMarked) return null;
  const attributes = new Map(carriers.flatMap((each) => ATTRIBUTES.map((name) => /** @type {const} */ ([name, each.getAttribute(`data-${name}`)]))).filter(([, value]) => value !== null));
  for (const [, name, quoted, bare] of (comment?.[1] ?? "").matchAll(/([\w-]+)(?:=(?:"([^"]*)"|(\S+)))?/g)) {
    if (ATTRIBUTES.includes(name)) attributes.set(name, quoted ?? bare ?? "");
  }
  return /** @type {[string, string][]} */ ([...attributes]);
}

/** The elements around a block that were made for it alone, from the inside. @param {Element} pre @returns {HTMLDivElement[]} */
function framesOf(pre) {
  const frames = [];
  for (let at = pre.parentElement; at && isFrame(at); at = at.parentElement) frames.push(at);
  return frames;
}

/** @param {Element} element @returns {element is HTMLDivElement} */
function isFrame(element) {
  return element instanceof HTMLDivElement && WRAPPER.test(element.className) && element.querySelectorAll("pre:not(.linenos pre)").length === 1;
}
