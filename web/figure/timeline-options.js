// timeline-options.js — the small choices beside the key: critical path, true scale, keeping a run to compare.
import { html } from "./dom.js";
import { STRINGS } from "./strings.js";

/** Emits "critical", "scale" and "keep". */
export class TimelineOptions extends EventTarget {
  constructor() {
    super();
    this._critical = html("input", { type: "checkbox", name: "critical" });
    this._trueScale = html("input", { type: "checkbox", name: "true-scale" });
    this._keep = html("button", { type: "button", class: "reset" }, STRINGS.keep);
    this._critical.addEventListener("change", () => this.dispatchEvent(new Event("critical")));
    this._trueScale.addEventListener("change", () => this.dispatchEvent(new Event("scale")));
    this._keep.addEventListener("click", () => this.dispatchEvent(new Event("keep")));
    this.element = html("div", { class: "timeline-options" },
      html("label", {}, this._critical, STRINGS.critical), html("label", {}, this._trueScale, STRINGS.trueScale), this._keep);
  }

  get isCritical() { return this._critical.checked; }
  get isTrueScale() { return this._trueScale.checked; }

  /** While two runs share a clock it is the true one. @param {boolean} isCompared */
  setCompared(isCompared) {
    this._trueScale.disabled = isCompared;
    this._keep.textContent = isCompared ? STRINGS.forget : STRINGS.keep;
  }
}
