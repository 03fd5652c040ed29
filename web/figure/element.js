// element.js — <sluice-figure>: reads the author's program, has it run, and lets it play. What is on screen is frame.js's.
import { Ended, LacksLibrary } from "../engine/engine.js";
import { optionsOf } from "../engine/options.js";
import { exportRun, sentencesOf } from "../engine/playback.js";
import { act } from "./acts.js";
import { addressHoldsProgram, setAttributes, sharedInAddress, stateOf } from "./address.js";
import { html } from "./dom.js";
import { FigureAttributes } from "./figure-attributes.js";
import { fetchSource } from "./fetch-source.js";
import { followPointer, standOut } from "./focus.js";
import { Frame } from "./frame.js";
import { watchTheme } from "./host-theme.js";
import { intentOf, kindOf } from "./keyboard.js";
import { Movement } from "./movement.js";
import { withValue } from "./parameter-text.js";
import { makePatterns } from "./patterns.js";
import { Player } from "./player.js";
import { Presence } from "./presence.js";
import { Runner } from "./runner.js";
import { Sheets } from "./sheets.js";
import { readFiles, readSource } from "./source.js";
import { STRINGS } from "./strings.js";
import { turn } from "./turns.js";

/** @typedef {import("../engine/run.js").Run} Run */

/** Where a figure stands that does not play by itself because motion is unwelcome: a moment that shows something. */
const STILL_POINT = 0.4;

/**
 * figure-attributes.js says what its attributes are. Events: "run" after each run (detail: the Run), "state" after each change of state
 * (detail: the state), "move" after the playhead has moved (detail: { when, event }), at most once a frame.
 * The children stay what they are: they are read, never changed, and shown again where the engine cannot be had.
 */
export class SluiceFigure extends FigureAttributes {

  constructor() {
    super();
    // What the author wrote is what there is to see until the figure is there. A figure far away has no shadow tree, and costs the page little.
    /** @type {Sheets | null} */ this._sheets = null;
    this._player = new Player();
    this._presence = new Presence({ onNear: () => void this._onNear(), onSight: () => this._playOnSight() });
    this._movement = new Movement(this._player, {
      draw: (elapsed) => this._frame?.draw(elapsed) ?? false, isVisible: () => this._presence.isVisible,
      onMove: () => this.dispatchEvent(new CustomEvent("move", { detail: { when: this.when, event: this._player.axis?.eventAt(this._player.at) ?? -1 } })),
    });
    this._source = "";
    /** @type {Record<string, string> | undefined} */ this._files = undefined;
    this._original = "";
    /** @type {Frame | null} */ this._frame = null;
    this._hasPlayed = false;
    this._isAsked = false;
    this._isBegun = false;
    /** @type {Promise<boolean> | null} */ this._restoring = null;
    /** @type {{ source: string, python: string } | undefined} */ this._keptState = undefined;
    /** @type {number | undefined} */ this._standAt = undefined;
    this._runner = new Runner();
  }

  connectedCallback() {
    this._abort = new AbortController();
    const { signal } = this._abort;
    watchTheme(() => this._sheets?.followTheme(this), signal);
    // The parser may not have reached the end of the program yet, and a script may put it in later.
    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", () => this._begin(), { signal });
    else queueMicrotask(() => { if (this.isConnected) this._begin(); });
    const arrival = new MutationObserver(() => { if (document.readyState !== "loading") this._begin(); });
    arrival.observe(this, { childList: true, subtree: true, characterData: true });
    signal.addEventListener("abort", () => arrival.disconnect());
    this.takeOwnProperties();
  }

  disconnectedCallback() {
    this._isBegun = false;
    this._abort?.abort();
  }

  attributeChangedCallback(/** @type {string} */ name, /** @type {string | null} */ before, /** @type {string | null} */ after) {
    if (before === after) return;
    if (name === "src" && this._abort && this.isConnected) void this._fetch();
    if (name === "theme") this._sheets?.followTheme(this);
    if (!this._frame || name === "src" || name === "theme") return;
    if (name === "view") this._showViews();
    else if (name === "compare") void this._compare();
    else if (this._isAsked) void this.rerun();
  }

  /** The program as it is now; setting it runs it. */
  get source() { return this._source; }
  set source(text) {
    this._source = String(text);
    if (this._isBegun) void this.rerun();
    else if (this.isConnected) this._begin();
  }

  /** Puts another program in the place of the author's, at its start: "Reset" leads back to it. @param {string} source */
  open(source) {
    this._original = source;
    this.source = source;
    this._frame?.forget();
    this._player.restart();
  }

  /** Files that the program can open, by path: those of the author unless others are set. Setting them runs the program. */
  get files() { return this._files ?? readFiles(this); }
  set files(files) {
    this._files = { ...files };
    if (this._isAsked) void this.rerun();
  }

  /** The newest run that succeeded. */
  get run() { return this._frame?.run ?? null; }
  get player() { return this._player; }
  /** Seconds of the program's own clock at the playhead. */
  get when() { return this._player.axis?.whenAt(this._player.at) ?? 0; }
  /** How fast it plays; 1 unless set. */
  get speed() { return this._player.speed; }
  set speed(speed) { if (speed > 0 && Number.isFinite(speed)) this._player.speed = speed; }
  play() { this._player.play(); }
  pause() { this._player.pause(); }
  restart() { this._player.restart(); }
  /** Moves the playhead. @param {number} seconds of the program's own clock */
  seek(seconds) { this._player.seek(this._player.axis?.positionAt(Math.min(seconds, this._player.axis.until)) ?? 0); }
  /** One happening on, or back. @param {1 | -1} [direction] */
  step(direction = 1) {
    this._player.pause();
    this._player.step(direction);
  }

  get lookup() { return this._frame?.lookup ?? null; }
  get plan() { return this._frame?.plan ?? null; }
  get names() { return this._frame?.plan?.names ?? new Map(); }
  get sentences() { return this._frame?.sentences ?? null; }
  /** The event at the playhead. */
  get event() { return this._frame?.event ?? -1; }
  /** Views that are on screen. @returns {string[]} */
  get views() { return this._frame?.views ?? []; }

  /** Lets a look of vocabulary.js stand out, as while the reader points at its word; "" ends it. @param {string} look */
  spotlight(look) { if (this._sheets) standOut(this._sheets.focus, { look }); }

  /** Lets a line of the program, or a resource by its name in the program, stand out; {} ends it. @param {{ line?: number, name?: string }} what */
  pointAt({ line, name }) { if (this._sheets) standOut(this._sheets.focus, { line, object: name ? this.lookup?.objectNamed(name) : 0 }); }

  /** The present frame as the text of an SVG file; empty before the first run. */
  async picture() { return this.run ? (await import("./picture.js")).pictureOf(this) : ""; }

  /** Stops at an event. @param {number} event */
  seekEvent(event) {
    this._player.pause();
    this._player.seek(this._player.axis?.positionOf(event) ?? 0);
  }

  /** The run that the present one is compared with. */
  get kept() { return this._frame?.compare.kept?.lookup.run ?? null; }

  /** What a link to this figure holds. @returns {import("./share.js").Shared} */
  get sharedState() { return stateOf(this); }

  /** The run as a file's text. @param {"chrome" | "json" | "gantt"} form */
  async export(form) { return this.run ? exportRun(this.run, form) : ""; }

  /** Listens once there is a program; does nothing where that is done. What is to be seen is built when the reader comes near, and shown with the first run. */
  _begin() {
    if (this._isBegun) return;
    if (!this._frame && !this._source) {
      if (this.hasAttribute("src")) return void this._fetch();
      this._source = readSource(this);
      if (!this._source.trim()) return;
    }
    this._original ||= this._source;
    this._isBegun = true;
    if (!this._frame) {
      this._enter("loading");
      // Nothing of the author's to be seen, and so without a size that could come near the window.
      if (!this.firstElementChild) this._putUp();
    }
    const { signal } = /** @type {AbortController} */ (this._abort);
    const restore = () => { this._restoring = addressHoldsProgram() ? this._restore() : null; };
    restore();
    addEventListener("hashchange", () => { restore(); void this._restoring?.then((isOurs) => { if (isOurs) void this.rerun(); }); }, { signal });
    if (this._frame) this._attend(this._frame);
    this._presence.observe(this, signal);
  }

  /** Follows the pointer in what is to be seen, and its size. @param {Frame} frame */
  _attend(frame) {
    const { signal } = /** @type {AbortController} */ (this._abort);
    this._movement.begin(signal);
    frame.element.addEventListener("keydown", (event) => this._onKey(event), { signal });
    followPointer(frame, this._sheetsInUse.focus, signal);
    frame.watchSight(signal);
    const resize = new ResizeObserver(() => frame.followSize());
    resize.observe(frame.element);
    signal.addEventListener("abort", () => resize.disconnect());
  }

  _build() {
    const list = (/** @type {string} */ name, /** @type {RegExp} */ separator) => (this.getAttribute(name) ?? "").split(separator).map((part) => part.trim()).filter(Boolean);
    const frame = new Frame(this._player, {
      figure: this, label: this.label, controls: list("controls", /\s+/), counts: list("counts", /,/),
      onVersion: (version) => this.setAttribute("python", version),
      askSentences: sentencesOf,
    });
    this._frame = frame;
    frame.version.show(this.options.python ?? "");
    frame.code.setSource(this._source);
    this._showViews();
    this._attend(frame);

    const seekEvent = (/** @type {Event} */ event) => this.seekEvent(/** @type {CustomEvent} */ (event).detail);
    const seek = (/** @type {Event} */ event) => this._player.seek(/** @type {CustomEvent} */ (event).detail);
    this._player.addEventListener("state", () => {
      frame.controls.showState();
      this._enter(this._player.state);
    });
    frame.timeline.addEventListener("seek", seek);
    frame.timeline.addEventListener("ask", (event) => {
      seekEvent(event);
      frame.why.toggle(true);
    });
    frame.again.addEventListener("click", () => { frame.say(""); void this.rerun(); });
    for (const view of [frame.counts, frame.compare.timeline]) view.addEventListener("seek", seek);
    frame.output.addEventListener("seek-event", seekEvent);
    frame.why.addEventListener("seek-event", seekEvent);
    frame.code.editor.addEventListener("edit", (event) => { this.source = /** @type {CustomEvent} */ (event).detail; });
    frame.code.editor.addEventListener("leave", () => frame.element.focus());
    frame.reset.addEventListener("click", () => { this.source = this._original; });
    frame.parameters.addEventListener("value", (event) => {
      const { parameter, value } = /** @type {CustomEvent} */ (event).detail;
      this.source = withValue(this._source, parameter, value, frame.run?.source);
    });
    return frame;
  }

  /** What its attributes ask for. @returns {import("../engine/run.js").RunOptions} */
  get options() { return { ...optionsOf((name) => this.getAttribute(name)), files: this.files }; }

  /**
   * Runs the program anew; the clock keeps its time. An error leaves the last good picture, greyed.
   * @returns {Promise<Run | null>} null: it did not run, or a newer run was asked for meanwhile
   */
  async rerun() {
    if (!this._isBegun) return null;
    const frame = this._frame ?? this._build();
    this._isAsked = true;
    try {
      const run = await this._runner.run(() => {
        frame.code.setSource(this._source);
        frame.reset.toggleAttribute("hidden", this._source === this._original);
        // The author's own program may have been run beforehand.
        return { source: this._source, options: this.options, recording: this._source === this._original ? this.getAttribute("recording") : null };
      }, this._restoring);
      if (!run) return null;
      if (!frame.run && run.diagnostics.length === 0 && !await this._prepare(frame, run)) return null;
      if (!frame.element.isConnected) this._show(frame);
      this._take(frame, run);
      return run.diagnostics.length === 0 ? run : null;
    } catch (error) {
      if (error instanceof Ended || error instanceof LacksLibrary) {
        // The program is at fault, not the engine: it stays there to be mended.
        if (!frame.element.isConnected) this._show(frame);
        if (error instanceof Ended) this._fail(STRINGS.ended(error.message));
        else this._fail(STRINGS.noLibrary(error.module), true);
        return null;
      }
      console.warn(error);
      const canTryAgain = "WebAssembly" in globalThis;
      this._fail(canTryAgain ? STRINGS.noEngine : STRINGS.noWebAssembly, canTryAgain);
      if (!frame.run) this._fallBack(frame.message);
      return null;
    }
  }

  /**
   * The first picture of a figure takes long on a slow machine: half of it is a task of its own.
   * @param {Frame} frame @param {Run} run @returns {Promise<boolean>} whether the run is still the newest
   */
  async _prepare(frame, run) {
    const { asked } = this._runner;
    frame.prepare(run);
    await turn();
    return asked === this._runner.asked;
  }

  /** Reads the program that `src` names; the one in the element stands in for it where it cannot be read. */
  async _fetch() {
    const address = this.getAttribute("src");
    if (!address) return;
    this._enter("loading");
    try {
      const text = await fetchSource(new URL(address, this.baseURI).href);
      if (this.getAttribute("src") === address) this.source = this._original = text;
    } catch (error) {
      console.warn(error);
      if (this._isBegun) return;
      const own = readSource(this);
      if (own.trim()) this.source = own;
      else this._fallBack(html("p", { class: "message", role: "status" }, STRINGS.noProgram(address)));
    }
  }

  /** @param {Frame} frame */
  _show(frame) {
    frame.element.append(frame.message);
    this._putUp(makePatterns(), frame.element);
  }

  /** Shows what the author wrote, and why nothing moves. @param {Element} message */
  _fallBack(message) {
    this._putUp(html("slot"), message);
    this._enter("error");
  }

  get _sheetsInUse() { return this._sheets ??= new Sheets(this.attachShadow({ mode: "open" })); }

  /** Puts something in the place of what the author wrote. @param {Element[]} parts */
  _putUp(...parts) {
    // What is behind the figure is asked while nothing has changed yet: the browser would have to lay out the page for the answer.
    this._sheetsInUse.followTheme(this);
    this.shadowRoot?.replaceChildren(...parts, html("slot", { name: "caption" }));
  }

  /** @param {Frame} frame @param {Run} run */
  _take(frame, run) {
    if (run.diagnostics.length > 0) {
      const [{ line, message, hint }] = run.diagnostics;
      frame.code.setWrong(run.diagnostics);
      this._fail(`line ${line}: ${message}${hint ? ` ${hint}` : ""}`);
      return;
    }
    const isFirst = frame.run === null;
    frame.setRun(run);
    const stand = this._standAt ?? (isFirst && this.hasAttribute("t") ? Number(this.getAttribute("t")) : undefined);
    if (stand !== undefined) this._player.seek(this._player.axis?.positionAt(stand) ?? 0);
    this._standAt = undefined;
    this._enter(this._player.state);
    if (this._keptState) void this._keepShared(frame, this._keptState);
    else if (isFirst && this.hasAttribute("compare")) void this._compare();
    this._playOnSight();
    this.dispatchEvent(new CustomEvent("run", { detail: run }));
  }

  /** The run A of a shared comparison. @param {Frame} frame @param {{ source: string, python: string }} kept */
  async _keepShared(frame, { source, python }) {
    this._keptState = undefined;
    const run = await this._runner.runAside(source, { ...this.options, python });
    if (run.diagnostics.length === 0) frame.keep(run);
  }

  /** Keeps the run A that the attribute `compare` asks for; none where it asks for none. */
  async _compare() {
    const wish = this.compare;
    const frame = this._frame;
    if (!frame?.run) return;
    try {
      const { runOfWish } = await import("./compare-wish.js");
      const run = wish.trim() ? await runOfWish(wish, { run: frame.run, attribute: (name) => this.getAttribute(name), files: this.files, baseURI: this.baseURI }) : null;
      if (this.compare === wish) frame.keep(run);
    } catch (error) {
      frame.say(STRINGS.noComparison(error instanceof Error ? error.message : String(error)));
    }
  }

  /** Takes over what the address says about this figure. @returns {Promise<boolean>} whether it said anything */
  async _restore() {
    const before = this._source;
    const shared = await sharedInAddress(this);
    // What a reader has typed meanwhile is worth more than what the address said.
    if (!shared || this._source !== before) return false;
    this._hasPlayed = true;
    this._source = shared.source;
    this._files = shared.files;
    this._keptState = shared.kept;
    this._standAt = shared.when;
    setAttributes(this, shared);
    this.scrollIntoView({ block: "nearest" });
    return true;
  }

  /** @param {string} words @param {boolean} [canTryAgain] */
  _fail(words, canTryAgain = false) {
    this._frame?.say(words, canTryAgain);
    this._player.pause();
    this._enter("error");
  }

  /** @param {string} state */
  _enter(state) {
    if (this.getAttribute("state") === state) return;
    this.setAttribute("state", state);
    this.dispatchEvent(new CustomEvent("state", { detail: state }));
  }

  _showViews() {
    this._frame?.showViews(this.getAttribute("view")?.trim().split(/\s+/) ?? null);
    this._frame?.layOut();
  }

  async _onNear() {
    if (!this._isAsked) await turn();
    if (!this._isAsked) void this.rerun();
  }

  /** A figure plays once by itself, when it comes into view; not where motion is unwelcome. */
  _playOnSight() {
    if (this._hasPlayed || !this._presence.isWellInSight || !this.run || this.getAttribute("autoplay") === "off") return;
    this._hasPlayed = true;
    if (this._movement.isReduced) this._player.seek(this._player.at || STILL_POINT);
    else if (this._player.state === "ready") this._player.play();
  }

  /** @param {KeyboardEvent} event */
  _onKey(event) {
    const intent = intentOf(event, kindOf(/** @type {Element} */ (event.composedPath()[0])));
    if (intent && this._frame && this._player.axis && act(this._player, this._frame, intent)) event.preventDefault();
  }
}
