// record.mjs — writes the goldens of a corpus anew, from the CPythons that are installed.
//
//   node record.mjs [--python 3.13|3.10,3.12|all] FOLDER
//
// The folder has programs/ and golden/. Versions that are not installed are skipped, and said to be; 3.14 may be Pyodide, which is
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
const corpus = positionals[0];
const files = fs.readdirSync(path.join(corpus, 'programs')).sort().map((name) => path.join(corpus, 'programs', name));
for (const python of parseVersions(options.python ?? 'all')) {
  const oracle = await findOracle(python);
  if (oracle === null) {
    console.log(`CPython ${python} is not installed: skipped`);
    continue;
  }
  const recordings = await record(oracle, files.filter((file) => appliesTo(file, python, oracle)));
  const lines = recordings.filter((recording) => recording !== null).map((recording) => JSON.stringify(recording));
  fs.writeFileSync(path.join(corpus, 'golden', `${python}.jsonl`), lines.map((line) => line + '\n').join(''));
  console.log(`${python}: ${lines.length} programs`);
}
