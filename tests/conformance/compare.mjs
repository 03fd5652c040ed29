// compare.mjs — compares the core's traces of the corpus with CPython's goldens.
//
//   node compare.mjs [--sluice PATH] [--python 3.13|3.10,3.12|all] [--corpus FOLDER] [--brief] [--full] [WORD ...]
//
// A corpus is a folder with programs/ and golden/: this one, unless another is named (own, the project's own programs).
// Runs the programs whose names contain one of the words (all without words). For each that differs it shows the first
// entry that does, with the source line; with --full both traces, side by side; with --brief only the names.
// The last line is "N passed, N failed"; the exit status is 1 where one failed.

import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { compare, findSluice, isSameEntry, mapInParallel, parseVersions, report, runSluice, show, summarise } from './traces.mjs';

const here = path.dirname(new URL(import.meta.url).pathname);
const { values: options, positionals: words } = parseArgs({
  allowPositionals: true,
  options: {
    sluice: { type: 'string' },
    python: { type: 'string', default: 'all' },
    corpus: { type: 'string' },
    brief: { type: 'boolean', default: false },
    full: { type: 'boolean', default: false },
  },
});
const sluice = findSluice(options.sluice);
const corpus = options.corpus ?? here;

/** @type {{python: string, expected: import('./traces.mjs').Recording}[]} */
const cases = [];
for (const python of parseVersions(options.python ?? 'all')) {
  for (const line of fs.readFileSync(path.join(corpus, 'golden', `${python}.jsonl`), 'utf8').split('\n').filter((text) => text !== '')) {
    const expected = JSON.parse(line);
    if (words.length === 0 || words.some((word) => expected.program.includes(word))) cases.push({ python, expected });
  }
}

/** Both traces, line by line, with a mark where they differ. @param {any[][]} left @param {any[][]} right @param {string} source */
function showBoth(left, right, source) {
  const lines = source.split('\n');
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const same = index < left.length && index < right.length && isSameEntry(left[index], right[index]);
    if (index < left.length) console.log(`  ${same ? ' ' : '-'} ${show(left[index], lines)}`);
    if (!same && index < right.length) console.log(`  + ${show(right[index], lines)}`);
  }
}

const results = await mapInParallel(cases, async ({ python, expected }) => {
  const file = path.join(corpus, 'programs', expected.program);
  const source = fs.readFileSync(file, 'utf8');
  const actual = await runSluice(sluice, python, file);
  return { name: expected.program, python, expected, actual, source, verdict: compare(expected, actual, source) };
});
report(results, options.brief ?? false);
if (options.full) {
  for (const { name, python, expected, actual, source, verdict } of results) {
    if (verdict.kind !== 'different') continue;
    console.log(`\n${name} (${python})`);
    showBoth(expected.trace, actual.recording?.trace ?? [], source);
  }
}
summarise(results);
