// focus.js — point at a task anywhere, and it stands out everywhere: one rule of style, no element is touched.

/** Things of other tasks fade to this. */
const FADED = 0.22;

/**
 * Lets one look stand out: what the prose speaks of. "" lets all be as they are.
 * @param {CSSStyleSheet} sheet of the figure's own @param {string} look
 */
export function spotlight(sheet, look) {
  const others = [".token", ".bar", ".end", ".loop"].map((kind) => `${kind}:not(.is-${CSS.escape(look)})`).join();
  const coins = look === "held" ? "" : `, .disc { opacity: ${FADED}; }`;
  sheet.replaceSync(look ? `${others} { opacity: ${FADED}; }${coins.replace(/^, /, " ")}` : "");
}

/**
 * Follows the pointer over everything that carries data-task.
 * @param {HTMLElement} frame @param {CSSStyleSheet} sheet of the figure's own @param {AbortSignal} signal
 */
export function followPointer(frame, sheet, signal) {
  let lit = "";
  /** @param {EventTarget | null} target */
  const light = (target) => {
    const task = target instanceof Element ? target.closest("[data-task]")?.getAttribute("data-task") ?? "" : "";
    const wanted = task === "0" ? "" : task;
    if (wanted === lit) return;
    lit = wanted;
    const others = [".token", ".bar", ".end", ".row-label", ".ticket"].map((kind) => `${kind}:not([data-task="${CSS.escape(wanted)}"])`).join();
    sheet.replaceSync(wanted ? `${others} { opacity: ${FADED}; }` : "");
  };
  frame.addEventListener("pointerover", (event) => { if (event.pointerType === "mouse") light(event.target); }, { signal });
  frame.addEventListener("pointerleave", () => light(null), { signal });
}
