// audit.mjs — run by scripts/audit: what Lighthouse would say of the built site, by the same metrics, curves and weights.
//
// A phone on a slow network, as Lighthouse has it (throttling that is applied, not simulated): 4 times slower processor, 1.6 Mbit/s,
// 150 ms there and back. Files are sent compressed, as every host does.
import { existsSync, readFileSync } from 'node:fs';
import http from 'node:http';
import { extname, join } from 'node:path';
import { parseArgs } from 'node:util';
import zlib from 'node:zlib';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium } from '@playwright/test';
import { launchOptions } from '../../tests/web/chromium.mjs';
import { checkPractices } from './practices.mjs';
import { POLICY } from './server.mjs';

/** @typedef {import('@playwright/test').Page} Page */

const { values } = parseArgs({ options: { runs: { type: 'string', default: '3' }, least: { type: 'string', default: '95' } } });
const PAGES = ['index.html', 'playground.html'];
const SITE = 'dist/site';
/** @type {Record<string, string>} */
const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.json': 'application/json', '.wasm': 'application/wasm', '.png': 'image/png', '.py': 'text/x-python' };

/**
 * The two devices that Lighthouse knows. A metric's score is the share of a log-normal distribution that lies above it: 0.9 at `good`,
 * 0.5 at `median`.
 * @typedef {{ good: number, median: number, weight: number, unit: string }} Curve
 * @type {Record<string, { viewport: { width: number, height: number }, scale: number, slowdown: number, latency: number, bytesPerSecond: number, curves: Record<string, Curve> }>}
 */
const DEVICES = {
  phone: {
    viewport: { width: 412, height: 823 }, scale: 1.75, slowdown: 4, latency: 562.5, bytesPerSecond: (1474.56 * 1000) / 8,
    curves: {
      'first contentful paint': { good: 1800, median: 3000, weight: 10, unit: 'ms' }, 'speed index': { good: 3387, median: 5800, weight: 10, unit: 'ms' },
      'largest contentful paint': { good: 2500, median: 4000, weight: 25, unit: 'ms' }, 'total blocking time': { good: 200, median: 600, weight: 30, unit: 'ms' },
      'layout shift': { good: 0.1, median: 0.25, weight: 25, unit: '' },
    },
  },
  desktop: {
    viewport: { width: 1350, height: 940 }, scale: 1, slowdown: 1, latency: 40, bytesPerSecond: (10240 * 1000) / 8,
    curves: {
      'first contentful paint': { good: 934, median: 1600, weight: 10, unit: 'ms' }, 'speed index': { good: 1311, median: 2300, weight: 10, unit: 'ms' },
      'largest contentful paint': { good: 1200, median: 2400, weight: 25, unit: 'ms' }, 'total blocking time': { good: 150, median: 350, weight: 30, unit: 'ms' },
      'layout shift': { good: 0.1, median: 0.25, weight: 25, unit: '' },
    },
  },
};
/** The point of the standard normal distribution that 0.9 of it lies below. */
const NORMAL_90 = 1.2815515655446004;
/** A page has loaded when its network and its thread have been quiet for so long. */
const QUIET_MS = 3000;
/** A task that takes longer blocks for what is over. */
const LONG_TASK_MS = 50;

/** @param {number} x the complementary error function, to 1.2e-7 (Numerical Recipes' Chebyshev fit) */
function erfc(x) {
  const t = 1 / (1 + Math.abs(x) / 2);
  const sum = [0.17087277, -0.82215223, 1.48851587, -1.13520398, 0.27886807, -0.18628806, 0.09678418, 0.37409196, 1.00002368, -1.26551223].reduce((value, each) => value * t + each);
  const found = t * Math.exp(-x * x + sum);
  return x >= 0 ? found : 2 - found;
}

/** @param {number} value @param {Curve} curve @returns {number} 0..1 */
function scoreOf(value, { good, median }) {
  if (value <= 0) return 1;
  const spread = Math.log(median / good) / NORMAL_90;
  return erfc(Math.log(value / median) / (spread * Math.SQRT2)) / 2;
}

/** The site, compressed. @returns {Promise<{ address: string, close: () => void }>} */
function serve() {
  /** @type {Map<string, Buffer>} */ const packed = new Map();
  const server = http.createServer((request, response) => {
    const name = decodeURIComponent(new URL(request.url ?? '/', 'http://host').pathname).replace(/\/$/, '/index.html');
    const file = join(SITE, name);
    if (name.includes('..') || !existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    const isPacked = extname(file) !== '.png';
    if (!packed.has(file)) packed.set(file, isPacked ? zlib.brotliCompressSync(readFileSync(file), { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 9 } }) : readFileSync(file));
    response.writeHead(200, { 'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream', 'Content-Security-Policy': POLICY, 'Cache-Control': 'max-age=31536000', ...(isPacked ? { 'Content-Encoding': 'br' } : {}) });
    response.end(packed.get(file));
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => {
    const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
    resolve({ address: `http://127.0.0.1:${port}/`, close: () => void server.close() });
  }));
}

/** Watches a page from its beginning, in the page. */
function watch() {
  /** @type {{ first: number, largest: number, shift: number, tasks: [number, number][] }} */ const seen = { first: 0, largest: 0, shift: 0, tasks: [] };
  Object.assign(globalThis, { seen });
  const on = (/** @type {string} */ type, /** @type {(entry: any) => void} */ take) => new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  on('paint', (entry) => { if (entry.name === 'first-contentful-paint') seen.first = entry.startTime; });
  on('largest-contentful-paint', (entry) => { seen.largest = entry.startTime; });
  on('longtask', (entry) => seen.tasks.push([entry.startTime, entry.duration]));
  // The largest of the page's bursts of shifts; here their sum, which is never less.
  on('layout-shift', (entry) => { if (!entry.hadRecentInput) seen.shift += entry.value; });
}

/**
 * Mean time at which the visible part of a page was as it is at the end, by the histograms of its pictures.
 * @param {Page} judge an empty page, for its decoder @param {{ at: number, data: string }[]} frames
 */
async function speedIndex(judge, frames) {
  const histograms = await judge.evaluate(async (pictures) => {
    const found = [];
    for (const data of pictures) {
      const image = await createImageBitmap(await (await fetch(`data:image/jpeg;base64,${data}`)).blob());
      const canvas = new OffscreenCanvas(image.width, image.height);
      const context = /** @type {OffscreenCanvasRenderingContext2D} */ (canvas.getContext('2d'));
      context.drawImage(image, 0, 0);
      const { data: pixels } = context.getImageData(0, 0, image.width, image.height);
      const counts = new Array(768).fill(0);
      for (let i = 0; i < pixels.length; i += 4) for (let c = 0; c < 3; c++) counts[c * 256 + pixels[i + c]]++;
      found.push(counts);
    }
    return found;
  }, frames.map(({ data }) => data));
  const difference = (/** @type {number[]} */ a, /** @type {number[]} */ b) => a.reduce((sum, count, i) => sum + Math.abs(count - b[i]), 0);
  const last = histograms[histograms.length - 1];
  const whole = difference(histograms[0], last) || 1;
  let index = 0;
  for (let i = 1; i < frames.length; i++) index += Math.min(1, difference(histograms[i - 1], last) / whole) * (frames[i].at - frames[i - 1].at);
  return index + frames[0].at;
}

/** @param {import('@playwright/test').Browser} browser @param {string} address @param {string} device */
async function measure(browser, address, device) {
  const { viewport, scale, slowdown, latency, bytesPerSecond } = DEVICES[device];
  const context = await browser.newContext({ viewport, deviceScaleFactor: scale });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', { offline: false, latency, downloadThroughput: bytesPerSecond, uploadThroughput: bytesPerSecond });
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.addInitScript(watch);
  const judge = await context.newPage();
  /** @type {{ at: number, data: string }[]} */ const frames = [];
  let start = 0;
  session.on('Page.screencastFrame', ({ data, metadata, sessionId }) => {
    frames.push({ at: (metadata.timestamp ?? 0) * 1000 - start, data });
    void session.send('Page.screencastFrameAck', { sessionId });
  });
  await page.bringToFront();
  await session.send('Page.startScreencast', { format: 'jpeg', quality: 40, maxWidth: 412, maxHeight: 823 });
  start = Date.now();
  await page.goto(address, { waitUntil: 'load' });
  await page.waitForLoadState('networkidle');
  await page.waitForFunction((quiet) => performance.now() - Math.max(0, ...Reflect.get(globalThis, 'seen').tasks.map((/** @type {[number, number]} */ [at, length]) => at + length)) > quiet, QUIET_MS, { timeout: 180_000 });
  await session.send('Page.stopScreencast');
  const { first, largest, shift, tasks } = await page.evaluate(() => Reflect.get(globalThis, 'seen'));
  const blocked = tasks.reduce((/** @type {number} */ sum, /** @type {[number, number]} */ [at, length]) => sum + (at + length > first ? Math.max(0, length - LONG_TASK_MS) : 0), 0);
  // What moves by itself after everything is there is no loading: a picture is compared with the one a second after the largest paint.
  const settled = frames.filter(({ at }) => at > 0 && at < largest + 1000);
  const index = settled.length > 1 ? Math.max(first, await speedIndex(judge, settled)) : first;
  await context.close();
  return { 'first contentful paint': first, 'speed index': index, 'largest contentful paint': largest, 'total blocking time': blocked, 'layout shift': shift };
}

/** What Lighthouse would say of a page's accessibility, and of its practices. @param {import('@playwright/test').Browser} browser @param {string} address */
async function inspect(browser, address) {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const practices = await checkPractices(page, address);
  const { passes, violations } = await new AxeBuilder({ page }).analyze();
  /** @type {Record<string, number>} */ const weights = { critical: 10, serious: 7, moderate: 3, minor: 1 };
  const weigh = (/** @type {typeof passes} */ rules) => rules.reduce((sum, { impact }) => sum + (weights[impact ?? 'serious'] ?? 3), 0);
  await context.close();
  return { practices, accessibility: Math.round((100 * weigh(passes)) / (weigh(passes) + weigh(violations))), violations: violations.map(({ id }) => id) };
}

const { address, close } = await serve();
const browser = await chromium.launch(launchOptions);
const median = (/** @type {number[]} */ numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
let least = 100;
for (const name of PAGES) {
  for (const [device, { curves }] of Object.entries(DEVICES)) {
    /** @type {Awaited<ReturnType<typeof measure>>[]} */ const measured = [];
    for (let i = 0; i < Number(values.runs); i++) measured.push(await measure(browser, address + name, device));
    const results = Object.entries(curves).map(([metric, curve]) => {
      const value = median(measured.map((each) => each[/** @type {keyof typeof each} */ (metric)]));
      return { metric, value, curve, score: scoreOf(value, curve) };
    });
    const score = Math.round(results.reduce((sum, { score: each, curve }) => sum + each * curve.weight, 0));
    least = Math.min(least, score);
    console.log(`${name}, ${device}: performance ${score}`);
    for (const { metric, value, curve, score: each } of results) console.log(`  ${metric} ${curve.unit ? `${value.toFixed(0)} ${curve.unit}` : value.toFixed(3)} (${Math.round(each * 100)})`);
  }
  const { practices, accessibility, violations } = await inspect(browser, address + name);
  least = Math.min(least, accessibility, practices.score);
  const wrong = practices.checks.flatMap(({ what, problems }) => problems.map((problem) => `\n  not “${what}”: ${problem}`));
  console.log(`${name}: accessibility ${accessibility}${violations.length ? ` (${violations.join(', ')})` : ''}, best practices ${practices.score}${wrong.join('')}`);
}
await browser.close();
close();
console.log(least >= Number(values.least) ? `every score is at least ${values.least}` : `a score is below ${values.least}`);
process.exitCode = least >= Number(values.least) ? 0 : 1;
