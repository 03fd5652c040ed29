// scene-layout.js — where everything of the scene stands after one event. Pure: (plan, width, event) → marks; no DOM.
//
// What only follows the clock until the next event — dials, the clock itself — is in the marks as the times between which it moves.
import { lookOf } from "./vocabulary.js";
import { firstOf, isEnd } from "./lookup.js";
import { passageAt } from "./passages.js";
import { placeGroups, shortName } from "./scene-floor.js";
import { NO_ROW } from "./scene-plan.js";
import { LANE, placeBaton, placeWorkers } from "./scene-workers.js";
import { numberText, permitsLabel, STRINGS } from "./strings.js";

/** @typedef {import("./scene-plan.js").ScenePlan} ScenePlan */
/** @typedef {import("./lookup.js").Span} Span */
/** @typedef {import("./token.js").Token} Token */
/** @typedef {{ key: string, x: number, y: number, text: string, kind: string, anchor?: string, object?: number }} Label */
/** @typedef {{ key: string, x: number, y: number, width: number, height: number, kind: string, object?: number }} Box */
/** @typedef {{ key: string, task: number, x: number, y: number, text: string }} Ticket */
/** @typedef {{ key: string, x: number, y: number, isTaken: boolean, object: number }} Disc */
/**
 * @typedef {object} SceneMarks
 * @property {number} height
 * @property {Token[]} tokens     @property {Label[]} labels     @property {Box[]} boxes
 * @property {Ticket[]} tickets   tasks in the ready queue, first in line first
 * @property {Disc[]} discs       permits
 * @property {{ key: string, x: number, y: number, isHeld: boolean }[]} batons   the GIL, where the run has one: at most one
 * @property {{ x: number, y: number }} clock
 * @property {{ x: number, y: number, r: number, look: string, text: string, note: string, since: number, until: number }} loop   since, until: of its pause; the same where it has none
 */

export const TOKEN_RADIUS = 13;
const PITCH = 38;
const EDGE = 16;
const LOOP_HEIGHT = 92;
/** From this width on there is room for the loop's state beside its name. */
const WIDE = 440;
/** Where the ready queue begins: right of the longest that the loop says. */
const QUEUE_X = 236;
/** Where it is named in less room, and the letters that the loop's state may then have. */
const NARROW_QUEUE_X = 134;
const LONGEST_NOTE = 17;
/** About what a letter of a label takes, and one of a bold name. */
const LETTER = 6.4;
const BOLD_LETTER = 7.4;
const LOOP_RADIUS = 22;
const LOOP_Y = 56;
const LABEL_ROOM = 22;
const ROW = 40;
const SLOT = 36;
const BAND_GAP = 12;
/** More results than this are a bar that fills. */
const MOST_SLOTS = 60;
const PROGRESS = 18;

/** Places of one band, fixed for the run. */
class Bands {
  /** @param {ScenePlan} plan @param {number} width */
  constructor(plan, width) {
    this.width = width;
    this.perRow = Math.max(1, Math.floor((width - 2 * EDGE) / PITCH));
    this.floorY = LOOP_HEIGHT;
    this.floor = plan.isCrowd ? null : placeGroups(plan.groups, width, LOOP_HEIGHT, { edge: EDGE, radius: TOKEN_RADIUS, pitch: PITCH, row: ROW, labelRoom: LABEL_ROOM, wide: WIDE });
    let y = (this.floor?.bottom ?? LOOP_HEIGHT + LABEL_ROOM + ROW) + BAND_GAP / 2;
    this.barrierY = plan.barriers.map(() => { const top = y; y += LABEL_ROOM + ROW + BAND_GAP + 12; return top; });
    this.gateX = Math.round(width * 0.5);
    this.placesBefore = Math.max(1, Math.floor((this.gateX - 34 - EDGE) / PITCH));
    this.placesBehind = Math.max(1, Math.floor((width - this.gateX - 30 - EDGE) / PITCH));
    this.gateY = plan.gates.map((gate) => {
      const top = y;
      const rows = Math.max(Math.ceil(gate.waitersMost / this.placesBefore), Math.ceil(gate.permits.length / this.placesBehind), 1);
      y += LABEL_ROOM + rows * ROW + BAND_GAP + 12;
      return top;
    });
    this.gateHeight = plan.gates.map((_, i) => (this.gateY[i + 1] ?? y) - this.gateY[i] - BAND_GAP);
    this.storeY = plan.stores.map((store) => { const top = y; y += LABEL_ROOM + Math.ceil(store.most / Math.floor((width - 2 * EDGE) / 22)) * 24 + BAND_GAP; return top; });
    this.threadY = y;
    if (plan.workers.length) y += LABEL_ROOM + plan.workers.length * LANE + BAND_GAP;
    this.slotsPerRow = Math.max(1, Math.floor((width - 2 * EDGE) / SLOT));
    this.resultY = plan.results.map((results) => {
      const top = y;
      y += LABEL_ROOM + (results.children.length > MOST_SLOTS ? PROGRESS : Math.ceil(results.children.length / this.slotsPerRow) * SLOT) + BAND_GAP;
      return top;
    });
    this.height = y;
  }
}

/** The bands of each plan, for the width that was asked for last. @type {WeakMap<ScenePlan, Bands>} */
const bandsOf = new WeakMap();

/** @param {ScenePlan} plan @param {number} width */
function bandsFor(plan, width) {
  const known = bandsOf.get(plan);
  if (known?.width === width) return known;
  const bands = new Bands(plan, width);
  bandsOf.set(plan, bands);
  return bands;
}

/** @param {ScenePlan} plan @param {number} width */
export const sceneHeight = (plan, width) => bandsFor(plan, width).height;

/**
 * @param {ScenePlan} plan
 * @param {number} width   CSS px
 * @param {number} event   the last that has happened
 * @returns {SceneMarks}
 */
export function layOutScene(plan, width, event) {
  const bands = bandsFor(plan, width);
  const { lookup } = plan;
  const spans = lookup.spansAt(event);
  /** @type {SceneMarks} */
  const marks = {
    height: bands.height, tokens: [], labels: [], boxes: [], tickets: [], discs: [], batons: [], clock: { x: width - EDGE, y: LOOP_Y + 8 }, loop: layOutLoop(plan, spans, event),
  };

  /** Where each task stands: its own place on the floor unless something else has it. @type {Map<number, { x: number, y: number, r?: number, on?: number, since?: number }>} */
  const places = new Map();
  if (!plan.isCrowd) placeHomes(plan, bands, marks, places);
  else label(marks, "tasks", EDGE, bands.floorY + 12, STRINGS.tasks);
  placeResults(plan, bands, spans, event, marks, places);
  plan.barriers.forEach((_, index) => placeBarrier(plan, bands, index, event, marks, places));
  plan.gates.forEach((_, index) => placeGate(plan, bands, index, spans, marks, places));
  placeStores(plan, bands, event, marks);
  placeWorkers(plan, { top: bands.threadY, width, edge: EDGE, labelRoom: LABEL_ROOM }, spans, marks);
  placeBaton(plan, { top: bands.threadY, width, edge: EDGE, labelRoom: LABEL_ROOM }, spans, marks);
  if (plan.isCrowd) placeCrowd(plan, bands, spans, marks, places);
  placeReady(plan, spans, width, marks);

  for (const task of plan.isCrowd ? places.keys() : plan.tasks) {
    const row = lookup.rowOfTask.get(task);
    if (row === undefined) continue;
    const span = spans[row];
    const place = places.get(task);
    if (!span || !place) continue;
    const name = plan.names.get(task);
    marks.tokens.push({
      key: `task-${task}`, task, line: isEnd(span.state) ? 0 : span.line, on: place.on ?? span.on, x: place.x, y: place.y, r: place.r ?? TOKEN_RADIUS, look: lookOf(span.state), text: name?.token ?? "",
      title: `${name?.label}: ${STRINGS.looks[lookOf(span.state)]}${span.line && !isEnd(span.state) ? `, line ${span.line}` : ""}`,
      since: span.start, until: span.state === "Sleeping" ? span.end : span.start,
    });
  }
  return marks;
}

/**
 * Each task has a place of its own, from which it is called away.
 * @param {ScenePlan} plan @param {Bands} bands @param {SceneMarks} marks @param {Map<number, { x: number, y: number, r?: number, on?: number, since?: number }>} places
 */
function placeHomes(plan, bands, marks, places) {
  bands.floor?.groups.forEach((group, number) => {
    label(marks, `tasks-${number}`, group.labelX, group.labelY, shortName(group.name) || STRINGS.tasks, group.name ? "mono" : "caption", group.anchor);
    group.tasks.forEach((task, index) => {
      const x = group.x + (index % group.perRow) * PITCH;
      const y = group.y + Math.floor(index / group.perRow) * ROW;
      places.set(task, { x, y });
      marks.boxes.push({ key: `home-${task}`, x: x - 2, y: y - 2, width: 4, height: 4, kind: "home" });
    });
  });
}

/**
 * Of very many tasks: those that are nowhere else, as many as one row holds, and how many more there are.
 * @param {ScenePlan} plan @param {Bands} bands @param {readonly (Span | null)[]} spans @param {SceneMarks} marks
 * @param {Map<number, { x: number, y: number, r?: number, on?: number, since?: number }>} places
 */
function placeCrowd(plan, bands, spans, marks, places) {
  const { rows } = plan.lookup.run;
  let here = 0;
  for (const [task, row] of plan.lookup.rowOfTask) {
    const span = spans[row];
    if (!span || isEnd(span.state) || places.has(task) || lookOf(span.state) === "gate") continue;
    const isShown = here < bands.perRow - 2;
    if (isShown) places.set(rows.object[row], { x: EDGE + TOKEN_RADIUS + here * PITCH, y: bands.floorY + LABEL_ROOM + ROW / 2 });
    here++;
  }
  const more = here - (bands.perRow - 2);
  if (more > 0) label(marks, "more-tasks", bands.width - EDGE, bands.floorY + LABEL_ROOM + ROW / 2 + 4, `+${numberText(more)}`, "number", "end");
}

/** @param {SceneMarks} marks @param {string} key @param {number} x @param {number} y @param {string} text @param {string} [kind] @param {string} [anchor] @param {number} [object] */
function label(marks, key, x, y, text, kind = "caption", anchor = "start", object = 0) { marks.labels.push({ key, x, y, text, kind, anchor, object }); }

/** @param {ScenePlan} plan @param {readonly (Span | null)[]} spans @param {number} event @returns {SceneMarks["loop"]} */
function layOutLoop(plan, spans, event) {
  const { lookup } = plan;
  const at = { x: EDGE + LOOP_RADIUS + 2, y: LOOP_Y, r: LOOP_RADIUS, since: 0, until: 0 };
  const running = spans.find((span) => span && (span.state === "Running" || span.state === "Blocked") && lookup.rowKinds[span.row] === "Task");
  if (running) {
    const name = plan.names.get(lookup.run.rows.object[running.row]);
    const isBlocked = running.state === "Blocked";
    return { ...at, look: isBlocked ? "blocked" : "running", text: name?.token ?? "", note: isBlocked ? STRINGS.blocked : `runs ${shortName(name?.label ?? "")}` };
  }
  if (spans[plan.loopRow]?.state === "WaitingGil") return { ...at, look: "gate", text: "", note: STRINGS.wantsGil };
  const { when: times } = lookup.run.events;
  const since = event < 0 ? 0 : times[event];
  const until = times[event + 1] ?? since;
  const isPause = until - since > 3 * lookup.run.step;
  return { ...at, look: "idle", text: "", note: isPause ? STRINGS.idle : "", since, until: isPause ? until : since };
}

/** @param {ScenePlan} plan @param {readonly (Span | null)[]} spans @param {number} width @param {SceneMarks} marks */
function placeReady(plan, spans, width, marks) {
  const ready = /** @type {Span[]} */ (spans.filter((span) => span !== null && span.state === "Ready" && plan.lookup.rowKinds[span.row] === "Task"));
  const from = width < WIDE ? EDGE + 2 * LOOP_RADIUS + 40 : QUEUE_X;
  const room = Math.max(1, Math.floor((width - from - 130) / 24));
  const { note } = marks.loop;
  const short = note.length > LONGEST_NOTE ? `runs ${marks.loop.text}` : note;
  label(marks, "loop", EDGE, 22, width < WIDE ? short || STRINGS.loop : note ? `${STRINGS.loop} · ${note}` : STRINGS.loop, `caption is-${marks.loop.look}`);
  label(marks, "ready-queue", width < WIDE ? NARROW_QUEUE_X : from - 12, 22, STRINGS.readyQueue);
  label(marks, "clock-name", width - EDGE, 22, STRINGS.clock, "caption", "end");
  marks.boxes.push({ key: "belt", x: from - 16, y: LOOP_Y + 15, width: Math.max(40, Math.min(room * 24, width - from - 150)), height: 2, kind: "belt" });
  firstOf(ready, room).forEach((span, index) => {
    const task = plan.lookup.run.rows.object[span.row];
    marks.tickets.push({ key: `ready-${task}`, task, x: from + index * 24, y: LOOP_Y, text: plan.names.get(task)?.token ?? "" });
  });
  if (ready.length > room) label(marks, "more-ready", from + room * 24, LOOP_Y + 4, `+${ready.length - room}`, "number");
}

/**
 * A context manager: a barrier on the way in, another on the way out, each shut while somebody waits at it.
 * @param {ScenePlan} plan @param {Bands} bands @param {number} index @param {number} event @param {SceneMarks} marks
 * @param {Map<number, { x: number, y: number, r?: number, on?: number, since?: number }>} places
 */
function placeBarrier(plan, bands, index, event, marks, places) {
  const { key: object, name } = plan.barriers[index];
  const top = bands.barrierY[index];
  const passage = passageAt(plan.barriers[index], event);
  const isAt = (/** @type {string} */ stage) => [...passage.values()].some((place) => place === stage);
  const left = EDGE - 6;
  const third = (bands.width - 2 * left) / 3;
  marks.boxes.push({ key: `channel-${object}`, x: left, y: top + LABEL_ROOM, width: 3 * third, height: ROW + 8, kind: "channel" });
  label(marks, `enter-${object}`, EDGE, top + 12, STRINGS.enters, isAt("Entering") ? "caption is-waiting" : "caption");
  label(marks, `name-${object}`, left + 1.5 * third, top + 12, name, "name", "middle");
  label(marks, `leave-${object}`, bands.width - EDGE, top + 12, STRINGS.leaves, isAt("Exiting") ? "caption is-waiting" : "caption", "end");
  [{ stage: "Entering", x: left + third }, { stage: "Exiting", x: left + 2 * third }].forEach(({ stage, x }) => {
    marks.boxes.push({ key: `post-${object}-${stage}`, x: x - 3, y: top + LABEL_ROOM - 4, width: 6, height: ROW + 16, kind: isAt(stage) ? "post" : "post is-open" });
  });
  const stages = { Entering: 0.5, Entered: 1.5, Exiting: 2.5 };
  for (const stage of /** @type {const} */ (["Entering", "Entered", "Exiting"])) {
    const here = [...passage].filter(([, place]) => place === stage).map(([task]) => task);
    const pitch = Math.min(PITCH, (third - 2 * TOKEN_RADIUS) / Math.max(1, here.length));
    here.forEach((task, i) => places.set(task, { x: left + stages[stage] * third + (i - (here.length - 1) / 2) * pitch, y: top + LABEL_ROOM + ROW / 2 + 4 }));
  }
}

/**
 * @param {ScenePlan} plan @param {Bands} bands @param {number} index @param {readonly (Span | null)[]} spans @param {SceneMarks} marks
 * @param {Map<number, { x: number, y: number, r?: number, on?: number, since?: number }>} places
 */
function placeGate(plan, bands, index, spans, marks, places) {
  const gate = plan.gates[index];
  const top = bands.gateY[index];
  const middle = top + LABEL_ROOM + ROW / 2 + 4;
  const x = bands.gateX;
  const title = `${gate.name} · ${gate.kind === "Lock" ? "lock" : permitsLabel(gate.capacity)}`;
  label(marks, `gate-${gate.object}`, x, top + 12, title, "name", "middle", gate.object);
  label(marks, `behind-${gate.object}`, bands.width - EDGE, top + 12, STRINGS.inside, "caption", "end");
  const depth = bands.gateHeight[index] - LABEL_ROOM;
  marks.boxes.push({ key: `channel-${gate.object}`, x: EDGE - 6, y: top + LABEL_ROOM, width: bands.width - 2 * EDGE + 12, height: depth, kind: "channel" });
  marks.boxes.push({ key: `post-${gate.object}`, x: x - 3, y: top + LABEL_ROOM - 4, width: 6, height: depth + 8, kind: "post", object: gate.object });

  gate.permits.forEach((row, permit) => {
    const bayX = x + 30 + TOKEN_RADIUS + (permit % bands.placesBehind) * PITCH;
    const bayY = middle + Math.floor(permit / bands.placesBehind) * ROW;
    const key = `${gate.object}-${permit}`;
    marks.boxes.push({ key: `bay-${key}`, x: bayX - TOKEN_RADIUS - 4, y: bayY - TOKEN_RADIUS - 4, width: 2 * TOKEN_RADIUS + 8, height: 2 * TOKEN_RADIUS + 8, kind: "bay" });
    const held = row === NO_ROW ? null : spans[row];
    if (held) claim(places, held.by, { x: bayX, y: bayY, on: gate.object, since: held.first });
    marks.discs.push({ key: `permit-${key}`, object: gate.object, isTaken: held !== null, x: held ? bayX + TOKEN_RADIUS - 1 : bayX, y: held ? bayY + TOKEN_RADIUS - 1 : bayY });
  });

  const waiting = /** @type {Span[]} */ (spans.filter((span) => span !== null && span.on === gate.object && lookOf(span.state) === "gate" && plan.lookup.rowKinds[span.row] === "Task"));
  const from = x - 30 - TOKEN_RADIUS;
  const drawn = Math.min(waiting.length, bands.placesBefore * Math.max(1, Math.floor(depth / ROW)));
  const inLine = `${STRINGS.waiting} · ${numberText(waiting.length)}`;
  const hasRoom = EDGE + LETTER * (inLine.length + 1 + STRINGS.inLine.length) < x - BOLD_LETTER * title.length / 2;
  label(marks, `before-${gate.object}`, EDGE, top + 12, drawn === waiting.length ? STRINGS.waiting : hasRoom ? `${inLine} ${STRINGS.inLine}` : inLine);
  firstOf(waiting, drawn).forEach((span, place) => {
    claim(places, plan.lookup.run.rows.object[span.row], {
      x: from - (place % bands.placesBefore) * PITCH, y: middle + Math.floor(place / bands.placesBefore) * ROW, since: span.first,
    });
  });
}

/**
 * Who is in several gates at once stands at the one that it came to last; its permits of the others stay where they are kept.
 * @param {Map<number, { x: number, y: number, r?: number, on?: number, since?: number }>} places @param {number} task
 * @param {{ x: number, y: number, on?: number, since: number }} place
 */
function claim(places, task, place) { if ((places.get(task)?.since ?? -1) <= place.since) places.set(task, place); }

/** @param {ScenePlan} plan @param {Bands} bands @param {number} event @param {SceneMarks} marks */
function placeStores(plan, bands, event, marks) {
  const { events } = plan.lookup.run;
  plan.stores.forEach((store, index) => {
    const top = bands.storeY[index];
    label(marks, `store-${store.object}`, EDGE, top + 12, store.capacity ? `${store.name} · at most ${store.capacity}` : store.name, "name");
    const changes = ["QueuePut", "QueueGet"].map((kind) => plan.lookup.eventsOf(kind).filter((e) => e <= event && events.subject[e] === store.object).pop() ?? -1);
    const newest = Math.max(...changes);
    const filled = newest < 0 ? 0 : events.value[newest];
    const perRow = Math.floor((bands.width - 2 * EDGE) / 22);
    for (let i = 0; i < Math.min(60, store.capacity || store.most); i++) {
      marks.boxes.push({
        key: `item-${store.object}-${i}`, x: EDGE + (i % perRow) * 22, y: top + LABEL_ROOM + Math.floor(i / perRow) * 24, width: 18, height: 18,
        kind: i < filled ? "item" : "place",
      });
    }
  });
}

/**
 * @param {ScenePlan} plan @param {Bands} bands @param {readonly (Span | null)[]} spans @param {number} event @param {SceneMarks} marks
 * @param {Map<number, { x: number, y: number, r?: number, on?: number, since?: number }>} places
 */
function placeResults(plan, bands, spans, event, marks, places) {
  const { lookup } = plan;
  plan.results.forEach((results, index) => {
    const top = bands.resultY[index];
    label(marks, `results-${results.object}`, EDGE, top + 12, `${results.name}: ${results.isInputOrder ? STRINGS.inputOrder : STRINGS.completionOrder}`);
    const filled = results.isInputOrder
      ? results.children.map((child) => (isEnd(spans[lookup.rowOfTask.get(child) ?? -1]?.state ?? "") ? child : 0))
      : lookup.deliveredAt(results.object, event);
    if (results.children.length > MOST_SLOTS) {
      const done = filled.filter(Boolean).length;
      const whole = bands.width - 2 * EDGE;
      marks.boxes.push({ key: `whole-${results.object}`, x: EDGE, y: top + LABEL_ROOM, width: whole, height: 10, kind: "place" });
      marks.boxes.push({ key: `done-${results.object}`, x: EDGE, y: top + LABEL_ROOM, width: (whole * done) / results.children.length, height: 10, kind: "progress" });
      label(marks, `count-${results.object}`, bands.width - EDGE, top + 12, `${numberText(done)} / ${numberText(results.children.length)}`, "number", "end");
      return;
    }
    results.children.forEach((_, slot) => {
      const x = EDGE + (slot % bands.slotsPerRow) * SLOT;
      const y = top + LABEL_ROOM + Math.floor(slot / bands.slotsPerRow) * SLOT;
      marks.boxes.push({ key: `slot-${results.object}-${slot}`, x, y, width: SLOT - 4, height: SLOT - 4, kind: "slot" });
      if (filled[slot]) places.set(filled[slot], { x: x + SLOT / 2 - 2, y: y + SLOT / 2 - 2, r: 11 });
    });
  });
}
