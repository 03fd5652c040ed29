// scene-view.js — draws the marks of scene-layout.js: the loop, its ready queue, tasks, gates with their permits, threads, results.
import { layOutScene, sceneHeight } from "./scene-layout.js";
import { BATON_HEIGHT, BATON_WIDTH } from "./scene-workers.js";
import { GlidingGroup } from "./gliding-group.js";
import { clockText, STRINGS } from "./strings.js";
import { KeyedGroup, set, setText, svg } from "./svg.js";
import { arc, makeToken, shareOver, turnDial, updateToken } from "./token.js";

/** @typedef {import("./scene-plan.js").ScenePlan} ScenePlan */
/** @typedef {import("./scene-layout.js").Box} Box */
/** @typedef {import("./scene-layout.js").Label} Label */
/** @typedef {import("./scene-layout.js").Ticket} Ticket */
/** @typedef {import("./scene-layout.js").Disc} Disc */
/** @typedef {import("./token.js").Token} Token */

/** Radius of a box's corners, where it is not 8. @type {Record<string, number>} */
const CORNERS = { post: 3, "post is-open": 3, place: 4, item: 4, home: 2, belt: 1, channel: 10 };

/** A stage narrower than this is not laid out yet. */
const NARROWEST = 160;

export class SceneView {
  constructor() {
    this.element = svg("svg", { class: "scene", role: "img", "aria-label": STRINGS.scene });
    const group = (/** @type {string} */ name) => this.element.appendChild(svg("g", { class: name }));
    this._boxes = new KeyedGroup(group("boxes"), () => svg("rect"), (rect, /** @type {Box} */ box) =>
      set(rect, { class: box.kind, x: box.x, y: box.y, width: box.width, height: box.height, rx: CORNERS[box.kind] ?? 8, ...(box.object ? { "data-object": box.object } : {}) }));
    this._labels = new KeyedGroup(group("labels"), () => svg("text"), (text, /** @type {Label} */ mark) => {
      set(text, { class: mark.kind, x: mark.x, y: mark.y, "text-anchor": mark.anchor ?? "start", ...(mark.object ? { "data-object": mark.object } : {}) });
      setText(text, mark.text);
    });
    this._clock = group("time").appendChild(svg("text", { class: "clock", "text-anchor": "end" }));
    this._loop = this.element.appendChild(makeLoop());
    this._tickets = new GlidingGroup(group("tickets"), makeTicket, (element, /** @type {Ticket} */ mark) => {
      set(element, { "data-task": mark.task });
      setText(/** @type {Element} */ (element.lastElementChild), mark.text);
    });
    this._tokens = new GlidingGroup(group("tokens"), makeToken, updateToken);
    this._discs = new GlidingGroup(group("discs"), () => svg("circle", { r: 5 }), (circle, /** @type {Disc} */ disc) =>
      set(circle, { class: disc.isTaken ? "disc is-taken" : "disc", "data-on": disc.object }));
    this._batons = new GlidingGroup(group("batons"), makeBaton, (element, /** @type {import("./scene-layout.js").SceneMarks["batons"][number]} */ baton) =>
      set(element, { class: baton.isHeld ? "baton" : "baton is-free" }));
    /** @type {ScenePlan | null} */ this._plan = null;
    /** What is shown, and of what. @type {import("./scene-layout.js").SceneMarks | null} */ this._marks = null;
    this._width = 0;
    this._event = NaN;
  }

  /** @param {ScenePlan} plan */
  setPlan(plan) {
    this._plan = plan;
    this._marks = null;
  }

  /** Height that the scene needs in a width. @param {number} width */
  heightFor(width) { return this._plan ? sceneHeight(this._plan, width) : 0; }

  /**
   * @param {number} width @param {number} event @param {number} when
   * @param {number} elapsedSeconds since the last frame; 0: everything is at its place at once
   * @param {boolean} [hasClock] whether clock and dials go on in this frame
   * @returns {boolean} true while something is still on its way
   */
  draw(width, event, when, elapsedSeconds, hasClock = true) {
    if (!this._plan || width < NARROWEST) return false;
    if (!this._marks || event !== this._event || width !== this._width) this._show(this._plan, width, event);
    if (hasClock) this._tell(when);
    return [this._tickets, this._tokens, this._discs, this._batons].map((group) => group.glide(elapsedSeconds)).includes(true);
  }

  /** All that changes with the clock alone. @param {number} when */
  _tell(when) {
    if (!this._marks || !this._plan) return;
    const { loop } = this._marks;
    setText(this._clock, clockText(when, this._plan.lookup.run.end));
    set(/** @type {Element} */ (this._loop.children[2]), { d: loop.since === loop.until ? "" : arc(loop.r, shareOver(loop, when)) });
    this._tokens.each((element, token) => turnDial(element, token, when));
  }

  /** All that an event changes. @param {ScenePlan} plan @param {number} width @param {number} event */
  _show(plan, width, event) {
    const marks = layOutScene(plan, width, event);
    set(this.element, { viewBox: `0 0 ${width} ${marks.height}`, width, height: marks.height });
    set(this._clock, marks.clock);
    this._boxes.show(marks.boxes);
    this._labels.show(marks.labels);
    this._tickets.show(marks.tickets);
    this._tokens.show(marks.tokens);
    this._discs.show(marks.discs);
    this._batons.show(marks.batons);
    updateLoop(this._loop, marks.loop);
    [this._marks, this._width, this._event] = [marks, width, event];
  }
}

/** @returns {SVGGElement} */
function makeLoop() {
  return svg("g", { class: "loop" },
    svg("circle", { class: "seat" }), svg("circle", { class: "grain" }), svg("path", { class: "dial" }),
    svg("text", { class: "number", "text-anchor": "middle", y: 5 }));
}

/** @param {SVGGElement} group @param {import("./scene-layout.js").SceneMarks["loop"]} loop */
function updateLoop(group, loop) {
  const [seat, grain, , number] = group.children;
  set(group, { class: `loop is-${loop.look}`, transform: `translate(${loop.x} ${loop.y})` });
  set(seat, { r: loop.r });
  set(grain, { r: loop.r, fill: loop.look === "blocked" ? "url(#grain-blocked)" : "none" });
  setText(number, loop.text);
}

/** @returns {SVGGElement} */
function makeBaton() {
  const name = svg("text", { "text-anchor": "middle", y: 3.8 });
  setText(name, STRINGS.gil);
  return svg("g", { class: "baton" }, svg("rect", { x: -BATON_WIDTH / 2, y: -BATON_HEIGHT / 2, width: BATON_WIDTH, height: BATON_HEIGHT, rx: BATON_HEIGHT / 2 }), name);
}

/** @returns {SVGGElement} */
function makeTicket() {
  return svg("g", { class: "ticket" }, svg("rect", { x: -9, y: -12, width: 18, height: 24, rx: 4 }),
    svg("text", { "text-anchor": "middle", y: 4 }));
}
