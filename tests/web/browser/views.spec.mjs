// Views: those that a program needs where nobody has named any, those that are named where somebody has; counts as charts to drag on.
import { AxeBuilder } from "@axe-core/playwright";
import { expect, position, seek, test } from "./page.mjs";

const MANY = "import asyncio\ngate = asyncio.Semaphore(5)\nasync def job():\n    async with gate:\n        await asyncio.sleep(0.1)\nasync def main():\n    await asyncio.gather(*[job() for _ in range(100)])\nasyncio.run(main())\n";

/** @typedef {import("@playwright/test").Locator} Locator */

test.beforeEach(async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto("/playground.html");
  await expect(page.locator("sluice-figure")).toHaveAttribute("state", /ready|paused|ended/);
});

/** Runs another program in a figure. @param {Locator} figure @param {string} source */
async function open(figure, source) {
  await figure.evaluate((/** @type {any} */ element, text) => element.open(text), source);
  await expect.poll(() => figure.evaluate((/** @type {any} */ element) => element.run.source)).toBe(source);
}

/** @param {Locator} figure @returns {Promise<string>} */
const views = (figure) => figure.evaluate((/** @type {any} */ element) => element.views.join(" "));

test("a program without a loop is shown as code and what it prints; with one, the loop comes, and stays while it is edited", async ({ page }) => {
  const figure = page.locator("sluice-figure");
  await open(figure, "print(6 * 7)\n");
  expect(await views(figure)).toBe("code output");
  await expect(figure.locator(".scene")).toBeHidden();
  await expect(figure.locator(".timeline").first()).toBeHidden();

  await figure.evaluate((/** @type {any} */ element) => { element.source = "import asyncio\nasyncio.run(asyncio.sleep(1))\n"; });
  await expect(figure.locator(".timeline").first()).toBeVisible();
  await expect(figure.locator(".scene")).toBeVisible();
  expect(await views(figure)).toBe("code scene timeline output");

  await figure.evaluate((/** @type {any} */ element) => { element.source = "print(6 * 7)\n"; });
  await expect.poll(() => figure.evaluate((/** @type {any} */ element) => element.run.source)).toBe("print(6 * 7)\n");
  expect(await views(figure)).toBe("code scene timeline output");
});

test("a hundred tasks bring charts of how many are where, which the mouse moves in and the keys move", async ({ page }) => {
  const figure = page.locator("sluice-figure");
  await open(figure, MANY);
  const counts = figure.getByRole("img", { name: /^Counts/ });
  await expect(counts).toBeVisible();
  await expect(counts.locator(".count-name")).toHaveText(["created", "in flight", "waiting"]);
  await expect(counts.locator(".count-peak")).toHaveText(["at most 101", "at most 5", "at most 95"]);

  await counts.scrollIntoViewIfNeeded();
  const box = await counts.boundingBox();
  if (!box) throw new Error("no charts");
  await page.mouse.move(box.x + box.width * 0.5, box.y + 30);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.6, box.y + 30);
  const dragged = await position(figure);
  await page.mouse.up();
  expect(dragged).toBeGreaterThan(0.45);
  await expect(counts).toHaveAttribute("aria-label", /in flight 5/);

  await figure.getByRole("button", { name: "Play" }).focus();
  await page.keyboard.press("End");
  await expect(counts).toHaveAttribute("aria-label", /in flight 0/);
});

test("an author names the views, and counts stand alone with times of their own", async ({ page }) => {
  const figure = page.locator("sluice-figure");
  await open(figure, MANY);
  await figure.evaluate((element) => element.setAttribute("view", "code counts"));
  await seek(figure, 0.5);

  expect(await views(figure)).toBe("code counts");
  await expect(figure.locator(".timeline").first()).toBeHidden();
  await expect(figure.locator(".scene")).toBeHidden();
  await expect(figure.locator(".counts .ruler")).toHaveCount(5);
  const { violations } = await new AxeBuilder({ page }).include("sluice-figure").analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
});
