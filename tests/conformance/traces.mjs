// traces.mjs — running `sluice trace`, and comparing two traces of the form that README.md describes.

import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** The versions of Python that the core reproduces, oldest first. */
export const VERSIONS = ['3.10', '3.11', '3.12', '3.13', '3.14'];

/** A run of one program may take this long, in milliseconds. The core's own budgets end a run far earlier. */
const TIMEOUT_MS = 30_000;
/** A program that goes on printing for ever is stopped long before it fills the memory. */
const MOST_BYTES = 100_000_000;

/**
 * One line of a golden file, or of `sluice trace`.
 * @typedef {{program: string, python: string, step: number, end: number, failure: string | null, trace: any[][]}} Recording
 */

/**
 * How a comparison of two recordings came out. A program that the core refuses to run is no match, but no wrong picture either.
 * @typedef {{kind: 'same' | 'different' | 'refused' | 'crashed', lines: string[]}} Verdict
 */

/**
 * Runs a command to its end.
 * @param {string} command
 * @param {string[]} args
 * @param {number} [timeoutMs]
 * @param {{cwd?: string, env?: NodeJS.ProcessEnv}} [surroundings]  unless they are this process's own
 * @returns {Promise<{stdout: string, stderr: string, status: number | null, signal: string | null}>}
 */
export function execute(command, args, timeoutMs = TIMEOUT_MS, surroundings = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...surroundings });
    // Not spawn's own timeout: after a command that does not exist, its timer would hold the process.
    const timer = setTimeout(() => child.kill('SIGKILL'), timeoutMs);
    timer.unref();
    /** @type {Buffer[]} */
    const out = [];
    /** @type {Buffer[]} */
    const err = [];
    let size = 0;
    child.stdout.on('data', (chunk) => {
      size += chunk.length;
      if (size > MOST_BYTES) child.kill('SIGKILL');
      else out.push(chunk);
    });
    child.stderr.on('data', (chunk) => err.push(chunk));
    child.on('error', (error) => resolve({ stdout: '', stderr: String(error), status: null, signal: 'error' }));
    child.on('close', (status, signal) => {
      clearTimeout(timer);
      resolve({ stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString(), status, signal });
    });
  });
}

/**
 * Applies `work` to all items, a few at a time; the results are in the order of the items.
 * @template T, R
 * @param {T[]} items
 * @param {(item: T) => Promise<R>} work
 * @param {number} [jobs]
 * @returns {Promise<R[]>}
 */
export async function mapInParallel(items, work, jobs = Math.min(4, os.cpus().length)) {
  /** @type {R[]} */
  const results = new Array(items.length);
  let next = 0;
  const worker = async () => {
    while (next < items.length) {
      const index = next++;
      results[index] = await work(items[index]);
    }
  };
  await Promise.all(Array.from({ length: jobs }, worker));
  return results;
}

/**
 * Runs one program under the core. Each has a process of its own, so that a crash costs one program only.
 * @param {string} sluice  the executable
 * @param {string} python  "3.13"
 * @param {string} file
 * @returns {Promise<{recording: Recording | null, problem: string}>} `problem` says why there is no recording
 */
export async function runSluice(sluice, python, file) {
  const { stdout, stderr, status, signal } = await execute(sluice, ['trace', '--python', python, file]);
  const line = stdout.split('\n')[0];
  const lastWords = stderr.trim().split('\n').slice(-12).join('\n');
  if (signal !== null) return { recording: null, problem: `ended by ${signal}\n${lastWords}` };
  if (line === '') return { recording: null, problem: `no output, exit status ${status}\n${lastWords}` };
  try {
    return { recording: JSON.parse(line), problem: '' };
  } catch (error) {
    return { recording: null, problem: `not JSON: ${error}\n${line.slice(0, 200)}` };
  }
}

/** Programs that share one process in runSluiceOnMany. */
const BATCH = 25;

/**
 * The same for many programs, several a process. The program at which a process ends early is run again by itself, so that its
 * last words are its own.
 * @param {string} sluice
 * @param {string} python
 * @param {string[]} files
 * @returns {Promise<{recording: Recording | null, problem: string}[]>} in the order of the files
 */
export async function runSluiceOnMany(sluice, python, files) {
  /** @param {string[]} batch @returns {Promise<{recording: Recording | null, problem: string}[]>} */
  const run = async (batch) => {
    const { stdout } = await execute(sluice, ['trace', '--python', python, ...batch], TIMEOUT_MS + 1000 * batch.length);
    const results = stdout.split('\n').slice(0, -1).map((line) => ({ recording: JSON.parse(line), problem: '' }));
    if (results.length >= batch.length) return results;
    const [culprit, ...rest] = batch.slice(results.length);
    return [...results, await runSluice(sluice, python, culprit), ...(rest.length > 0 ? await run(rest) : [])];
  };
  const batches = [];
  for (let start = 0; start < files.length; start += BATCH) batches.push(files.slice(start, start + BATCH));
  return (await mapInParallel(batches, run, 2)).flat();
}

/** Times are compared as the goldens have them, rounded to 9 decimals. @param {any} left @param {any} right */
const isSameTime = (left, right) =>
  typeof left === 'number' && typeof right === 'number' && left.toFixed(9) === right.toFixed(9);

/** Addresses differ from run to run, with CPython too. @param {any} item */
const withoutAddress = (item) => (typeof item === 'string' ? item.replace(/\bat 0x[0-9a-f]+/g, 'at 0x…') : item);

/** @param {any[]} left @param {any[]} right */
export const isSameEntry = (left, right) =>
  left.length === right.length &&
  left.every((item, index) => (index === 1 ? isSameTime(item, right[index]) : withoutAddress(item) === withoutAddress(right[index])));

/**
 * Compares a recording of the core with CPython's.
 * @param {Recording} expected
 * @param {{recording: Recording | null, problem: string}} actual
 * @param {string} source   the program, for showing the lines that a step waits on
 * @returns {Verdict}
 */
export function compare(expected, { recording, problem }, source) {
  if (recording === null) return { kind: 'crashed', lines: problem.trim().split('\n') };
  if (recording.failure?.startsWith('Unsupported: ')) return { kind: 'refused', lines: [recording.failure] };
  const lines = [
    ...differenceOfTraces(expected.trace, recording.trace, source.split('\n')),
    ...differenceOfField('failure', expected.failure, recording.failure),
    ...(isSameTime(expected.end, recording.end) ? [] : differenceOfField('end', expected.end, recording.end)),
    ...differenceOfField('python', expected.python, recording.python),
    ...differenceOfField('step', expected.step, recording.step),
    ...differenceOfField('program', expected.program, recording.program),
  ];
  return { kind: lines.length === 0 ? 'same' : 'different', lines };
}

/** @param {string} name @param {any} expected @param {any} actual */
function differenceOfField(name, expected, actual) {
  return expected === actual ? [] : [`${name}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`];
}

/** @param {any[][]} expected @param {any[][]} actual @param {string[]} source */
function differenceOfTraces(expected, actual, source) {
  const most = Math.max(expected.length, actual.length);
  for (let index = 0; index < most; index++) {
    if (index < expected.length && index < actual.length && isSameEntry(expected[index], actual[index])) continue;
    return [
      `entry ${index} of ${expected.length} differs (got ${actual.length} entries)`,
      ...expected.slice(Math.max(0, index - 3), index).map((entry) => `    both      ${show(entry, source)}`),
      ...window(expected, index).map((entry) => `    expected  ${show(entry, source)}`),
      ...window(actual, index).map((entry) => `    got       ${show(entry, source)}`),
    ];
  }
  return [];
}

/** The entry that differs and the two after it. @param {any[][]} trace @param {number} index */
const window = (trace, index) => (index < trace.length ? trace.slice(index, index + 3) : [['(no more)']]);

/** One entry as text; a step with the source line that it waits on. @param {any[]} entry @param {string[]} source */
export function show(entry, source) {
  const text = JSON.stringify(entry);
  if (entry[0] !== 'step' || typeof entry[3] !== 'number') return text;
  return `${text.padEnd(36)}  | ${(source[entry[3] - 1] ?? '').trim()}`;
}

/**
 * Where the executable is: the one asked for, else the release build, else the debug build.
 * @param {string | undefined} asked
 */
export function findSluice(asked) {
  const root = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '../..');
  const places = asked ? [asked] : ['native', 'debug'].map((preset) => `${root}/build/${preset}/core/cli/sluice`);
  const found = places.find((place) => fs.existsSync(place));
  if (found === undefined) {
    console.error(`no executable at ${places.join(' or ')}; build it with scripts/build, or name one with --sluice`);
    process.exit(2);
  }
  return found;
}

/**
 * The versions that `--python` names: "3.13", "3.10,3.12" or "all".
 * @param {string} text
 */
export function parseVersions(text) {
  const versions = text === 'all' ? VERSIONS : text.split(',');
  const unknown = versions.find((version) => !VERSIONS.includes(version));
  if (unknown !== undefined) {
    console.error(`unknown version ${unknown}; there are ${VERSIONS.join(', ')}`);
    process.exit(2);
  }
  return versions;
}

/**
 * Prints the verdicts by category (the first word of a program's name), and the closing line. Sets the exit status.
 * @param {{name: string, verdict: Verdict}[]} results
 */
export function summarise(results) {
  /** @type {Map<string, number[]>} */
  const categories = new Map();
  for (const { name, verdict } of results) {
    const category = path.basename(name).split(/[_.]/)[0];
    const counts = categories.get(category) ?? [0, 0];
    counts[0] += verdict.kind === 'same' ? 1 : 0;
    counts[1] += 1;
    categories.set(category, counts);
  }
  if (categories.size <= 20) {
    console.log([...categories].map(([name, [good, all]]) => `${name} ${good}/${all}`).join('  '));
  }
  const passed = results.filter(({ verdict }) => verdict.kind === 'same').length;
  const refused = results.filter(({ verdict }) => verdict.kind === 'refused').length;
  if (refused > 0) console.log(`of those that failed, ${refused} refused`);
  console.log(`${passed} passed, ${results.length - passed} failed`);
  process.exitCode = passed === results.length ? 0 : 1;
}

/**
 * Prints what is wrong, program by program. Versions that fail in the same way share one entry.
 * @param {{name: string, python: string, verdict: Verdict}[]} results
 * @param {boolean} brief   only the names
 */
export function report(results, brief) {
  /** @type {Map<string, {name: string, verdict: Verdict, versions: string[]}>} */
  const faults = new Map();
  for (const { name, python, verdict } of results) {
    if (verdict.kind === 'same') continue;
    const key = JSON.stringify([name, verdict]);
    const fault = faults.get(key) ?? { name, verdict, versions: [] };
    fault.versions.push(python);
    faults.set(key, fault);
  }
  for (const { name, verdict, versions } of faults.values()) {
    console.log(`${verdict.kind.toUpperCase()} ${name} (${versions.join(', ')})`);
    if (!brief) for (const line of verdict.lines) console.log(`  ${line}`);
  }
}
