// record.mjs — writes the goldens of a corpus anew, from the CPythons that are installed.
//
//   node record.mjs [--python 3.13|3.10,3.12|all] FOLDER [NAME…]
//
// The folder has programs/ and golden/. With names of programs (without .py), the lines of the others stay as they are. Versions that are not installed are skipped, and said to be; 3.14 may be Pyodide, which is
// not asked to run programs with threads. Look at the difference before committing it: a golden is what CPython does.

import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { appliesTo, findOracle, record } from './oracles.mjs';
import { parseVersions } from './traces.mjs';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { python: { type: 'string', default: 'all' } },
});
const [corpus, ...names] = positionals;
const programs = fs.readdirSync(path.join(corpus, 'programs')).sort();
const wanted = programs.filter((program) => names.length === 0 || names.includes(path.parse(program).name));
const missing = names.filter((name) => !programs.includes(`${name}.py`));
if (missing.length > 0) throw new Error(`no such program: ${missing.join(', ')}`);

/**
 * The lines of a golden file that stay.
 * @param {string} golden
 */
function keptLines(golden) {
  if (names.length === 0 || !fs.existsSync(golden)) return [];
  const lines = fs.readFileSync(golden, 'utf8').split('\n').filter((line) => line !== '');
  return lines.filter((line) => !wanted.includes(JSON.parse(line).program));
}

for (const python of parseVersions(options.python ?? 'all')) {
  const oracle = await findOracle(python);
  if (oracle === null) {
    console.log(`CPython ${python} is not installed: skipped`);
    continue;
  }
  const files = wanted.map((name) => path.join(corpus, 'programs', name)).filter((file) => appliesTo(file, python, oracle));
  const recordings = await record(oracle, files);
  const made = recordings.filter((recording) => recording !== null).map((recording) => JSON.stringify(recording));
  const golden = path.join(corpus, 'golden', `${python}.jsonl`);
  const lines = [...keptLines(golden), ...made].map((line) => ({ line, program: JSON.parse(line).program }));
  lines.sort((a, b) => (a.program < b.program ? -1 : 1));
  fs.writeFileSync(golden, lines.map(({ line }) => line + '\n').join(''));
  console.log(`${python}: ${made.length} programs`);
}
