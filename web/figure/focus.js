// focus.js — point at a task, a line or a resource anywhere, and it stands out everywhere: one rule of style, no element is touched.

/** Other things fade to this. */
const FADED = 0.22;
/** Everything that may fade. */
const THINGS = [".token", ".bar", ".end", ".row-label", ".ticket"];
/** Of these, what knows the line and the resource that it is about. */
const PLACED = [".token", ".bar"];

/** @typedef {{ look?: string, task?: number, line?: number, object?: number }} Subject what stands out; one of them */

/** @param {string[]} things @param {string} kept a selector */
const fade = (things, kept) => `${things.map((thing) => `${thing}:not(${kept})`).join()} { opacity: ${FADED}; }`;
/** @param {number} line */
const light = (line) => `.lines > .line:nth-child(${line}) code, .cm-content > .cm-line:nth-child(${line}) { background: color-mix(in srgb, var(--accent) 16%, transparent); }`;

/**
 * Lets something stand out; nothing in it: all is as it was.
 * @param {CSSStyleSheet} sheet of the figure's own @param {Subject} subject
 */
export function standOut(sheet, { look, task, line, object }) {
  if (look) sheet.replaceSync(`${fade([".token", ".bar", ".end", ".loop"], `.is-${CSS.escape(look)}`)}${look === "held" ? "" : ` .disc { opacity: ${FADED}; }`}`);
  else if (task) sheet.replaceSync(fade(THINGS, `[data-task="${task}"]`) + (line ? light(line) : ""));
  else if (object) sheet.replaceSync(fade([...PLACED, ".disc"], `[data-on="${object}"]`));
  else if (line) sheet.replaceSync(fade(PLACED, `[data-line="${line}"]`) + light(line));
  else sheet.replaceSync("");
}

/**
 * Follows pointer and keyboard over everything that carries data-task, data-object, or is a line of the program.
 * @param {import("./frame.js").Frame} frame @param {CSSStyleSheet} sheet of the figure's own @param {AbortSignal} signal
 */
export function followPointer({ element, code }, sheet, signal) {
  let lit = "";
  const show = (/** @type {Subject} */ subject) => {
    const key = JSON.stringify(subject);
    if (key === lit) return;
    lit = key;
    standOut(sheet, subject);
  };
  element.addEventListener("pointerover", (event) => { if (event.pointerType === "mouse") show(subjectOf(event.target)); }, { signal });
  element.addEventListener("pointermove", (event) => {
    if (event.pointerType === "mouse" && event.buttons === 0 && code.element.contains(/** @type {Node} */ (event.target)) && !taskOf(event.target)) show({ line: code.lineAt(event.clientY) });
  }, { signal });
  element.addEventListener("pointerleave", () => show({}), { signal });
  element.addEventListener("focusin", (event) => show(/** @type {Element} */ (event.target).matches(":focus-visible") ? subjectOf(event.target) : {}), { signal });
  element.addEventListener("focusout", () => show({}), { signal });
}

/** @param {EventTarget | null} target */
const taskOf = (target) => Number((target instanceof Element && target.closest("[data-task]")?.getAttribute("data-task")) || 0);

/** @param {EventTarget | null} target @returns {Subject} */
function subjectOf(target) {
  const task = taskOf(target);
  if (task) return { task, line: Number(/** @type {Element} */ (target).closest("[data-task]")?.getAttribute("data-line") ?? 0) };
  const object = Number((target instanceof Element && target.closest("[data-object]")?.getAttribute("data-object")) || 0);
  return object ? { object } : {};
}
