// recording.js — a run that was made beforehand, as the text of a file, and back. Pure.
//
// A page can have the run of a figure's own program recorded when it is built, by the same engine that it serves: the figure then
// moves before that engine has been loaded. A recording says of what it is one: the program, the options, and the engine's digest.
// Where any of them differs from what is asked for, it is not used.

/** @typedef {import("./run.js").Run} Run */
/** @typedef {import("./run.js").RunOptions} RunOptions */
/** @typedef {{ engine: string, options: RunOptions, run: Run }} Recording */

/** Columns are the only arrays with a type of their own. @type {Record<string, (values: number[]) => ArrayBufferView>} */
const COLUMNS = {
  Uint8Array: (values) => Uint8Array.from(values), Uint16Array: (values) => Uint16Array.from(values), Uint32Array: (values) => Uint32Array.from(values),
  Int32Array: (values) => Int32Array.from(values), Float64Array: (values) => Float64Array.from(values),
};

/** @param {Recording} recording @returns {string} */
export function writeRecording(recording) {
  return JSON.stringify(recording, (_, value) => (ArrayBuffer.isView(value)
    ? { column: value.constructor.name, values: Array.from(/** @type {Uint32Array} */ (/** @type {unknown} */ (value))) } : value));
}

/** @param {string} text @returns {Recording} */
export function readRecording(text) { return withColumns(JSON.parse(text)); }

/**
 * Puts columns where they were. JSON's own way to do that would ask about every number of them, which a slow machine feels.
 * @param {any} value @returns {any}
 */
function withColumns(value) {
  if (value === null || typeof value !== "object") return value;
  if (value.column && Array.isArray(value.values)) return COLUMNS[value.column](value.values);
  for (const key in value) value[key] = withColumns(value[key]);
  return value;
}

/**
 * Whether a recording is what an engine would answer.
 * @param {Recording} recording @param {string} engine its digest @param {string} source @param {RunOptions} options
 */
export function isRecordingOf(recording, engine, source, options) {
  return engine !== "" && recording.engine === engine && recording.run.source === source && inOneOrder(recording.options) === inOneOrder(options);
}

/** Options as a text that is the same for the same options; no files are the same as none given. @param {RunOptions} options */
const inOneOrder = ({ files = {}, ...options }) => JSON.stringify([Object.entries(options).sort(), Object.entries(files).sort()]);
