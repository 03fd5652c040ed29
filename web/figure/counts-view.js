// counts-view.js — step functions of the run (in flight, waiting, created …) as small charts on the axis of the timeline.
import { html } from "./dom.js";
import { onDrag } from "./dragging.js";
import { set, setText, svg } from "./svg.js";
import { clockText, numberText, STRINGS } from "./strings.js";

/** Of one chart, with the room above it. */
const HEIGHT = 40;
const PLOT_HEIGHT = 28;
const RULER_HEIGHT = 20;
const MOST = 4;

/** How high the charts of so many counts are, of which no more than a few are shown; CSS px. @param {number} charts @param {boolean} hasRuler */
export const countsHeight = (charts, hasRuler) => (charts === 0 ? 0 : Math.min(MOST, charts) * HEIGHT + (hasRuler ? RULER_HEIGHT : 4));

/** Emits "seek" with detail: a position 0..1. */
export class CountsView extends EventTarget {
  constructor() {
    super();
    this._drawing = svg("svg", { class: "counts-drawing", "aria-hidden": "true" });
    this.element = html("div", { class: "counts", role: "img", "aria-label": STRINGS.counts }, this._drawing);
    onDrag(this.element, (x) => {
      if (this._plot) this.dispatchEvent(new CustomEvent("seek", { detail: Math.min(1, Math.max(0, (x - this._plot.plotX) / this._plot.plotWidth)) }));
    });
  }

  /**
   * @param {import("./lookup.js").Lookup} lookup @param {import("./axis.js").Axis} axis @param {string[]} wanted names of counts; none: nothing is shown
   * @param {number} width @param {{ plotX: number, plotWidth: number }} plot @param {boolean} hasRuler whether it says times of its own
   */
  layOut(lookup, axis, wanted, width, plot, hasRuler) {
    this._lookup = lookup;
    this._plot = plot;
    this._counts = wanted.flatMap((name) => lookup.countNamed(name) ?? []).slice(0, MOST);
    const { plotX, plotWidth } = plot;
    const bottom = this._counts.length * HEIGHT;
    const height = countsHeight(this._counts.length, hasRuler);
    set(this._drawing, { viewBox: `0 0 ${width} ${height}`, width, height });
    this.element.toggleAttribute("hidden", this._counts.length === 0);
    this._values = this._counts.map((_, i) => svg("text", { class: "count-value", x: plotX - 10, y: i * HEIGHT + 34, "text-anchor": "end" }));
    const charts = this._counts.flatMap((count, index) => {
      const base = index * HEIGHT + 8 + PLOT_HEIGHT;
      const most = count.value.reduce((highest, value) => Math.max(highest, value), 0);
      const y = (/** @type {number} */ value) => base - (value / Math.max(1, most)) * PLOT_HEIGHT;
      const path = `M${plotX} ${y(0)}${stepsOf(count, (event) => plotX + axis.positionOf(event) * plotWidth, y)}H${plotX + plotWidth}`;
      const name = svg("text", { class: "count-name", x: plotX - 10, y: base - 18, "text-anchor": "end" });
      const peak = svg("text", { class: "count-peak", x: plotX + plotWidth, y: base - PLOT_HEIGHT + 12, "text-anchor": "end" });
      setText(name, count.name);
      setText(peak, `${STRINGS.atMost} ${numberText(most)}`);
      const kind = `count is-${count.name.replace(/\W+/g, "-")}`;
      return [svg("g", { class: kind }, svg("path", { class: "count-area", d: `${path}V${y(0)}Z` }), svg("path", { class: "count-line", d: path }),
        svg("line", { class: "row-line", x1: plotX, x2: plotX + plotWidth, y1: base, y2: base })), name, peak];
    });
    const ruler = hasRuler ? [0, 0.25, 0.5, 0.75, 1].map((at) => {
      const text = svg("text", { class: "ruler", x: plotX + at * plotWidth, y: bottom + 14, "text-anchor": at === 0 ? "start" : at === 1 ? "end" : "middle" });
      setText(text, clockText(axis.whenAt(at), axis.until));
      return text;
    }) : [];
    this._playhead = svg("line", { class: "count-playhead", y1: 0, y2: bottom });
    this._drawing.replaceChildren(...charts, ...ruler, ...this._values, this._playhead);
  }

  /** @param {number} at @param {number} event */
  draw(at, event) {
    if (!this._lookup || !this._plot || !this._counts?.length || !this._playhead) return;
    const x = this._plot.plotX + at * this._plot.plotWidth;
    set(this._playhead, { x1: x, x2: x });
    const values = this._counts.map((count) => this._lookup?.countAt(count, event) ?? 0);
    values.forEach((value, i) => setText(/** @type {Element[]} */ (this._values)[i], numberText(value)));
    set(this.element, { "aria-label": `${STRINGS.counts}: ${this._counts.map(({ name }, i) => `${name} ${values[i]}`).join(", ")}` });
  }
}

/**
 * The path of a step function, with no more than one step up and one down a pixel: of ten thousand steps the eye sees no more.
 * @param {import("../engine/run.js").Count} count @param {(event: number) => number} x @param {(value: number) => number} y
 */
function stepsOf(count, x, y) {
  let path = "";
  let column = -1;
  let low = 0;
  let high = 0;
  let last = 0;
  const close = () => { if (column >= 0) path += `H${column}${low === high ? "" : `V${y(high).toFixed(1)}V${y(low).toFixed(1)}`}V${y(last).toFixed(1)}`; };
  for (let i = 0; i < count.event.length; i++) {
    const at = Math.round(x(count.event[i]) * 2) / 2;
    const value = count.value[i];
    if (at !== column) {
      close();
      column = at;
      low = high = value;
    }
    low = Math.min(low, value);
    high = Math.max(high, value);
    last = value;
  }
  close();
  return path;
}
