// measure.mjs — runs one program a few times on the engine, in Node.js, and prints what each run took, one line of JSON a run.
//
//   node measure.mjs ENGINE-FOLDER PROGRAM.py ROUNDS      see bench.mjs, which calls it

import fs from 'node:fs';
import path from 'node:path';

const [folder, program, rounds] = process.argv.slice(2);
const { default: createSluiceCore } = await import(path.resolve(folder, 'sluice-core.mjs'));
const core = await createSluiceCore({ wasmBinary: fs.readFileSync(path.join(folder, 'sluice-core.wasm')) });
const source = fs.readFileSync(program, 'utf8');
const options = { budgets: { instructions: 0, events: 0, memory: 0, time: 0, output: 0 } };
// V8 compiles in two tiers; a small program gets the second one under way.
core.measure(source.replace(/^count = .*$/m, 'count = 1000'), options);
for (let round = 0; round < Number(rounds); ++round) {
  const start = process.cpuUsage();
  const { failure, memory, events, traceBytes } = core.measure(source, options);
  const { user, system } = process.cpuUsage(start);
  const seconds = (user + system) / 1e6;
  if (failure !== '') throw new Error(`${program}: ${failure}`);
  console.log(JSON.stringify({ seconds, memory, events, traceBytes }));
}
