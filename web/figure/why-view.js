// why-view.js — shows why.js: a list that opens under the sentence; each cause leads to its moment.
import { html } from "./dom.js";
import { clockText, STRINGS } from "./strings.js";

/** Emits "seek-event" with detail: an event. */
export class WhyView extends EventTarget {
  constructor() {
    super();
    this.button = html("button", { type: "button", class: "why-button", "aria-expanded": "false" }, STRINGS.why);
    this.element = html("ol", { class: "why", "aria-label": STRINGS.whyTitle, hidden: true });
    this.isOpen = false;
    this._key = "";
    this.button.addEventListener("click", () => this.toggle());
  }

  /** @param {boolean} [isOpen] the other way round unless given */
  toggle(isOpen = !this.isOpen) {
    this.isOpen = isOpen;
    this.button.setAttribute("aria-expanded", String(isOpen));
    this.element.toggleAttribute("hidden", !isOpen);
    this.dispatchEvent(new Event("open"));
  }

  /** @param {import("./why.js").Reason[]} reasons @param {number} end of the run */
  show(reasons, end) {
    const key = reasons.map(({ event }) => event).join();
    if (key === this._key) return;
    this._key = key;
    this.element.replaceChildren(...reasons.map(({ event, when, text }) => {
      const button = html("button", { type: "button", class: "reason" }, html("span", { class: "output-time" }, clockText(when, end)), html("span", {}, text));
      button.addEventListener("click", () => this.dispatchEvent(new CustomEvent("seek-event", { detail: event })));
      return html("li", {}, button);
    }));
  }
}
