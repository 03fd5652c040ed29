// parity.mjs — the same program gives the same trace from g++, from clang++ and from the engine under Node.js.
//
// parity.spec.mjs does the same in Chromium, determinism.mjs with more builds and in other orders.

import { compareDigests, corpusCases, engineDigests, nativeDigests } from './digests.mjs';

const cases = corpusCases();
compareDigests(cases, { 'g++': nativeDigests('native', cases), 'clang++': nativeDigests('clang', cases), wasm: await engineDigests(cases) });
