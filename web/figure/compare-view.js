// compare-view.js — a run that was kept, on the clock of the present one; where the two part, and both in numbers.
import { html } from "./dom.js";
import { Axis } from "./axis.js";
import { changedLines, changedTasks, partingOf, twinsOf } from "./compare.js";
import { clockText, STRINGS } from "./strings.js";
import { summaryOf } from "./summary.js";
import { TimelineView } from "./timeline-view.js";

/** @typedef {import("./lookup.js").Lookup} Lookup */
/** @typedef {{ lookup: Lookup, names: Map<number, import("./names.js").TaskName>, label: string }} Kept */
/** @typedef {{ parting: number | null, lines: number[], tasks: Set<number> }} Differences of the present run from the kept one */

export class CompareView {
  constructor() {
    this.timeline = new TimelineView();
    this._label = html("p", { class: "compare-label" });
    this._verdict = html("p", { class: "compare-verdict", role: "status" });
    this._table = html("table", { class: "summary" });
    this.element = html("div", { class: "compare", hidden: true }, this._label, this.timeline.element, html("div", { class: "compare-words" }, this._table, this._verdict));
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

  /** @param {Lookup} present @returns {Differences} */
  differences(present) {
    if (!this.kept) return { parting: null, lines: [], tasks: new Set() };
    const { lookup } = this.kept;
    return { parting: partingOf(lookup, present), lines: changedLines(lookup.run.source, present.run.source), tasks: changedTasks(lookup, present) };
  }

  /** @param {Lookup} present @param {number} width @param {Differences} differences */
  layOut(present, width, { parting }) {
    if (!this.kept) return;
    const { lookup, names } = this.kept;
    // A task is pointed at under the number of its twin, so that both stand out together.
    const twins = twinsOf(lookup, present);
    this.timeline.layOut(lookup, new Axis(lookup.run, { trueScale: true, until: this.until(present.run.end) }), names, width, (task) => twins.get(task) ?? -task);
    this.timeline.showDifferences(new Set(Array.from(changedTasks(present, lookup), (task) => twins.get(task) ?? -task)), parting);
    const now = summaryOf(present.run);
    const rows = summaryOf(lookup.run).map((before, i) => ({ before, now: now[i] })).filter(({ before, now: after }, i) => i === 0 || before.value !== after.value);
    this._verdict.textContent = parting === null ? STRINGS.noDifference : `${STRINGS.partAt} ${clockText(parting, this.until(present.run.end))}.`;
    this._table.replaceChildren(
      html("thead", {}, html("tr", {}, html("td"), html("th", { scope: "col" }, "A"), html("th", { scope: "col" }, STRINGS.now))),
      html("tbody", {}, ...rows.map(({ before, now: after }) => html("tr", { class: before.value === after.value ? "" : "differs" },
        html("th", { scope: "row" }, before.name), html("td", {}, before.text), html("td", {}, before.text === after.text && before.value !== after.value ? `${after.text} ${STRINGS.others}` : after.text)))));
  }

  /** @param {number} at @param {number} when */
  draw(at, when) { if (this.kept) this.timeline.draw(at, when); }
}
