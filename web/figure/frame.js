// frame.js — the parts of a figure on screen: makes them, gives them a run, lays them out, draws a moment. It keeps no time.
import { Axis } from "./axis.js";
import { CodeView, LINE_HEIGHT } from "./code-view.js";
import { CompareView } from "./compare-view.js";
import { Controls } from "./controls.js";
import { countsHeight, CountsView } from "./counts-view.js";
import { html } from "./dom.js";
import { InSight } from "./in-sight.js";
import { makeKey } from "./key.js";
import { Bookmarks, failuresOf, printsOf } from "./landmarks.js";
import { Lookup } from "./lookup.js";
import { taskNames } from "./names.js";
import { OutputView } from "./output-view.js";
import { Panels } from "./panels.js";
import { Parameters } from "./parameters.js";
import { SceneView } from "./scene-view.js";
import { planScene } from "./scene-plan.js";
import { Sentence } from "./sentence.js";
import { SentenceSource } from "./sentence-source.js";
import { STRINGS } from "./strings.js";
import { timelineHeight } from "./timeline-layout.js";
import { TimelineOptions } from "./timeline-options.js";
import { TimelineView } from "./timeline-view.js";
import { VersionChoice } from "./version-choice.js";
import { reasons } from "./why.js";
import { neededCounts, neededViews, USUAL_VIEWS, VIEWS } from "./views.js";
import { WhyView } from "./why-view.js";

/** @typedef {import("../engine/run.js").Run} Run */
/** @typedef {import("./player.js").Player} Player */

/** So much lower, in px, a figure has to become for its timeline to be narrower. */
const WORTH_A_NARROW_TIMELINE = 100;
/** What else is in the timeline's pane; CSS px. */
const UNDER_TIMELINE = 50;

export class Frame {
  /** @param {Player} player @param {{ figure: import("./element.js").SluiceFigure, label: string, controls: string[], counts: string[],
   *   onVersion: (version: string) => void, askSentences: (run: Run, from: number, to: number) => Promise<string[]> }} wishes */
  constructor(player, { figure, label, controls, counts, onVersion, askSentences }) {
    const has = (/** @type {string} */ name) => controls.length === 0 || controls.includes(name);
    this._askSentences = askSentences;
    /** @type {SentenceSource | null} */ this.sentences = null;
    this._player = player;
    this._figure = figure;
    this._wantedCounts = counts;
    /** What the author wants to be seen; null: what the program needs. @type {string[] | null} */ this._wantedViews = null;
    /** What the programs so far have needed. @type {string[]} */ this._needed = [];
    /** Of the scene, the timeline and the whole figure, as they were laid out last; CSS px. */
    this._width = 0;
    this._timelineWas = 0;
    this._wholeWidth = 0;
    /** @type {Run | null} */ this.run = null;
    /** @type {Run | null} */ this._prepared = null;
    /** @type {Lookup | null} */ this.lookup = null;
    /** @type {import("./scene-plan.js").ScenePlan | null} */ this.plan = null;
    this._bookmarks = new Bookmarks();
    /** The event at the playhead. */
    this.event = -1;
    this._isOdd = false;
    /** Whether there is more to come before anything is drawn. */
    this._isHeld = false;
    this._sight = new InSight(() => { if (player.state !== "playing") this.draw(0); });

    this.code = new CodeView();
    this._scene = new SceneView();
    this.timeline = new TimelineView();
    this.counts = new CountsView();
    this.output = new OutputView();
    this._sentence = new Sentence();
    this.why = new WhyView();
    this.parameters = new Parameters();
    this.controls = new Controls(player, has);
    this.panels = new Panels(figure, has);
    this.options = new TimelineOptions();
    this.compare = new CompareView();
    this.version = new VersionChoice(onVersion);
    this.stage = html("div", { class: "stage" });
    this.message = html("p", { class: "message", role: "status" });
    this.again = html("button", { type: "button", class: "textual" }, STRINGS.again);
    this._keyPlace = html("div", { class: "key-place" });
    this.reset = html("button", { type: "button", class: "reset", hidden: true }, STRINGS.reset);

    this._underTimeline = html("div", { class: "under-timeline" }, this._keyPlace, this.options.element);
    this.stage.append(this._scene.element);
    this._sentence.element.append(this.why.button);
    this.version.element.prepend(this.reset);
    const pane = (/** @type {string} */ name, /** @type {Element[]} */ ...parts) => html("div", { class: `pane ${name}-pane`, part: name }, ...parts);
    this.element = html("div", { class: "figure", part: "figure", role: "group", tabindex: -1, "aria-label": label },
      html("div", { class: "head", part: "head" }, this.parameters.element, this.version.element),
      pane("scene", this.stage),
      pane("timeline", this.timeline.element, this.counts.element, this._underTimeline, this.compare.element),
      html("div", { class: "foot", part: "foot" }, this._sentence.element, this.why.element, html("div", { class: "bar-of-controls" }, this.controls.element, this.panels.buttons), this.panels.element),
      pane("code", this.code.element), pane("output", this.output.element), this.message);

    this.options.addEventListener("critical", () => this.element.toggleAttribute("data-critical", this.options.isCritical));
    this.options.addEventListener("scale", () => { this.scale(); this.layOut(); });
    this.options.addEventListener("keep", () => this._keepOrDrop());
    this.why.addEventListener("open", () => this.draw(0));
    for (const name of /** @type {const} */ (["print", "failure"])) this.controls.addEventListener(name, () => this.jump(name, 1));
    this.controls.addEventListener("bookmark", () => this.toggleBookmark());
  }

  /** The drawings that are on screen, from top to bottom. */
  get drawings() { return [this._scene.element, this.timeline.drawing].filter((drawing) => drawing.getClientRects().length > 0); }

  /** Views that are on screen, from top to bottom. */
  get views() { return this._wantedViews ?? (this._needed.length > 0 ? this._needed : USUAL_VIEWS); }

  /** @param {string[] | null} views null: those that the program needs */
  showViews(views) {
    this._wantedViews = views;
    this._showViews();
  }

  _showViews() {
    const { views } = this;
    this.element.setAttribute("data-views", views.join(" "));
    for (const name of ["code", "scene", "output"]) this.element.querySelector(`.${name}-pane`)?.toggleAttribute("hidden", !views.includes(name));
    const hasTimeline = views.includes("timeline");
    this.element.querySelector(".timeline-pane")?.toggleAttribute("hidden", !hasTimeline && !views.includes("counts"));
    for (const part of [this.timeline.element, this._underTimeline]) part.toggleAttribute("hidden", !hasTimeline);
  }

  /** @param {string} words empty: nothing to say @param {boolean} [canTryAgain] */
  say(words, canTryAgain = false) { this.message.replaceChildren(words, ...(canTryAgain ? [" ", this.again] : [])); }

  /** To the next of its kind, or the one before. @param {"print" | "failure" | "bookmark"} what @param {number} direction */
  jump(what, direction) {
    const { axis } = this._player;
    if (!axis || !this.lookup) return false;
    const places = what === "bookmark" ? this._bookmarks.places(axis) : (what === "print" ? printsOf(this.lookup) : failuresOf(this.lookup)).map((event) => axis.positionOf(event));
    return this._player.jump(places, direction);
  }

  toggleBookmark() {
    const { axis, at } = this._player;
    if (!axis) return;
    this._bookmarks.toggle(axis, at);
    this._showBookmarks();
  }

  _showBookmarks() {
    const { axis, at } = this._player;
    if (!axis) return;
    const places = this._bookmarks.places(axis);
    this.timeline.showMarks(places);
    this.controls.showMark(places.some((place) => Math.abs(place - at) < 1e-6));
  }

  /** All of a run that can be made before it is known where on screen it comes; cost: about half of setRun. @param {Run} run */
  prepare(run) {
    this._prepared = run;
    this.lookup = new Lookup(run);
    this.plan = planScene(this.lookup);
    // A view that was needed stays while the program is changed: nothing comes and goes as a slider moves.
    const needed = neededViews(this.lookup, this._wantedCounts.length > 0);
    this._needed = VIEWS.filter((name) => needed.includes(name) || this._needed.includes(name));
    this._showViews();
    this.code.setWrong([]);
    this.code.setRun(this.lookup, this.plan.names);
    this._scene.setPlan(this.plan);
    this.controls.showJumps({ print: printsOf(this.lookup).length > 0, failure: failuresOf(this.lookup).length > 0 });
    this.output.setRun(this.lookup);
    // About how wide the scene is going to be; most often that is near enough.
    if (!this.run) this._arrange(this._figure.clientWidth / 2);
    this.parameters.setParameters(run.parameters);
    this.sentences = new SentenceSource(run, (from, to) => this._askSentences(run, from, to), () => { this._sentence.forget(); this.draw(0); });
    this._sentence.forget();
    this._keyPlace.replaceChildren(makeKey(this.lookup));
    this.version.show(run.python);
    this.say(run.failure?.hint ? `${run.failure.message} ${run.failure.hint}` : "");
  }

  /** Shows a run; the first one decides what stands where. @param {Run} run */
  setRun(run) {
    const isFirst = this.run === null;
    this._isHeld = true;
    if (this._prepared !== run) this.prepare(run);
    this.run = run;
    this.scale();
    this.layOut();
    if (isFirst && this._arrange(this._width)) this.layOut();
    this._isHeld = false;
    this.draw(0);
    this.panels.setRun();
  }

  /** The axis for the present run: spread out, or the clock itself, which two runs can share. */
  scale() {
    if (!this.run) return;
    const isCompared = this.compare.kept !== null;
    this.options.setCompared(isCompared);
    const trueScale = isCompared || this.options.isTrueScale;
    this._player.setAxis(new Axis(this.run, { trueScale, until: isCompared ? this.compare.until(this.run.end) : this.run.end }));
    this.controls.showSpeed();
  }

  /**
   * The program stands beside everything else where that makes the figure a good deal lower; else above the timeline, which is wider then.
   * Decided once, so that nothing jumps later, and without asking the browser, which would have to lay out the page for the answer.
   * @param {number} width of the scene; CSS px
   * @returns {boolean} whether it was another way before
   */
  _arrange(width) {
    if (width <= 0 || !this.lookup) return false;
    const { run } = this.lookup;
    const program = run.source.split("\n").length * LINE_HEIGHT;
    const has = (/** @type {string} */ name) => this.views.includes(name);
    const scene = this._scene.heightFor(width) + (has("output") ? this.output.height : 0);
    const drawings = (has("timeline") ? timelineHeight(this.lookup) : 0) + countsHeight(this._shownCounts.length, !has("timeline"));
    const timeline = drawings && drawings + UNDER_TIMELINE;
    const isLower = Math.max(program, scene) + timeline - Math.max(program, scene + timeline) > WORTH_A_NARROW_TIMELINE;
    const [before, arrangement] = [this.element.getAttribute("data-arrangement"), isLower ? "beside" : "above"];
    if (before !== arrangement) this.element.setAttribute("data-arrangement", arrangement);
    return before !== arrangement;
  }

  /** Names of the counts that are shown. */
  get _shownCounts() { return this.lookup && this.views.includes("counts") ? neededCounts(this.lookup, this._wantedCounts) : []; }

  get _stageWidth() { return Math.floor(this.stage.clientWidth); }
  get _timelineWidth() { return Math.floor(/** @type {Element} */ (this.timeline.element.parentElement).clientWidth); }

  /** Lays out anew where there is another width to do it in. */
  followSize() { if (this.element.clientWidth !== this._wholeWidth) this.layOut(); }

  layOut() {
    const { axis } = this._player;
    if (!this.lookup || !this.plan || !axis) return;
    this._wholeWidth = this.element.clientWidth;
    this.code.layOut(this._wholeWidth);
    this._width = this._stageWidth;
    const width = this._timelineWas = this._timelineWidth;
    this.timeline.layOut(this.lookup, axis, this.plan.names, width);
    this._showBookmarks();
    if (this.timeline.plot) this.counts.layOut(this.lookup, axis, this._shownCounts, width, this.timeline.plot, !this.views.includes("timeline"));
    const differences = this.compare.differences(this.lookup);
    this.compare.layOut(this.lookup, width, differences);
    this.timeline.showDifferences(differences.tasks, differences.parting);
    this.code.showChanges(differences.lines);
    this.draw(0);
  }

  /**
   * While time flows, no more is drawn than can be seen, and what is read rather than watched — times, numbers, words — in every other frame.
   * @param {number} elapsed seconds since the last frame; 0: everything is drawn, and in its place at once
   * @returns {boolean} true while something moves
   */
  draw(elapsed) {
    const { at, axis } = this._player;
    if (this._isHeld || !this.run || !this.lookup || !this.plan || !this.sentences || !axis) return false;
    const event = axis.eventAt(at);
    if (event !== this.event) this.controls.showMark(this._bookmarks.places(axis).some((place) => Math.abs(place - at) < 1e-6));
    this.event = event;
    const when = axis.whenAt(at);
    this._isOdd = !this._isOdd;
    const isWanted = (/** @type {Element} */ part) => elapsed === 0 || this._sight.has(part);
    // All of them in the same frame: a clock beside a playhead shows one moment.
    const isRead = elapsed === 0 || this._isOdd;
    if (isRead) this._drawWords(axis, this.lookup, event, when, isWanted);
    const isCodeMoving = isWanted(this.code.element) && this.code.draw(event, when, elapsed);
    return (isWanted(this.stage) && this._scene.draw(this._width, event, when, elapsed, isRead)) || isCodeMoving;
  }

  /** What says where time is and what happens. @param {Axis} axis @param {Lookup} lookup @param {number} event @param {number} when @param {(part: Element) => boolean} isWanted */
  _drawWords(axis, lookup, event, when, isWanted) {
    const { at, state } = this._player;
    const sentences = /** @type {SentenceSource} */ (this.sentences);
    const { names } = /** @type {import("./scene-plan.js").ScenePlan} */ (this.plan);
    if (isWanted(this.timeline.element)) this.timeline.draw(at, when);
    if (isWanted(this.counts.element)) this.counts.draw(at, event);
    this.compare.draw(at, when);
    this.output.draw(lookup, event, at >= 1);
    this._sentence.draw(sentences, axis, names, event, state === "playing");
    if (this.why.isOpen) {
      const chain = reasons(lookup.run, names, this._sentence.event, (e) => sentences.of(e));
      this.why.show(chain, lookup.run.end);
      this.timeline.showChain(chain.map((reason) => reason.event));
    } else this.timeline.showChain([]);
    this.panels.draw(event);
  }

  /** Keeps an eye on which of its parts can be seen. @param {AbortSignal} signal ends it */
  watchSight(signal) { this._sight.observe([this.stage, this.code.element, this.timeline.element, this.counts.element], signal); }

  /** Another program: what was marked in the last one means nothing in it. A run that was kept stays, to be compared. */
  forget() {
    this._bookmarks = new Bookmarks();
    this._needed = [];
  }

  /** Keeps the present run beside those to come, or drops it. */
  _keepOrDrop() { this.keep(this.compare.kept ? null : this.run); }

  /** Keeps a run beside those to come; null: none. @param {Run | null} run */
  keep(run) {
    if (!this.lookup) return;
    const lookup = run && (run === this.run ? this.lookup : new Lookup(run));
    const values = (run?.parameters ?? []).map(({ name, value }) => `${name} = ${value}`);
    this.compare.keep(lookup && { lookup, names: taskNames(lookup), label: [...values, `Python ${lookup.run.python}`].join(" · ") });
    this.scale();
    this.layOut();
  }
}
