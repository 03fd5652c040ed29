// fuzz.mjs — random programs under the CPythons that are installed and under the core, compared step by step.
//
//   node fuzz.mjs [--sluice PATH] [--python 3.13|all] [--seed 1] [--count 200] [--keep FOLDER] [--no-reduce]
//
// A program that differs is shrunk and kept in FOLDER as fuzz_<version>_<seed>.py. The last line is "N passed, N failed".

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { generate } from './generate.mjs';
import { findOracle, record } from './oracles.mjs';
import { reduce } from './reduce.mjs';
import { compare, findSluice, mapInParallel, parseVersions, runSluice } from './traces.mjs';

const { values: options } = parseArgs({
  options: {
    sluice: { type: 'string' },
    python: { type: 'string', default: '3.13' },
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '200' },
    keep: { type: 'string', default: path.join(os.tmpdir(), 'sluice-fuzz') },
    'no-reduce': { type: 'boolean', default: false },
  },
});
const sluice = findSluice(options.sluice);
const folder = options.keep ?? '';
fs.mkdirSync(folder, { recursive: true });

/** Most differing programs of a version that are shrunk: each takes hundreds of runs. */
const MOST_REDUCED = 5;

let passed = 0;
let failed = 0;
for (const python of parseVersions(options.python ?? '3.13')) {
  const oracle = await findOracle(python);
  if (oracle === null) {
    console.log(`CPython ${python} is not installed: skipped`);
    continue;
  }
  /** @type {(source: string, file: string) => Promise<import('./traces.mjs').Verdict | null>} */
  const judge = async (source, file) => {
    fs.writeFileSync(file, source);
    const [expected] = await record(oracle, [file]);
    if (expected === null || expected.failure?.includes('SyntaxError') || expected.failure?.startsWith('File ')) return null;
    return compare(expected, await runSluice(sluice, python, file), source);
  };
  const first = Number(options.seed);
  const files = Array.from({ length: Number(options.count) }, (_, index) => {
    const file = path.join(folder, `fuzz_${python}_${first + index}.py`);
    fs.writeFileSync(file, generate(first + index, Number(python.slice(2))));
    return file;
  });
  const recordings = await record(oracle, files);
  const verdicts = await mapInParallel(files, async (file) => {
    const expected = recordings[files.indexOf(file)];
    if (expected === null) return null;
    return compare(expected, await runSluice(sluice, python, file), fs.readFileSync(file, 'utf8'));
  });
  let reduced = 0;
  for (const [index, verdict] of verdicts.entries()) {
    const file = files[index];
    if (verdict === null || verdict.kind === 'same') {
      passed += verdict === null ? 0 : 1;
      fs.unlinkSync(file);
      continue;
    }
    failed++;
    console.log(`${verdict.kind.toUpperCase()} ${file}`);
    for (const line of verdict.lines) console.log(`  ${line}`);
    if (options['no-reduce'] || ++reduced > MOST_REDUCED) continue;
    const scratch = path.join(folder, path.basename(file));
    const shortest = await reduce(fs.readFileSync(file, 'utf8'), async (source) => {
      const again = await judge(source, scratch);
      return again !== null && again.kind === verdict.kind;
    });
    fs.writeFileSync(scratch, shortest);
    console.log(`  shrunk to:\n${shortest.replace(/^/gm, '    ')}`);
  }
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
