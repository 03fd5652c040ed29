// make-figures.mjs — what is made of a page's figures beforehand: a recording of each run, and a still of it. Run by build.mjs.
import { brotliCompressSync } from "node:zlib";
import { figuresOf, optionsOfFigure } from "./record.mjs";
import { writeRecording } from "../engine/recording.js";
import { makeStill } from "./still.mjs";

/** A recording that is larger than this, compressed, would take longer to come than the engine. */
const LARGEST_RECORDING = 24_000;
/** Where the playhead stands in a still, from 0 to 1, unless the figure says `data-still`: in the midst of things. */
const STILL_AT = 0.42;

/**
 * @param {string} html @param {Record<string, string>} programs @param {import("./record.mjs").Core} core @param {string} css of the figure
 * @returns {{ made: Map<string, import("./render.mjs").Made>, files: Map<string, string> }} files: texts by their path in the site
 */
export function makeFigures(html, programs, core, css) {
  const made = new Map();
  const files = new Map();
  for (const figure of figuresOf(html)) {
    const { id, program, attributes } = figure;
    const options = optionsOfFigure(figure);
    const run = core.run(programs[program], options);
    if (run.diagnostics.length > 0) throw new Error(`${program}.py: line ${run.diagnostics[0].line}: ${run.diagnostics[0].message}`);
    const recording = writeRecording({ engine: core.digest, options, run });
    const isRecorded = run.sentences?.length === run.events.when.length && brotliCompressSync(recording).length <= LARGEST_RECORDING;
    if (isRecorded) files.set(`assets/runs/${id}.json`, recording);
    const still = makeStill(run, { at: Number(attributes["data-still"] ?? STILL_AT), css, label: attributes.label ?? "", views: (attributes.view ?? "scene timeline").split(/\s+/) });
    files.set(`assets/stills/${id}.svg`, still.text);
    made.set(id, { width: still.width, height: still.height, output: outputOf(run), isRecorded });
  }
  return { made, files };
}

/** What a run prints, to both streams, in order. @param {import("../engine/run.js").Run} run */
function outputOf({ output, texts, failure }) {
  const text = Array.from(output.text, (id) => texts[id]).join("");
  return failure ? `${text}${failure.type}: ${failure.message}\n` : text;
}
