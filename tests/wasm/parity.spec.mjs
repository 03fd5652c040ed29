// parity.spec.mjs — the same program gives the same trace in Chromium as natively.

import { expect, test } from '@playwright/test';
import { serve } from '../../scripts/tools/server.mjs';
import { corpusCases, nativeDigests } from './digests.mjs';

test('every program of the corpus has the same digest in Chromium as natively', async ({ page }) => {
  const cases = corpusCases();
  const expected = nativeDigests('native', cases);
  const { address, close } = await serve('dist/wasm', 0);

  await page.goto(address);  // any page of this origin will do; this one is "not found"
  const actual = await page.evaluate(async (programs) => {
    const url = '/sluice-core.mjs';
    const { default: createSluiceCore } = await import(url);
    const core = await createSluiceCore();
    core.supplyLibrary(await (await fetch('/sluice-library.txt')).arrayBuffer());
    return programs.map(({ source, python, name }) => core.digest(source, { python, fileName: name }));
  }, cases);
  close();

  /** @param {string} digest @param {number} index */
  const label = (digest, index) => `${cases[index].name} (${cases[index].python}) ${digest}`;
  expect(actual.map(label)).toEqual(expected.map(label));
});
