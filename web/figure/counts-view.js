// counts-view.js — step functions of the run (in use, waiting, created …) as small charts on the axis of the timeline.
import { set, setText, svg } from "./svg.js";
import { STRINGS } from "./strings.js";

const HEIGHT = 34;
const MOST = 4;

export class CountsView {
  constructor() { this.element = svg("svg", { class: "counts", role: "img", "aria-label": STRINGS.counts }); }

  /**
   * @param {import("./lookup.js").Lookup} lookup @param {import("./axis.js").Axis} axis @param {string[]} wanted names of counts
   * @param {number} width @param {{ plotX: number, plotWidth: number }} plot
   */
  layOut(lookup, axis, wanted, width, plot) {
    this._lookup = lookup;
    this._plot = plot;
    this._counts = wanted.flatMap((name) => lookup.run.counts.find((count) => count.name === name) ?? []).slice(0, MOST);
    set(this.element, { viewBox: `0 0 ${width} ${Math.max(1, this._counts.length * HEIGHT)}`, width, height: this._counts.length * HEIGHT });
    this.element.toggleAttribute("hidden", this._counts.length === 0);
    this._values = this._counts.map((_, i) => svg("text", { class: "count-value", x: plot.plotX - 10, y: i * HEIGHT + 26, "text-anchor": "end" }));
    this.element.replaceChildren(...this._counts.flatMap((count, index) => {
      const top = index * HEIGHT + 5;
      const most = Math.max(1, ...count.value);
      const y = (/** @type {number} */ value) => top + 26 - (value / most) * 22;
      let path = `M${plot.plotX} ${y(0)}`;
      count.event.forEach((event, i) => { path += `H${(plot.plotX + axis.positionOf(event) * plot.plotWidth).toFixed(1)}V${y(count.value[i]).toFixed(1)}`; });
      path += `H${plot.plotX + plot.plotWidth}`;
      const name = svg("text", { class: "count-name", x: plot.plotX - 10, y: top + 8, "text-anchor": "end" });
      setText(name, count.name);
      return [svg("path", { class: "count-area", d: `${path}V${y(0)}Z` }), svg("path", { class: "count-line", d: path }), name];
    }), ...this._values, svg("line", { class: "count-playhead", y1: 0, y2: this._counts.length * HEIGHT }));
  }

  /** @param {number} at @param {number} event */
  draw(at, event) {
    if (!this._lookup || !this._plot || !this._counts?.length) return;
    const x = this._plot.plotX + at * this._plot.plotWidth;
    set(/** @type {Element} */ (this.element.lastElementChild), { x1: x, x2: x });
    this._counts.forEach((count, i) => setText(/** @type {Element[]} */ (this._values)[i], String(this._lookup?.countAt(count, event))));
  }
}
