// compare-wish.js — the attribute `compare`: in what the run that a figure is compared with differs from the figure's own.
//
//   compare="limit=8"                   another value of a parameter
//   compare="python=3.11"               another Python; likewise instruction-cost, no-gil …
//   compare='src=before.py mode="fast"'   another program, with a parameter of its own
import { createEngine } from "../engine/engine.js";
import { optionsOf } from "../engine/options.js";
import { fetchSource } from "./fetch-source.js";
import { withValue } from "./parameter-text.js";

/** @typedef {import("../engine/run.js").Run} Run */
/** @typedef {import("../engine/run.js").Parameter} Parameter */

const PAIR = /([\w-]+)(?:=(?:"([^"]*)"|'([^']*)'|(\S*)))?/g;
/** What is an attribute of the figure, and no parameter of its program. */
const OPTIONS = new Set(["python", "instruction-cost", "switch-interval", "cpu-count", "disk-latency", "no-gil", "gil", "src"]);

/** @param {string} text of the attribute @returns {Map<string, string>} */
export const wishOf = (text) => new Map(Array.from(text.matchAll(PAIR), ([, name, double, single, bare]) => [name, double ?? single ?? bare ?? ""]));

/**
 * The program with other values of its parameters.
 * @param {string} source @param {readonly Parameter[]} parameters of this very source @param {Iterable<[string, string]>} values by name
 * @throws {RangeError} where there is no such parameter, or the value is none for it
 */
export function withValues(source, parameters, values) {
  const changes = Array.from(values, ([name, text]) => {
    const parameter = parameters.find((each) => each.name === name);
    if (!parameter) throw new RangeError(`there is no parameter “${name}”`);
    const value = parameter.kind === "slider" ? Number(text) : parameter.kind === "switch" ? /^true$/i.test(text) : text;
    if (text === "" || Number.isNaN(value)) throw new RangeError(`“${text}” is no value of “${name}”`);
    return { parameter, value };
  });
  // From the end, so that the places of those before stay true.
  return changes.sort((a, b) => b.parameter.start - a.parameter.start).reduce((text, { parameter, value }) => withValue(text, parameter, value), source);
}

/**
 * The run that a figure is to be compared with.
 * @param {string} text of the attribute
 * @param {{ run: Run, attribute: (name: string) => string | null, files: Record<string, string>, baseURI: string }} figure run: its own
 * @returns {Promise<Run>}
 */
export async function runOfWish(text, { run, attribute, files, baseURI }) {
  const wish = wishOf(text);
  const options = { ...optionsOf((name) => (name === "no-gil" && wish.has("gil") ? null : wish.get(name) ?? attribute(name))), files };
  const values = Array.from(wish).filter(([name]) => !OPTIONS.has(name));
  const engine = await createEngine();
  const address = wish.get("src");
  const source = address === undefined ? run.source : await fetchSource(new URL(address, baseURI).href);
  const parameters = values.length === 0 ? [] : address === undefined ? run.parameters : (await engine.run(source, options)).parameters;
  const other = await engine.run(withValues(source, parameters, values), options);
  if (other.diagnostics.length > 0) throw new Error(`line ${other.diagnostics[0].line}: ${other.diagnostics[0].message}`);
  return other;
}
