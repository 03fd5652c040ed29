// record.js — the run of a program as a file that a figure plays before the engine has come: its attribute `recording`.
import { PAGE_BUDGETS } from "../engine/budgets.js";
import { optionsOf } from "../engine/options.js";
import { writeRecording } from "../engine/recording.js";

/** Digest of the core in this package; the build puts it in. */
const CORE = SLUICE_CORE_DIGEST;

/** What a figure may say about its run, other than by the program. */
export const ATTRIBUTES = ["python", "instruction-cost", "switch-interval", "cpu-count", "disk-latency", "no-gil"];

/**
 * Runs a program as a figure with these attributes does.
 * @param {string} source @param {Map<string, string>} attributes @param {typeof import("./index.js").run} run
 * @returns {Promise<{ recording: string, run: import("../engine/run.js").Run }>}
 * @throws {Error} what is wrong with the program, with its line; a program that fails as Python does is none
 */
export async function record(source, attributes, run) {
  const options = optionsOf((name) => attributes.get(name) ?? null);
  const made = await run(source, { ...options, budgets: PAGE_BUDGETS });
  const [mistake] = made.diagnostics;
  if (mistake) throw new Error(`${mistake.line}:${mistake.column + 1}: ${mistake.message}`);
  if (made.sentences?.length !== made.events.when.length) throw new Error(` ${made.events.when.length} events are too many: the engine would be there before the recording`);
  return { recording: writeRecording({ engine: CORE, options, run: { ...made, id: 0 } }), run: made };
}
