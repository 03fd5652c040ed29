// live.mjs — the differential check: runs programs under the CPythons that are installed and under the core, and compares.
//
//   node live.mjs [--sluice PATH] [--python 3.13|3.10,3.12|all] [--brief] [--expected] PROGRAM.py ...
//
// A folder stands for the programs in it. A program whose second line says `# python >= 3.11` is left out before that.
// CPython 3.14 may be Pyodide (npm install --no-save pyodide@314), which is not asked to run programs with threads.
// --expected prints what CPython does, without the core. Versions that are not installed are skipped, and said to be.
// The last line is "N passed, N failed"; the exit status is 1 where one failed.

import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { appliesTo, findOracle, record } from './oracles.mjs';
import { compare, findSluice, mapInParallel, parseVersions, report, runSluice, show, summarise } from './traces.mjs';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sluice: { type: 'string' },
    python: { type: 'string', default: '3.13' },
    brief: { type: 'boolean', default: false },
    expected: { type: 'boolean', default: false },
  },
});
const files = positionals.flatMap((name) =>
  fs.statSync(name).isDirectory()
    ? fs.readdirSync(name).filter((entry) => entry.endsWith('.py')).sort().map((entry) => path.join(name, entry))
    : [name]);

/** @param {import('./traces.mjs').Recording} recording @param {string} source */
function print(recording, source) {
  console.log(`${recording.program} (${recording.python}) end ${recording.end} failure ${recording.failure}`);
  for (const entry of recording.trace) console.log(`  ${show(entry, source.split('\n'))}`);
}

/** @type {{name: string, python: string, verdict: import('./traces.mjs').Verdict}[]} */
const results = [];
for (const python of parseVersions(options.python ?? '3.13')) {
  const oracle = await findOracle(python);
  if (oracle === null) {
    console.log(`CPython ${python} is not installed: skipped`);
    continue;
  }
  const applying = files.filter((file) => appliesTo(file, python, oracle));
  const recordings = await record(oracle, applying);
  if (options.expected) {
    recordings.forEach((recording, index) => recording && print(recording, fs.readFileSync(applying[index], 'utf8')));
    continue;
  }
  const sluice = findSluice(options.sluice);
  const verdicts = await mapInParallel(applying, async (file) => {
    const expected = recordings[applying.indexOf(file)];
    if (expected === null) return null;
    return compare(expected, await runSluice(sluice, python, file), fs.readFileSync(file, 'utf8'));
  });
  verdicts.forEach((verdict, index) => {
    if (verdict === null) console.log(`SKIPPED ${applying[index]} (${python}): CPython's own run did not end`);
    else results.push({ name: applying[index], python, verdict });
  });
}
if (!options.expected) {
  report(results, options.brief ?? false);
  summarise(results);
}
