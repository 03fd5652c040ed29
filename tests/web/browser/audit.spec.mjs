// What an audit of the page asks for: how much is loaded before anything moves, what jumps, what is missing in the head, whether it works
// offline. Nothing here is a measurement of time; scripts/bench-web has those.
import fs from "node:fs";
import path from "node:path";
import zlib from "node:zlib";
import { expect, test } from "./page.mjs";

/** Bytes with brotli until the first figure moves; design.md. */
const MOST_BYTES = 150_000;
const ENGINE = /sluice-worker|sluice(-\w+)?\.wasm/;

/** @param {string} address */
function brotliSize(address) {
  const name = decodeURIComponent(new URL(address).pathname).replace(/\/$/, "/index.html");
  return zlib.brotliCompressSync(fs.readFileSync(path.join("dist/site", name)), { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}

test("the first figure moves before the engine is there, after at most 150 KB", async ({ page }) => {
  /** @type {string[]} */ const loaded = [];
  page.on("request", (request) => { if (!ENGINE.test(request.url())) loaded.push(request.url()); });
  await page.route(ENGINE, () => undefined);

  await page.goto("/");

  await expect(page.locator("#figure-burst sluice-figure")).toHaveAttribute("state", /playing|ended/);
  const bytes = loaded.reduce((sum, address) => sum + brotliSize(address), 0);
  console.log(`${bytes} bytes (brotli) in ${loaded.length} files until the first figure moves`);
  expect(bytes).toBeLessThan(MOST_BYTES);
});

test("nothing jumps while the page loads", async ({ page }) => {
  await page.addInitScript(() => {
    const shifts = /** @type {number[]} */ (Reflect.set(window, "shifts", []) && Reflect.get(window, "shifts"));
    new PerformanceObserver((list) => { for (const entry of list.getEntries()) if (!Reflect.get(entry, "hadRecentInput")) shifts.push(Reflect.get(entry, "value")); }).observe({ type: "layout-shift", buffered: true });
  });
  for (const viewport of [{ width: 1280, height: 800 }, { width: 390, height: 844 }]) {
    await page.setViewportSize(viewport);
    await page.goto("/");
    await expect(page.locator("#figure-burst sluice-figure")).toHaveAttribute("state", /playing|ended/);

    expect(await page.evaluate(() => Reflect.get(window, "shifts").reduce((/** @type {number} */ sum, /** @type {number} */ shift) => sum + shift, 0)), `${viewport.width} px`).toBeLessThan(0.1);
  }
});

for (const address of ["/", "/playground.html"]) {
  test(`${address}: head, headings, images and links are as they should be`, async ({ page, request }) => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    await page.goto(address);

    const found = await page.evaluate(() => ({
      mode: document.compatMode, charset: document.characterSet, language: document.documentElement.lang, title: document.title,
      description: document.querySelector("meta[name=description]")?.getAttribute("content") ?? "",
      viewport: document.querySelector("meta[name=viewport]")?.getAttribute("content") ?? "",
      headings: Array.from(document.querySelectorAll("main h1, main h2, main h3"), ({ tagName }) => Number(tagName[1])),
      images: Array.from(document.images, (image) => [image.hasAttribute("alt"), image.hasAttribute("width"), image.hasAttribute("height")]).flat(),
      emptyLinks: Array.from(document.links).filter((link) => !link.textContent?.trim() && !link.getAttribute("aria-label")).length,
      insecure: Array.from(document.querySelectorAll("[href^='http:'], [src^='http:']")).length,
      own: Array.from(document.querySelectorAll("link[href], meta[property='og:image'], a[download]"), (element) => element.getAttribute("href") ?? element.getAttribute("content") ?? ""),
    }));

    expect(found).toMatchObject({ mode: "CSS1Compat", charset: "UTF-8", language: "en", emptyLinks: 0, insecure: 0 });
    expect(found.title.length).toBeGreaterThan(9);
    expect(found.description.length).toBeGreaterThan(50);
    expect(found.viewport).toBe("width=device-width, initial-scale=1");
    expect(found.headings.filter((level) => level === 1)).toHaveLength(1);
    found.headings.slice(1).forEach((level, i) => expect(level - found.headings[i]).toBeLessThanOrEqual(1));
    expect(found.images).not.toContain(false);
    for (const own of found.own) expect((await request.get(`/${own}`)).status(), own).toBe(200);
  });
}

test("buttons and controls are large enough for a thumb", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/");
  await expect(page.locator("#figure-burst sluice-figure")).toHaveAttribute("state", /ready|paused|ended/);

  const small = await page.locator("button, select, input[type=range], summary").filter({ visible: true }).evaluateAll((all) =>
    all.map((element) => ({ name: element.getAttribute("aria-label") || element.textContent || element.className, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.height > 0 && (box.width < 24 || box.height < 24)).map(({ name, box }) => `${name}: ${box.width} × ${box.height}`));

  expect(small).toEqual([]);
});

test("once it is loaded it works offline, figures further down too", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, reducedMotion: "reduce" });
  const page = await context.newPage();
  const engine = page.waitForEvent("requestfinished", (request) => request.url().endsWith(".wasm"));
  await page.goto("/");
  await engine;
  await expect(page.locator("#figure-burst sluice-figure")).toHaveAttribute("state", /ready|paused|ended/);

  await context.setOffline(true);
  await page.locator("#figure-burst").getByRole("slider", { name: "limit" }).fill("8");
  await page.locator("#figure-waitfor").scrollIntoViewIfNeeded();

  await expect.poll(() => page.locator("#figure-burst sluice-figure").evaluate((/** @type {any} */ element) => element.source.includes("limit = 8") && element.run.end)).toBeLessThan(0.2);
  await expect(page.locator("#figure-waitfor sluice-figure")).toHaveAttribute("state", /ready|paused|ended/);
  await context.close();
});
