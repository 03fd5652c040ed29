// run.js — the types of a Run: everything that the core says about one run of a program. Data only; frozen on arrival.

/**
 * A table whose columns have equal length.
 * @typedef {{ when: Float64Array, kind: Uint8Array, detail: Uint8Array, thread: Uint16Array, task: Uint32Array,
 *   subject: Uint32Array, value: Uint32Array, cause: Uint32Array }} EventColumns
 * @typedef {{ kind: Uint8Array, name: Uint32Array, created: Uint32Array, ended: Uint32Array, parent: Uint32Array,
 *   line: Uint32Array }} ObjectColumns
 * @typedef {{ kind: Uint8Array, object: Uint32Array, sub: Uint32Array, name: Uint32Array }} RowColumns
 * @typedef {{ row: Uint32Array, start: Float64Array, end: Float64Array, state: Uint8Array, first: Uint32Array,
 *   last: Uint32Array, line: Uint32Array, on: Uint32Array, by: Uint32Array }} SpanColumns
 * @typedef {{ event: Uint32Array, when: Float64Array, stream: Uint8Array, text: Uint32Array, task: Uint32Array,
 *   line: Uint32Array }} OutputColumns
 * @typedef {{ name: string, object: number, when: Float64Array, value: Int32Array, event: Uint32Array }} Count
 * @typedef {{ kind: string, line: number, column: number, endLine: number, endColumn: number, message: string,
 *   hint: string }} Diagnostic
 * @typedef {{ name: string, line: number, start: number, end: number, kind: "slider" | "choice" | "switch",
 *   min: number, max: number, step: number, choices: string[], value: number | string | boolean }} Parameter
 * @typedef {{ kind: string, type: string, message: string, hint?: string, line: number, traceback: string }} Failure
 */

/**
 * One run. Times are seconds, lines are 1-based (0: none), ids index their tables (0: none).
 * @typedef {object} Run
 * @property {number} id                     the engine's number for it; what a later question about it names
 * @property {string} source                 the program
 * @property {string} python
 * @property {number} step                   seconds that each handle costs
 * @property {number} end                    the clock when the program had ended
 * @property {Failure | null} failure
 * @property {Diagnostic[]} diagnostics      not empty: the program did not run
 * @property {string} digest
 * @property {string[]} texts
 * @property {EventColumns} events
 * @property {Float64Array} numbers
 * @property {{ name: string, subject: string, value: string }[]} kinds
 * @property {Record<string, string[]>} enums
 * @property {ObjectColumns} objects
 * @property {RowColumns} rows               kind "Gil": the baton; its spans say who holds the GIL, by (worker or loop) and value (thread)
 * @property {SpanColumns} spans             sorted by row, then by start
 * @property {Count[]} counts
 * @property {Parameter[]} parameters      constants with a control, in the order of the text
 * @property {OutputColumns} output
 * @property {string[]} sentences            one an event; empty where there are too many to send
 * @property {Uint32Array} critical          events of the critical path, from the start to the end
 * @property {{ name: string, object: number, unit: string, value: number }[]} metrics
 * @property {Parameter[]} parameters        constants of the program that are marked as controls
 * @property {{ from: Uint32Array, line: Uint32Array }} lines
 */

/**
 * What a run is asked for. Unset: the core's own defaults.
 * @typedef {{ python?: string, step?: number, instructionCost?: number, switchInterval?: number, cpuCount?: number, diskLatency?: number, lines?: boolean, gil?: boolean,
 *   fileName?: string, files?: Record<string, string>, argv?: string[], budgets?: { instructions?: number, events?: number,
 *   memory?: number, output?: number, recursion?: number, time?: number } }} RunOptions
 */

/**
 * Freezes a record and the plain objects and lists in it. Typed arrays cannot be frozen; nobody writes to them.
 * @template T
 * @param {T} value
 * @returns {T}
 */
export function freezeRun(value) {
  if (value === null || typeof value !== "object" || ArrayBuffer.isView(value)) return value;
  for (const part of Object.values(value)) freezeRun(part);
  return Object.freeze(value);
}
