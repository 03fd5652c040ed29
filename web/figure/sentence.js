// sentence.js — what happens at the moment, in one sentence: for the eye always, for the ear at most once in a while.
import { html } from "./dom.js";
import { withLabels } from "./names.js";

/** While playing, a screen reader hears no more than one sentence in this time. */
const QUIET_MS = 2500;

export class Sentence {
  constructor() {
    this._seen = html("p", { class: "sentence-text", "aria-hidden": "true" });
    this._heard = html("p", { class: "heard", "aria-live": "polite", "aria-atomic": "true" });
    this.element = html("div", { class: "sentence" });
    this.element.append(this._seen, this._heard);
    this._spokenAt = 0;
    this._event = -2;
  }

  /**
   * @param {import("./sentence-source.js").SentenceSource} sentences @param {import("./axis.js").Axis} axis
   * @param {Map<number, import("./names.js").TaskName>} names @param {number} event @param {boolean} isPlaying
   */
  draw(sentences, axis, names, event, isPlaying) {
    const told = lastStop(axis, event);
    if (told === this._event && !(this._pending && !isPlaying)) return;
    this._event = told;
    const text = withLabels(sentences.of(told), names);
    this._seen.textContent = text;
    const now = performance.now();
    this._pending = isPlaying && now - this._spokenAt < QUIET_MS;
    if (this._pending) return;
    this._spokenAt = now;
    this._heard.textContent = text;
  }

  /** The event that the sentence tells; negative: none. */
  get event() { return this._event; }

  forget() { this._event = -2; }
}

/** The newest event that is worth a sentence. @param {import("./axis.js").Axis} axis @param {number} event */
function lastStop(axis, event) {
  let low = 0;
  let high = axis.stops.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (axis.stops[middle] <= event) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? -1 : axis.stops[low - 1];
}
