// bench-web.mjs — run by scripts/bench-web: opens the built site in Chromium, and measures what a reader would feel.
//
// Frames are measured by the clock, while the figure plays: from the browser's call to the end of styles, layout and paint. All else is
// time of the processor: what the page's thread, or for a re-run all threads of the page, have had of it. The processor is slowed by the
// browser's own throttle, which holds for the page's thread; the engine's worker runs at full speed.
import { parseArgs } from 'node:util';
import zlib from 'node:zlib';
import { chromium } from '@playwright/test';
import { launchOptions } from '../../tests/web/chromium.mjs';
import { serve } from './server.mjs';

const { values } = parseArgs({ options: { slowdown: { type: 'string', default: '1,4,6' } } });
const slowdowns = values.slowdown.split(',').map(Number);
const TASKS = [10, 50, 1000, 10_000];
/** Frames, scrubs, re-runs and starts that a number is taken from. */
const FRAMES = 240;
const SCRUBS = 20;
const RERUNS = 8;
const STARTS = 7;
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
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  /** Milliseconds of the processor so far. @param {'TaskDuration' | 'ProcessTime'} whose the page's thread, or all threads */
  const spent = async (whose) => ((await session.send('Performance.getMetrics')).metrics.find(({ name }) => name === whose)?.value ?? 0) * 1000;
  return { page, session, spent };
}

/** @typedef {Awaited<ReturnType<typeof openPage>>} Opened */

/**
 * What each of some deeds costs, without what asking for it costs.
 * @param {Opened} opened @param {'TaskDuration' | 'ProcessTime'} whose @param {number} count @param {(i: number) => Promise<unknown>} deed
 */
async function costs({ page, spent }, whose, count, deed) {
  const measure = async (/** @type {(i: number) => Promise<unknown>} */ act, /** @type {number} */ times) => {
    const found = [];
    let before = await spent(whose);
    for (let i = 0; i < times; i++) {
      await act(i);
      const after = await spent(whose);
      found.push(after - before);
      before = after;
    }
    return found;
  };
  const asking = quantile(await measure(() => page.evaluate(() => new Promise((done) => { requestAnimationFrame(() => setTimeout(done)); })), 12), 0.5);
  return (await measure(deed, count + 2)).slice(2).map((cost) => Math.max(0, cost - asking));
}

/**
 * The page's thread until the first frame in which a figure plays has been shown, and the clock. Nothing is asked of the page meanwhile:
 * Playwright's own script in it would cost a slow page a tenth of that.
 * @param {number} slowdown
 */
async function start(slowdown) {
  const { page, session, spent } = await openPage(slowdown);
  await session.send('Runtime.enable');
  await session.send('Runtime.addBinding', { name: 'tell' });
  const told = new Promise((resolve) => { session.on('Runtime.bindingCalled', ({ payload }) => resolve(Number(payload))); });
  await page.addInitScript(() => {
    document.addEventListener('state', (event) => {
      if (/** @type {CustomEvent} */ (event).detail !== 'playing') return;
      requestAnimationFrame(() => requestAnimationFrame((now) => /** @type {any} */ (globalThis).tell(String(now))));
    }, true);
  });
  const before = await spent('TaskDuration');
  await page.goto(address, { waitUntil: 'commit' });
  const time = await told;
  const thread = await spent('TaskDuration') - before;
  await page.close();
  return { time, thread };
}

/** What has come by the first frame in which a figure plays: requests, and their bytes as brotli. */
async function loaded() {
  const { page } = await openPage(1);
  /** @type {Promise<number>[]} */ const sizes = [];
  let isCounting = true;
  page.on('response', (response) => {
    if (isCounting && !response.url().startsWith('blob:')) sizes.push(response.body().then((body) => zlib.brotliCompressSync(body).length, () => 0));
  });
  await page.goto(address, { waitUntil: 'commit' });
  await page.locator('sluice-figure[state=playing]').first().waitFor();
  isCounting = false;
  const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  await page.close();
  return { requests: sizes.length, bytes };
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
  const opened = await openPage(slowdown);
  const figure = await load(opened.page, tasks);
  const { times, dropped } = await figure.evaluate((/** @type {any} */ element, count) => new Promise((done) => {
    /** @type {number[]} */ const found = [];
    const { port1, port2 } = new MessageChannel();
    let [first, began, last] = [0, 0, 0];
    // What is posted in a frame comes when the frame has been made.
    port1.onmessage = () => { found.push(performance.now() - began); };
    const next = (/** @type {number} */ now) => {
      began = performance.now();
      first ||= now;
      last = now;
      if (element.state !== 'playing') {
        element.restart();
        element.play();
      }
      if (found.length >= count) return done({ times: found, dropped: 1 - found.length / Math.max(found.length, Math.round((last - first) * 60 / 1000)) });
      port2.postMessage(0);
      requestAnimationFrame(next);
    };
    element.seek(0);
    element.play();
    // Behind the figure's own.
    requestAnimationFrame(() => requestAnimationFrame(next));
  }), FRAMES);
  await figure.evaluate((/** @type {any} */ element) => element.pause());
  const scrubs = await costs(opened, 'TaskDuration', SCRUBS, (i) => figure.evaluate((/** @type {any} */ element, at) => new Promise((done) => {
    requestAnimationFrame(() => {
      element.player.seek(at);
      setTimeout(done);
    });
  }), ((i * 37) % 100) / 100));
  await opened.page.close();
  return { times, dropped, scrubs };
}

/** From a slider's move to the new picture: all threads of the page. @param {number} slowdown @param {number} tasks */
async function reruns(slowdown, tasks) {
  const opened = await openPage(slowdown);
  const figure = await load(opened.page, tasks);
  const times = await costs(opened, 'ProcessTime', RERUNS, (i) => figure.evaluate((/** @type {any} */ element, value) => new Promise((done) => {
    const slider = element.shadowRoot.querySelector('.parameters input[type=range]');
    element.addEventListener('run', () => requestAnimationFrame(() => setTimeout(done)), { once: true });
    slider.value = String(value);
    slider.dispatchEvent(new Event('input'));
  }), 3 + (i % 5)));
  await opened.page.close();
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

console.log(`Chromium ${browser.version()}, Node.js ${process.version}; the median, and the 99th percentile of frames or the most`);
console.log('| slowed | tasks | a frame | dropped | a scrub | a re-run |\n|--:|--:|--:|--:|--:|--:|');
for (const slowdown of slowdowns) {
  for (const tasks of TASKS) {
    const { times, dropped, scrubs } = await frames(slowdown, tasks);
    const rerun = await reruns(slowdown, tasks);
    console.log(`| ${slowdown} × | ${tasks.toLocaleString('en')} | ${ms(quantile(times, 0.5))}, ${ms(quantile(times, 0.99))} | ${Math.round(100 * dropped)} % | ${ms(quantile(scrubs, 0.5))}, ${ms(Math.max(...scrubs))} | ${ms(quantile(rerun, 0.5))}, ${ms(Math.max(...rerun))} |`);
  }
}
for (const slowdown of slowdowns) {
  /** @type {Awaited<ReturnType<typeof start>>[]} */ const all = [];
  for (let i = 0; i < STARTS; i++) all.push(await start(slowdown));
  const median = (/** @type {'thread' | 'time'} */ what) => quantile(all.map((each) => each[what]), 0.5).toFixed(0);
  console.log(`${slowdown} ×: the first figure moves after ${median('time')} ms by the clock, ${median('thread')} ms of the page's thread`);
}
const { bytes, requests } = await loaded();
console.log(`until then: ${requests} requests, ${bytes.toLocaleString('en')} bytes of brotli`);
const { before, after } = await memory();
console.log(`memory: ${before.toFixed(1)} MB after 20 runs, ${after.toFixed(1)} MB after ${20 + REPLAYS}`);
await browser.close();
close();
