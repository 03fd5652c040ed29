// code-editor.js — typing into the program where it stands: a text area, its own letters invisible, over the coloured lines.
//
// The browser's own text area brings undo, selection, touch and screen readers; and Tab leaves it, as it should. It is there at once,
// and stays where the editor of code-mirror.js does not load.
import { html } from "./dom.js";
import { STRINGS } from "./strings.js";

const INDENT = "    ";

/** Emits "edit" with detail: the text; "leave" when the reader has done with it. */
export class CodeEditor extends EventTarget {
  constructor() {
    super();
    this.element = html("textarea", {
      class: "editor", name: "program", "aria-label": STRINGS.code, spellcheck: "false", autocomplete: "off", autocapitalize: "off", autocorrect: "off", wrap: "off",
    });
    this.element.addEventListener("input", () => this.dispatchEvent(new CustomEvent("edit", { detail: this.element.value })));
    this.element.addEventListener("keydown", (event) => this._onKey(event));
  }

  /** @param {string} text */
  setText(text) {
    if (this.element.value === text) return;
    const { selectionStart, selectionEnd } = this.element;
    this.element.value = text;
    this.element.setSelectionRange(selectionStart, selectionEnd);
  }

  /** @param {KeyboardEvent} event */
  _onKey(event) {
    if (event.key === "Escape") {
      event.preventDefault();
      this.dispatchEvent(new Event("leave"));
    }
    if (event.key !== "Enter" || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    event.preventDefault();
    insert(`\n${indentAfter(this.element.value.slice(0, this.element.selectionStart))}`);
  }
}

/**
 * The indentation of a line that follows a text: as the last line's, one more after a colon.
 * @param {string} before
 */
export function indentAfter(before) {
  const line = before.slice(before.lastIndexOf("\n") + 1);
  const own = /^ */.exec(line)?.[0] ?? "";
  return /:\s*(#.*)?$/.test(line) ? own + INDENT : own;
}

/** Types a text at the caret. execCommand is the one way that keeps the browser's undo. @param {string} text */
function insert(text) { document.execCommand("insertText", false, text); }
