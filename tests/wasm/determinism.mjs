// determinism.mjs — the same program gives the same trace whatever was compiled how, and whatever ran before it: all programs of the
// repository, forwards, backwards and each in a process of its own.
//
//   node tests/wasm/determinism.mjs PRESET ...      builds in build/PRESET; the first is also run in other orders
//
// The engine under Node.js is run forwards and backwards too.

import { compareDigests, corpusCases, engineDigests, nativeDigests } from './digests.mjs';

const presets = process.argv.slice(2);
if (presets.length === 0) throw new Error('usage: node tests/wasm/determinism.mjs PRESET ...');
const cases = corpusCases();
const backwards = [...cases].reverse();
/** @type {Record<string, string[]>} */
const builds = Object.fromEntries(presets.map((preset) => [preset, nativeDigests(preset, cases)]));
builds[`${presets[0]}, backwards`] = nativeDigests(presets[0], backwards).reverse();
builds[`${presets[0]}, one by one`] = cases.flatMap((each) => nativeDigests(presets[0], [each]));
builds.wasm = await engineDigests(cases);
builds['wasm, backwards'] = (await engineDigests(backwards)).reverse();
console.log(`${cases.length} runs each: ${Object.keys(builds).join('; ')}`);
compareDigests(cases, builds);
