// The figures of the page: each runs, plays, follows its controls, and shows equal pictures at equal moments.
import { endOf, expect, picture, position, printed, seek, standingFigure, test } from "./page.mjs";

test.beforeEach(async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto("/");
});

test("every figure of the page runs its program", async ({ page }) => {
  const figures = page.locator("sluice-figure");
  const count = await figures.count();

  expect(count).toBeGreaterThanOrEqual(3);
  for (let i = 0; i < count; i++) {
    await figures.nth(i).scrollIntoViewIfNeeded();
    await expect(figures.nth(i)).toHaveAttribute("state", /ready|paused|ended/);
  }
});

test("five jobs through a gate of two take three rounds, and never more than two are inside", async ({ page }) => {
  const figure = await standingFigure(page, "figure-gate");

  expect(await endOf(figure)).toBeCloseTo(0.3, 2);
  for (let at = 0; at <= 1; at += 0.05) {
    await seek(figure, at);
    expect(await figure.locator(".disc.is-taken").count()).toBeLessThanOrEqual(2);
  }
  expect(await printed(figure)).toEqual(["fetched 1", "fetched 2", "fetched 3", "fetched 4", "fetched 5", "[1, 2, 3, 4, 5]"]);
});

test("the limit's slider runs the program again: five permits, one round", async ({ page }) => {
  const figure = await standingFigure(page, "figure-gate");
  const slider = figure.getByRole("slider", { name: "limit" });

  await slider.fill("5");

  await expect.poll(() => endOf(figure)).toBeLessThan(0.15);
  await expect(figure.locator(".line").nth(2)).toContainText("limit = 5");
  await expect(figure.locator(".disc")).toHaveCount(5);
});

test("a slider that moves keeps the place in time", async ({ page }) => {
  const figure = await standingFigure(page, "figure-gate");
  await figure.evaluate((/** @type {any} */ element) => element.player.seek(element.player.axis.positionAt(0.05)));

  await figure.getByRole("slider", { name: "limit" }).fill("3");

  await expect(figure.locator(".disc")).toHaveCount(3);
  await expect(figure.locator(".flag-text").first()).toHaveText("0.050 s");
});

test("gather gives input order, as_completed completion order", async ({ page }) => {
  const figure = await standingFigure(page, "figure-order");
  await seek(figure, 1);

  expect((await printed(figure)).filter((line) => line.startsWith("as_completed"))).toEqual(["as_completed: B", "as_completed: C", "as_completed: A"]);
  expect((await printed(figure)).filter((line) => line.startsWith("gather"))).toEqual(["gather: A", "gather: B", "gather: C"]);
});

test("a blocking call on the loop stops the heartbeat, in a thread it does not", async ({ page }) => {
  const figure = await standingFigure(page, "figure-heartbeat");
  const longestPause = () => figure.evaluate((/** @type {any} */ element) => {
    const { output, texts } = element.run;
    const beats = Array.from(output.when).filter((_, i) => texts[output.text[i]].startsWith("beat"));
    return Math.max(...beats.slice(1).map((when, i) => when - beats[i]));
  });
  expect(await longestPause()).toBeGreaterThan(0.29);

  await figure.locator(".segment", { hasText: "thread" }).click();

  await expect.poll(longestPause).toBeLessThan(0.06);
  await expect(figure.locator(".lane")).toHaveCount(1);
});

test("a step forward and a step back lead to the same picture, pixel for pixel", async ({ page }) => {
  const figure = await standingFigure(page, "figure-gate");
  await seek(figure, 0.4);
  await figure.getByRole("button", { name: "One step forward" }).click();
  const at = await position(figure);
  const before = await picture(figure);

  for (let i = 0; i < 3; i++) await figure.getByRole("button", { name: "One step forward" }).click();
  for (let i = 0; i < 3; i++) await figure.getByRole("button", { name: "One step back" }).click();
  await figure.getByRole("button", { name: "One step forward" }).hover();
  await page.mouse.move(0, 0);

  expect(await position(figure)).toBe(at);
  expect((await picture(figure)).equals(before)).toBe(true);
});

test("scrubbing away and back leads to the same picture", async ({ page }) => {
  const figure = await standingFigure(page, "figure-order");
  await seek(figure, 0.55);
  const before = await picture(figure);

  for (const at of [0.1, 0.9, 1, 0, 0.55]) await seek(figure, at);

  expect((await picture(figure)).equals(before)).toBe(true);
});

test("the time line follows the mouse", async ({ page }) => {
  const figure = await standingFigure(page, "figure-gate");
  const box = await figure.getByRole("slider", { name: "Position in time" }).boundingBox();
  if (!box) throw new Error("no time line");

  await page.mouse.move(box.x + box.width * 0.3, box.y + 40);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.7, box.y + 40, { steps: 4 });
  const there = await position(figure);
  await page.mouse.up();

  expect(there).toBeGreaterThan(0.6);
  expect(there).toBeLessThan(0.8);
});

test("a printed line leads to its moment", async ({ page }) => {
  const figure = await standingFigure(page, "figure-gate");
  await seek(figure, 1);

  await figure.getByRole("button", { name: /fetched 3/ }).click();

  expect(await printed(figure)).toEqual(["fetched 1", "fetched 2", "fetched 3"]);
});

test("another version of Python runs the program anew", async ({ page }) => {
  const figure = await standingFigure(page, "figure-gate");

  await figure.getByRole("combobox").selectOption("3.10");

  await expect.poll(() => figure.evaluate((/** @type {any} */ element) => element.run.python)).toBe("3.10");
});

test("an error keeps the last good picture, and says where it is", async ({ page }) => {
  const figure = await standingFigure(page, "figure-gate");

  await figure.evaluate((/** @type {any} */ element) => { element.source = "import asyncio\nasync def main(:\n    pass\n"; });

  await expect(figure).toHaveAttribute("state", "error");
  await expect(figure.locator(".message")).toContainText("line 2");
  await expect(figure.locator(".timeline .bar").first()).toBeAttached();
});

test("a jump ends at its target, however the figures around it grow, and lets the reader go on from there", async ({ page }) => {
  const away = (/** @type {string} */ id) => page.locator(`#${id}`).evaluate((element) => Math.abs(element.getBoundingClientRect().top - parseFloat(getComputedStyle(element).scrollMarginTop || "0")));
  await page.goto("/index.html#figure-processes");
  await standingFigureThere(page, "figure-processes");
  expect(await away("figure-processes")).toBeLessThan(120);

  await page.locator(".here summary").click();
  await page.locator('.here a[href="#order"]').click();
  await standingFigureThere(page, "figure-order");
  await expect.poll(() => away("order")).toBeLessThan(120);

  await page.mouse.wheel(0, 3000);
  await expect.poll(() => away("order")).toBeGreaterThan(1000);
});

/** Waits until a figure and those around it have been built, and scrolls nowhere. @param {import("@playwright/test").Page} page @param {string} id */
async function standingFigureThere(page, id) {
  await page.waitForFunction((name) => {
    const isNear = (/** @type {Element} */ each) => each.getBoundingClientRect().bottom > -900 && each.getBoundingClientRect().top < innerHeight + 900;
    const figure = document.querySelector(`#${name}`);
    return figure && isNear(figure) && Array.from(document.querySelectorAll("sluice-figure")).every((each) => !isNear(each) || each.getAttribute("state") !== "loading");
  }, id);
}
