// scene-workers.js — worker threads and processes as lanes, each with the job that it has, and the GIL as a baton. Pure.
import { NO_ROW } from "./scene-plan.js";
import { STRINGS } from "./strings.js";
import { lookOf } from "./vocabulary.js";

/** @typedef {import("./scene-plan.js").ScenePlan} ScenePlan */
/** @typedef {import("./lookup.js").Span} Span */
/** @typedef {import("./scene-layout.js").SceneMarks} SceneMarks */
/** @typedef {{ top: number, width: number, edge: number, labelRoom: number }} Box in CSS px */

/** From one lane to the next. */
export const LANE = 34;
export const BATON_WIDTH = 34;
export const BATON_HEIGHT = 15;
/** Room for the shortest names, and a letter of the longer ones. */
const NAME_ROOM = 110;
const NAME_EM = 7.3;
/** The workers of a pool of processes are called so: ForkProcess-1, ForkServerProcess-1. */
const PROCESS = /Process-\d+$/;

/** @param {ScenePlan} plan @param {Box} box @param {readonly (Span | null)[]} spans @param {SceneMarks} marks */
export function placeWorkers({ workers, names, lookup }, { top, width, edge, labelRoom }, spans, marks) {
  if (!workers.length) return;
  const label = (/** @type {string} */ key, /** @type {number} */ x, /** @type {number} */ y, /** @type {string} */ text, /** @type {string} */ kind) => marks.labels.push({ key, x, y, text, kind, anchor: "start", object: 0 });
  const processes = workers.filter(({ name }) => PROCESS.test(name)).length;
  label("threads", edge, top + 12, processes === 0 ? STRINGS.threads : processes === workers.length ? STRINGS.processes : STRINGS.workers, "caption");
  const jobX = edge + Math.max(NAME_ROOM, 24 + NAME_EM * Math.max(...workers.map(({ name }) => name.length)));
  workers.forEach(({ row, name }, index) => {
    const y = top + labelRoom + index * LANE;
    marks.boxes.push({ key: `lane-${row}`, x: edge, y, width: width - 2 * edge, height: LANE - 8, kind: "lane" });
    label(`lane-${row}`, edge + 10, y + 17, name, "mono");
    const span = spans[row];
    if (!span || span.state === "Idle") return;
    marks.boxes.push({ key: `job-${row}`, x: jobX, y: y + 3, width: width - edge - 4 - jobX, height: LANE - 14, kind: `job is-${lookOf(span.state, "Thread")}` });
    const giver = names.get(span.by)?.label;
    const job = lookup.nameOf(span.on);
    label(`job-${row}`, jobX + 12, y + 17, span.state === "WaitingGil" ? STRINGS.wantsGil : giver ? `${job} · ${giver}` : job, "mono on-job");
  });
}

/**
 * The GIL is a baton: beside the loop while its thread has it, in a worker's lane while that has it, else over the lanes.
 * @param {ScenePlan} plan @param {Box} box @param {readonly (Span | null)[]} spans @param {SceneMarks} marks
 */
export function placeBaton({ gilRow, workers }, { top, width, edge, labelRoom }, spans, marks) {
  if (gilRow === NO_ROW) return;
  const held = spans[gilRow];
  const lane = held ? workers.findIndex(({ object }) => object === held.by) : -1;
  const right = width - edge - BATON_WIDTH / 2 - 5;
  const { x, y, r } = marks.loop;
  const at = lane >= 0 ? { x: right, y: top + labelRoom + lane * LANE + (LANE - 8) / 2 }
    : held ? { x: x + r + BATON_WIDTH / 2 + 8, y: y + r - BATON_HEIGHT / 2 } : { x: right, y: top + 8 };
  marks.batons.push({ key: "gil", ...at, isHeld: held !== null });
}
