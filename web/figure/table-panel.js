// table-panel.js — the run as a table, for those who read rather than watch: when, who, what, in sentences, a stretch at a time.
import { html } from "./dom.js";
import { withLabels } from "./names.js";
import { clockText, numberText, STRINGS } from "./strings.js";

/** Rows that are there together; a screen reader walks through so many without losing its way. */
const PAGE = 100;

/** @param {import("./element.js").SluiceFigure} figure @returns {import("./panels.js").Panel} */
export function makePanel(figure) {
  const body = html("tbody");
  const where = html("span", { class: "table-where", role: "status" });
  const earlier = html("button", { type: "button", class: "textual" }, STRINGS.earlier);
  const later = html("button", { type: "button", class: "textual" }, STRINGS.later);
  const head = html("tr", {}, ...[STRINGS.tableTime, STRINGS.tableTask, STRINGS.tableWhat, STRINGS.tableLine].map((name) => html("th", { scope: "col" }, name)));
  const element = html("div", { class: "trace-table" },
    html("div", { class: "table-bar" }, earlier, where, later),
    html("div", { class: "table-scroll", tabindex: 0, role: "group", "aria-label": STRINGS.table }, html("table", {}, html("caption", { class: "heard" }, STRINGS.tableCaption), html("thead", {}, head), body)));
  let page = 0;
  let told = -1;
  /** @type {number[]} */ let stops = [];

  const fill = async () => {
    const { run, lookup, names, sentences } = figure;
    if (!run || !lookup || !sentences) return;
    const pages = Math.max(1, Math.ceil(stops.length / PAGE));
    page = Math.min(Math.max(0, page), pages - 1);
    const shown = stops.slice(page * PAGE, (page + 1) * PAGE);
    const filled = page;
    await sentences.load(shown);
    if (filled !== page || figure.run !== run) return;
    body.replaceChildren(...shown.map((event) => {
      const { when, task } = run.events;
      const line = lineOf(run, event);
      const seek = html("button", { type: "button", class: "reason" }, withLabels(sentences.of(event), names));
      seek.addEventListener("click", () => figure.seekEvent(event));
      return html("tr", { "data-event": event, "data-task": task[event] }, html("td", { class: "output-time" }, clockText(when[event], run.end)),
        html("td", {}, names.get(task[event])?.label ?? ""), html("td", {}, seek), html("td", { class: "output-time" }, line ? String(line) : ""));
    }));
    where.textContent = stops.length === 0 ? STRINGS.empty : `${page * PAGE + 1} – ${page * PAGE + shown.length} / ${numberText(stops.length)}`;
    earlier.disabled = page === 0;
    later.disabled = page >= pages - 1;
    told = -1;
    draw(figure.event);
  };
  const draw = (/** @type {number} */ event) => {
    const now = lastAtMost(stops, event);
    if (now === told) return;
    told = now;
    body.querySelector(".is-now")?.classList.remove("is-now");
    const row = now < 0 ? null : body.querySelector(`[data-event="${stops[now]}"]`);
    row?.classList.add("is-now");
    row?.setAttribute("aria-current", "true");
    for (const other of body.querySelectorAll("[aria-current]")) if (other !== row) other.removeAttribute("aria-current");
  };
  earlier.addEventListener("click", () => { page--; void fill(); });
  later.addEventListener("click", () => { page++; void fill(); });
  return {
    element, draw,
    setRun() {
      stops = figure.player.axis?.stops ?? [];
      page = Math.floor(Math.max(0, lastAtMost(stops, figure.event)) / PAGE);
      void fill();
    },
  };
}

/** Place of the last that is not greater; -1: none. @param {number[]} sorted @param {number} limit */
function lastAtMost(sorted, limit) {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] <= limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The line of the program that ran at an event; 0: unknown. @param {import("../engine/run.js").Run} run @param {number} event */
function lineOf(run, event) {
  if (run.kinds[run.events.kind[event]].value === "line") return run.events.value[event];
  const at = lastAtMost(/** @type {number[]} */ (/** @type {unknown} */ (run.lines.from)), event);
  return at < 0 ? 0 : run.lines.line[at];
}
