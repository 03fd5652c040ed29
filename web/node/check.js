// check.js — runs the programs of documents, and compares what they print with what is recorded there.
import { readFileSync, writeFileSync } from "node:fs";
import { optionsOf } from "../engine/options.js";
import { blocksOf, withOutput } from "./blocks.js";
import { terminalText } from "./terminal.js";

/** @typedef {import("./blocks.js").Block} Block */
/** @typedef {(source: string, options: import("../engine/run.js").RunOptions) => Promise<import("../engine/run.js").Run>} Run */

const MARKDOWN = /\.(md|mdx|markdown)$/;

/**
 * @param {string} name of the file @param {Run} run
 * @param {{ update?: boolean }} [wishes] update: outputs that differ are written into the file
 * @returns {Promise<{ checked: number, updated: number, faults: string[] }>} each fault with the place it is at
 */
export async function checkFile(name, run, { update = false } = {}) {
  let text = readFileSync(name, "utf8");
  const blocks = blocksOf(text.replace(/\r\n/g, "\n"), MARKDOWN.test(name));
  /** @type {string[]} */ const faults = [];
  let updated = 0;
  // From the end, so that the offsets of those before stay true.
  for (const block of [...blocks].reverse()) {
    const { fault, output } = await checkBlock(block, run);
    if (output !== null && update && block.recordedAt) {
      text = withOutput(text, block, output);
      updated += 1;
    } else if (fault) {
      faults.unshift(`${name}:${block.line}: ${fault}`);
    }
  }
  if (updated > 0) writeFileSync(name, text);
  return { checked: blocks.length, updated, faults };
}

/** @param {Block} block @param {Run} run @returns {Promise<{ fault: string, output: string | null }>} output: what would have to be recorded; null: it did not run */
async function checkBlock({ source, attributes, recorded }, run) {
  /** @type {import("../engine/run.js").Run} */ let result;
  try {
    result = await run(source, optionsOf((name) => attributes[name] ?? null));
  } catch (error) {
    return { fault: `the program cannot be run: ${error instanceof Error ? error.message : error}`, output: null };
  }
  const [wrong] = result.diagnostics;
  if (wrong) return { fault: `line ${wrong.line} of the program: ${wrong.message}${wrong.hint ? ` ${wrong.hint}` : ""}`, output: null };
  const output = terminalText(result);
  if (recorded === null) return { fault: result.failure ? `the program failed:\n${output}` : "", output: null };
  if (normal(output) === normal(recorded)) return { fault: "", output: null };
  return { fault: `prints something else than is recorded:\n${difference(normal(recorded), normal(output))}`, output };
}

/** @param {string} text without the blank lines around it, and the blanks that editors take away */
const normal = (text) => text.replace(/[ \t]+$/gm, "").trim();

/** @param {string} before @param {string} after @returns {string} both from their first different line on */
function difference(before, after) {
  const [old, now] = [before.split("\n"), after.split("\n")];
  let same = 0;
  while (same < old.length && same < now.length && old[same] === now[same]) same += 1;
  const shown = (/** @type {string[]} */ lines, /** @type {string} */ sign) => lines.slice(same, same + 6).map((line) => `  ${sign} ${line}`);
  return [...(same > 0 ? [`    … ${same} equal lines`] : []), ...shown(old, "-"), ...shown(now, "+")].join("\n");
}
