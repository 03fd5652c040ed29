// parity.mjs — the same program gives the same trace from g++, from clang++ and from the engine under Node.js.
//
// Prints each program that differs, then "N passed, N failed". parity.spec.mjs does the same in Chromium.

import { corpusCases, engineDigests, nativeDigests } from './digests.mjs';

const cases = corpusCases();
const builds = {
  'g++': nativeDigests('native', cases),
  'clang++': nativeDigests('clang', cases),
  wasm: await engineDigests(cases),
};
let differing = 0;
cases.forEach(({ name, python }, index) => {
  const digests = Object.entries(builds).map(([build, all]) => `${build} ${all[index]}`);
  if (new Set(Object.values(builds).map((all) => all[index])).size === 1) return;
  differing += 1;
  console.log(`DIFFERENT ${name} (${python}): ${digests.join(', ')}`);
});
console.log(`${cases.length - differing} passed, ${differing} failed`);
process.exitCode = differing === 0 ? 0 : 1;
