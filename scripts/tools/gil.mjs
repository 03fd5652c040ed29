// gil.mjs — compares the model of the GIL with the CPythons of this machine. See scripts/compare-gil.
//
//   node gil.mjs [--sluice PATH] [--python 3.10,3.12|all] [--beats N]
//
// First what one of our instructions costs there, then how late a task wakes (median, 10th and 90th percentile, in ms) that sleeps some
// 10 ms while 0, 1, 2 and 4 threads compute, there and here with that cost. It measures: what it prints depends on the machine and on
// what else runs on it, so it is no test.

import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { findOracle } from '../../tests/conformance/oracles.mjs';
import { findSluice, parseVersions } from '../../tests/conformance/traces.mjs';

const { values: options } = parseArgs({
  options: {
    sluice: { type: 'string' },
    python: { type: 'string', default: '3.10,3.11,3.12,3.13' },
    beats: { type: 'string', default: '200' },
  },
});
const programs = path.resolve(path.dirname(new URL(import.meta.url).pathname), '../../tests/gil');
const sluice = findSluice(options.sluice);
const beats = options.beats ?? '200';

/** @param {string} command @param {string[]} args @returns {number[]} what it prints */
const numbers = (command, args) =>
  execFileSync(command, args, { encoding: 'utf8' }).trim().split(/\s+/).map(Number);

/** @param {string} python @param {number} cost @param {string[]} program */
const numbersHere = (python, cost, program) =>
  numbers(sluice, ['run', '--python', python, '--instruction-cost', String(cost), '--max-instructions', '0', ...program]);

/** @param {number[]} sorted @param {number} share */
const percentile = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];

/** @param {number[]} late */
function summary(late) {
  const sorted = [...late].sort((a, b) => a - b);
  return { median: percentile(sorted, 0.5), text: [0.1, 0.5, 0.9].map((share) => percentile(sorted, share).toFixed(1).padStart(5)).join(' ') };
}

const kProbe = 1e-9;
for (const python of parseVersions(options.python ?? 'all')) {
  const oracle = await findOracle(python);
  if (oracle === null || !oracle.hasThreads) {
    console.log(`CPython ${python} is not installed: skipped`);
    continue;
  }
  const loop = path.join(programs, 'loop.py');
  const cost = numbers(oracle.command, [loop])[0] / (numbersHere(python, kProbe, [loop])[0] / kProbe);
  console.log(`\n${python}: an instruction costs ${(cost * 1e9).toFixed(0)} ns`);
  console.log('threads   CPython 10 50 90 %     here 10 50 90 %   ratio of the medians');
  for (const threads of [0, 1, 2, 4]) {
    const heartbeat = [path.join(programs, 'heartbeat.py'), String(threads), beats];
    const there = summary(numbers(oracle.command, heartbeat));
    const here = summary(numbersHere(python, cost, heartbeat));
    console.log(`${threads}         ${there.text}      ${here.text}   ${(here.median / there.median).toFixed(2)}`);
  }
}
