// compare-view.js — a run that was kept, on the clock of the present one, and both in numbers.
import { html } from "./dom.js";
import { Axis } from "./axis.js";
import { STRINGS } from "./strings.js";
import { summaryOf } from "./summary.js";
import { TimelineView } from "./timeline-view.js";

/** @typedef {import("./lookup.js").Lookup} Lookup */
/** @typedef {{ lookup: Lookup, names: Map<number, import("./names.js").TaskName>, label: string }} Kept */

export class CompareView {
  constructor() {
    this.timeline = new TimelineView();
    this._label = html("p", { class: "compare-label" });
    this._table = html("table", { class: "summary" });
    this.element = html("div", { class: "compare", hidden: true });
    this.element.append(this._label, this.timeline.element, this._table);
    /** @type {Kept | null} */ this.kept = null;
  }

  /** Keeps a run; null: compares no more. @param {Kept | null} kept */
  keep(kept) {
    this.kept = kept;
    this.element.toggleAttribute("hidden", kept === null);
    this._label.replaceChildren(html("b", {}, "A"), ` ${kept?.label ?? ""}`);
  }

  /** The end of the clock that both share. @param {number} end of the present run */
  until(end) { return Math.max(end, this.kept?.lookup.run.end ?? 0); }

  /** @param {Lookup} present @param {number} width */
  layOut(present, width) {
    if (!this.kept) return;
    const { lookup, names } = this.kept;
    this.timeline.layOut(lookup, new Axis(lookup.run, { trueScale: true, until: this.until(present.run.end) }), names, width);
    const now = summaryOf(present);
    const rows = summaryOf(lookup).map((before, i) => ({ before, now: now[i] })).filter(({ before, now: after }, i) => i === 0 || before.value !== 0 || after.value !== 0);
    this._table.replaceChildren(
      html("thead", {}, html("tr", {}, html("td"), html("th", { scope: "col" }, "A"), html("th", { scope: "col" }, STRINGS.now))),
      html("tbody", {}, ...rows.map(({ before, now: after }) => html("tr", { class: before.value === after.value ? "" : "differs" },
        html("th", { scope: "row" }, before.name), html("td", {}, before.text), html("td", {}, after.text)))));
  }

  /** @param {number} at @param {number} when */
  draw(at, when) { if (this.kept) this.timeline.draw(at, when); }
}
