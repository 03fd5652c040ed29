// bench-web.mjs — run by scripts/bench-web: opens the built site in Chromium, and measures what a reader would feel.
//
// The processor is slowed by the browser's own throttle, which holds for the page's thread; the engine's worker runs at full speed.
import { parseArgs } from 'node:util';
import zlib from 'node:zlib';
import { chromium } from '@playwright/test';
import { launchOptions } from '../../tests/web/chromium.mjs';
import { serve } from './server.mjs';

const { values } = parseArgs({ options: { slowdown: { type: 'string', default: '1,4,6' } } });
const slowdowns = values.slowdown.split(',').map(Number);
const TASKS = [10, 50, 1000, 10_000];
/** Frames, scrubs and re-runs that a number is taken from. */
const FRAMES = 240;
const SCRUBS = 40;
const RERUNS = 20;
const REPLAYS = 200;

/** @typedef {import('@playwright/test').Page} Page */

/** @param {number} tasks */
const programOf = (tasks) => `import asyncio
limit = ${Math.max(2, Math.min(8, Math.floor(tasks / 4)))}  #: 1..20
gate = asyncio.Semaphore(limit)

async def fetch(i):
    async with gate:
        await asyncio.sleep(0.1 + i % 7 / 100)
    return i

async def main():
    await asyncio.gather(*(fetch(i) for i in range(${tasks})))

asyncio.run(main())
`;

/** @param {number[]} times @param {number} share */
const quantile = (times, share) => [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))];
const ms = (/** @type {number} */ time) => `${time.toFixed(1)} ms`;

const { address, close } = await serve('dist/site', 0);
const browser = await chromium.launch(launchOptions);

/** @param {number} slowdown */
async function openPage(slowdown) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  return { page, session };
}

/** From navigation to the first frame in which a figure plays; bytes as brotli. @param {number} slowdown */
async function start(slowdown) {
  const { page } = await openPage(slowdown);
  /** @type {Promise<number>[]} */ const sizes = [];
  let isCounting = true;
  page.on('response', (response) => {
    if (isCounting && !response.url().startsWith('blob:')) sizes.push(response.body().then((body) => zlib.brotliCompressSync(body).length, () => 0));
  });
  await page.addInitScript(() => {
    const look = () => {
      const isPlaying = document.querySelector('sluice-figure[state=playing]');
      if (isPlaying) requestAnimationFrame(() => { Object.assign(globalThis, { firstFrame: performance.now() }); });
      else requestAnimationFrame(look);
    };
    look();
  });
  await page.goto(address);
  const time = await (await page.waitForFunction(() => /** @type {any} */ (globalThis).firstFrame)).jsonValue();
  isCounting = false;
  const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  await page.close();
  return { time: Number(time), bytes, requests: sizes.length };
}

/** @param {Page} page @param {number} tasks */
async function load(page, tasks) {
  await page.goto(`${address}playground.html`);
  const figure = page.locator('sluice-figure');
  await figure.and(page.locator('[state=ready], [state=paused]')).waitFor();
  await figure.evaluate((/** @type {any} */ element, source) => new Promise((done) => {
    element.addEventListener('run', () => done(undefined), { once: true });
    element.source = source;
  }), programOf(tasks));
  return figure;
}

/** @param {number} slowdown @param {number} tasks */
async function frames(slowdown, tasks) {
  const { page } = await openPage(slowdown);
  const figure = await load(page, tasks);
  const times = await figure.evaluate((/** @type {any} */ element, count) => new Promise((done) => {
    /** @type {number[]} */ const work = [];
    // Styles and layout belong to the frame: they are asked for, so that they happen within the measured time.
    const draw = element._frame.draw.bind(element._frame);
    element._frame.draw = (/** @type {number} */ elapsed) => {
      const before = performance.now();
      const isMoving = draw(elapsed);
      element._frame.element.getBoundingClientRect();
      work.push(performance.now() - before);
      return isMoving;
    };
    element.player.seek(0);
    element.player.play();
    const look = () => (work.length < count && element.player.state === 'playing' ? requestAnimationFrame(look) : done(work.slice(2)));
    requestAnimationFrame(look);
  }), FRAMES);
  const scrubs = await figure.evaluate((/** @type {any} */ element, count) => {
    element.player.pause();
    const found = [];
    for (let i = 0; i < count; i++) {
      const before = performance.now();
      element.player.seek(((i * 37) % 100) / 100);
      element._frame.element.getBoundingClientRect();
      found.push(performance.now() - before);
    }
    return found;
  }, SCRUBS);
  await page.close();
  return { times: /** @type {number[]} */ (times), scrubs };
}

/** From a slider's move to the new picture. @param {number} slowdown @param {number} tasks */
async function reruns(slowdown, tasks) {
  const { page } = await openPage(slowdown);
  const figure = await load(page, tasks);
  const times = await figure.evaluate(async (/** @type {any} */ element, count) => {
    const slider = element.shadowRoot.querySelector('.parameters input[type=range]');
    const found = [];
    for (let i = 0; i < count; i++) {
      const before = performance.now();
      await new Promise((done) => {
        element.addEventListener('run', () => requestAnimationFrame(() => done(undefined)), { once: true });
        slider.value = String(3 + (i % 5));
        slider.dispatchEvent(new Event('input'));
      });
      found.push(performance.now() - before);
    }
    return found;
  }, RERUNS);
  await page.close();
  return times;
}

/** Memory of the page after many runs and scrubs, in MB. */
async function memory() {
  const { page, session } = await openPage(1);
  const figure = await load(page, 50);
  const used = async () => {
    await session.send('HeapProfiler.collectGarbage');
    return page.evaluate(() => /** @type {any} */ (performance).memory.usedJSHeapSize / 2 ** 20);
  };
  const replay = (/** @type {number} */ count) => figure.evaluate(async (/** @type {any} */ element, n) => {
    for (let i = 0; i < n; i++) {
      await new Promise((done) => {
        element.addEventListener('run', () => done(undefined), { once: true });
        element.source = element.source.replace(/limit = \d+/, `limit = ${2 + (i % 9)}`);
      });
      element.player.seek((i % 10) / 10);
    }
  }, count);
  await replay(20);
  const before = await used();
  await replay(REPLAYS);
  const after = await used();
  await page.close();
  return { before, after };
}

console.log(`Chromium ${browser.version()}, Node.js ${process.version}`);
for (const slowdown of slowdowns) {
  const { time, bytes, requests } = await start(slowdown);
  console.log(`${slowdown}x  first figure moves after ${time.toFixed(0)} ms: ${requests} requests, ${bytes.toLocaleString('en')} bytes of brotli`);
  for (const tasks of TASKS) {
    const { times, scrubs } = await frames(slowdown, tasks);
    const rerun = await reruns(slowdown, tasks);
    console.log(`${slowdown}x  ${String(tasks).padStart(6)} tasks: a frame ${ms(quantile(times, 0.5))}, 99th percentile ${ms(quantile(times, 0.99))}; `
      + `a scrub ${ms(quantile(scrubs, 0.5))}, ${ms(quantile(scrubs, 0.95))}; a re-run ${ms(quantile(rerun, 0.5))}, ${ms(quantile(rerun, 0.95))}`);
  }
}
const { before, after } = await memory();
console.log(`memory: ${before.toFixed(1)} MB after 20 runs, ${after.toFixed(1)} MB after ${20 + REPLAYS}`);
await browser.close();
close();
