// fuzz.mjs — random programs under the CPythons that are installed and under the core, compared step by step.
//
//   node fuzz.mjs [--sluice PATH] [--python 3.13|all] [--seed 1] [--count 200] [--keep FOLDER] [--reduce 5] [--brief]
//
// A program that differs is kept in FOLDER as fuzz_<version>_<seed>.py; of each version the first few are shrunk to
// fuzz_<version>_<seed>_short.py. A program that CPython itself does not run to an end is left out, and so is one that it runs one way and
// another (sets are in the order of addresses); both are counted apart.
// The last line is "N passed, N failed".

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { generate } from './generate.mjs';
import { findOracle, record } from './oracles.mjs';
import { reduce } from './reduce.mjs';
import { compare, findSluice, parseVersions, runSluiceOnMany } from './traces.mjs';

const { values: options } = parseArgs({
  options: {
    sluice: { type: 'string' },
    python: { type: 'string', default: '3.13' },
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '200' },
    keep: { type: 'string', default: path.join(os.tmpdir(), 'sluice-fuzz') },
    reduce: { type: 'string', default: '5' },
    brief: { type: 'boolean', default: false },
  },
});
const sluice = findSluice(options.sluice);
const folder = options.keep ?? '';
fs.mkdirSync(folder, { recursive: true });

/** @typedef {import('./traces.mjs').Verdict} Verdict */

/** CPython refuses to compile these. @param {import('./traces.mjs').Recording | null} recording */
const isInvalid = (recording) => recording === null || /^(File |\w*SyntaxError|IndentationError)/.test(recording.failure ?? '');

/**
 * Where a function of the library lies is another place on each machine: reprs of the core leave it out. In debug mode a
 * task is created in the library, or in the reference runner.
 */
const LIBRARY_PLACE = /( created)? at (\/[^\]\s]*\/)?(lib\/python[^\]\s:]*|oracle_c_tasks\.py):\d+/g;

/** @param {import('./traces.mjs').Recording} recording */
const withoutPlaces = (recording) => ({
  ...recording,
  trace: recording.trace.map((entry) => entry.map((part) => (typeof part === 'string' ? part.replace(LIBRARY_PLACE, '') : part))),
});

/**
 * Compares CPython and the core on some programs.
 * @param {import('./oracles.mjs').Oracle} oracle
 * @param {string} python
 * @param {string[]} files
 * @returns {Promise<(Verdict | null)[]>} null where CPython's own run did not end, or the program is no Python
 */
async function judge(oracle, python, files) {
  const [expected, actual] = await Promise.all([record(oracle, files), runSluiceOnMany(sluice, python, files)]);
  return files.map((file, index) => {
    const recording = expected[index];
    return recording === null || isInvalid(recording) ? null : compare(withoutPlaces(recording), actual[index], fs.readFileSync(file, 'utf8'));
  });
}

/** How often a program that differs is run again, to see whether it is always the same under CPython. */
const TRIALS = 4;

/** Put before the first line: CPython's collector comes by whenever so many objects were made, and ends what nothing refers to. */
const WITHOUT_COLLECTOR = 'import gc; gc.disable(); ';

/**
 * Whether CPython runs a program as the core does at least once, having run it differently before.
 * @param {import('./oracles.mjs').Oracle} oracle @param {string} python @param {string} file
 */
async function isUnstable(oracle, python, file) {
  const uncollected = file.replace('.py', '_uncollected.py');
  fs.writeFileSync(uncollected, WITHOUT_COLLECTOR + fs.readFileSync(file, 'utf8'));
  const [again] = await judge(oracle, python, [uncollected]);
  fs.unlinkSync(uncollected);
  if (again?.kind === 'same') return true;
  for (let trial = 0; trial < TRIALS; trial++) if ((await judge(oracle, python, [file]))[0]?.kind === 'same') return true;
  return false;
}

/** What makes two differences the same one: the first entries that differ, apart from numbers. @param {Verdict} verdict */
function signature({ kind, lines }) {
  const first = (/** @type {string} */ word) => lines.find((line) => line.startsWith(`    ${word}`)) ?? '';
  const text = kind === 'different' ? `${first('expected')}${first('got')}` || lines.join('\n') : lines.join('\n');
  return `${kind} ${text.replace(/\d+(\.\d+)?/g, 'N').replace(/ +\|.*/gm, '')}`;
}

let passed = 0;
let failed = 0;
let left = 0;
let unstable = 0;
for (const python of parseVersions(options.python ?? '3.13')) {
  const oracle = await findOracle(python);
  if (oracle === null) {
    console.log(`CPython ${python} is not installed: skipped`);
    continue;
  }
  const first = Number(options.seed);
  const files = Array.from({ length: Number(options.count) }, (_, index) => {
    const file = path.join(folder, `fuzz_${python}_${first + index}.py`);
    fs.writeFileSync(file, generate(first + index, Number(python.slice(2))));
    return file;
  });
  const verdicts = await judge(oracle, python, files);
  let reduced = 0;
  for (const [index, verdict] of verdicts.entries()) {
    const file = files[index];
    if (verdict === null || verdict.kind === 'same') {
      if (verdict === null) left++;
      else passed++;
      fs.unlinkSync(file);
      continue;
    }
    if (verdict.kind === 'different' && await isUnstable(oracle, python, file)) {
      unstable++;
      console.log(`UNSTABLE ${file}`);
      continue;
    }
    failed++;
    console.log(`${verdict.kind.toUpperCase()} ${file}`);
    for (const line of options.brief ? verdict.lines.slice(0, 9) : verdict.lines) console.log(`  ${line}`);
    if (++reduced > Number(options.reduce)) continue;
    const wanted = signature(verdict);
    const shortest = await reduce(fs.readFileSync(file, 'utf8'), async (sources) => {
      const scratch = sources.map((source, number) => {
        const place = path.join(folder, `scratch_${python}_${number}.py`);
        fs.writeFileSync(place, source);
        return place;
      });
      return (await judge(oracle, python, scratch)).map((again) => again !== null && signature(again) === wanted);
    });
    fs.writeFileSync(file.replace('.py', '_short.py'), shortest);
    console.log(`  shrunk to:\n${shortest.replace(/^/gm, '    ')}`);
  }
}
if (left > 0) console.log(`${left} left out: CPython did not run them to an end`);
if (unstable > 0) console.log(`${unstable} left out: CPython runs them one way and another`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
