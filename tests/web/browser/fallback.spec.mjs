// When the engine does not come, or dies: the program stays readable, the figure says what is the matter, and goes on when it can.
import { endOf, expect, printed, programOf, standingFigure } from "./page.mjs";
import { test } from "@playwright/test";

test.beforeEach(({ page }) => page.emulateMedia({ reducedMotion: "reduce" }));

/** @param {import("@playwright/test").Page} page */
const first = (page) => page.locator("#figure-gate sluice-figure");

/** @param {import("@playwright/test").Page} page @param {RegExp} words */
async function expectFallback(page, words) {
  await expect(first(page)).toHaveAttribute("state", "error");
  await expect(first(page).locator(".message")).toContainText(words);
  await expect(first(page).locator(".lines")).toContainText("async with gate:");
  await expect(first(page).getByRole("button", { name: "Play" })).toBeVisible();
}

test("an engine that is not there: words, the program, and another try that works", async ({ page }) => {
  await page.route(/sluice-core\.wasm/, (route) => route.fulfill({ status: 404, body: "not found" }));
  await page.goto("/");
  await expectFallback(page, /did not load/);

  await page.unroute(/sluice-core\.wasm/);
  await first(page).getByRole("button", { name: "Try again" }).click();

  await expect(first(page)).toHaveAttribute("state", /ready|paused|ended/);
  await expect(first(page).locator(".message")).toBeEmpty();
  expect(await endOf(first(page))).toBeCloseTo(0.3, 2);
});

test("a truncated engine", async ({ page }) => {
  await page.route(/sluice-core\.wasm/, async (route) => {
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

  await expectFallback(page, /no WebAssembly/);
  await expect(first(page).getByRole("button", { name: "Try again" })).toHaveCount(0);
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
  await figure.evaluate((/** @type {any} */ element) => element.player.seek(0.5));
  const before = await printed(figure);
  await page.evaluate(() => /** @type {any} */ (globalThis).workers[0].dispatchEvent(new ErrorEvent("error", { message: "killed", cancelable: true })));

  await figure.getByRole("slider", { name: "limit" }).fill("5");

  await expect.poll(() => endOf(figure)).toBeLessThan(0.15);
  expect(before.length).toBeGreaterThan(0);
  expect(await programOf(figure)).toContain("limit = 5");
  expect(await page.evaluate(() => /** @type {any} */ (globalThis).workers.length)).toBe(2);
});
