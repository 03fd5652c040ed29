// coverage.mjs — sums up what gcov counted in a build, for the files of core/.
//
//   node coverage.mjs BUILD [FILE ...]
//
// A line or a branch of a header counts as run if one of the files that include it runs it. Branches that only exceptions of C++
// take are left out: core is compiled without them.

import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const root = path.resolve(path.dirname(new URL(import.meta.url).pathname), '../..');
const [build, ...wanted] = process.argv.slice(2);

/** @typedef {{lines: Map<number, number>, branches: Map<string, number>}} FileCounts */
/** @type {Map<string, FileCounts>} */
const files = new Map();

const data = fs.readdirSync(build, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.gcda') && name.includes('/core/'));
for (const name of data) {
  const { stdout } = spawnSync('gcov', ['--json-format', '--stdout', '--branch-probabilities', path.resolve(build, name)], {
    cwd: build, encoding: 'utf8', maxBuffer: 1 << 28,
  });
  for (const text of stdout.split('\n').filter((line) => line.startsWith('{'))) {
    for (const file of JSON.parse(text).files) add(path.relative(root, path.resolve(build, file.file)), file.lines);
  }
}

/** @param {string} name @param {{line_number: number, count: number, branches: {count: number, throw: boolean}[]}[]} lines */
function add(name, lines) {
  if (!name.startsWith('core/')) return;
  const counts = files.get(name) ?? { lines: new Map(), branches: new Map() };
  files.set(name, counts);
  for (const { line_number: line, count, branches } of lines) {
    counts.lines.set(line, (counts.lines.get(line) ?? 0) + count);
    branches.filter((branch) => !branch.throw).forEach((branch, index) => {
      const key = `${line}:${index}`;
      counts.branches.set(key, (counts.branches.get(key) ?? 0) + branch.count);
    });
  }
}

/** @param {Iterable<number>} counts @returns {[number, number]} how many ran, and of how many */
const ran = (counts) => {
  const all = [...counts];
  return [all.filter((count) => count > 0).length, all.length];
};
/** @param {[number, number]} share */
const percent = ([some, all]) => (all === 0 ? '   -  ' : `${((100 * some) / all).toFixed(1).padStart(5)}%`);

/** @type {Map<string, {lines: [number, number], branches: [number, number]}>} */
const folders = new Map();
const rows = [...files].map(([name, counts]) => ({ name, lines: ran(counts.lines.values()), branches: ran(counts.branches.values()) }));
for (const { name, lines, branches } of rows) {
  for (const folder of [name.split('/').slice(0, 2).join('/'), 'core']) {
    const sum = folders.get(folder) ?? { lines: [0, 0], branches: [0, 0] };
    folders.set(folder, sum);
    for (const i of [0, 1]) {
      sum.lines[i] += lines[i];
      sum.branches[i] += branches[i];
    }
  }
}
for (const [name, { lines, branches }] of [...folders].sort()) {
  console.log(`${name.padEnd(16)} lines ${percent(lines)} of ${String(lines[1]).padStart(6)}   branches ${percent(branches)} of ${branches[1]}`);
}
console.log('\nMost lines that nothing runs:');
const missing = (/** @type {{lines: [number, number]}} */ row) => row.lines[1] - row.lines[0];
for (const row of rows.sort((a, b) => missing(b) - missing(a)).slice(0, 15)) {
  console.log(`${String(missing(row)).padStart(5)}  ${percent(row.lines)}  ${row.name}`);
}
for (const name of wanted) {
  const source = fs.readFileSync(name, 'utf8').split('\n');
  console.log(`\n${name}`);
  for (const [line, count] of [...(files.get(name)?.lines ?? [])].sort(([a], [b]) => a - b)) {
    if (count === 0) console.log(`${String(line).padStart(5)}  ${source[line - 1]}`);
  }
}
