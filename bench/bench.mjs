// bench.mjs — what programs cost: the command line's core, the engine in Node.js, and CPython on a virtual clock, in one run.
//
//   node bench/bench.mjs [--rounds 5] [--python python3.11] [--only WORD,WORD] [--without cpython,wasm,native,loop] [--growth] [--record]
//
// All run the same programs (bench/programs), which say in their first line what a unit is. In every round each of them runs each
// program, one after the other, in a process of its own; a ratio is taken within a round, and the median of the rounds is printed,
// so that other work on the machine moves both sides alike. Times are the processor's (user and system), not the wall's. Two of the
// workloads are also run by the loop alone, driven from C++ (loop.cpp). --growth adds the table of sizes; --record appends everything
// to bench/history.jsonl, one line of JSON a run.

import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const root = path.resolve(path.dirname(new URL(import.meta.url).pathname), '..');

/**
 * name, program, count and the ratios to CPython that are aimed at.
 * @typedef {{name: string, program: string, count: number, native: number, wasm: number, loop?: number}} Workload
 */

/** @type {Workload[]} */
const WORKLOADS = [
  { name: 'W1 gate, 10,000', program: 'gate', count: 10_000, native: 60, wasm: 35, loop: 150 },
  { name: 'W1 gate, 100,000', program: 'gate', count: 100_000, native: 60, wasm: 35, loop: 150 },
  { name: 'W2 yield', program: 'yield', count: 1_000_000, native: 30, wasm: 15, loop: 90 },
  { name: 'W3 timers, 100,000', program: 'timers', count: 100_000, native: 20, wasm: 14 },
  { name: 'W4 queue', program: 'queue', count: 200_000, native: 20, wasm: 10 },
  { name: 'W5 as_completed, 100,000', program: 'as_completed', count: 100_000, native: 50, wasm: 30 },
  { name: 'W6 fib(27)', program: 'fib', count: 1, native: 2, wasm: 1.3 },
  { name: 'W6 sieve', program: 'sieve', count: 1_000_000, native: 3, wasm: 2 },
  { name: 'W6 lists, dicts, strings', program: 'containers', count: 100_000, native: 1, wasm: 0.7 },
];

/** Sizes of W1 at which time and memory a task are looked at. */
const GROWTH = [1_000, 10_000, 100_000, 1_000_000];

/** @typedef {{seconds: number, memory: number, events?: number, traceBytes?: number}} Sample */

/** `takesName`: a workload's name and count in place of a program. */
const ENGINES = {
  loop: { command: path.join(root, 'build/native/sluice-measure-loop'), words: /** @type {string[]} */ ([]), runs: 3, takesName: true },
  native: { command: path.join(root, 'build/native/sluice-measure'), words: /** @type {string[]} */ ([]), runs: 3 },
  wasm: { command: process.execPath, words: [path.join(root, 'bench/measure.mjs'), process.env.SLUICE_WASM ?? path.join(root, 'dist/wasm')], runs: 3 },
  cpython: { command: 'python3.11', words: [path.join(root, 'bench/peer.py')], runs: 1 },
};
/** @typedef {keyof typeof ENGINES} EngineName */

const words = process.argv.slice(2);
/** @param {string} name */
const flag = (name) => words.includes(name);
/** @param {string} name @param {string} otherwise */
const option = (name, otherwise) => (words.includes(name) ? words[words.indexOf(name) + 1] : otherwise);

const rounds = Number(option('--rounds', '5'));
const only = option('--only', '').split(',');
const without = option('--without', '').split(',');
ENGINES.cpython.command = option('--python', ENGINES.cpython.command);
const engines = /** @type {EngineName[]} */ (Object.keys(ENGINES).filter((name) => !without.includes(name)));
const workloads = WORKLOADS.filter(({ name }) => only.some((word) => name.includes(word)));
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'sluice-bench-'));
process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }));

/** @param {number[]} values */
function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** A program with some size, as a file. @param {string} program @param {number} count */
function programOf(program, count) {
  const file = path.join(folder, `${program}-${count}.py`);
  if (!fs.existsSync(file)) {
    const source = fs.readFileSync(path.join(root, 'bench/programs', `${program}.py`), 'utf8');
    fs.writeFileSync(file, source.replace(/^count = .*$/m, `count = ${count}`));
  }
  return file;
}

/** Runs a program of some size on one of the engines, in a process of its own. @param {EngineName} name @param {string} program @param {number} count @returns {Sample} */
function measure(name, program, count) {
  const { command, words: before, runs, takesName = false } = /** @type {{command: string, words: string[], runs: number, takesName?: boolean}} */ (ENGINES[name]);
  const what = takesName ? [program, String(count)] : [programOf(program, count)];
  const { stdout, stderr, status, error } = spawnSync(command, [...before, ...what, String(runs)], { encoding: 'utf8' });
  if (error) throw error;
  if (status !== 0) throw new Error(`${name} ${program} ${count}: ${stderr}`);
  /** @type {Sample[]} */
  const samples = stdout.trim().split('\n').map((line) => JSON.parse(line));
  // Memory is the peak of the process: that of its first run.
  return { ...samples[0], seconds: median(samples.map(({ seconds }) => seconds)) };
}

/** @param {number} value */
const short = (value) => (value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2));

/** @param {string[]} head @param {string[][]} rows */
function printTable(head, rows) {
  console.log(`| ${head.join(' | ')} |`);
  console.log(`|---|${head.slice(1).map(() => '--:|').join('')}`);
  for (const row of rows) console.log(`| ${row.join(' | ')} |`);
  console.log('');
}

/** All workloads, round by round: nanoseconds a unit, and the ratios to CPython. */
function compareWorkloads() {
  /** @type {Record<string, Record<string, number[]>>} */
  const times = {};
  for (let round = 0; round < rounds; ++round) {
    for (const { name, program, count, loop } of workloads) {
      for (const engine of engines) {
        if (engine === 'loop' && loop === undefined) continue;
        const perUnit = (measure(engine, program, count).seconds / count) * 1e9;
        ((times[name] ??= {})[engine] ??= []).push(perUnit);
      }
    }
  }
  /** @type {Record<string, Record<string, number>>} */
  const results = {};
  for (const { name } of workloads) {
    const of = (results[name] = /** @type {Record<string, number>} */ ({}));
    for (const engine of engines) {
      if (!times[name][engine]) continue;
      of[engine] = median(times[name][engine]);
      if (engine === 'cpython' || !engines.includes('cpython')) continue;
      of[`${engine}Ratio`] = median(times[name][engine].map((own, round) => times[name].cpython[round] / own));
    }
  }
  return results;
}

/** @param {number | undefined} perUnit nanoseconds */
const duration = (perUnit) => (perUnit === undefined ? '' : perUnit >= 1e6 ? `${short(perUnit / 1e6)} ms` : `${short(perUnit)} ns`);
/** @param {number | undefined} ratio */
const times = (ratio) => (ratio === undefined ? '' : `${short(ratio)} ×`);

/** @param {ReturnType<typeof compareWorkloads>} results */
function printWorkloads(results) {
  printTable(
    ['a unit', 'CPython 3.11', 'native', 'ratio', 'target', 'wasm', 'ratio', 'target'],
    workloads.map(({ name, native, wasm }) => {
      const of = results[name];
      return [name, duration(of.cpython), duration(of.native), times(of.nativeRatio), times(native), duration(of.wasm), times(of.wasmRatio), times(wasm)];
    }),
  );
}

/** @param {ReturnType<typeof compareWorkloads>} results */
function printLoop(results) {
  printTable(
    ['a unit, by the loop alone', 'CPython 3.11', 'loop', 'ratio', 'target'],
    workloads.filter(({ loop }) => loop !== undefined).map(({ name, loop }) => [name, duration(results[name].cpython), duration(results[name].loop), times(results[name].loopRatio), times(loop)]),
  );
}

/** W1 at several sizes: time a task; memory a task that is not the trace's; bytes an event. */
function growWorkload() {
  /** @type {Record<string, {count: number, perTask: number, bytesPerTask: number, bytesPerEvent: number, events: number}[]>} */
  const results = {};
  for (const engine of engines.filter((name) => name !== 'cpython')) {
    const idle = measure(engine, 'gate', 1);
    results[engine] = GROWTH.map((count) => {
      const samples = Array.from({ length: Math.min(rounds, 3) }, () => measure(engine, 'gate', count));
      const { memory, events = 0, traceBytes = 0 } = samples[0];
      return {
        count,
        perTask: (median(samples.map(({ seconds }) => seconds)) / count) * 1e9,
        bytesPerTask: (memory - idle.memory - traceBytes) / count,
        bytesPerEvent: traceBytes / events,
        events,
      };
    });
  }
  return results;
}

/** @param {ReturnType<typeof growWorkload>} results */
function printGrowth(results) {
  for (const [engine, rows] of Object.entries(results)) {
    printTable(
      [`W1, ${engine}`, 'time a task', 'bytes a task, the trace apart', 'bytes an event', 'events a task'],
      rows.map(({ count, perTask, bytesPerTask, bytesPerEvent, events }) =>
        [count.toLocaleString('en'), duration(perTask), bytesPerTask.toFixed(0), bytesPerEvent.toFixed(1), (events / count).toFixed(1)]),
    );
  }
}

/** What the figures depend on. */
function surroundings() {
  /** @param {string} command @param {string[]} args */
  const ask = (command, ...args) => spawnSync(command, args, { encoding: 'utf8', cwd: root }).stdout?.trim() ?? '';
  return {
    date: new Date().toISOString(),
    commit: ask('git', 'rev-parse', '--short', 'HEAD'),
    processor: os.cpus()[0]?.model ?? '',
    processors: os.cpus().length,
    load: os.loadavg()[0],
    node: process.version,
    cpython: ask(ENGINES.cpython.command, '--version'),
    rounds,
  };
}

const started = surroundings();
const compared = compareWorkloads();
printWorkloads(compared);
if (engines.includes('loop')) printLoop(compared);
const grown = flag('--growth') ? growWorkload() : {};
printGrowth(grown);
if (flag('--record')) {
  fs.appendFileSync(path.join(root, 'bench/history.jsonl'), `${JSON.stringify({ ...started, workloads: compared, growth: grown })}\n`);
}
