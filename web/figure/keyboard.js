// keyboard.js — which key means what. A key event's fields in, an intent out.

/** @typedef {"toggle" | "step+" | "step-" | "moment+" | "moment-" | "start" | "end" | "tenth+" | "tenth-" | "faster" | "slower" | "print+" | "print-" | "failure+" |
 *   "failure-" | "mark" | "mark+" | "mark-" | "why" | "table" | "share" | "help" | "close"} Intent */

/** @type {Record<string, Intent>} */
const PLAIN = {
  " ": "toggle", k: "toggle", ArrowRight: "step+", ArrowLeft: "step-", Home: "start", End: "end", PageDown: "tenth+", PageUp: "tenth-",
  "+": "faster", "=": "faster", "-": "slower", n: "print+", N: "print-", f: "failure+", F: "failure-", b: "mark", "]": "mark+", "[": "mark-",
  w: "why", t: "table", s: "share", "?": "help", Escape: "close",
};

/**
 * @param {{ key: string, shiftKey: boolean, ctrlKey: boolean, metaKey: boolean, altKey: boolean }} event
 * @param {string} target what has the focus: "button", "range", "text" or ""
 * @returns {Intent | null} null: the key is not for the figure
 */
export function intentOf({ key, shiftKey, ctrlKey, metaKey, altKey }, target) {
  if (ctrlKey || metaKey || altKey || target === "text") return null;
  if (target === "button" && (key === " " || key === "Enter")) return null;
  if (target === "range" && (key.startsWith("Arrow") || key.startsWith("Page") || key === "Home" || key === "End")) return null;
  if (shiftKey && key === "ArrowRight") return "moment+";
  if (shiftKey && key === "ArrowLeft") return "moment-";
  return PLAIN[key] ?? null;
}

/** What has the focus, as far as keys are concerned: "button", "range", "text" or "". @param {Element} target */
export function kindOf(target) {
  if (target.matches("input[type=range], input[type=radio]")) return "range";
  if (target.matches("textarea, .cm-content, select, input[type=text]")) return "text";
  return target.matches("button, input") ? "button" : "";
}
