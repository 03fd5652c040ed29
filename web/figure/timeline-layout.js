// timeline-layout.js — rows, bars, marks and ruler of the timeline in a box. Pure; no DOM.
import { Axis } from "./axis.js";
import { Lookup, isEnd } from "./lookup.js";
import { layOutDensity } from "./timeline-density.js";
import { lookOf } from "./vocabulary.js";
import { clockText, countLabel, STRINGS } from "./strings.js";

/** @typedef {import("./vocabulary.js").Look} Look */
/** @typedef {{ key: string, x: number, y: number, width: number, height: number, look: Look, task: number, line: number, on: number, step: number,
 *   text: string, title: string }} Bar step: the event that began it, where it is a step of a task; else -1 */
/** @typedef {{ row: number, y: number, height: number, label: string, object: number, kind: string }} TimelineRow */
/**
 * @typedef {object} Timeline
 * @property {number} width  @property {number} height  @property {number} plotX  @property {number} plotWidth
 * @property {TimelineRow[]} rows
 * @property {{ label: string, y: number, layers: import("./timeline-density.js").Layer[] } | null} density   in place of the tasks' rows, where they are many
 * @property {Bar[]} bars
 * @property {{ key: string, x: number, y: number, look: Look, task: number, scale: number }[]} ends
 * @property {{ key: string, x: number, textX: number, width: number, text: string | null }[]} moments  textX: where the time stands
 * @property {{ key: string, x: number }[]} breaks
 * @property {{ key: string, x: number, text: string }[]} ticks      on the true scale only
 * @property {{ x: number, y: number }[]} critical   the critical path: what the end of the program waited for, from its start on
 */

export const RULER_HEIGHT = 30;
/** Height of a row: less where there are many. */
const ROW_HEIGHTS = [{ rows: 12, height: 24 }, { rows: 20, height: 18 }, { rows: Infinity, height: 14 }];
const FULL_ROW = 24;
/** In rows lower than this, bars carry no text. */
const LOWEST_WITH_TEXT = 18;
const MOST_ROWS = 40;
/** More tasks than this are drawn as one density. */
export const MOST_TASK_ROWS = 40;
const DENSITY_HEIGHT = 200;
const SHOWN_KINDS = ["Task", "Thread", "Permit", "Gil"];
const LABEL_EM = 7.2;
const SHORTEST_NUMBERED = 9;
const SHORTEST_READY = 8;
/** Of two marks that begin nearer to each other than this, in px, the eye sees one. */
const THINNEST = 0.4;
const MOST_PERMIT_ROWS = 4;
/** A mark at the end of a row keeps so far from the edge. */
const END_ROOM = 7;
/** Half the width of a time at a tick. */
const HALF_TICK = 25;
/** Height of a bar by its look: what runs is tallest. @type {Partial<Record<Look, number>>} */
const HEIGHTS = { running: 18, blocked: 18, ready: 8, waits: 5, held: 11, gil: 11, thread: 14 };

/** Heights that do not hang on the width; CSS px. @param {Lookup} lookup @param {number} rows */
function heightsFor(lookup, rows) {
  const density = lookup.rowOfTask.size > MOST_TASK_ROWS ? DENSITY_HEIGHT : 0;
  const row = ROW_HEIGHTS.find((each) => rows <= each.rows)?.height ?? FULL_ROW;
  return { density, row, whole: RULER_HEIGHT + density + rows * row + 8 };
}

/** How high the timeline is going to be; CSS px. @param {Lookup} lookup */
export const timelineHeight = (lookup) => heightsFor(lookup, rowsToShow(lookup).length).whole;

/**
 * @param {Lookup} lookup @param {Axis} axis @param {Map<number, import("./names.js").TaskName>} names
 * @param {number} width CSS px
 * @returns {Timeline}
 */
export function layOutTimeline(lookup, axis, names, width) {
  const { run } = lookup;
  const shown = rowsToShow(lookup);
  const labelOf = (/** @type {number} */ row) => {
    const name = run.texts[run.rows.name[row]];
    if (lookup.rowKinds[row] === "Task") return names.get(run.rows.object[row])?.label ?? name;
    if (lookup.rowKinds[row] === "Permit") return `${lookup.nameOf(run.rows.object[row]) || name} ${run.rows.sub[row] + 1}`;
    return name;
  };
  const { density, row: rowHeight, whole } = heightsFor(lookup, shown.length);
  const labels = shown.map(labelOf);
  if (density) labels.push(countLabel(lookup.rowOfTask.size));
  const scale = rowHeight / FULL_ROW;
  const plotX = Math.min(width * 0.3, Math.max(48, 14 + LABEL_EM * Math.max(...labels.map((text) => Math.min(14, text.length)), 0)));
  const plotWidth = Math.max(40, width - plotX - 14);
  const x = (/** @type {number} */ at) => plotX + at * plotWidth;
  const stepNumbers = numberSteps(lookup, axis);

  /** @type {Timeline} */
  const timeline = {
    width, height: whole, plotX, plotWidth, rows: [], density: null, bars: [], ends: [], moments: [], breaks: [], ticks: [], critical: [],
  };
  if (density) {
    const box = { plotX, plotWidth, top: RULER_HEIGHT, height: density - 10 };
    timeline.density = { label: countLabel(lookup.rowOfTask.size), y: RULER_HEIGHT + 14, layers: layOutDensity(lookup, x, (event) => axis.positionOf(event), box) };
  }
  shown.forEach((row, index) => {
    const y = RULER_HEIGHT + density + index * rowHeight + rowHeight / 2;
    const kind = lookup.rowKinds[row];
    timeline.rows.push({ row, y, height: rowHeight, label: labels[index], object: run.rows.object[row], kind });
    const isSeen = thinOut();
    for (const span of lookup.spansOf(row)) {
      const look = lookOf(span.state, kind);
      const from = x(axis.positionOf(span.first));
      if (isEnd(span.state)) {
        timeline.ends.push({ key: `end-${span.index}`, x: Math.min(from + 7, width - END_ROOM), y, look, task: run.rows.object[row], scale: Math.max(0.7, scale) });
        continue;
      }
      const to = x(axis.positionOf(span.last));
      if ((look === "ready" && to - from < SHORTEST_READY) || !isSeen(look, from, to)) continue;
      const height = (HEIGHTS[look] ?? 12) * scale;
      const number = span.state === "Running" ? stepNumbers.get(span.first) : undefined;
      timeline.bars.push({
        key: `span-${span.index}`, x: from, y: y - height / 2, width: Math.max(look === "running" ? 2 : 0, to - from), height, look,
        task: kind === "Task" ? run.rows.object[row] : span.by, line: span.line, on: kind === "Permit" ? run.rows.object[row] : span.on,
        step: span.state === "Running" && kind === "Task" ? span.first : -1,
        title: `${look === "gil" ? `${holderOf(lookup, span)} ${STRINGS.looks.gil}` : `${labels[index]}: ${STRINGS.looks[look] ?? ""}`}, ${clockText(span.start, run.end)} – ${clockText(span.end, run.end)}`,
        text: rowHeight < LOWEST_WITH_TEXT ? "" : number !== undefined && to - from >= SHORTEST_NUMBERED ? String(number)
          : look === "gil" ? fitting(holderOf(lookup, span), to - from) : look === "held" && to - from > 22 ? names.get(span.by)?.token ?? "" : look === "thread" && kind === "Thread" && to - from > 60 ? lookup.nameOf(span.on) : "",
      });
    }
  });
  const yOf = new Map(timeline.rows.filter(({ kind }) => kind === "Task").map(({ object, y }) => [object, y]));
  const isSeen = thinOut();
  for (const event of run.critical) {
    const y = yOf.get(run.events.task[event]);
    const at = x(axis.positionOf(event));
    if (y !== undefined && isSeen(String(y), at, at)) timeline.critical.push({ x: at, y });
  }
  layOutRuler(timeline, axis, x);
  return timeline;
}

/**
 * Tells of marks that come from left to right whether one can be seen: not where it is thinner than the eye can tell, and another of its look stands
 * there already. So what is drawn is bounded by the width, whatever a program does.
 * @returns {(look: string, from: number, to: number) => boolean}
 */
function thinOut() {
  /** Where the next thin mark of a look would be seen. @type {Map<string, number>} */ const free = new Map();
  return (look, from, to) => {
    if (to - from < THINNEST && from < (free.get(look) ?? -Infinity)) return false;
    free.set(look, from + THINNEST);
    return true;
  };
}

/**
 * The way from cause to cause, over the rows of the tasks that ran. Events of no row that is drawn are left out.
 * @param {Timeline} timeline @param {Axis} axis @param {number[]} events @returns {{ x: number, y: number }[]}
 */
export function chainOver(timeline, axis, events) {
  const yOf = new Map(timeline.rows.filter(({ kind }) => kind === "Task").map(({ object, y }) => [object, y]));
  return events.flatMap((event) => {
    const y = yOf.get(axis.run.events.task[event]);
    return y === undefined ? [] : [{ x: timeline.plotX + axis.positionOf(event) * timeline.plotWidth, y }];
  });
}

/** Who has the GIL. @param {Lookup} lookup @param {import("./lookup.js").Span} span */
const holderOf = (lookup, span) => (lookup.kindOf(span.by) === "Thread" ? lookup.nameOf(span.by) : STRINGS.loopThread);

/** A name, where there is room for it. @param {string} name @param {number} room in px */
const fitting = (name, room) => (room > name.length * 6.2 + 6 ? name : "");

/** Tasks, threads, and the permits of a resource that has only a few: more than that the scene shows better. @param {Lookup} lookup */
function rowsToShow(lookup) {
  const { object, sub } = lookup.run.rows;
  const crowded = new Set(lookup.rowKinds.flatMap((kind, row) => (kind === "Permit" && sub[row] >= MOST_PERMIT_ROWS ? [object[row]] : [])));
  const isShown = (/** @type {string} */ kind, /** @type {number} */ row) =>
    SHOWN_KINDS.includes(kind) && !(kind === "Task" && lookup.rowOfTask.size > MOST_TASK_ROWS) && lookup.spanFrom[row] < lookup.spanFrom[row + 1] && !(kind === "Permit" && crowded.has(object[row]));
  return lookup.rowKinds.flatMap((kind, row) => (isShown(kind, row) ? [row] : [])).slice(0, MOST_ROWS);
}

/** The place of each step within its moment, from 1. @param {Lookup} lookup @param {Axis} axis @returns {Map<number, number>} */
function numberSteps(lookup, axis) {
  /** @type {Map<number, number>} */ const numbers = new Map();
  if (axis.isTrueScale) return numbers;
  const steps = lookup.eventsOf("Step");
  let next = 0;
  for (const moment of axis.moments) {
    let number = 0;
    while (next < steps.length && steps[next] <= moment.last) {
      numbers.set(steps[next], ++number);
      next++;
    }
  }
  return numbers;
}

/** @param {Timeline} timeline @param {Axis} axis @param {(at: number) => number} x */
function layOutRuler(timeline, axis, x) {
  const end = axis.until;
  if (axis.isTrueScale) {
    for (let i = 0; i <= 4; i++) timeline.ticks.push({ key: `tick-${i}`, x: Math.min(x(i / 4), timeline.width - HALF_TICK), text: clockText((end * i) / 4, end) });
    return;
  }
  let free = -Infinity;
  const isSeen = thinOut();
  axis.moments.forEach((moment, index) => {
    const from = x(moment.from);
    if (!isSeen("", from, x(moment.to))) return;
    const text = clockText(moment.when, end);
    const fits = from >= free;
    const room = text.length * 6.4;
    if (fits) free = from + room + 10;
    timeline.moments.push({ key: `moment-${index}`, x: from, textX: Math.min(from, timeline.width - room), width: x(moment.to) - from, text: fits ? text : null });
  });
  axis.pauses.forEach((pause, index) => {
    if (pause.isBroken && isSeen("break", x(pause.from), x(pause.from))) timeline.breaks.push({ key: `break-${index}`, x: x((pause.from + pause.to) / 2) });
  });
}
