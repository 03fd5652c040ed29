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
export async function exportRun(run, form) {
  const engine = await createEngine();
  const options = recorded.get(run);
  return engine.export((options ? await engine.run(run.source, options) : run).id, form);
}
