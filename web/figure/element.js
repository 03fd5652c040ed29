// element.js — <sluice-figure>: a program, its run, and the views of it. The element joins the parts; each part has its file.
import { createEngine, Obsolete } from "../engine/engine.js";
import { Axis } from "./axis.js";
import { CompareView } from "./compare-view.js";
import { CodeView, LINE_HEIGHT } from "./code-view.js";
import { Controls } from "./controls.js";
import { CountsView } from "./counts-view.js";
import { html } from "./dom.js";
import { followPointer } from "./focus.js";
import { makeHelp } from "./help.js";
import { makeKey } from "./key.js";
import { intentOf } from "./keyboard.js";
import { Lookup } from "./lookup.js";
import { OutputView } from "./output-view.js";
import { Parameters } from "./parameters.js";
import { parametersOf } from "./parameter-parse.js";
import { withValue } from "./parameter-text.js";
import { makePatterns } from "./patterns.js";
import { Player } from "./player.js";
import { SceneView } from "./scene-view.js";
import { planScene } from "./scene-plan.js";
import { Sentence } from "./sentence.js";
import { readSource } from "./source.js";
import { STRINGS } from "./strings.js";
import { startTicking, stopTicking } from "./ticker.js";
import { TimelineView } from "./timeline-view.js";
import { VersionChoice } from "./version-choice.js";
import { reasons } from "./why.js";
import { WhyView } from "./why-view.js";
import styles from "./figure.css";

/** @typedef {import("../engine/run.js").Run} Run */

const sheet = new CSSStyleSheet();
sheet.replaceSync(styles);
/** A figure runs its program when it is this near to being seen. */
const NEAR = "900px 0px";
const DEFAULT_VIEWS = ["code", "scene", "timeline", "output"];

/**
 * Attributes: python, instruction-cost (seconds a bytecode instruction), no-gil, view ("code scene timeline counts output"), counts (names of counts), controls, autoplay, theme, t (seconds to
 * stand at). Emits "run" after each run. State is reflected as state="loading|ready|playing|paused|ended|error".
 */
export class SluiceFigure extends HTMLElement {
  static observedAttributes = ["python", "view", "theme"];

  constructor() {
    super();
    this._root = this.attachShadow({ mode: "open" });
    this._focusSheet = new CSSStyleSheet();
    this._root.adoptedStyleSheets = [sheet, this._focusSheet];
    this._player = new Player();
    this._tick = (/** @type {number} */ elapsed) => this._onTick(elapsed);
    /** @type {Run | null} */ this._run = null;
    this._source = "";
    this._stage = html("div", { class: "stage" });
    this._width = 0;
    this._isBuilt = false;
    this._hasPlayed = false;
    this._isVisible = false;
    this._isAsked = false;
  }

  connectedCallback() {
    this._abort = new AbortController();
    // The parser may not have reached the program yet.
    queueMicrotask(() => { if (this.isConnected) this._begin(); });
  }

  disconnectedCallback() {
    this._abort?.abort();
    this._resize?.disconnect();
    this._sight?.disconnect();
    this._approach?.disconnect();
    stopTicking(this._tick);
  }

  attributeChangedCallback(/** @type {string} */ name, /** @type {string | null} */ before, /** @type {string | null} */ after) {
    if (!this._isBuilt || before === after) return;
    if (name === "python") void this.rerun();
    if (name === "view") this._showViews();
  }

  /** The program as it is now; setting it runs it. */
  get source() { return this._source; }
  set source(text) { this._source = text; void this.rerun(); }

  /** The newest run that succeeded. */
  get run() { return this._run; }
  get player() { return this._player; }

  _begin() {
    if (!this._isBuilt) {
      this._source = readSource(this);
      if (!this._source.trim()) return;
      this._original = this._source;
      this._build();
    }
    const { signal } = /** @type {AbortController} */ (this._abort);
    this._root.addEventListener("keydown", (event) => this._onKey(/** @type {KeyboardEvent} */ (event)), { signal });
    if (this._frame) followPointer(this._frame, this._focusSheet, signal);
    this._resize = new ResizeObserver(() => this._layOut());
    this._resize.observe(this._stage);
    this._sight = new IntersectionObserver(([entry]) => this._onSight(entry), { threshold: [0, 0.35] });
    this._sight.observe(this);
    this._approach = new IntersectionObserver(([entry]) => { if (entry.isIntersecting && !this._isAsked) void this.rerun(); }, { rootMargin: NEAR });
    this._approach.observe(this);
    matchMedia("(prefers-reduced-motion: reduce)").addEventListener("change", () => this._draw(0), { signal });
  }

  _build() {
    this._isBuilt = true;
    this._code = new CodeView();
    this._scene = new SceneView();
    this._timeline = new TimelineView();
    this._counts = new CountsView();
    this._output = new OutputView();
    this._sentence = new Sentence();
    this._why = new WhyView();
    this._sentence.element.append(this._why.button);
    this._parameters = new Parameters();
    this._controls = new Controls(this._player, (this.getAttribute("controls") ?? "").split(/\s+/).filter(Boolean));
    this._help = makeHelp();
    this._message = html("p", { class: "message", role: "status" });
    this._keyPlace = html("div", { class: "key-place" });
    this._compare = new CompareView();
    this._keep = html("button", { type: "button", class: "reset" }, STRINGS.keep);
    this._keep.addEventListener("click", () => this._keepOrDrop());
    this._trueScale = html("input", { type: "checkbox" });
    this._trueScale.addEventListener("change", () => { this._scale(); this._layOut(); });
    const critical = html("input", { type: "checkbox" });
    critical.addEventListener("change", () => this._frame?.toggleAttribute("data-critical", critical.checked));
    const options = html("div", { class: "timeline-options" }, html("label", {}, critical, STRINGS.critical), html("label", {}, this._trueScale, STRINGS.trueScale), this._keep);
    this._version = new VersionChoice((version) => this.setAttribute("python", version));
    this._version.show(this.getAttribute("python") ?? "3.13");
    this._stage.append(this._scene.element);
    const pane = (/** @type {string} */ name, /** @type {Element[]} */ ...parts) => html("div", { class: `pane ${name}-pane` }, ...parts);
    this._frame = html("div", { class: "figure", role: "group", tabindex: -1, "aria-label": this.getAttribute("label") ?? STRINGS.figure },
      html("div", { class: "head" }, this._parameters.element, this._version.element),
      pane("code", this._code.element), pane("scene", this._stage), pane("timeline", this._timeline.element, this._counts.element,
        html("div", { class: "under-timeline" }, this._keyPlace, options), this._compare.element),
      pane("output", this._output.element),
      html("div", { class: "foot" }, this._sentence.element, this._controls.element, this._why.element, this._help), this._message);
    this._root.replaceChildren(makePatterns(), this._frame);
    this._code.setSource(this._source);
    this._showViews();
    this._enter("loading");

    this._player.addEventListener("change", () => this._onMove());
    this._player.addEventListener("state", () => this._onPlayerState());
    for (const timeline of [this._timeline, this._compare.timeline]) {
      timeline.addEventListener("seek", (event) => this._player.seek(/** @type {CustomEvent} */ (event).detail));
    }
    for (const view of [this._output, this._why]) {
      view.addEventListener("seek-event", (event) => {
        this._player.pause();
        this._player.seek(this._player.axis?.positionOf(/** @type {CustomEvent} */ (event).detail) ?? 0);
      });
    }
    this._why.addEventListener("open", () => this._draw(0));
    this._code.editor.addEventListener("edit", (event) => { this.source = /** @type {CustomEvent} */ (event).detail; });
    this._reset = html("button", { type: "button", class: "reset", hidden: true }, STRINGS.reset);
    this._reset.addEventListener("click", () => { this.source = this._original ?? this.source; });
    this._version.element.prepend(this._reset);
    this._parameters.addEventListener("value", (event) => {
      const { parameter, value } = /** @type {CustomEvent} */ (event).detail;
      this._source = withValue(this._source, parameter, value);
      void this.rerun();
    });
  }

  /** Runs the program anew; the clock keeps its time. An error leaves the last good picture, greyed. */
  async rerun() {
    this._isAsked = true;
    this._code?.setSource(this.source);
    this._reset?.toggleAttribute("hidden", this.source === this._original);
    try {
      const engine = await createEngine();
      this._take(await engine.run(this.source, this._options, this));
    } catch (error) {
      if (error instanceof Obsolete) return;
      console.error(error);
      this._fail(STRINGS.noEngine);
    }
  }

  /** @returns {import("../engine/run.js").RunOptions} */
  get _options() {
    const instructionCost = Number(this.getAttribute("instruction-cost") ?? 0);
    return { python: this.getAttribute("python") ?? "3.13", instructionCost, gil: !this.hasAttribute("no-gil"), lines: true };
  }

  /** @param {Run} run */
  _take(run) {
    if (run.diagnostics.length > 0) {
      const [{ line, message, hint }] = run.diagnostics;
      this._code?.setWrong(run.diagnostics[0]);
      this._fail(`line ${line}: ${message}${hint ? ` ${hint}` : ""}`);
      return;
    }
    this._code?.setWrong(null);
    this._run = run;
    this._lookup = new Lookup(run);
    this._plan = planScene(this._lookup);
    this._code?.setRun(this._lookup, this._plan.names);
    this._scene?.setPlan(this._plan);
    this._output?.setRun(this._lookup);
    this._parameters?.setParameters(parametersOf(run.source));
    this._sentence?.forget();
    this._keyPlace?.replaceChildren(makeKey(this._lookup));
    this._version?.show(run.python);
    if (this._message) this._message.textContent = "";
    const isFirst = this._player.axis === null;
    this._scale();
    this._layOut();
    if (isFirst) this._arrange();
    if (isFirst) this._stand();
    this._enter(this._player.state);
    this._playOnSight();
    this.dispatchEvent(new Event("run"));
  }

  /** The axis for the present run: spread out, or the clock itself, which two runs can share. */
  _scale() {
    if (!this._run) return;
    const isCompared = this._compare?.kept != null;
    const trueScale = isCompared || (this._trueScale?.checked ?? false);
    if (this._trueScale) this._trueScale.disabled = isCompared;
    this._player.setAxis(new Axis(this._run, { trueScale, until: isCompared ? this._compare?.until(this._run.end) : this._run.end }));
    this._controls?.showSpeed();
  }

  /** Keeps the present run beside those to come, or drops it. */
  _keepOrDrop() {
    if (!this._lookup || !this._plan || !this._compare || !this._keep) return;
    const values = parametersOf(this._source).map(({ name, value }) => `${name} = ${value}`);
    const label = [...values, `Python ${this._lookup.run.python}`].join(" · ");
    this._compare.keep(this._compare.kept ? null : { lookup: this._lookup, names: this._plan.names, label });
    this._keep.textContent = this._compare.kept ? STRINGS.forget : STRINGS.keep;
    this._scale();
    this._layOut();
  }

  /** A long program stands beside everything else, a short one above the timeline. Decided once, so that nothing jumps later. */
  _arrange() {
    const lines = this._source.split("\n").length;
    const rest = (this._scene?.heightFor(this._width) ?? 0) + (this._timeline?.element.offsetHeight ?? 0);
    if (!this._frame || this._width === 0) return;
    this._frame.setAttribute("data-arrangement", lines * LINE_HEIGHT > rest ? "beside" : "above");
    this._layOut();
  }

  /** Where the figure stands before anybody has touched it. */
  _stand() {
    const at = this.getAttribute("t");
    if (at !== null) this._player.seek(this._player.axis?.positionAt(Number(at)) ?? 0);
  }

  /** @param {string} words */
  _fail(words) {
    if (this._message) this._message.textContent = words;
    this._player.pause();
    this._enter("error");
  }

  /** @param {string} state */
  _enter(state) { if (this.getAttribute("state") !== state) this.setAttribute("state", state); }

  _onPlayerState() {
    this._controls?.showState();
    this._enter(this._player.state);
    if (this._player.state === "playing") startTicking(this._tick);
  }

  _onMove() {
    if (this._player.state === "playing") return;
    if (this._player.isGliding && !this._isStill) startTicking(this._tick);
    else this._draw(0);
  }

  /** @param {number} elapsed */
  _onTick(elapsed) {
    if (!this._isVisible && this._player.state === "playing") return;
    this._player.tick(elapsed);
    const isMoving = this._draw(this._isStill ? 0 : elapsed);
    if (this._player.state !== "playing" && !isMoving) stopTicking(this._tick);
  }

  get _isStill() { return matchMedia("(prefers-reduced-motion: reduce)").matches; }

  /** @param {IntersectionObserverEntry} entry */
  _onSight(entry) {
    this._isVisible = entry.isIntersecting;
    this._isWellInSight = entry.intersectionRatio >= 0.35 || entry.intersectionRect.height > innerHeight * 0.5;
    this._playOnSight();
  }

  /** A figure plays once by itself, when it comes into view; not where motion is unwelcome. */
  _playOnSight() {
    if (this._hasPlayed || !this._isWellInSight || !this._run || this.getAttribute("autoplay") === "off") return;
    this._hasPlayed = true;
    if (this._isStill) this._player.seek(this._player.at || this._stillPoint());
    else if (this._player.state === "ready") this._player.play();
  }

  /** A moment that shows something, for a figure that does not play: two fifths of the way. */
  _stillPoint() { return 0.4; }

  _showViews() {
    const views = (this.getAttribute("view") ?? DEFAULT_VIEWS.join(" ")).split(/\s+/);
    this._frame?.setAttribute("data-views", views.join(" "));
    for (const name of ["code", "scene", "timeline", "output"]) {
      this._frame?.querySelector(`.${name}-pane`)?.toggleAttribute("hidden", !views.includes(name));
    }
    this._layOut();
  }

  _layOut() {
    if (!this._lookup || !this._plan || !this._player.axis || !this._stage) return;
    this._width = Math.floor(this._stage.clientWidth);
    const timeline = /** @type {TimelineView} */ (this._timeline);
    const width = Math.floor(timeline.element.clientWidth);
    timeline.layOut(this._lookup, this._player.axis, this._plan.names, width);
    const wanted = (this.getAttribute("counts") ?? "").split(",").map((name) => name.trim()).filter(Boolean);
    if (timeline.plot) this._counts?.layOut(this._lookup, this._player.axis, wanted, width, timeline.plot);
    this._compare?.layOut(this._lookup, width);
    this._draw(0);
  }

  /** @param {number} elapsed seconds since the last frame; 0: at once @returns {boolean} true while something moves */
  _draw(elapsed) {
    const axis = this._player.axis;
    if (!this._run || !this._lookup || !this._plan || !axis) return false;
    const { at } = this._player;
    const event = axis.eventAt(at);
    const when = axis.whenAt(at);
    this._timeline?.draw(at, when);
    this._counts?.draw(at, event);
    this._compare?.draw(at, when);
    this._output?.draw(this._lookup, event, at >= 1);
    this._sentence?.draw(this._run, axis, this._plan.names, event, this._player.state === "playing");
    if (this._why?.isOpen) this._why.show(reasons(this._run, this._plan.names, this._sentence?.event ?? event), this._run.end);
    const isCodeMoving = this._code?.draw(event, when, elapsed) ?? false;
    const isSceneMoving = this._scene?.draw(this._width, event, when, elapsed) ?? false;
    return isCodeMoving || isSceneMoving;
  }

  /** @param {KeyboardEvent} event */
  _onKey(event) {
    const target = /** @type {HTMLElement} */ (event.composedPath()[0]);
    const kind = target.matches("input[type=range], input[type=radio]") ? "range" : target.matches("input[type=text], textarea, [contenteditable]") ? "text"
      : target.matches("button, input, summary, a") ? "button" : "";
    const intent = intentOf(event, kind);
    if (!intent || !this._player.axis) return;
    if (this._act(intent)) event.preventDefault();
  }

  /** @param {import("./keyboard.js").Intent} intent @returns {boolean} whether it did anything */
  _act(intent) {
    const player = this._player;
    const axis = /** @type {Axis} */ (player.axis);
    switch (intent) {
      case "toggle": player.toggle(); return true;
      case "step+": player.pause(); player.step(1); return true;
      case "step-": player.pause(); player.step(-1); return true;
      case "moment+": player.pause(); player.seek(axis.moments.find((m) => m.from > player.at + 1e-9)?.from ?? 1); return true;
      case "moment-": player.pause(); player.seek([...axis.moments].reverse().find((m) => m.from < player.at - 1e-9)?.from ?? 0); return true;
      case "start": player.seek(0); return true;
      case "end": player.seek(1); return true;
      case "tenth+": player.seek(player.at + 0.1); return true;
      case "tenth-": player.seek(player.at - 0.1); return true;
      case "faster": this._controls?.changeSpeed(0.5); return true;
      case "slower": this._controls?.changeSpeed(-0.5); return true;
      case "help": this._help?.toggleAttribute("hidden"); return true;
      case "close": if (this._help?.hidden ?? true) return false; this._help?.setAttribute("hidden", ""); return true;
    }
  }
}
