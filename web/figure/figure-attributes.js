// figure-attributes.js — the attributes of <sluice-figure> as properties, for scripts and for the frameworks that set these instead.

import { STRINGS } from "./strings.js";

/** @typedef {"loading" | "ready" | "playing" | "paused" | "ended" | "error"} State */

/** Of those that are texts. A property that is null or undefined takes its attribute away. */
const TEXTS = /** @type {const} */ (["src", "python", "view", "controls", "counts", "autoplay", "theme", "label", "compare"]);

/**
 * src (address of a program; the one in the element unless given), python, instruction-cost (seconds a bytecode instruction), switch-interval
 * (seconds after which a thread is asked to drop the GIL), cpu-count, no-gil, disk-latency (seconds that reading a file takes; a file is a
 * <pre data-file="path"> beside the program's), view (of "code scene timeline counts output"; what the program needs unless given), counts
 * (names, with commas), controls ("play step speed restart jump table share help"), compare (in what a run A that it is compared with
 * differs; see compare-wish.js), autoplay ("off"), theme ("light" or "dark"; the host's unless given), t (seconds to stand at), label,
 * recording (address of a run of this very program that was made beforehand). State is reflected as state="loading|ready|playing|paused|ended|error".
 */
export class FigureAttributes extends HTMLElement {
  static observedAttributes = ["src", "python", "view", "instruction-cost", "switch-interval", "cpu-count", "disk-latency", "no-gil", "theme", "compare"];

  get src() { return this.getAttribute("src") ?? ""; }
  set src(value) { this._reflect("src", value); }
  get python() { return this.getAttribute("python") ?? ""; }
  set python(value) { this._reflect("python", value); }
  get view() { return this.getAttribute("view") ?? ""; }
  set view(value) { this._reflect("view", value); }
  get controls() { return this.getAttribute("controls") ?? ""; }
  set controls(value) { this._reflect("controls", value); }
  get counts() { return this.getAttribute("counts") ?? ""; }
  set counts(value) { this._reflect("counts", value); }
  get autoplay() { return this.getAttribute("autoplay") ?? ""; }
  set autoplay(value) { this._reflect("autoplay", value); }
  get theme() { return this.getAttribute("theme") ?? ""; }
  set theme(value) { this._reflect("theme", value); }
  /** Its name for screen readers. */
  get label() { return this.getAttribute("label") ?? STRINGS.figure; }
  set label(value) { this._reflect("label", value); }
  get compare() { return this.getAttribute("compare") ?? ""; }
  set compare(value) { this._reflect("compare", value); }
  /** Seconds of the program's clock to stand at when it is first shown; null: its start. @returns {number | null} */
  get t() { return this.hasAttribute("t") ? Number(this.getAttribute("t")) : null; }
  set t(value) { this._reflect("t", value); }
  /** What the figure does: "loading", "ready", "playing", "paused", "ended" or "error"; "" before it begins. @returns {State | ""} */
  get state() { return /** @type {State | null} */ (this.getAttribute("state")) ?? ""; }

  /** Properties that were set before the element was defined are its own, and hide those of its class: they are set anew. */
  takeOwnProperties() {
    for (const name of [...TEXTS, "t", "speed", "files", "source"]) {
      if (!Object.hasOwn(this, name)) continue;
      const self = /** @type {any} */ (this);
      const value = self[name];
      delete self[name];
      self[name] = value;
    }
  }

  /** @param {string} name @param {string | number | null | undefined} value */
  _reflect(name, value) {
    if (value === null || value === undefined) this.removeAttribute(name);
    else this.setAttribute(name, String(value));
  }
}
