// playback.js — recordings in a page: fetched when a figure begins, used where they are of the very run that is asked for.
import { createEngine } from "./engine.js";
import { isRecordingOf, readRecording } from "./recording.js";
import { freezeRun } from "./run.js";

/** @typedef {import("./run.js").Run} Run */
/** @typedef {import("./run.js").RunOptions} RunOptions */

/** Digest of the core that is served with this script; the build puts it in. Without it no recording is used. */
const CORE = typeof SLUICE_CORE_DIGEST === "string" ? SLUICE_CORE_DIGEST : "";

/** With what options a recording was made: the engine knows nothing of its runs. @type {WeakMap<Run, RunOptions>} */
const recorded = new WeakMap();

/**
 * @param {string | null} address @param {string} source @param {RunOptions} options
 * @returns {Promise<Run | null>} null: the engine has to run it
 */
export async function playBack(address, source, options) {
  if (!address || !CORE) return null;
  try {
    const answer = await fetch(address);
    const recording = answer.ok ? readRecording(await answer.text()) : null;
    if (!recording || !isRecordingOf(recording, CORE, source, options)) return null;
    recorded.set(recording.run, options);
    return freezeRun(recording.run);
  } catch {
    return null;
  }
}

/** A run as a file's text. @param {Run} run @param {"chrome" | "json" | "gantt"} form @returns {Promise<string>} */
export async function exportRun(run, form) { return (await createEngine()).export(await idOf(run), form); }

/** Sentences of events of a run. @param {Run} run @param {number} from @param {number} to @returns {Promise<string[]>} */
export async function sentencesOf(run, from, to) { return (await createEngine()).sentences(await idOf(run), from, to); }

/** The engine's number of a run; one that was recorded has none until the engine has run it too. @param {Run} run */
async function idOf(run) {
  const options = recorded.get(run);
  return (options ? await (await createEngine()).run(run.source, options) : run).id;
}
