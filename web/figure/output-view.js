// output-view.js — what the program has printed so far, as in a terminal; each line leads to its moment.
import { html } from "./dom.js";
import { clockText, STRINGS } from "./strings.js";

/** Of a flood only so many lines are shown, and of a line only so many letters; the rest is counted. */
const MOST_LINES = 2000;
const MOST_LETTERS = 5000;
/** Of one line, and of the room above and below all of them; CSS px. */
const LINE_HEIGHT = 21;
const PADDING = 20;

/** Emits "seek-event" with detail: the event that printed the line. Its style keeps the newest line in sight, without being asked where it is. */
export class OutputView extends EventTarget {
  constructor() {
    super();
    this._list = html("ol", { class: "output-lines" });
    this._empty = html("p", { class: "output-empty" }, STRINGS.empty);
    this.element = html("div", { class: "output", role: "group", tabindex: 0, "aria-label": STRINGS.output });
    this.element.append(this._empty, this._list);
    this._shown = -1;
    /** Its least height, which is the one it has before anything is printed; CSS px. */
    this.height = 0;
  }

  /** @param {import("./lookup.js").Lookup} lookup */
  setRun(lookup) {
    const { output, texts, end, failure } = lookup.run;
    const lines = Array.from(output.event.subarray(0, MOST_LINES), (event, i) => {
      const text = shortened(texts[output.text[i]].replace(/\n$/, ""));
      const button = html("button", { type: "button", class: "output-line", title: clockText(output.when[i], end) },
        html("span", { class: "output-time" }, output.when[i].toFixed(end >= 10 ? 2 : 3)), html("span", { class: "output-text" }, text));
      button.addEventListener("click", () => this.dispatchEvent(new CustomEvent("seek-event", { detail: event })));
      return html("li", { class: output.stream[i] ? "is-error" : "", "data-task": output.task[i], "data-line": output.line[i] }, button);
    });
    this._more = html("li", { class: "output-more", hidden: true });
    if (output.event.length > MOST_LINES) lines.push(this._more);
    if (failure) lines.push(html("li", { class: "is-error is-failure" }, html("span", { class: "output-text" }, shortened(failure.message || failure.type))));
    this._hasFailure = failure !== null;
    this._list.replaceChildren(...lines);
    this.height = Math.min(8, Math.max(2, lines.length)) * LINE_HEIGHT + PADDING;
    this.element.style.setProperty("--output-height", `${this.height}px`);
    this._shown = -1;
  }

  /** @param {import("./lookup.js").Lookup} lookup @param {number} event @param {boolean} isAtEnd */
  draw(lookup, event, isAtEnd) {
    const printed = lookup.outputAt(event);
    const isMore = printed > MOST_LINES;
    const shown = Math.min(printed, MOST_LINES + 1) + (this._hasFailure && isAtEnd ? 1 : 0);
    if (isMore && this._more) this._more.textContent = STRINGS.moreLines(printed - MOST_LINES);
    if (shown === this._shown) return;
    const lines = this._list.children;
    lines[this._shown - 1]?.classList.remove("is-newest");
    lines[shown - 1]?.classList.add("is-newest");
    const [from, to] = this._shown < 0 ? [0, lines.length] : [Math.min(shown, this._shown), Math.max(shown, this._shown)];
    for (let i = from; i < to; i++) lines[i]?.toggleAttribute("hidden", i >= shown);
    this._shown = shown;
    this._empty.toggleAttribute("hidden", shown > 0);
  }
}

/** @param {string} text */
const shortened = (text) => (text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS)} … ${STRINGS.moreLetters(text.length - MOST_LETTERS)}` : text);
