// lookup.js — questions about a run at an event, answered from its columns. Pure; no DOM.
//
// The core has already decided what the states are (core/trace); this only finds them. "At event e" means: after e has happened.

/** @typedef {import("../engine/run.js").Run} Run */
/** @typedef {{ index: number, row: number, state: string, line: number, on: number, by: number, first: number, last: number,
 *   start: number, end: number }} Span */

const NO_EVENT = 0xffffffff;

/** Tasks that asyncio.run makes for itself at the end. They are in the trace, but nobody's program. */
const RUNNERS_OWN = /(^|\.)shutdown_(asyncgens|default_executor)$/;

/** @param {Run} run @param {number} object */
function isOfRunner({ enums, events, objects, texts }, object) {
  return enums.TraceObject[objects.kind[object]] === "Task" && RUNNERS_OWN.test(texts[events.value[objects.created[object]]] ?? "");
}

export class Lookup {
  /** @param {Run} run */
  constructor(run) {
    this.run = run;
    const { spans, rows } = run;
    const rowCount = rows.kind.length;
    /** First span of each row; one more entry at the end. */
    this.spanFrom = new Uint32Array(rowCount + 1);
    for (let i = 0; i < spans.row.length; i++) this.spanFrom[spans.row[i] + 1]++;
    for (let row = 0; row < rowCount; row++) this.spanFrom[row + 1] += this.spanFrom[row];
    this.stateNames = run.enums.SpanState;
    this.rowKinds = Array.from(rows.kind, (kind, row) => (isOfRunner(run, rows.object[row]) ? "Hidden" : run.enums.RowKind[kind]));
    /** Row of each task. @type {Map<number, number>} */
    this.rowOfTask = new Map();
    this.rowKinds.forEach((kind, row) => { if (kind === "Task") this.rowOfTask.set(rows.object[row], row); });
    this.kindIndex = new Map(run.kinds.map(({ name }, index) => [name, index]));
    /** @type {Map<string, number[]>} */
    this._eventsOf = new Map();
    /** What the last call of spansAt found. @type {(Span | null)[]} */ this._spans = [];
    this._spansEvent = -1;
    /** @type {{ at: Uint32Array, rows: Uint32Array } | null} */ this._changes = null;
  }

  /** What an object is: "Task", "Semaphore" … @param {number} object */
  kindOf(object) { return this.run.enums.TraceObject[this.run.objects.kind[object]]; }

  /** @param {number} object */
  nameOf(object) { return this.run.texts[this.run.objects.name[object]] ?? ""; }

  /** The first object of a name that the program gave it; 0: none. @param {string} name */
  objectNamed(name) { return Math.max(0, this.run.objects.kind.findIndex((_, object) => object > 0 && this.nameOf(object) === name)); }

  /** All events of a kind, in order. @param {string} name @returns {number[]} */
  eventsOf(name) {
    const known = this._eventsOf.get(name);
    if (known) return known;
    const kind = this.kindIndex.get(name);
    /** @type {number[]} */ const found = [];
    this.run.events.kind.forEach((k, event) => { if (k === kind) found.push(event); });
    this._eventsOf.set(name, found);
    return found;
  }

  /** @param {number} index @returns {Span} */
  span(index) {
    const { row, start, end, state, first, last, line, on, by } = this.run.spans;
    return {
      index, row: row[index], start: start[index], end: end[index], state: this.stateNames[state[index]], first: first[index],
      last: last[index], line: line[index], on: on[index], by: by[index],
    };
  }

  /** The span of a row that holds an event; null where the row is not there yet, or no longer. @param {number} row @param {number} event */
  spanAt(row, event) {
    const { first, last } = this.run.spans;
    let low = this.spanFrom[row];
    let high = this.spanFrom[row + 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (first[middle] <= event) low = middle + 1;
      else high = middle;
    }
    const index = low - 1;
    if (index < this.spanFrom[row]) return null;
    const isLast = index + 1 === this.spanFrom[row + 1];
    if (event >= last[index] && last[index] !== NO_EVENT && !(isLast && isEnd(this.stateNames[this.run.spans.state[index]]))) return null;
    return this.span(index);
  }

  /** The spans of a row. @param {number} row @returns {Span[]} */
  spansOf(row) {
    const found = [];
    for (let i = this.spanFrom[row]; i < this.spanFrom[row + 1]; i++) found.push(this.span(i));
    return found;
  }

  /**
   * One entry a row. The list is the lookup's own, and good until the next call.
   * Cost: as the number of rows that change between the event of the last call and this one; at most the number of rows.
   * @param {number} event @returns {readonly (Span | null)[]}
   */
  spansAt(event) {
    const before = this._spansEvent;
    const changed = this._rowsThatChange();
    const [low, high] = before < event ? [before, event] : [event, before];
    const from = changed.at[low + 1] ?? 0;
    const to = changed.at[high + 1] ?? changed.rows.length;
    if (this._spans.length === 0 || to - from > this.rowKinds.length) this._spans = this.rowKinds.map((_, row) => this.spanAt(row, event));
    else for (let i = from; i < to; i++) this._spans[changed.rows[i]] = this.spanAt(changed.rows[i], event);
    this._spansEvent = event;
    return this._spans;
  }

  /** Rows in which a span begins or ends, by event: those of event e are rows[at[e]] up to rows[at[e + 1]]. Computed once. */
  _rowsThatChange() {
    if (this._changes) return this._changes;
    const { first, last, row } = this.run.spans;
    const count = this.run.events.when.length;
    const at = new Uint32Array(count + 2);
    const ends = [first, last];
    for (const events of ends) for (const event of events) if (event < count) at[event + 1]++;
    for (let event = 0; event <= count; event++) at[event + 1] += at[event];
    const rows = new Uint32Array(at[count]);
    const next = at.slice();
    for (const events of ends) for (let i = 0; i < events.length; i++) if (events[i] < count) rows[next[events[i]]++] = row[i];
    this._changes = { at, rows };
    return this._changes;
  }

  /**
   * A step function of the whole run, without the tasks that asyncio.run makes for itself; null: there is none of this name.
   * @param {string} name "created", "in flight" … @returns {import("../engine/run.js").Count | null}
   */
  countNamed(name) {
    const count = this.run.counts.find((each) => each.name === name);
    if (!count || (name !== "created" && name !== "done")) return count ?? null;
    const { subject } = this.run.events;
    const isOwn = (/** @type {number} */ event) => isOfRunner(this.run, subject[event]);
    let own = 0;
    const value = count.value.map((each, i) => each - (isOwn(count.event[i]) ? ++own : own));
    return own === 0 ? count : { ...count, value };
  }

  /** Value of a step function. @param {import("../engine/run.js").Count} count @param {number} event */
  countAt(count, event) {
    let low = 0;
    let high = count.event.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (count.event[middle] <= event) low = middle + 1;
      else high = middle;
    }
    return low === 0 ? 0 : count.value[low - 1];
  }

  /** Number of output lines that are there. @param {number} event */
  outputAt(event) {
    const events = this.run.output.event;
    let low = 0;
    let high = events.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (events[middle] <= event) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Permits, places or parties that an object has; 0 where it was not said. @param {number} object */
  capacityOf(object) {
    const event = this.eventsOf("Capacity").find((e) => this.run.events.subject[e] === object);
    return event === undefined ? 0 : this.run.events.value[event];
  }

  /** Children of a gather, group or as_completed, in the order of the arguments. @param {number} object @returns {number[]} */
  childrenOf(object) {
    const { subject, value } = this.run.events;
    return this.eventsOf("Child").filter((e) => subject[e] === object).map((e) => value[e]);
  }

  /** What an as_completed has handed out. @param {number} object @param {number} event @returns {number[]} */
  deliveredAt(object, event) {
    const { subject, value } = this.run.events;
    return this.eventsOf("Delivered").filter((e) => e <= event && subject[e] === object).map((e) => value[e]);
  }
}

/** @param {string} state */
export const isEnd = (state) => state === "Done" || state === "Failed" || state === "Cancelled";

/**
 * Those spans that began first, in that order. Of many, no more are sorted than are wanted.
 * @param {Span[]} spans @param {number} most @returns {Span[]}
 */
export function firstOf(spans, most) {
  const inOrder = (/** @type {Span} */ a, /** @type {Span} */ b) => a.first - b.first || a.row - b.row;
  if (spans.length <= 4 * most) return spans.sort(inOrder).slice(0, most);
  /** @type {Span[]} */ const found = [];
  for (const span of spans) {
    if (found.length === most && inOrder(span, found[most - 1]) >= 0) continue;
    let at = found.length;
    while (at > 0 && inOrder(span, found[at - 1]) < 0) at--;
    found.splice(at, 0, span);
    if (found.length > most) found.pop();
  }
  return found;
}
