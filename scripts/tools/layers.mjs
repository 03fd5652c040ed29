// layers.mjs — checks that includes go down the layers, or stay in their folder, that core/ uses no header it may not, and
// that versions of Python are compared in base/*_changes.h alone.
//
//   node layers.mjs [FOLDER]      the root of the repository; prints each violation, then "N passed, N failed"

import fs from 'node:fs';
import path from 'node:path';

/** What each layer may include, beside itself. The tests of a layer may include what the layer may. */
const BELOW = {
  base: [],
  trace: ['base'],
  loop: ['base', 'trace'],
  language: ['base'],
  vm: ['base', 'trace', 'loop', 'language'],
  sluice: ['base', 'trace', 'loop', 'language', 'vm'],
  // The public API is all that these two may see.
  cli: ['sluice'],
  wasm: ['sluice'],
};

/** Headers that our oldest toolchain lacks, that make the engine large, or that stand for what core/ does without. */
const BANNED = new Map([
  ['format', 'not in libc++ 13'],
  ['ranges', 'not in libc++ 13'],
  ['coroutine', 'suspended frames must be visible to the trace'],
  ['source_location', 'not in clang 14'],
  ['iostream', 'costs the engine tens of kilobytes'],
  ['sstream', 'costs the engine tens of kilobytes'],
  ['iomanip', 'costs the engine tens of kilobytes'],
  ['regex', 'costs the engine tens of kilobytes'],
  ['locale', 'costs the engine tens of kilobytes'],
  ['thread', 'the core has one thread'],
  ['mutex', 'the core has one thread'],
  ['random', 'results differ between libraries'],
  ['chrono', 'time is virtual'],
  ['exception', 'no exceptions in the core'],
  ['stdexcept', 'no exceptions in the core'],
  ['typeinfo', 'no run-time type information in the core'],
]);

/** The command line talks to a terminal. */
const MAY_PRINT = new Set(['cli']);

/** A difference between Pythons has a name, which the predicate in one of these files gives it. */
const MAY_COMPARE_VERSIONS = /^core\/base\/(\w+_changes|python_version)\.h$/;

const root = process.argv[2] ?? '.';
const places = [
  ...Object.keys(BELOW).filter((layer) => layer !== 'wasm').map((layer) => ({ layer, folder: `core/${layer}`, isTest: false })),
  { layer: 'wasm', folder: 'wasm', isTest: false },
  ...Object.keys(BELOW).map((layer) => ({ layer, folder: `tests/core/${layer}`, isTest: true })),
];

/** @param {string} folder @returns {string[]} all C++ files below it */
function filesOf(folder) {
  if (!fs.existsSync(folder)) return [];
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const name = path.join(folder, entry.name);
    if (entry.isDirectory()) return filesOf(name);
    return /\.(h|cpp|def)$/.test(name) ? [name] : [];
  });
}

/** @param {string} file @param {string} line @returns {string} what is wrong; empty: nothing */
function versionFaultOf(file, line) {
  if (!file.startsWith('core/') || MAY_COMPARE_VERSIONS.test(file)) return '';
  return /\bminor\s*([<>]=?|[=!]=)\s*\d/.test(line) ? 'versions are compared in core/base/*_changes.h alone' : '';
}

/** @param {keyof typeof BELOW} layer @param {boolean} isTest @param {string} line @returns {string} what is wrong; empty: nothing */
function includeFaultOf(layer, isTest, line) {
  const own = /^\s*#\s*include\s+"([^"/]+)\/([^"]*)"/.exec(line);
  if (own) {
    const target = own[1];
    // A test stands above the public API too: that of the command line may look into the layers that it drives.
    const below = isTest && layer === 'cli' ? [...BELOW.sluice, 'sluice'] : BELOW[layer];
    if (target === layer || !(target in BELOW) || /** @type {string[]} */ (below).includes(target)) return '';
    return `${layer} may not include ${target}`;
  }
  const standard = /^\s*#\s*include\s+<([^>]+)>/.exec(line);
  if (isTest || !standard || MAY_PRINT.has(layer)) return '';
  const reason = BANNED.get(standard[1]);
  return reason === undefined ? '' : `core does without <${standard[1]}>: ${reason}`;
}

let bad = 0;
for (const { layer, folder, isTest } of places) {
  for (const file of filesOf(path.join(root, folder))) {
    const name = path.relative(root, file);
    const faults = fs.readFileSync(file, 'utf8').split('\n').flatMap((line, index) => {
      const found = [includeFaultOf(/** @type {keyof typeof BELOW} */ (layer), isTest, line), versionFaultOf(name, line)];
      return found.filter((fault) => fault !== '').map((fault) => ({ fault, number: index + 1 }));
    });
    for (const { fault, number } of faults) console.log(`${name}:${number}: ${fault}`);
    bad += faults.length;
  }
}
// The whole check is one test that passes, or each fault one that fails.
console.log(`${bad === 0 ? 1 : 0} passed, ${bad} failed`);
process.exitCode = bad === 0 ? 0 : 1;
