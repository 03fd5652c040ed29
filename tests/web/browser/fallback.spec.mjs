// When the engine does not come, or dies: the program stays readable, the figure says what is the matter, and goes on when it can.
import { endOf, expect, standingFigure } from "./page.mjs";
import { test } from "@playwright/test";

test.beforeEach(({ page }) => page.emulateMedia({ reducedMotion: "reduce" }));

/**
 * A figure that moves on its recording, and is then asked for what only an engine can tell.
 * @param {import("@playwright/test").Page} page @param {RegExp} words
 */
async function expectFallback(page, words) {
  const figure = await standingFigure(page, "figure-gate");
  await figure.getByRole("slider", { name: "limit" }).fill("4");
  await expect(figure).toHaveAttribute("state", "error");
  await expect(figure.locator(".message")).toContainText(words);
  await expect(figure.locator(".lines")).toContainText("limit = 4");
  await expect(figure.locator(".timeline .bar").first()).toBeAttached();
  return figure;
}

test("an engine that is not there: words, the program, and another try that works", async ({ page }) => {
  await page.route(/sluice-\w+\.wasm/, (route) => route.fulfill({ status: 404, body: "not found" }));
  await page.goto("/");
  const figure = await expectFallback(page, /did not load/);

  await page.unroute(/sluice-\w+\.wasm/);
  await figure.getByRole("button", { name: "Try again" }).click();

  await expect(figure).toHaveAttribute("state", "paused");
  await expect(figure.locator(".message")).toBeEmpty();
  expect(await endOf(figure)).toBeCloseTo(0.2, 2);
});

test("a truncated engine", async ({ page }) => {
  await page.route(/sluice-\w+\.wasm/, async (route) => {
    const body = await (await route.fetch()).body();
    await route.fulfill({ status: 200, contentType: "application/wasm", body: body.subarray(0, body.length / 2) });
  });
  await page.goto("/");

  await expectFallback(page, /did not load/);
});

test("a worker that is not there", async ({ page }) => {
  await page.route(/sluice-worker/, (route) => route.fulfill({ status: 404, body: "not found" }));
  await page.goto("/");

  await expectFallback(page, /did not load/);
});

test("a browser without WebAssembly", async ({ page }) => {
  await page.addInitScript(() => { Reflect.deleteProperty(globalThis, "WebAssembly"); });
  await page.goto("/");
  const figure = await expectFallback(page, /no WebAssembly/);

  await expect(figure.getByRole("button", { name: "Try again" })).toHaveCount(0);
});

test("without an engine a program that was not recorded stays there to read", async ({ page }) => {
  await page.route(/sluice-\w+\.wasm|assets\/runs\//, (route) => route.fulfill({ status: 404, body: "not found" }));
  await page.goto("/");
  const figure = page.locator("#figure-gate sluice-figure");
  await figure.scrollIntoViewIfNeeded();

  await expect(figure).toHaveAttribute("state", "error");
  await expect(figure.locator(".message")).toContainText("did not load");
  await expect(figure.locator("pre").first()).toContainText("async with gate:");
});

test("an engine that is sent as something else works all the same", async ({ page }) => {
  await page.route(/sluice-\w+\.wasm/, async (route) => route.fulfill({ status: 200, contentType: "text/plain", body: await (await route.fetch()).body() }));
  await page.goto("/");
  const figure = await standingFigure(page, "figure-gate");
  await figure.getByRole("slider", { name: "limit" }).fill("4");

  await expect.poll(() => endOf(figure)).toBeCloseTo(0.2, 2);
});

test("a page in the engine's place, as some hosts send for what is not there", async ({ page }) => {
  await page.route(/sluice-\w+\.wasm/, (route) => route.fulfill({ status: 200, contentType: "text/html", body: "<!doctype html><title>Not found</title>" }));
  await page.goto("/");

  await expectFallback(page, /did not load/);
});

/** Keeps the workers that the page makes. @param {import("@playwright/test").Page} page */
async function keepWorkers(page) {
  await page.addInitScript(() => {
    const Original = Worker;
    globalThis.Worker = class extends Original {
      /** @param {string | URL} url @param {WorkerOptions} [options] */
      constructor(url, options) {
        super(url, options);
        Object.assign(globalThis, { workers: [...(/** @type {any} */ (globalThis).workers ?? []), this] });
      }
    };
  });
}

/** @param {import("@playwright/test").Page} page @returns {Promise<number>} */
const workersMade = (page) => page.evaluate(() => /** @type {any} */ (globalThis).workers.length);

test("a worker that dies is replaced: the figure keeps its place, and the next run is done", async ({ page }) => {
  await keepWorkers(page);
  await page.goto("/");
  const figure = await standingFigure(page, "figure-gate");
  await figure.getByRole("slider", { name: "limit" }).fill("4");
  await expect.poll(() => endOf(figure)).toBeCloseTo(0.2, 2);
  await figure.evaluate((/** @type {any} */ element) => element.player.seek(element.player.axis.positionAt(0.05)));
  await page.evaluate(() => /** @type {any} */ (globalThis).workers[0].dispatchEvent(new ErrorEvent("error", { message: "killed", cancelable: true })));

  await figure.getByRole("slider", { name: "limit" }).fill("5");

  await expect.poll(() => endOf(figure)).toBeLessThan(0.15);
  await expect(figure.locator(".flag-text").first()).toHaveText("0.050 s");
  expect(await workersMade(page)).toBe(2);
});

test("a worker that is killed in the middle of a run is replaced, and the run is done by the next one", async ({ page }) => {
  await keepWorkers(page);
  await page.goto("/");
  const figure = await standingFigure(page, "figure-gate");
  await figure.getByRole("slider", { name: "limit" }).fill("4");
  await expect.poll(() => endOf(figure)).toBeCloseTo(0.2, 2);
  const done = figure.evaluate(async (/** @type {any} */ element) => {
    element.seek(0.05);
    element._source = `${element.source}\nfor _ in range(3_000_000): pass\nprint('counted')\n`;
    const run = element.rerun();
    // The question is on its way; the worker has no time to answer it.
    await new Promise((later) => setTimeout(later));
    const [worker] = /** @type {any} */ (globalThis).workers;
    worker.terminate();
    worker.dispatchEvent(new ErrorEvent("error", { message: "killed", cancelable: true }));
    const { output, texts } = await run;
    return texts[output.text[output.text.length - 1]];
  });

  expect(await done).toBe("counted\n");
  await expect(figure.locator(".flag-text").first()).toHaveText("0.050 s");
  expect(await workersMade(page)).toBe(2);
});

test("a worker that is gone without a word is missed after a while, and replaced; the figure keeps its place", async ({ page }) => {
  await keepWorkers(page);
  await page.goto("/");
  const figure = await standingFigure(page, "figure-gate");
  await figure.getByRole("slider", { name: "limit" }).fill("4");
  await expect.poll(() => endOf(figure)).toBeCloseTo(0.2, 2);
  await figure.evaluate((/** @type {any} */ element) => element.seek(0.05));
  await page.evaluate(() => /** @type {any} */ (globalThis).workers[0].terminate());

  await figure.getByRole("slider", { name: "limit" }).fill("5");

  await expect.poll(() => endOf(figure), { timeout: 60_000 }).toBeLessThan(0.15);
  await expect(figure.locator(".flag-text").first()).toHaveText("0.050 s");
  expect(await workersMade(page)).toBe(2);
});
