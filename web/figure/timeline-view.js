// timeline-view.js — draws timeline-layout.js: a row for each task, thread and permit, and the playhead to drag.
import { chainOver, layOutTimeline, RULER_HEIGHT } from "./timeline-layout.js";
import { onDrag } from "./dragging.js";
import { set, setText, svg } from "./svg.js";
import { html } from "./dom.js";
import { clockText, STRINGS } from "./strings.js";

/** @typedef {import("./timeline-layout.js").Timeline} Timeline */

const END_MARKS = { done: "M-4 .4 -1.2 3.2 4.2-3.2", failed: "M-3.4-3.4 3.4 3.4M3.4-3.4-3.4 3.4", cancelled: "M-3.6 3.6 3.6-3.6" };

/** Looks that have a grain; see patterns.js. */
const GRAINED = new Set(["asleep", "gate", "thread", "blocked", "waits"]);

/** A press that moves less than this, in px, is a click. */
const CLICK = 4;

/** Emits "seek" with detail: a position 0..1; "ask" with detail: the event of the step that was clicked. */
export class TimelineView extends EventTarget {
  constructor() {
    super();
    this._drawing = svg("svg", { class: "timeline-drawing", "aria-hidden": "true" });
    this._still = this._drawing.appendChild(svg("g"));
    this._veil = this._drawing.appendChild(svg("rect", { class: "veil" }));
    this._parting = this._drawing.appendChild(svg("g"));
    this._marks = this._drawing.appendChild(svg("g", { class: "marks" }));
    this._chain = this._drawing.appendChild(svg("g", { class: "chain" }));
    this._rowLabels = this._drawing.appendChild(svg("g", { class: "row-labels" }));
    this._playhead = this._drawing.appendChild(svg("g", { class: "playhead" },
      svg("line"), svg("rect", { class: "flag", rx: 4 }), svg("text", { class: "flag-text", "text-anchor": "middle" })));
    this.element = html("div", { class: "timeline", role: "slider", tabindex: 0, "aria-label": STRINGS.position, "aria-valuenow": 0, "aria-valuemin": 0, "aria-valuemax": 1000 });
    this.element.append(this._drawing);
    /** @type {Timeline | null} */ this._timeline = null;
    /** @type {import("./axis.js").Axis | null} */ this._axis = null;
    this._chainKey = "";
    onDrag(this.element, (x, event) => this._onPlace(x, event));
    this.element.addEventListener("pointerup", (event) => {
      const pressed = this._pressed;
      if (pressed && Math.abs(event.clientX - pressed.x) < CLICK) this.dispatchEvent(new CustomEvent("ask", { detail: pressed.step }));
    });
    /** Where a press began, on a step. @type {{ x: number, step: number } | null} */ this._pressed = null;
  }

  /**
   * Draws what does not move. Cost: as the number of spans.
   * @param {import("./lookup.js").Lookup} lookup @param {import("./axis.js").Axis} axis
   * @param {Map<number, import("./names.js").TaskName>} names @param {number} width
   * @param {(task: number) => number} [numberOf] what each task is pointed at by; its own number unless given
   */
  layOut(lookup, axis, names, width, numberOf = (task) => task) {
    if (width === 0) return;
    const timeline = layOutTimeline(lookup, axis, names, width);
    for (const each of [...timeline.bars, ...timeline.ends]) each.task = numberOf(each.task);
    for (const each of timeline.rows) if (each.kind === "Task") each.object = numberOf(each.object);
    this._timeline = timeline;
    this._axis = axis;
    this.showChain([]);
    this._end = axis.until;
    const { height, plotX, plotWidth } = timeline;
    set(this._drawing, { viewBox: `0 0 ${width} ${height}`, width, height });
    set(this._veil, { y: RULER_HEIGHT - 6, height: height - RULER_HEIGHT + 6 });
    this._still.replaceChildren(
      ...timeline.moments.map((m) => svg("rect", { class: "moment", x: m.x - 1, y: RULER_HEIGHT - 6, width: Math.max(2, m.width + 2), height: height - RULER_HEIGHT })),
      ...timeline.moments.filter((m) => m.text).map((m) => withText(svg("text", { class: "ruler", x: m.textX, y: RULER_HEIGHT - 13 }), m.text ?? "")),
      ...timeline.ticks.map((t) => withText(svg("text", { class: "ruler", x: t.x, y: RULER_HEIGHT - 13, "text-anchor": "middle" }), t.text)),
      ...(timeline.density?.layers ?? []).flatMap(({ look, d }) => [svg("path", { class: `layer is-${look}`, d }), ...(GRAINED.has(look) ? [svg("path", { class: "grain", d, fill: `url(#grain-${look})` })] : [])]),
      ...timeline.rows.map((r) => svg("line", { class: "row-line", x1: plotX, x2: plotX + plotWidth, y1: r.y, y2: r.y })),
      ...timeline.bars.map((bar) => this._makeBar(bar)),
      svg("polyline", { class: "critical", points: timeline.critical.map(({ x, y }) => `${x.toFixed(1)},${y}`).join(" ") }),
      ...timeline.ends.map((e) => svg("g", { class: `end is-${e.look}`, transform: `translate(${e.x} ${e.y}) scale(${e.scale})`, "data-task": e.task }, svg("path", { d: END_MARKS[/** @type {"done"} */ (e.look)] ?? "" }))),
      ...timeline.breaks.map((b) => svg("path", { class: "break", d: `M${b.x - 4} ${RULER_HEIGHT - 6}v${height - RULER_HEIGHT}m8 0v${RULER_HEIGHT - height}` })),
    );
    const many = timeline.density;
    this._rowLabels.replaceChildren(...(many ? [withText(svg("text", { class: "row-label", x: plotX - 10, y: many.y, "text-anchor": "end" }), many.label)] : []), ...timeline.rows.map((r) =>
      withText(svg("text", { class: `row-label is-${r.kind.toLowerCase()}${r.height < 20 ? " is-small" : ""}`, x: plotX - 10, y: r.y + (r.height < 20 ? 3.5 : 4), "text-anchor": "end", "data-task": r.kind === "Task" ? r.object : 0 }), r.label.length > 14 ? `${r.label.slice(0, 13)}…` : r.label)));
  }

  /** @param {number} at 0..1 @param {number} when */
  draw(at, when) {
    if (!this._timeline) return;
    const { plotX, plotWidth, width, height } = this._timeline;
    const x = plotX + at * plotWidth;
    set(this._veil, { x, width: Math.max(0, width - x) });
    const [line, flag, text] = this._playhead.children;
    const label = clockText(when, this._end ?? 0);
    const half = label.length * 3.5 + 7;
    const centre = Math.min(width - half, Math.max(half, x));
    set(line, { x1: x, x2: x, y1: 16, y2: height });
    set(flag, { x: centre - half, y: 1, width: 2 * half, height: 19 });
    set(text, { x: centre, y: 14.5 });
    setText(text, label);
    set(this.element, { "aria-valuenow": Math.round(at * 1000), "aria-valuetext": label });
  }

  get drawing() { return this._drawing; }

  /**
   * Marks what differs from another run: the rows' names, and the moment at which the two part.
   * @param {Set<number>} tasks by what they are pointed at by @param {number | null} parting seconds
   */
  showDifferences(tasks, parting) {
    for (const label of this._rowLabels.children) label.classList.toggle("differs", tasks.has(Number(label.getAttribute("data-task"))));
    if (!this._timeline || !this._axis) return;
    const { plotX, plotWidth, height } = this._timeline;
    const x = parting === null ? 0 : plotX + this._axis.positionAt(Math.min(parting, this._axis.until)) * plotWidth;
    this._parting.replaceChildren(...(parting === null ? [] : [svg("path", { class: "parting", d: `M${x.toFixed(1)} ${RULER_HEIGHT - 8}V${height}` })]));
  }

  /** Flags on the ruler. @param {number[]} places 0..1 */
  showMarks(places) {
    if (!this._timeline) return;
    const { plotX, plotWidth, height } = this._timeline;
    this._marks.replaceChildren(...places.map((at) => svg("path", { class: "mark", d: `M${(plotX + at * plotWidth).toFixed(1)} ${height - 4}V2h9l-2.5 3.5 2.5 3.5h-9` })));
  }

  /** The causes of a moment, the nearest first. @param {number[]} events none: no chain */
  showChain(events) {
    const key = events.join();
    if (!this._timeline || !this._axis || key === this._chainKey) return;
    this._chainKey = key;
    const points = chainOver(this._timeline, this._axis, events);
    this._chain.replaceChildren(...(points.length === 0 ? [] : [
      svg("polyline", { points: points.map(({ x, y }) => `${x.toFixed(1)},${y}`).join(" ") }),
      ...points.map(({ x, y }, i) => svg("circle", { cx: x, cy: y, r: i === 0 ? 5 : 3.5 }))]));
  }

  /** Where the axis lies in the drawing, for views that share it; null before the first layout. */
  get plot() { return this._timeline && { plotX: this._timeline.plotX, plotWidth: this._timeline.plotWidth }; }

  /** @param {import("./timeline-layout.js").Bar} bar */
  _makeBar(bar) {
    const { x, y, width, height } = bar;
    const grain = GRAINED.has(bar.look) ? [svg("rect", { class: "grain", x, y, width, height, rx: 2, fill: `url(#grain-${bar.look})` })] : [];
    const group = svg("g", { class: `bar is-${bar.look}`, "data-task": bar.task, "data-line": bar.line, "data-on": bar.on, ...(bar.step < 0 ? {} : { "data-step": bar.step }) },
      withText(svg("title"), bar.title), svg("rect", { class: "body", x, y, width, height, rx: 2 }), ...grain);
    if (bar.text) group.append(withText(svg("text", { x: x + width / 2, y: y + height / 2 + 3.6, "text-anchor": "middle" }), bar.text));
    return group;
  }

  /** @param {number} x @param {PointerEvent} event */
  _onPlace(x, event) {
    if (event.type === "pointerdown") {
      const step = event.target instanceof Element ? event.target.closest(".bar[data-step]")?.getAttribute("data-step") : null;
      this._pressed = step ? { x: event.clientX, step: Number(step) } : null;
    }
    if (!this._timeline) return;
    const { plotX, plotWidth } = this._timeline;
    this.dispatchEvent(new CustomEvent("seek", { detail: Math.min(1, Math.max(0, (x - plotX) / plotWidth)) }));
  }
}

/** @template {Element} T @param {T} element @param {string} text @returns {T} */
function withText(element, text) {
  element.textContent = text;
  return element;
}
