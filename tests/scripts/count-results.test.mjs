// count-results.test.mjs — tests of scripts/tools/count-results.awk over the summaries of the runners that scripts/test uses.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';

const script = new URL('../../scripts/tools/count-results.awk', import.meta.url).pathname;

/** @param {string} output */
const count = (output) => spawnSync('awk', ['-f', script], { input: output, encoding: 'utf8' }).stdout.trim();

test('our own closing line counts', () => {
  assert.equal(count('lang 4/5\n4 passed, 1 failed\n'), '4 1');
});

test('a run of several stages is counted by its closing line only', () => {
  assert.equal(count('2 passed, 1 failed\n-- Layers: 2 passed, 1 failed, 0 s\n3 passed, 0 failed\n\n5 passed, 1 failed\n'), '5 1');
});

test('Catch2 counts test cases, not assertions', () => {
  assert.equal(count('All tests passed (12 assertions in 5 test cases)\n'), '5 0');
  assert.equal(count('test cases: 5 | 4 passed | 1 failed\nassertions: 12 | 11 passed | 1 failed\n'), '4 1');
  assert.equal(count('test cases: 1 | 1 failed\n'), '0 1');
});

test('summaries of Node and Playwright count', () => {
  assert.equal(count('# tests 6\n# pass 5\n# fail 1\n# cancelled 0\n'), '5 1');
  assert.equal(count('  1 failed\n    [chromium] a.spec.mjs:3:1\n  \u001b[32m3 passed\u001b[39m (4.2s)\n'), '3 1');
  // A run of more than a minute once counted as none.
  assert.equal(count('  7 failed\n  9 passed (3.0m)\n'), '9 7');
});

test('what is no summary counts nothing', () => {
  assert.equal(count('the 4 passed, 1 failed\nok\n'), '0 0');
});
