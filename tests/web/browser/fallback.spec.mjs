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

test("a worker that dies is replaced: the figure keeps its place, and the next run is done", async ({ page }) => {
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
  await page.goto("/");
  const figure = await standingFigure(page, "figure-gate");
  await figure.getByRole("slider", { name: "limit" }).fill("4");
  await expect.poll(() => endOf(figure)).toBeCloseTo(0.2, 2);
  await figure.evaluate((/** @type {any} */ element) => element.player.seek(element.player.axis.positionAt(0.05)));
  await page.evaluate(() => /** @type {any} */ (globalThis).workers[0].dispatchEvent(new ErrorEvent("error", { message: "killed", cancelable: true })));

  await figure.getByRole("slider", { name: "limit" }).fill("5");

  await expect.poll(() => endOf(figure)).toBeLessThan(0.15);
  await expect(figure.locator(".flag-text").first()).toHaveText("0.050 s");
  expect(await page.evaluate(() => /** @type {any} */ (globalThis).workers.length)).toBe(2);
});
