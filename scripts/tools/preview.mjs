// preview.mjs — run by scripts/preview: lays title and first still out in a box of 1200 by 630, and takes its picture.
import fs from 'node:fs';
import { chromium } from '@playwright/test';
import { launchOptions } from '../../tests/web/chromium.mjs';

const still = fs.readFileSync('dist/site/assets/stills/burst.svg', 'utf8');
const css = fs.readFileSync('web/chapter/chapter.css', 'utf8');
const [, title] = /<h1>(.*?)<\/h1>/.exec(fs.readFileSync('web/index.html', 'utf8')) ?? fail('title');
const [, thesis] = /<p class="thesis">(.*?)<\/p>/.exec(fs.readFileSync('web/index.html', 'utf8')) ?? fail('thesis');

/** @param {string} what @returns {never} */
function fail(what) { throw new Error(`the page has no ${what}`); }

const html = `<!doctype html><style>${css}
  :root { color-scheme: light; }
  body { width: 1200px; height: 630px; overflow: hidden; padding: 56px 0 0 64px; }
  .words { width: 560px; }
  .mark { display: flex; align-items: center; gap: 14px; font: 650 26px/1 var(--sans); }
  .mark svg { width: 40px; height: 40px; }
  h1 { margin: 44px 0 0; font-size: 62px; line-height: 1.06; }
  p { margin: 28px 0 0; font-size: 28px; line-height: 1.35; color: var(--ink-2); hyphens: none; }
  .picture { position: absolute; left: 650px; top: 56px; width: 760px; }
  .picture img { width: 760px; display: block; border-radius: 12px; box-shadow: 0 12px 48px rgb(0 0 0 / 0.14); }
</style><div class="words"><div class="mark">${fs.readFileSync('web/chapter/favicon.svg', 'utf8')} Sluice</div><h1>${title}</h1><p>${thesis}</p></div>
<div class="picture"><img src="data:image/svg+xml;base64,${Buffer.from(still).toString('base64')}"></div>`;

const browser = await chromium.launch(launchOptions);
const page = await browser.newPage({ viewport: { width: 1200, height: 630 }, colorScheme: 'light' });
await page.setContent(html);
await page.locator('img').evaluate((/** @type {HTMLImageElement} */ image) => image.decode());
await page.screenshot({ path: 'web/chapter/preview.png' });
await browser.close();
