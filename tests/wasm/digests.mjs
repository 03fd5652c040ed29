// digests.mjs — the digests of the corpus' traces, from the native builds and from the engine.
//
// A digest covers every event, text, number and object of a trace: equal digests mean equal runs.

import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const root = path.resolve(path.dirname(new URL(import.meta.url).pathname), '../..');

/** @typedef {{python: string, name: string, file: string, source: string}} Case */

/** Every program of the corpus, under every version that has a golden of it. @returns {Case[]} */
export function corpusCases() {
  const corpus = path.join(root, 'tests/conformance');
  return ['3.10', '3.11', '3.12', '3.13', '3.14'].flatMap((python) =>
    fs.readFileSync(path.join(corpus, 'golden', `${python}.jsonl`), 'utf8').trim().split('\n').map((line) => {
      const name = JSON.parse(line).program;
      const file = path.join(corpus, 'programs', name);
      return { python, name, file, source: fs.readFileSync(file, 'utf8') };
    }));
}

/**
 * Digests by a native build, in the order of the cases.
 * @param {string} preset "native", "clang"
 * @param {Case[]} cases
 */
export function nativeDigests(preset, cases) {
  const sluice = path.join(root, 'build', preset, 'core/cli/sluice');
  /** @type {string[]} */
  const digests = [];
  for (const python of new Set(cases.map((each) => each.python))) {
    const files = cases.filter((each) => each.python === python).map((each) => each.file);
    // The status is 1: some programs of the corpus fail on purpose.
    const { stdout, error } = spawnSync(sluice, ['digest', '--python', python, ...files], { encoding: 'utf8' });
    if (error) throw error;
    digests.push(...stdout.trim().split('\n').map((line) => line.split(' ')[0]));
  }
  return digests;
}

/**
 * Digests by the engine as the page has it, in this process.
 * @param {Case[]} cases
 * @returns {Promise<string[]>}
 */
export async function engineDigests(cases) {
  const { default: createSluiceCore } = await import(path.join(root, 'dist/wasm/sluice-core.mjs'));
  const core = await createSluiceCore({ wasmBinary: fs.readFileSync(path.join(root, 'dist/wasm/sluice-core.wasm')) });
  return cases.map(({ source, python, name }) => core.digest(source, { python, fileName: name }));
}
