// element.js — <sluice-figure>: reads the author's program, has it run, and lets it play. What is on screen is frame.js's.
import { createEngine, Obsolete } from "../engine/engine.js";
import { followPointer, spotlight } from "./focus.js";
import { DEFAULT_VIEWS, Frame } from "./frame.js";
import { intentOf } from "./keyboard.js";
import { withValue } from "./parameter-text.js";
import { pictureOf } from "./picture.js";
import { makePatterns } from "./patterns.js";
import { Player } from "./player.js";
import { readSource } from "./source.js";
import { STRINGS } from "./strings.js";
import { startTicking, stopTicking } from "./ticker.js";
import styles from "./figure.css";

/** @typedef {import("../engine/run.js").Run} Run */

const sheet = new CSSStyleSheet();
sheet.replaceSync(styles);
/** A figure runs its program when it is this near to being seen. */
const NEAR = "900px 0px";
/** A figure plays by itself when this share of it is in sight, or it fills half of the window. */
const WELL_IN_SIGHT = 0.35;
/** Where a figure stands that does not play by itself because motion is unwelcome: a moment that shows something. */
const STILL_POINT = 0.4;

/**
 * Attributes: python, instruction-cost (seconds a bytecode instruction), no-gil, view ("code scene timeline output"), counts (names,
 * with commas), controls ("play step speed restart"), autoplay ("off"), theme, t (seconds to stand at), label.
 * State is reflected as state="loading|ready|playing|paused|ended|error". Emits "run" after each run.
 */
export class SluiceFigure extends HTMLElement {
  static observedAttributes = ["python", "view", "instruction-cost", "no-gil"];

  constructor() {
    super();
    this._root = this.attachShadow({ mode: "open" });
    this._focusSheet = new CSSStyleSheet();
    this._root.adoptedStyleSheets = [sheet, this._focusSheet];
    this._player = new Player();
    this._tick = (/** @type {number} */ elapsed) => this._onTick(elapsed);
    this._source = "";
    this._original = "";
    /** @type {Frame | null} */ this._frame = null;
    this._hasPlayed = false;
    this._isVisible = false;
    this._isWellInSight = false;
    this._isAsked = false;
    this._reducedMotion = matchMedia("(prefers-reduced-motion: reduce)");
  }

  connectedCallback() {
    this._abort = new AbortController();
    // The parser may not have reached the program yet.
    queueMicrotask(() => { if (this.isConnected) this._begin(); });
  }

  disconnectedCallback() {
    this._abort?.abort();
    for (const observer of this._observers ?? []) observer.disconnect();
    stopTicking(this._tick);
  }

  attributeChangedCallback(/** @type {string} */ name, /** @type {string | null} */ before, /** @type {string | null} */ after) {
    if (!this._frame || before === after) return;
    if (name === "view") this._showViews();
    else if (this._isAsked) void this.rerun();
  }

  /** The program as it is now; setting it runs it. */
  get source() { return this._source; }
  set source(text) { this._source = text; void this.rerun(); }

  /** The newest run that succeeded. */
  get run() { return this._frame?.run ?? null; }
  get player() { return this._player; }

  /** Lets a look of vocabulary.js stand out, as while the reader points at its word; "" ends it. @param {string} look */
  spotlight(look) { spotlight(this._focusSheet, look); }

  /** The present frame as the text of an SVG file; empty before the first run. */
  picture() {
    const patterns = this._root.querySelector("svg.patterns");
    if (!this._frame || !(patterns instanceof SVGSVGElement)) return "";
    return pictureOf(this._frame.drawings, patterns, getComputedStyle(this._frame.element).backgroundColor);
  }

  /** The run as a file's text. @param {"chrome" | "json" | "gantt"} form */
  async export(form) { return this.run ? (await createEngine()).export(this.run.id, form) : ""; }

  _begin() {
    if (!this._frame) {
      this._original = this._source || readSource(this);
      if (!this._original.trim()) return;
      this._source = this._original;
      this._frame = this._build();
    }
    const { signal } = /** @type {AbortController} */ (this._abort);
    this._root.addEventListener("keydown", (event) => this._onKey(/** @type {KeyboardEvent} */ (event)), { signal });
    this._reducedMotion.addEventListener("change", () => this._frame?.draw(0), { signal });
    followPointer(this._frame.element, this._focusSheet, signal);
    const resize = new ResizeObserver(() => this._frame?.layOut());
    resize.observe(this._frame.stage);
    const sight = new IntersectionObserver(([entry]) => this._onSight(entry), { threshold: [0, WELL_IN_SIGHT] });
    sight.observe(this);
    const approach = new IntersectionObserver(([entry]) => { if (entry.isIntersecting && !this._isAsked) void this.rerun(); }, { rootMargin: NEAR });
    approach.observe(this);
    this._observers = [resize, sight, approach];
  }

  _build() {
    const list = (/** @type {string} */ name, /** @type {RegExp} */ separator) => (this.getAttribute(name) ?? "").split(separator).map((part) => part.trim()).filter(Boolean);
    const frame = new Frame(this._player, {
      label: this.getAttribute("label") ?? STRINGS.figure, controls: list("controls", /\s+/), counts: list("counts", /,/),
      onVersion: (version) => this.setAttribute("python", version),
      askSentences: async (run, from, to) => (await createEngine()).sentences(run.id, from, to),
    });
    this._frame = frame;
    frame.version.show(this._options.python ?? "");
    frame.code.setSource(this._source);
    this._root.replaceChildren(makePatterns(), frame.element);
    this._showViews();
    this._enter("loading");

    const seekEvent = (/** @type {Event} */ event) => {
      this._player.pause();
      this._player.seek(this._player.axis?.positionOf(/** @type {CustomEvent} */ (event).detail) ?? 0);
    };
    const seek = (/** @type {Event} */ event) => this._player.seek(/** @type {CustomEvent} */ (event).detail);
    this._player.addEventListener("change", () => this._onMove());
    this._player.addEventListener("state", () => this._onPlayerState());
    frame.timeline.addEventListener("seek", seek);
    frame.compare.timeline.addEventListener("seek", seek);
    frame.output.addEventListener("seek-event", seekEvent);
    frame.why.addEventListener("seek-event", seekEvent);
    frame.code.editor.addEventListener("edit", (event) => { this.source = /** @type {CustomEvent} */ (event).detail; });
    frame.reset.addEventListener("click", () => { this.source = this._original; });
    frame.parameters.addEventListener("value", (event) => {
      const { parameter, value } = /** @type {CustomEvent} */ (event).detail;
      this.source = withValue(this._source, parameter, value);
    });
    return frame;
  }

  /** @returns {import("../engine/run.js").RunOptions} */
  get _options() {
    const instructionCost = Number(this.getAttribute("instruction-cost") ?? 0);
    return { python: this.getAttribute("python") ?? "3.13", instructionCost, gil: !this.hasAttribute("no-gil"), lines: true };
  }

  /** Runs the program anew; the clock keeps its time. An error leaves the last good picture, greyed. */
  async rerun() {
    const frame = this._frame;
    if (!frame) return;
    this._isAsked = true;
    frame.code.setSource(this._source);
    frame.reset.toggleAttribute("hidden", this._source === this._original);
    try {
      const engine = await createEngine();
      this._take(frame, await engine.run(this._source, this._options, this));
    } catch (error) {
      if (error instanceof Obsolete) return;
      console.error(error);
      this._fail(STRINGS.noEngine);
    }
  }

  /** @param {Frame} frame @param {Run} run */
  _take(frame, run) {
    if (run.diagnostics.length > 0) {
      const [{ line, message, hint }] = run.diagnostics;
      frame.code.setWrong(run.diagnostics[0]);
      this._fail(`line ${line}: ${message}${hint ? ` ${hint}` : ""}`);
      return;
    }
    const isFirst = frame.run === null;
    frame.setRun(run);
    if (isFirst) frame.arrange();
    const stand = this.getAttribute("t");
    if (isFirst && stand !== null) this._player.seek(this._player.axis?.positionAt(Number(stand)) ?? 0);
    this._enter(this._player.state);
    this._playOnSight();
    this.dispatchEvent(new Event("run"));
  }

  /** @param {string} words */
  _fail(words) {
    this._frame?.say(words);
    this._player.pause();
    this._enter("error");
  }

  /** @param {string} state */
  _enter(state) { if (this.getAttribute("state") !== state) this.setAttribute("state", state); }

  _showViews() {
    this._frame?.showViews((this.getAttribute("view") ?? DEFAULT_VIEWS.join(" ")).split(/\s+/));
    this._frame?.layOut();
  }

  _onPlayerState() {
    this._frame?.controls.showState();
    this._enter(this._player.state);
    if (this._player.state === "playing") startTicking(this._tick);
  }

  _onMove() {
    if (this._player.state === "playing") return;
    if (this._player.isGliding && !this._reducedMotion.matches) startTicking(this._tick);
    else this._frame?.draw(0);
  }

  /** @param {number} elapsed */
  _onTick(elapsed) {
    if (!this._isVisible && this._player.state === "playing") return;
    this._player.tick(elapsed);
    const isMoving = this._frame?.draw(this._reducedMotion.matches ? 0 : elapsed) ?? false;
    if (this._player.state !== "playing" && !isMoving) stopTicking(this._tick);
  }

  /** @param {IntersectionObserverEntry} entry */
  _onSight(entry) {
    this._isVisible = entry.isIntersecting;
    this._isWellInSight = entry.intersectionRatio >= WELL_IN_SIGHT || entry.intersectionRect.height > innerHeight / 2;
    this._playOnSight();
  }

  /** A figure plays once by itself, when it comes into view; not where motion is unwelcome. */
  _playOnSight() {
    if (this._hasPlayed || !this._isWellInSight || !this.run || this.getAttribute("autoplay") === "off") return;
    this._hasPlayed = true;
    if (this._reducedMotion.matches) this._player.seek(this._player.at || STILL_POINT);
    else if (this._player.state === "ready") this._player.play();
  }

  /** @param {KeyboardEvent} event */
  _onKey(event) {
    const target = /** @type {HTMLElement} */ (event.composedPath()[0]);
    const kind = target.matches("input[type=range], input[type=radio], select") ? "range" : target.matches("textarea") ? "text"
      : target.matches("button, input") ? "button" : "";
    const intent = intentOf(event, kind);
    if (intent && this._player.axis && this._act(intent)) event.preventDefault();
  }

  /** @param {import("./keyboard.js").Intent} intent @returns {boolean} whether it did anything */
  _act(intent) {
    const player = this._player;
    const { controls, help } = /** @type {Frame} */ (this._frame);
    switch (intent) {
      case "toggle": player.toggle(); return true;
      case "step+": player.pause(); player.step(1); return true;
      case "step-": player.pause(); player.step(-1); return true;
      case "moment+": player.pause(); player.stepMoment(1); return true;
      case "moment-": player.pause(); player.stepMoment(-1); return true;
      case "start": player.seek(0); return true;
      case "end": player.seek(1); return true;
      case "tenth+": player.seek(player.at + 0.1); return true;
      case "tenth-": player.seek(player.at - 0.1); return true;
      case "faster": controls.changeSpeed(0.5); return true;
      case "slower": controls.changeSpeed(-0.5); return true;
      case "help": help.toggleAttribute("hidden"); return true;
      case "close": if (help.hidden) return false; help.hidden = true; return true;
    }
  }
}
