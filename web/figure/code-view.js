// code-view.js — the program, the running line lit, and the tasks standing on the lines where they wait.
import { CodeEditor } from "./code-editor.js";
import { runningLine, standing } from "./code-layout.js";
import { highlight } from "./highlight.js";
import { html } from "./dom.js";
import { GlidingGroup } from "./gliding-group.js";
import { set, svg } from "./svg.js";
import { makeToken, turnDial, updateToken } from "./token.js";
import { lookOf } from "./vocabulary.js";

export const LINE_HEIGHT = 22;
const TOKEN_RADIUS = 7.5;
const PITCH = 20;
/** One more than these still stand side by side, closer together; of more, the first few and a count. */
const MOST_PLACES = 5;
/** In a figure narrower than this, in px, the program needs the room more. */
const NARROW = 560;
const MOST_PLACES_NARROW = 3;
const PADDING = 12;

export class CodeView {
  constructor() {
    this._lines = html("div", { class: "lines" });
    this._drawing = svg("svg", { class: "standing", "aria-hidden": "true" });
    this.editor = new CodeEditor();
    this.element = html("div", { class: "code" });
    this._sheet = html("div", { class: "sheet" }, this._lines, this.editor.element, this._drawing);
    this.element.append(this._sheet);
    /** @type {ReturnType<typeof import("./code-mirror.js")["makeEditor"]> | null} */ this._rich = null;
    this.editor.element.addEventListener("focus", () => void this._upgrade());
    this._changes = this._drawing.appendChild(svg("g"));
    this._tokens = new GlidingGroup(this._drawing.appendChild(svg("g")), makeToken, updateToken);
    this._lit = 0;
    this._source = "";
    /** @type {import("../engine/run.js").Diagnostic[]} */ this._wrong = [];
    /** @type {import("./lookup.js").Lookup | null} */ this._lookup = null;
    /** The event that is shown; none where something else has changed. */ this._event = NaN;
    /** @type {import("./scene-plan.js").ScenePlan["names"]} */ this._names = new Map();
  }

  /** Shows a program before, or without, a run of it. @param {string} source */
  setSource(source) {
    if (source === this._source) return;
    this._source = source;
    this._rich?.setText(source);
    if (this._rich) return;
    this.editor.setText(source);
    const lines = highlight(source.replace(/\n$/, ""));
    this._lines.replaceChildren(...lines.map((pieces, index) => html("div", { class: "line", "data-line": index + 1 },
      html("span", { class: "line-number", "aria-hidden": "true" }, String(index + 1)),
      html("code", { "aria-hidden": "true" }, ...pieces.map(({ text, kind }) => (kind ? html("span", { class: `py-${kind}` }, text) : text))))));
    this._lit = 0;
    this._event = NaN;
  }

  /** Underlines what the core objects to. @param {readonly import("../engine/run.js").Diagnostic[]} wrong */
  setWrong(wrong) {
    this._wrong = [...wrong];
    if (this._rich) return this._rich.setWrong(this._wrong);
    for (const squiggle of this._lines.querySelectorAll(".squiggle")) squiggle.remove();
    for (const { line, endLine, column, endColumn } of wrong) {
      const code = this._lines.children[line - 1]?.lastElementChild;
      if (!code) continue;
      const end = endLine === line ? endColumn : code.textContent?.length ?? 0;
      const squiggle = html("span", { class: "squiggle" });
      squiggle.style.left = `calc(${column}ch + 6px)`;
      squiggle.style.width = `${Math.max(1, end - column)}ch`;
      code.append(squiggle);
    }
  }

  /** Marks lines, as those that differ from another text. @param {number[]} lines */
  showChanges(lines) {
    this._changes.replaceChildren(...lines.map((line) => svg("rect", { class: "change", x: 0, y: PADDING + (line - 1) * LINE_HEIGHT, width: 3, height: LINE_HEIGHT })));
  }

  /** The line of the program at a height on screen; 0: none. @param {number} clientY */
  lineAt(clientY) {
    const line = Math.floor((clientY - this._sheet.getBoundingClientRect().top - PADDING) / LINE_HEIGHT) + 1;
    return line >= 1 && line <= this._source.split("\n").length ? line : 0;
  }

  /** The text area makes way for the editor, with what was typed meanwhile. Where that does not load, it stays. */
  async _upgrade() {
    const area = this.editor.element;
    const loaded = await import("./code-mirror.js").catch(() => null);
    const root = this.element.getRootNode();
    if (!loaded || this._rich || !(root instanceof ShadowRoot)) return;
    const isInUse = root.activeElement === area;
    const isBackward = area.selectionDirection === "backward";
    const [anchor, head] = isBackward ? [area.selectionEnd, area.selectionStart] : [area.selectionStart, area.selectionEnd];
    this._rich = loaded.makeEditor({
      root, parent: this._sheet, text: area.value, selection: { anchor, head },
      onEdit: (text) => this.editor.dispatchEvent(new CustomEvent("edit", { detail: text })),
      onLeave: () => this.editor.dispatchEvent(new Event("leave")),
    });
    this._lines.remove();
    area.remove();
    this._sheet.append(this._drawing);
    this._rich.setWrong(this._wrong);
    this._rich.setRunning(this._lit);
    if (isInUse) this._rich.focus();
  }

  /** @param {import("./lookup.js").Lookup} lookup @param {import("./scene-plan.js").ScenePlan["names"]} names */
  setRun(lookup, names) {
    this._lookup = lookup;
    this._names = names;
    this.layOut();
  }

  /** Makes room in front of the lines. @param {number} [width] of the figure in px; wide unless given */
  layOut(width = Infinity) {
    const most = width < NARROW ? MOST_PLACES_NARROW : MOST_PLACES;
    this._places = Math.max(1, Math.min(most, this._lookup?.rowOfTask.size ?? 1));
    this.element.style.setProperty("--standing-room", `${this.gutter}px`);
    set(this._drawing, { width: this.gutter, height: 1 });
    this._event = NaN;
  }

  /** Room for the tasks in front of the lines, in px. */
  get gutter() { return (this._places ?? 1) * PITCH + 8; }
  /** The tasks in front of the lines. */
  get drawing() { return this._drawing; }
  /** The line that runs; 0: none. */
  get lit() { return this._lit; }

  /** @param {number} event @param {number} when @param {number} elapsedSeconds @returns {boolean} still moving */
  draw(event, when, elapsedSeconds) {
    if (!this._lookup) return false;
    if (event !== this._event) this._show(this._lookup, event);
    this._tokens.each((element, token) => turnDial(element, token, when));
    return this._tokens.glide(elapsedSeconds);
  }

  /** All that an event changes. @param {import("./lookup.js").Lookup} lookup @param {number} event */
  _show(lookup, event) {
    const lit = runningLine(lookup, event);
    if (lit !== this._lit) {
      this._lines.children[this._lit - 1]?.classList.remove("is-running");
      this._lines.children[lit - 1]?.classList.add("is-running");
      this._rich?.setRunning(lit);
      this._lit = lit;
    }
    const places = this._places ?? 1;
    this._tokens.show(standing(lookup, event).flatMap((who) => this._tokenOf(who, places)));
    this._event = event;
  }

  /**
   * A task on its line; of a crowd only the first few, and behind them how many there are.
   * @param {import("./code-layout.js").Standing} who @param {number} places
   * @returns {import("./token.js").Token[]}
   */
  _tokenOf({ key, task, line, place, of, total, span }, places) {
    const isCrowd = total > places + 1;
    if (isCrowd && place >= places) return [];
    const isCount = isCrowd && place === places - 1 && places > 1;
    const pitch = !isCrowd && of > places ? ((places - 1) * PITCH) / (of - 1) : PITCH;
    const name = this._names.get(task);
    return [{
      key: isCount ? `crowd-${line}` : key, task: isCount ? 0 : task, line, on: span.on, x: 4 + places * PITCH - TOKEN_RADIUS - 1 - place * pitch,
      y: PADDING + (line - 0.5) * LINE_HEIGHT, r: isCount ? TOKEN_RADIUS + 1.5 : TOKEN_RADIUS, look: lookOf(span.state),
      text: isCount ? compact(total - places + 1) : name?.token ?? "", title: name?.label ?? "",
      since: span.start, until: !isCount && span.state === "Sleeping" ? span.end : span.start,
    }];
  }
}

/** At most three characters and a plus. @param {number} count */
const compact = (count) => `+${count < 1000 ? count : `${Math.round(count / 1000)}k`}`;
