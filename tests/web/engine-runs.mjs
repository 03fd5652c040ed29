// engine-runs.mjs — runs of the page's programs, by the engine that the page serves, in Node.js, and what the tests ask about a run.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { join } from "node:path";
import { Core, figuresOf, optionsOfFigure } from "../../web/chapter/record.mjs";
import { readPrograms } from "../../web/chapter/render.mjs";
import { withValue } from "../../web/figure/parameter-text.js";
import { Lookup } from "../../web/figure/lookup.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const core = await Core.load(process.env.SLUICE_WASM ?? join(root, "dist/wasm"));
if (!core) throw new Error("the engine has not been built: scripts/build wasm");

export const engine = core;
export const programs = readPrograms(join(root, "web/chapter/programs"), join(root, "web/playground/programs"));
export const figures = figuresOf(readFileSync(join(root, "web/index.html"), "utf8"));

/**
 * The run of a figure of the page as a reader sees it who has set some of its controls.
 * @param {string} id without "figure-" @param {Record<string, number | string | boolean>} [settings] parameters
 * @param {import("../../web/engine/run.js").RunOptions} [options] in place of the figure's own
 */
export function runFigure(id, settings = {}, options = {}) {
  const figure = figures.find((each) => each.id === id);
  if (!figure) throw new Error(`no figure ${id}`);
  return runSource(withSettings(programs[figure.program], settings), { ...optionsOfFigure(figure), ...options });
}

/** @param {string} source @param {import("../../web/engine/run.js").RunOptions} options */
export function runSource(source, options) {
  const run = engine.run(source, options);
  if (run.diagnostics.length > 0) throw new Error(`line ${run.diagnostics[0].line}: ${run.diagnostics[0].message}`);
  return new Lookup(run);
}

/** @param {string} source @param {Record<string, number | string | boolean>} settings */
export function withSettings(source, settings) {
  for (const [name, value] of Object.entries(settings)) {
    const parameter = engine.run(source, {}).parameters.find((each) => each.name === name);
    if (!parameter) throw new Error(`no parameter ${name}`);
    source = withValue(source, parameter, value);
  }
  return source;
}

/** The lines that a run prints, each with its time. @param {Lookup} lookup @returns {{ text: string, when: number }[]} */
export function printed({ run }) {
  return Array.from(run.output.text, (text, i) => ({ text: run.texts[text], when: run.output.when[i] }))
    .flatMap(({ text, when }) => text.replace(/\n$/, "").split("\n").map((line) => ({ text: line, when })));
}

/** When a line was printed. @param {Lookup} lookup @param {string} start of the line */
export function printedAt(lookup, start) {
  const line = printed(lookup).find(({ text }) => text.startsWith(start));
  if (!line) throw new Error(`“${start}” is not printed`);
  return line.when;
}

/** The spans of rows of a kind in some states. @param {Lookup} lookup @param {string} kind of the row @param {...string} states */
export const spans = (lookup, kind, ...states) =>
  lookup.rowKinds.flatMap((rowKind, row) => (rowKind === kind ? lookup.spansOf(row).filter(({ state }) => states.includes(state)) : []));

/** How many of some spans there are at once, at most. @param {import("../../web/figure/lookup.js").Span[]} all */
export function mostAtOnce(all) {
  const changes = all.flatMap(({ first, last }) => [{ at: first, by: 1 }, { at: last, by: -1 }]).sort((a, b) => a.at - b.at || a.by - b.by);
  let now = 0;
  return changes.reduce((most, { by }) => Math.max(most, (now += by)), 0);
}

/** How many tasks have ended in a state. @param {Lookup} lookup @param {"Done" | "Failed" | "Cancelled"} state */
export const ended = (lookup, state) => spans(lookup, "Task", state).length;

/** Most tasks that were alive at once. @param {Lookup} lookup */
export function mostAlive(lookup) {
  const changes = [...lookup.eventsOf("TaskCreated").map((at) => ({ at, by: 1 })), ...lookup.eventsOf("TaskDone").map((at) => ({ at, by: -1 }))].sort((a, b) => a.at - b.at);
  let alive = 0;
  return changes.reduce((most, { by }) => Math.max(most, (alive += by)), 0);
}
