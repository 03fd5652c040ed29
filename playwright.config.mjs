// playwright.config.mjs — browser tests: all *.spec.mjs below tests/, in the system's Chromium, against dist/site.

import { execFileSync } from 'node:child_process';
import { defineConfig } from '@playwright/test';
import { launchOptions } from './tests/web/chromium.mjs';

// A free port, chosen once: worker processes load this file too, and inherit the variable.
process.env.SLUICE_TEST_PORT ??= execFileSync(process.execPath, ['-e',
  "const s = require('net').createServer().listen(0, '127.0.0.1', () => { console.log(s.address().port); s.close(); })",
], { encoding: 'utf8' }).trim();
const address = `http://127.0.0.1:${process.env.SLUICE_TEST_PORT}/`;

export default defineConfig({
  testDir: 'tests',
  testMatch: '**/*.spec.mjs',
  // Apart, in scripts/test-embedding: its pages are built by generators.
  testIgnore: 'embedding/**',
  outputDir: 'test-results',
  reporter: 'list',
  forbidOnly: true,
  // Generous: the checks of accessibility take a minute on a busy machine, and nothing here measures time.
  timeout: 240_000,
  expect: { timeout: 30_000 },
  workers: 2,
  use: { baseURL: address, launchOptions, viewport: { width: 1280, height: 800 } },
  webServer: { command: `node scripts/tools/server.mjs dist/site --port ${process.env.SLUICE_TEST_PORT}`, url: `${address}index.html` },
});
