// digests.mjs — the digests of the corpus' traces, from the native builds and from the engine.
//
// A digest covers every event, text, number and object of a trace: equal digests mean equal runs.

import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const root = path.resolve(path.dirname(new URL(import.meta.url).pathname), '../..');

/** @typedef {{python: string, name: string, file: string, source: string}} Case */

/** Folders of programs/ with golden/ beside it. */
const CORPORA = ['tests/conformance', 'tests/conformance/own', 'tests/conformance/generated', 'tests/conformance/regressions', 'web/chapter', 'web/playground'];

/** Every program of every corpus, under every version that has a golden of it, by version. @returns {Case[]} */
export function corpusCases() {
  return ['3.10', '3.11', '3.12', '3.13', '3.14'].flatMap((python) => CORPORA.flatMap((corpus) =>
    fs.readFileSync(path.join(root, corpus, 'golden', `${python}.jsonl`), 'utf8').trim().split('\n').map((line) => {
      const name = JSON.parse(line).program;
      const file = path.join(root, corpus, 'programs', name);
      return { python, name, file, source: fs.readFileSync(file, 'utf8') };
    })));
}

/**
 * Digests by a native build, in the order of the cases; a process runs all of one version that follow one another.
 * @param {string} preset "native", "clang" …
 * @param {Case[]} cases
 */
export function nativeDigests(preset, cases) {
  const sluice = path.join(root, 'build', preset, 'core/cli/sluice');
  /** @type {string[]} */
  const digests = [];
  for (let from = 0, to = 0; from < cases.length; from = to) {
    const { python } = cases[from];
    while (cases[to]?.python === python) ++to;
    const files = cases.slice(from, to).map((each) => each.file);
    // The status is 1: some programs of the corpus fail on purpose.
    const { stdout, stderr, error } = spawnSync(sluice, ['digest', '--python', python, ...files], { encoding: 'utf8' });
    if (error) throw error;
    const lines = stdout.trim().split('\n');
    if (lines.length !== files.length) throw new Error(`${preset}: ${lines.length} digests of ${files.length} programs\n${stderr}`);
    digests.push(...lines.map((line) => line.split(' ')[0]));
  }
  return digests;
}

/** The engine as the page has it, in this process. @param {boolean} [withLibrary] its library pack is supplied @returns {Promise<any>} */
export async function loadEngine(withLibrary = true) {
  const { default: createSluiceCore } = await import(path.join(root, 'dist/wasm/sluice-core.mjs'));
  const core = await createSluiceCore({ wasmBinary: fs.readFileSync(path.join(root, 'dist/wasm/sluice-core.wasm')) });
  if (withLibrary) core.supplyLibrary(readLibrary());
  return core;
}

/** The library pack as it lies beside the engine. */
export const readLibrary = () => fs.readFileSync(path.join(root, 'dist/wasm/sluice-library.txt'));

/**
 * Digests by the engine.
 * @param {Case[]} cases
 * @returns {Promise<string[]>}
 */
export async function engineDigests(cases) {
  const core = await loadEngine();
  return cases.map(({ source, python, name }) => core.digest(source, { python, fileName: name }));
}

/**
 * Compares what several builds say of the same cases: prints each program that differs, then "N passed, N failed".
 * @param {Case[]} cases
 * @param {Record<string, string[]>} builds digests in the order of the cases
 */
export function compareDigests(cases, builds) {
  let differing = 0;
  cases.forEach(({ file, python }, index) => {
    const of = Object.entries(builds).map(([build, all]) => `${build} ${all[index]}`);
    if (new Set(Object.values(builds).map((all) => all[index])).size === 1) return;
    differing += 1;
    console.log(`DIFFERENT ${path.relative(root, file)} (${python}): ${of.join(', ')}`);
  });
  console.log(`${cases.length - differing} passed, ${differing} failed`);
  process.exitCode = differing === 0 ? 0 : 1;
}
