// screenshots.mjs — run by scripts/screenshots: opens the built site in Chromium, and writes what it looks like.
import fs from 'node:fs';
import { chromium } from '@playwright/test';
import { launchOptions } from '../../tests/web/chromium.mjs';
import { serve } from './server.mjs';

const OUT = 'build/screenshots';
const WIDTHS = [1280, 390];
/** Where the playhead stands, from 0 to 1: in the midst of things. */
const MOMENT = 0.42;

fs.mkdirSync(OUT, { recursive: true });
const { address, close } = await serve('dist/site', 0);
const browser = await chromium.launch(launchOptions);
for (const width of WIDTHS) {
  for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
    const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme, reducedMotion: 'reduce' });
    await page.goto(address);
    const figures = page.locator('sluice-figure');
    for (const figure of await figures.all()) {
      await figure.scrollIntoViewIfNeeded();
      await figure.and(page.locator('[state=ready], [state=paused], [state=ended], [state=error]')).waitFor();
      await figure.evaluate((/** @type {any} */ element, moment) => { element.player.pause(); element.player.seek(moment); }, MOMENT);
    }
    const wanted = process.argv.slice(2);
    const ids = wanted.length > 0 ? wanted : await page.locator('figure[id]').evaluateAll((all) => all.map(({ id }) => id));
    for (const id of ids) await page.locator(`#${id}`).screenshot({ path: `${OUT}/${id}-${width}-${colorScheme}.png` });
    if (wanted.length === 0) await page.screenshot({ path: `${OUT}/chapter-${width}-${colorScheme}.png`, fullPage: true });
    if (wanted.length === 0) await takeStates(page, `${width}-${colorScheme}`);
    console.log(`${OUT}: ${ids.length} figures, ${width} px, ${colorScheme}`);
    await page.close();
  }
}
await browser.close();
close();

/** The playground's figure with everything that can be opened in it. @param {import('@playwright/test').Page} page @param {string} suffix */
async function takeStates(page, suffix) {
  await page.goto(`${address}playground.html`);
  const figure = page.locator('sluice-figure');
  await figure.and(page.locator('[state=ready], [state=paused]')).waitFor();
  await figure.evaluate((/** @type {any} */ element, moment) => element.player.seek(moment), MOMENT);
  for (const [name, button, part] of [['why', 'Why now?', '.why'], ['table', 'The run as a table', '.trace-table tbody tr'], ['share', 'Share and save', '.share'], ['help', 'Keyboard', '.help'], ['compare', 'Keep as A', '.compare']]) {
    await figure.getByRole('button', { name: button }).first().click();
    await figure.locator(part).first().waitFor();
    await figure.screenshot({ path: `${OUT}/state-${name}-${suffix}.png` });
  }
  await figure.getByRole('textbox', { name: 'Program' }).focus();
  await figure.locator('.cm-content').waitFor();
  await figure.evaluate((/** @type {any} */ element) => { element.source = element.source.replace('asyncio.run(main())', 'asyncio.run(main()'); });
  await figure.and(page.locator('[state=error]')).waitFor();
  await figure.screenshot({ path: `${OUT}/state-error-${suffix}.png` });
}
