// code-mirror.js — a real editor for the program: undo by words, indentation, brackets, comments, columns of carets. A chunk of its own,
// loaded when somebody first goes into a program; it looks like the lines that it replaces, to the pixel.
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { bracketMatching, indentUnit } from "@codemirror/language";
import { Annotation, EditorSelection, EditorState, Prec, RangeSetBuilder, StateEffect, StateField } from "@codemirror/state";
import { crosshairCursor, Decoration, drawSelection, EditorView, keymap, lineNumbers, rectangularSelection, ViewPlugin } from "@codemirror/view";
import { indentAfter } from "./code-editor.js";
import { highlight } from "./highlight.js";
import { STRINGS } from "./strings.js";

/** @typedef {import("../engine/run.js").Diagnostic} Diagnostic */

/** A change that did not come from the keyboard, and is not to be told back. */
const fromOutside = Annotation.define();
/** @type {import("@codemirror/state").StateEffectType<number>} */ const runLine = StateEffect.define();
/** @type {import("@codemirror/state").StateEffectType<Diagnostic[]>} */ const complain = StateEffect.define();

const coloured = ViewPlugin.define((view) => ({
  decorations: colours(view.state),
  update({ docChanged, state }) { if (docChanged) this.decorations = colours(state); },
}), { decorations: (plugin) => plugin.decorations });

/** @param {EditorState} state */
function colours(state) {
  /** @type {RangeSetBuilder<Decoration>} */ const marks = new RangeSetBuilder();
  let at = 0;
  for (const pieces of highlight(state.doc.toString())) {
    for (const { text, kind } of pieces) {
      if (kind) marks.add(at, at + text.length, Decoration.mark({ class: `py-${kind}` }));
      at += text.length;
    }
    at++;
  }
  return marks.finish();
}

const running = StateField.define({
  create: () => Decoration.none,
  update(before, { effects, changes, state }) {
    const effect = effects.find((each) => each.is(runLine));
    if (!effect) return before.map(changes);
    const line = /** @type {number} */ (effect.value);
    return line < 1 || line > state.doc.lines ? Decoration.none : Decoration.set(Decoration.line({ class: "is-running" }).range(state.doc.line(line).from));
  },
  provide: (field) => EditorView.decorations.from(field),
});

const wrong = StateField.define({
  create: () => Decoration.none,
  update(before, { effects, changes, state }) {
    const effect = effects.find((each) => each.is(complain));
    if (!effect) return before.map(changes);
    return Decoration.set(/** @type {Diagnostic[]} */ (effect.value).flatMap((each) => {
      if (each.line < 1 || each.line > state.doc.lines) return [];
      const line = state.doc.line(each.line);
      const from = Math.min(line.to, line.from + each.column);
      const to = Math.max(from + 1, each.endLine === each.line ? line.from + each.endColumn : line.to);
      // Something missing at the end of a line has no letter to stand under: the one before it does.
      const start = from >= line.to ? Math.max(line.from, line.to - 1) : from;
      return start < Math.min(to, line.to) ? [Decoration.mark({ class: "cm-wrong", attributes: { title: each.message } }).range(start, Math.min(to, line.to))] : [];
    }), true);
  },
  provide: (field) => EditorView.decorations.from(field),
});

const looks = EditorView.theme({
  "&": { background: "none", color: "var(--ink)", height: "100%" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { font: "13px/22px var(--mono)", overflow: "visible" },
  ".cm-content": { padding: "0", caretColor: "var(--ink)" },
  ".cm-line": { padding: "0 16px 0 0" },
  ".cm-line.is-running": { background: "color-mix(in srgb, var(--hot) 16%, transparent)", boxShadow: "-3px 0 0 var(--hot)", borderRadius: "4px" },
  ".cm-gutters": { background: "none", border: "0", color: "var(--ink-3)", width: "calc(var(--standing-room, 26px) + 32px)", font: "11px/22px var(--mono)", justifyContent: "flex-end" },
  ".cm-lineNumbers .cm-gutterElement": { padding: "0 18px 0 0", fontVariantNumeric: "tabular-nums" },
  ".cm-cursor": { borderLeft: "2px solid var(--ink)" },
  ".cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground": { background: "color-mix(in srgb, var(--accent) 26%, transparent)" },
  "&.cm-focused .cm-matchingBracket, .cm-matchingBracket": { background: "color-mix(in srgb, var(--accent) 18%, transparent)", outline: "1px solid color-mix(in srgb, var(--accent) 45%, transparent)" },
  ".cm-nonmatchingBracket, &.cm-focused .cm-nonmatchingBracket": { background: "none" },
  ".cm-wrong": { textDecoration: "underline dotted 2px var(--failed)", textUnderlineOffset: "4px", textDecorationSkipInk: "none" },
});

/** A new line begins as far in as Python will want it. @param {EditorView} view */
function newLine(view) {
  const { state } = view;
  view.dispatch(state.update(state.changeByRange(({ from, to }) => {
    const line = state.doc.lineAt(from);
    const insert = `\n${indentAfter(line.text.slice(0, from - line.from))}`;
    return { changes: { from, to, insert }, range: EditorSelection.cursor(from + insert.length) };
  }), { scrollIntoView: true, userEvent: "input" }));
  return true;
}

/**
 * Typing over a selection, or several lines at once as from dictation. The browser would keep the look of what it replaces by a style
 * attribute, which a strict host forbids.
 * @param {InputEvent} event @param {EditorView} view
 */
function typeOver(event, view) {
  if (event.isComposing || event.data === null || event.inputType !== "insertText") return false;
  const { main, ranges } = view.state.selection;
  const { from, to } = ranges.length > 1 ? main : selectedBy(view) ?? main;
  if (from === to && !event.data.includes("\n")) return false;
  event.preventDefault();
  const isKnown = from === main.from && to === main.to;
  const change = isKnown ? view.state.replaceSelection(event.data) : { changes: { from, to, insert: event.data }, selection: { anchor: from + event.data.length } };
  view.dispatch(view.state.update(change, { userEvent: "input.type", scrollIntoView: true }));
  return true;
}

/**
 * What the browser has selected. It tells of a new selection a moment later, and what is typed in between replaces this one.
 * @param {EditorView} view @returns {{ from: number, to: number } | null} null where the browser does not say
 */
function selectedBy(view) {
  const [range] = document.getSelection()?.getComposedRanges?.({ shadowRoots: [/** @type {ShadowRoot} */ (view.root)] }) ?? [];
  if (!range || !view.contentDOM.contains(range.startContainer) || !view.contentDOM.contains(range.endContainer)) return null;
  return { from: view.posAtDOM(range.startContainer, range.startOffset), to: view.posAtDOM(range.endContainer, range.endOffset) };
}

/** Backspace in the indentation goes back to the stop before. @param {EditorView} view */
function backToStop(view) {
  const { main } = view.state.selection;
  const line = view.state.doc.lineAt(main.head);
  const before = line.text.slice(0, main.head - line.from);
  if (!main.empty || view.state.selection.ranges.length > 1 || !/^ +$/.test(before)) return false;
  const back = before.length % 4 || 4;
  view.dispatch({ changes: { from: main.head - back, to: main.head }, userEvent: "delete.backward" });
  return true;
}

/**
 * @param {{ root: ShadowRoot, parent: Element, text: string, selection: { anchor: number, head: number }, onEdit: (text: string) => void, onLeave: () => void }} wishes
 */
export function makeEditor({ root, parent, text, selection, onEdit, onLeave }) {
  const bounded = { anchor: Math.min(selection.anchor, text.length), head: Math.min(selection.head, text.length) };
  const view = new EditorView({
    root, parent,
    state: EditorState.create({
      doc: text, selection: bounded,
      extensions: [
        lineNumbers(), history(), drawSelection(), EditorState.allowMultipleSelections.of(true), rectangularSelection(), crosshairCursor(),
        indentUnit.of("    "), bracketMatching(), coloured, running, wrong, looks,
        EditorState.languageData.of(() => [{ commentTokens: { line: "#" } }]),
        // It can be focused anyway; the attribute says so to those who look for one where something scrolls.
        EditorView.contentAttributes.of({ "aria-label": STRINGS.code, tabindex: "0", spellcheck: "false", autocorrect: "off", autocapitalize: "off" }),
        // Tab leaves the program, as it leaves every field; Escape leaves it for the figure.
        Prec.high(keymap.of([{ key: "Enter", run: newLine }, { key: "Backspace", run: backToStop }, { key: "Escape", run: () => { onLeave(); return true; } }])),
        EditorView.domEventHandlers({ beforeinput: typeOver }),
        keymap.of([...defaultKeymap, ...historyKeymap]),
        EditorView.updateListener.of(({ docChanged, state, transactions }) => {
          if (docChanged && !transactions.some((each) => each.annotation(fromOutside))) onEdit(state.doc.toString());
        }),
      ],
    }),
  });
  return {
    focus: () => view.focus(),
    /** Puts another text in, changing no more than differs; undo takes it back. @param {string} wanted */
    setText(wanted) {
      const present = view.state.doc.toString();
      if (present === wanted) return;
      let from = 0;
      while (from < present.length && present[from] === wanted[from]) from++;
      let same = 0;
      while (same < Math.min(present.length, wanted.length) - from && present[present.length - 1 - same] === wanted[wanted.length - 1 - same]) same++;
      view.dispatch({ changes: { from, to: present.length - same, insert: wanted.slice(from, wanted.length - same) }, annotations: fromOutside.of(true), userEvent: "input.parameter" });
    },
    /** @param {Diagnostic[]} diagnostics */
    setWrong(diagnostics) { view.dispatch({ effects: complain.of(diagnostics) }); },
    /** @param {number} line 0: none */
    setRunning(line) { view.dispatch({ effects: runLine.of(line) }); },
    destroy: () => view.destroy(),
  };
}
