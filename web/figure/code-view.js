// code-view.js — the program, the running line lit, and the tasks standing on the lines where they wait.
import { CodeEditor } from "./code-editor.js";
import { runningLine, standing } from "./code-layout.js";
import { highlight } from "./highlight.js";
import { html } from "./dom.js";
import { KeyedGroup, set, svg } from "./svg.js";
import { makeToken, updateToken } from "./token.js";
import { lookOf } from "./vocabulary.js";
import { Motion } from "./motion.js";

export const LINE_HEIGHT = 22;
const TOKEN_RADIUS = 7.5;
const PITCH = 20;
const MOST_PLACES = 4;
const PADDING = 12;

export class CodeView {
  constructor() {
    this._lines = html("div", { class: "lines" });
    this._drawing = svg("svg", { class: "standing", "aria-hidden": "true" });
    this.editor = new CodeEditor();
    this.element = html("div", { class: "code" });
    const sheet = html("div", { class: "sheet" });
    sheet.append(this._lines, this.editor.element, this._drawing);
    this.element.append(sheet);
    this._motion = new Motion();
    this._elapsed = 0;
    this._tokens = new KeyedGroup(this._drawing.appendChild(svg("g")), makeToken, (element, /** @type {import("./token.js").Token} */ token) =>
      updateToken(element, token, this._motion.move(token.key, token.x, token.y, this._elapsed)));
    this._lit = 0;
    this._source = "";
    /** @type {HTMLElement | undefined} */ this._squiggle = undefined;
    /** @type {import("./lookup.js").Lookup | null} */ this._lookup = null;
    /** @type {import("./scene-plan.js").ScenePlan["names"]} */ this._names = new Map();
  }

  /** Shows a program before, or without, a run of it. @param {string} source */
  setSource(source) {
    if (source === this._source) return;
    this._source = source;
    this.editor.setText(source);
    const lines = highlight(source.replace(/\n$/, ""));
    this._lines.replaceChildren(...lines.map((pieces, index) => html("div", { class: "line", "data-line": index + 1 },
      html("span", { class: "line-number", "aria-hidden": "true" }, String(index + 1)),
      html("code", { "aria-hidden": "true" }, ...pieces.map(({ text, kind }) => (kind ? html("span", { class: `py-${kind}` }, text) : text))))));
    this._lit = 0;
  }

  /** Underlines what the core objects to; null: nothing. @param {import("../engine/run.js").Diagnostic | null} wrong */
  setWrong(wrong) {
    this._squiggle?.remove();
    const code = wrong && this._lines.children[wrong.line - 1]?.lastElementChild;
    if (!wrong || !code) return;
    const end = wrong.endLine === wrong.line ? wrong.endColumn : code.textContent?.length ?? 0;
    this._squiggle = html("span", { class: "squiggle" });
    this._squiggle.style.left = `calc(${wrong.column}ch + 6px)`;
    this._squiggle.style.width = `${Math.max(1, end - wrong.column)}ch`;
    code.append(this._squiggle);
  }

  /** @param {import("./lookup.js").Lookup} lookup @param {import("./scene-plan.js").ScenePlan["names"]} names */
  setRun(lookup, names) {
    this._lookup = lookup;
    this._names = names;
    this._places = Math.max(1, Math.min(MOST_PLACES, lookup.rowOfTask.size));
    const gutter = this._places * PITCH + 8;
    this.element.style.setProperty("--standing-room", `${gutter}px`);
    set(this._drawing, { width: gutter, height: 1 });
  }

  /** @param {number} event @param {number} when @param {number} elapsedSeconds @returns {boolean} still moving */
  draw(event, when, elapsedSeconds) {
    if (!this._lookup) return false;
    const lit = runningLine(this._lookup, event);
    if (lit !== this._lit) {
      this._lines.children[this._lit - 1]?.classList.remove("is-running");
      this._lines.children[lit - 1]?.classList.add("is-running");
      this._lit = lit;
    }
    const places = this._places ?? 1;
    this._elapsed = elapsedSeconds;
    this._motion.beginFrame();
    this._tokens.show(standing(this._lookup, event).flatMap((who) => this._tokenOf(who, places, when)));
    return this._motion.isMoving;
  }

  /**
   * A task on its line; of a crowd only the first few, and behind them how many there are.
   * @param {import("./code-layout.js").Standing} who @param {number} places @param {number} when
   * @returns {import("./token.js").Token[]}
   */
  _tokenOf({ key, task, line, place, of, total, span }, places, when) {
    const isCrowd = total > 2 * places;
    if (isCrowd && place >= places) return [];
    const isCount = isCrowd && place === places - 1 && places > 1;
    const pitch = !isCrowd && of > places ? ((places - 1) * PITCH) / (of - 1) : PITCH;
    const name = this._names.get(task);
    return [{
      key: isCount ? `crowd-${line}` : key, task: isCount ? 0 : task, x: 4 + places * PITCH - TOKEN_RADIUS - 1 - place * pitch,
      y: PADDING + (line - 0.5) * LINE_HEIGHT, r: isCount ? TOKEN_RADIUS + 1.5 : TOKEN_RADIUS, look: lookOf(span.state),
      text: isCount ? compact(total - places + 1) : name?.token ?? "", title: name?.label ?? "",
      progress: !isCount && span.state === "Sleeping" && span.end > span.start ? (when - span.start) / (span.end - span.start) : null,
    }];
  }
}

/** At most three characters and a plus. @param {number} count */
const compact = (count) => `+${count < 1000 ? count : `${Math.round(count / 1000)}k`}`;
