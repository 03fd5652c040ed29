// runs.mjs — small runs written by hand, in the form that the core gives them, for the tests of the pure modules.

const KINDS = ["Step", "TaskCreated", "ObjectCreated", "Capacity", "Acquired", "Released", "Wait", "TaskDone", "Out", "ClockJump", "Callback", "Child", "Delivered", "End", "GilAcquired", "GilReleased", "GilRequested"];
const STATES = ["Ready", "Running", "Sleeping", "WaitingPermit", "WaitingTask", "InThread", "Blocked", "Idle", "Busy", "Held", "Done", "Failed", "Cancelled", "WaitingGil"];
const OBJECTS = ["None", "Task", "Semaphore", "Gather", "AsCompleted", "Queue", "Loop", "Thread"];
const ROWS = ["Loop", "Task", "Thread", "Permit", "Queue", "Gil"];

/** @typedef {import("../../../web/engine/run.js").Run} Run */

/**
 * @param {object} parts
 * @param {[when: number, kind: string, task?: number, subject?: number, value?: number][]} parts.events
 * @param {[kind: string, name: string][]} [parts.objects]   from id 1
 * @param {[kind: string, object: number, sub?: number][]} [parts.rows]
 * @param {[row: number, state: string, first: number, last: number, extra?: { line?: number, on?: number, by?: number }][]} [parts.spans]
 * @param {[event: number, text: string][]} [parts.output]
 * @param {string[]} [parts.texts]
 * @returns {Run}
 */
export function makeRun({ events, objects = [], rows = [], spans = [], output = [], texts = [] }) {
  const all = ["", ...texts, ...objects.map(([, name]) => name), ...output.map(([, text]) => text)];
  const textId = (/** @type {string} */ text) => all.indexOf(text);
  const when = (/** @type {number} */ event) => events[event][0];
  return /** @type {Run} */ ({
    id: 1, source: "", python: "3.13", step: 1e-5, end: events[events.length - 1][0], failure: null, diagnostics: [], digest: "", texts: all,
    events: {
      when: Float64Array.from(events, (e) => e[0]), kind: Uint8Array.from(events, (e) => KINDS.indexOf(e[1])), detail: new Uint8Array(events.length),
      thread: new Uint16Array(events.length), task: Uint32Array.from(events, (e) => e[2] ?? 0), subject: Uint32Array.from(events, (e) => e[3] ?? 0),
      value: Uint32Array.from(events, (e) => e[4] ?? 0), cause: new Uint32Array(events.length),
    },
    numbers: new Float64Array(), kinds: KINDS.map((name) => ({ name, subject: "", value: "" })),
    enums: { SpanState: STATES, TraceObject: OBJECTS, RowKind: ROWS },
    objects: {
      kind: Uint8Array.from([0, ...objects.map(([kind]) => OBJECTS.indexOf(kind))]), name: Uint32Array.from([0, ...objects.map(([, name]) => textId(name))]),
      created: new Uint32Array(objects.length + 1), ended: new Uint32Array(objects.length + 1), parent: new Uint32Array(objects.length + 1), line: new Uint32Array(objects.length + 1),
    },
    rows: {
      kind: Uint8Array.from(rows, ([kind]) => ROWS.indexOf(kind)), object: Uint32Array.from(rows, (r) => r[1]), sub: Uint32Array.from(rows, (r) => r[2] ?? 0),
      name: Uint32Array.from(rows, (r) => textId(objects[r[1] - 1]?.[1] ?? "")),
    },
    spans: {
      row: Uint32Array.from(spans, (s) => s[0]), state: Uint8Array.from(spans, (s) => STATES.indexOf(s[1])), first: Uint32Array.from(spans, (s) => s[2]),
      last: Uint32Array.from(spans, (s) => s[3]), start: Float64Array.from(spans, (s) => when(s[2])), end: Float64Array.from(spans, (s) => when(s[3])),
      line: Uint32Array.from(spans, (s) => s[4]?.line ?? 0), on: Uint32Array.from(spans, (s) => s[4]?.on ?? 0), by: Uint32Array.from(spans, (s) => s[4]?.by ?? 0),
    },
    counts: [], parameters: [],
    output: {
      event: Uint32Array.from(output, ([event]) => event), when: Float64Array.from(output, ([event]) => when(event)), stream: new Uint8Array(output.length),
      text: Uint32Array.from(output, ([, text]) => textId(text)), task: new Uint32Array(output.length), line: new Uint32Array(output.length),
    },
    sentences: events.map(([, kind]) => kind), critical: new Uint32Array(), metrics: [], lines: { from: new Uint32Array(), line: new Uint32Array() },
  });
}

/** Two tasks and a gate with one permit: the first is inside for a second, the second waits for it. */
export function gateRun() {
  return makeRun({
    texts: ["work"],
    objects: [["Semaphore", "gate"], ["Task", "Task-1"], ["Task", "Task-2"]],
    events: [
      [0, "ObjectCreated", 0, 1], [0, "Capacity", 0, 1, 1], [0, "TaskCreated", 0, 2, 1], [0, "TaskCreated", 0, 3, 1],
      [0, "Step", 2], [0, "Acquired", 2, 1, 0], [0, "Wait", 2, 0, 5],
      [1e-5, "Step", 3], [1e-5, "Wait", 3, 1, 4],
      [1, "ClockJump"], [1, "Callback"], [1.00001, "Step", 2], [1.00001, "Released", 2, 1, 1], [1.00001, "TaskDone", 2, 2],
      [1.00002, "Step", 3], [1.00002, "Acquired", 3, 1, 0], [1.00002, "Out", 3], [1.00002, "TaskDone", 3, 3], [1.00003, "End"],
    ],
    rows: [["Task", 2], ["Task", 3], ["Permit", 1, 0]],
    spans: [
      [0, "Ready", 2, 4], [0, "Running", 4, 6, { line: 4 }], [0, "Sleeping", 6, 10, { line: 5 }], [0, "Ready", 10, 11, { line: 5 }], [0, "Running", 11, 13], [0, "Done", 13, 18],
      [1, "Ready", 3, 7], [1, "Running", 7, 8], [1, "WaitingPermit", 8, 12, { line: 4, on: 1 }], [1, "Ready", 12, 14, { line: 4 }], [1, "Running", 14, 17], [1, "Done", 17, 18],
      [2, "Held", 5, 12, { by: 2 }], [2, "Held", 15, 18, { by: 3 }],
    ],
    output: [[16, "second is through\n"]],
  });
}
