// oracles.mjs — runs programs under the CPythons that are installed, through the reference runner with tasks in C.

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createRequire } from 'node:module';
import { execute, mapInParallel } from './traces.mjs';

/** @typedef {import('./traces.mjs').Recording} Recording */
/** @typedef {{command: string, args: string[], hasThreads: boolean}} Oracle */

const here = path.dirname(new URL(import.meta.url).pathname);
/** Where the module `sluice` is, which programs may import. */
const MODULES = path.resolve(here, '../../web/python');
/** Programs that share one process: starting Python takes longer than most programs. */
const BATCH = 40;
/** One program may take this long, in milliseconds; one that takes longer has no recording. */
const TIMEOUT_MS = 20_000;

/**
 * The command that runs oracle_c_tasks.py for a version; null where that version is not installed.
 * Looks for pythonX.Y on the PATH, then for pyenv's, then (3.14) for the package pyodide in node_modules.
 * @param {string} version "3.13"
 * @returns {Promise<Oracle | null>}
 */
export async function findOracle(version) {
  const pyenv = path.join(os.homedir(), '.pyenv/versions');
  const builds = fs.existsSync(pyenv) ? fs.readdirSync(pyenv).filter((name) => name.startsWith(`${version}.`)) : [];
  for (const command of [`python${version}`, ...builds.map((name) => path.join(pyenv, name, 'bin/python'))]) {
    const { stdout } = await execute(command, ['-c', 'import sys; print("%d.%d" % sys.version_info[:2])']);
    if (stdout.trim() === version) return { command, args: [path.join(here, 'oracle_c_tasks.py')], hasThreads: true };
  }
  if (version !== '3.14') return null;
  try {
    createRequire(path.join(process.cwd(), 'x.js')).resolve('pyodide/pyodide.mjs');
  } catch {
    return null;
  }
  return { command: process.execPath, args: [path.join(here, 'pyodide.mjs'), '--c-tasks'], hasThreads: false };
}

/**
 * Whether a program can run under that CPython: a second line `# python >= 3.11` names its first version (Pyodide's limits apart).
 * @param {string} file @param {string} version "3.13" @param {Oracle} oracle
 */
export function appliesTo(file, version, oracle) {
  const source = fs.readFileSync(file, 'utf8');
  const firstMinor = Number(/^# python >= 3\.(\d+)/m.exec(source)?.[1] ?? 10);
  // Processes have clocks of their own, which nobody can make virtual from here.
  if (/ProcessPool/.test(source)) return false;
  // Pyodide has no threads, Emscripten's numbers of errors, no OpenSSL, and the hashes of 32 bits.
  return firstMinor <= Number(version.slice(2)) && (oracle.hasThreads || !/to_thread|xecutor|threading|errno|hashlib|\bhash\(/.test(source));
}

/**
 * Records programs under one CPython, several a process.
 * @param {Oracle} oracle
 * @param {string[]} files
 * @returns {Promise<(Recording | null)[]>} in the order of the files; null where the reference runner did not end well
 */
export async function record(oracle, files) {
  /** @type {string[][]} */
  const batches = [];
  let shared = /** @type {string[]} */ ([]);
  for (const file of files) {
    const alone = leavesTraces(file);
    if (!alone && shared.length === 0) batches.push(shared);
    (alone ? batches[batches.push([]) - 1] : shared).push(file);
    if (shared.length === BATCH) shared = [];
  }
  const recordings = (await mapInParallel(batches, (batch) => recordBatch(oracle, batch), 2)).flat();
  const places = new Map(batches.flat().map((file, index) => [file, index]));
  return files.map((file) => recordings[places.get(file) ?? -1]);
}

/** Whether a program changes the state of a module, which the next one in the process would see. @param {string} file */
const leavesTraces = (file) => /\blogging\b|\bwarnings\b|\bset_event_loop/.test(fs.readFileSync(file, 'utf8'));

/** @param {Oracle} oracle @param {string[]} batch @returns {Promise<(Recording | null)[]>} */
async function recordBatch(oracle, batch) {
  // In a folder of its own: programs may write files. Pyodide has a file system of its own.
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'oracle-'));
  const files = batch.map((file) => path.resolve(file));
  const surroundings = { ...(oracle.hasThreads ? { cwd: folder } : {}), env: { ...process.env, PYTHONPATH: MODULES } };
  const { stdout } = await execute(oracle.command, [...oracle.args, ...files], TIMEOUT_MS + 1000 * batch.length, surroundings);
  fs.rmSync(folder, { recursive: true });
  /** @type {(Recording | null)[]} */
  const recordings = stdout.split('\n').slice(0, -1).map((line) => JSON.parse(line));
  if (recordings.length >= batch.length || batch.length === 1) return recordings.length > 0 ? recordings : [null];
  // The program after the last recording hung or took the process with it.
  const rest = batch.slice(recordings.length);
  const culprit = await recordBatch(oracle, rest.slice(0, 1));
  return [...recordings, ...culprit, ...(rest.length > 1 ? await recordBatch(oracle, rest.slice(1)) : [])];
}
