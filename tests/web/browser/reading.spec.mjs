// Ways to read a run other than watching it: jumps, bookmarks, the chain of causes, the table, comparison; by mouse and by keyboard.
import { expect, position, printed, seek, standingFigure, test } from "./page.mjs";

/** @typedef {import("@playwright/test").Locator} Locator */

test.beforeEach(async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto("/playground.html");
  await standingFigure(page, "", "sluice-figure");
});

/** @param {Locator} figure */
const timeline = (figure) => figure.getByRole("slider", { name: "Position in time" }).first();

test("a jump leads from print to print, and back", async ({ page }) => {
  const figure = page.locator("sluice-figure");
  await figure.getByRole("button", { name: "To the next print" }).click();
  expect(await printed(figure)).toEqual(["fetched 1"]);
  await timeline(figure).focus();
  await page.keyboard.press("n");
  await page.keyboard.press("n");
  expect(await printed(figure)).toEqual(["fetched 1", "fetched 2", "fetched 3"]);
  await page.keyboard.press("Shift+N");

  expect(await printed(figure)).toEqual(["fetched 1", "fetched 2"]);
});

test("a run without failures has no way to them; one with failures leads there", async ({ page }) => {
  const figure = page.locator("sluice-figure");
  const failures = figure.getByRole("button", { name: "To the next failure" });
  await expect(failures).toBeHidden();
  await figure.evaluate((/** @type {any} */ element) => { element.source = "import asyncio\nasync def main():\n    await asyncio.sleep(1)\n    raise ValueError('no')\nasyncio.run(main())\n"; });
  await expect(failures).toBeVisible();
  await failures.click();

  await expect(figure.locator(".flag-text").first()).toHaveText("1.000 s");
  await timeline(figure).focus();
  await seek(figure, 0);
  await page.keyboard.press("f");
  await expect(figure.locator(".flag-text").first()).toHaveText("1.000 s");
});

test("bookmarks are set, jumped to and taken away", async ({ page }) => {
  const figure = page.locator("sluice-figure");
  const mark = figure.getByRole("button", { name: "Bookmark this moment" });
  await seek(figure, 0.3);
  await mark.click();
  await expect(mark).toHaveAttribute("aria-pressed", "true");
  await timeline(figure).focus();
  await seek(figure, 0.7);
  await page.keyboard.press("b");
  await expect(figure.locator(".mark")).toHaveCount(2);
  await page.keyboard.press("[");
  expect(await position(figure)).toBeCloseTo(0.3, 2);
  await page.keyboard.press("]");
  expect(await position(figure)).toBeCloseTo(0.7, 2);
  await page.keyboard.press("b");

  await expect(figure.locator(".mark")).toHaveCount(1);
  await expect(mark).toHaveAttribute("aria-pressed", "false");
});

test("a step that is clicked says why it ran, and the chain is drawn", async ({ page }) => {
  const figure = page.locator("sluice-figure");
  await figure.locator(".bar[data-step]").nth(4).click();

  await expect(figure.locator(".why li").first()).toBeVisible();
  expect(await figure.locator(".why li").count()).toBeGreaterThan(1);
  expect(await figure.locator(".timeline").first().locator(".chain circle").count()).toBeGreaterThan(1);
  const at = await position(figure);
  await figure.locator(".why .reason").last().click();
  expect(await position(figure)).toBeLessThan(at);
  await timeline(figure).focus();
  await page.keyboard.press("w");
  await expect(figure.locator(".why")).toBeHidden();
  await expect(figure.locator(".chain circle")).toHaveCount(0);
});

test("the run as a table: a row for each step, the present one marked, each leads to its moment", async ({ page }) => {
  const figure = page.locator("sluice-figure");
  await timeline(figure).focus();
  await page.keyboard.press("t");
  const table = figure.getByRole("table", { name: /Everything that happens/ });
  await expect(table).toBeVisible();
  const row = table.locator("tbody tr").filter({ hasText: "fetch 1 takes a permit" });
  await row.getByRole("button").click();

  await expect(row).toHaveAttribute("aria-current", "true");
  await expect(figure.locator(".disc.is-taken")).not.toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(table).toBeHidden();
  await expect(figure.getByRole("button", { name: "The run as a table" })).toBeFocused();
});

test("a table of a long run comes a stretch at a time", async ({ page }) => {
  const figure = page.locator("sluice-figure");
  await figure.evaluate((/** @type {any} */ element) => { element.source = "import asyncio\nasync def tick():\n    for _ in range(400):\n        await asyncio.sleep(0.01)\nasyncio.run(tick())\n"; });
  await expect.poll(() => figure.evaluate((/** @type {any} */ element) => element.run.end)).toBeGreaterThan(3.9);
  await figure.getByRole("button", { name: "The run as a table" }).click();
  await expect(figure.locator(".trace-table tbody tr")).toHaveCount(100);
  await figure.getByRole("button", { name: "later" }).click();

  await expect(figure.locator(".table-where")).toContainText("101 – 200 / ");
  await expect(figure.locator(".trace-table .reason").first()).not.toBeEmpty();
});

test("two runs on one clock: what differs is marked, in the text, in the rows, in numbers, and where they part", async ({ page }) => {
  const figure = page.locator("sluice-figure");
  await figure.getByRole("button", { name: "Keep as A" }).click();
  await expect(figure.locator(".compare-verdict")).toHaveText("Every step is the same in both.");
  await figure.getByRole("slider", { name: "limit" }).fill("3");

  await expect(figure.locator(".compare-verdict")).toContainText("part at the dashed line, at 0.000 s.");
  await expect(figure.locator(".change")).toHaveCount(1);
  await expect(figure.locator(".row-label.differs").filter({ hasText: "fetch 5" })).toHaveCount(2);
  await expect(figure.locator(".row-label.differs").filter({ hasText: "fetch 1" })).toHaveCount(0);
  await expect(figure.locator(".summary tbody tr").first()).toHaveText(/finished at\s*0\.300 s\s*0\.200 s/);
  await figure.getByRole("button", { name: "Compare no more" }).click();
  await expect(figure.locator(".compare")).toBeHidden();
  await expect(figure.locator(".change")).toHaveCount(0);
});

test("two Pythons on one clock", async ({ page }) => {
  const figure = page.locator("sluice-figure");
  await figure.getByRole("button", { name: "Keep as A" }).click();
  await figure.getByRole("combobox").selectOption("3.10");

  await expect.poll(() => figure.evaluate((/** @type {any} */ element) => element.run.python)).toBe("3.10");
  await expect(figure.locator(".compare-label")).toContainText("Python 3.13");
  await expect(figure.locator(".compare-verdict")).not.toBeEmpty();
});

test("a task, a line and a gate light up everywhere", async ({ page }) => {
  const figure = page.locator("sluice-figure");
  await seek(figure, 0.45);
  const opacity = (/** @type {string} */ selector) => figure.locator(selector).first().evaluate((element) => Number(getComputedStyle(element).opacity));
  const settled = (/** @type {string} */ selector, /** @type {number} */ value) => expect.poll(() => opacity(selector)).toBeCloseTo(value, 1);

  await figure.locator(".row-label", { hasText: "fetch 5" }).hover();
  await settled('.scene .token:has-text("3")', 0.22);
  await settled('.scene .token:has-text("5")', 1);
  // The text area lies over the lines.
  await figure.locator(".line").nth(5).locator("code").hover({ force: true });
  await settled('.standing .token:has-text("5")', 1);
  await settled('.standing .token:has-text("3")', 0.22);
  await figure.locator(".scene text.name", { hasText: "gate" }).hover();
  await settled('.scene .token:has-text("5")', 1);
  await settled('.scene .token:has-text("m")', 0.22);
  await page.mouse.move(0, 0);
  await settled('.scene .token:has-text("m")', 1);
});
