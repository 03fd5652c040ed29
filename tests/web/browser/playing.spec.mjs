// Playing, with motion: it starts by itself in view, runs to its end, and can be stopped by mouse and keyboard.
import { expect, position, standingFigure, test } from "./page.mjs";

test.beforeEach(({ page }) => page.goto("/"));

test("a figure plays once when it comes into view, to its end", async ({ page }) => {
  const figure = page.locator("#figure-gate sluice-figure");
  await figure.scrollIntoViewIfNeeded();
  await expect(figure).toHaveAttribute("state", "playing");
  await figure.evaluate((/** @type {any} */ element) => { element.player.speed = 16; });

  await expect(figure).toHaveAttribute("state", "ended");

  expect(await position(figure)).toBe(1);
});

test("a figure out of sight does not run, one below the fold does not play", async ({ page }) => {
  // A window so low that the first figure is near enough to get ready, and not in view.
  await page.setViewportSize({ width: 1280, height: 240 });
  await page.reload();
  const below = page.locator("#figure-burst sluice-figure");

  await expect(below).toHaveAttribute("state", "ready");

  await expect(page.locator("#figure-versions sluice-figure")).toHaveAttribute("state", "loading");
  expect(await position(below)).toBe(0);
});

test("the play button starts, pauses and starts anew at the end", async ({ page }) => {
  const figure = await standingFigure(page, "figure-gate");

  await figure.getByRole("button", { name: "Play" }).click();
  await expect(figure).toHaveAttribute("state", "playing");
  await figure.getByRole("button", { name: "Pause" }).click();
  await expect(figure).toHaveAttribute("state", "paused");

  await figure.evaluate((/** @type {any} */ element) => element.player.seek(1));
  await expect(figure).toHaveAttribute("state", "ended");
  await figure.getByRole("button", { name: "Play" }).click();
  await expect(figure).toHaveAttribute("state", "playing");
});

test("the keyboard plays, steps, jumps and asks for help", async ({ page }) => {
  const figure = await standingFigure(page, "figure-gate");
  await figure.getByRole("slider", { name: "Position in time" }).focus();

  await page.keyboard.press("ArrowRight");
  const first = await position(figure);
  expect(first).toBeGreaterThan(0);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowLeft");
  expect(await position(figure)).toBe(first);

  await page.keyboard.press("End");
  expect(await position(figure)).toBe(1);
  await page.keyboard.press("Home");
  expect(await position(figure)).toBe(0);
  await page.keyboard.press("PageDown");
  expect(await position(figure)).toBeCloseTo(0.1, 9);

  await page.keyboard.press("Space");
  await expect(figure).toHaveAttribute("state", "playing");
  await page.keyboard.press("Space");
  await expect(figure).toHaveAttribute("state", "paused");

  await page.keyboard.press("?");
  await expect(figure.locator(".help")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(figure.locator(".help")).toBeHidden();
});

test("speed is chosen on a scale, and said in words", async ({ page }) => {
  const figure = await standingFigure(page, "figure-gate");
  const before = await figure.locator(".speed-text").textContent();

  await figure.getByRole("slider", { name: "Speed" }).fill("2");

  await expect(figure.locator(".speed-text")).not.toHaveText(before ?? "");
  expect(await figure.evaluate((/** @type {any} */ element) => element.player.speed)).toBe(4);
});

test("clock and playhead tell the same time in every frame", async ({ page }) => {
  const figure = await standingFigure(page, "figure-tail");
  await figure.evaluate((/** @type {any} */ element) => element.play());
  const seen = await figure.evaluate(async (element) => {
    const root = /** @type {ShadowRoot} */ (element.shadowRoot);
    const clock = root.querySelector("text.clock");
    /** @type {(string | null | undefined)[][]} */ const times = [];
    while (new Set(times.map(([time]) => time)).size < 20) {
      await new Promise(requestAnimationFrame);
      times.push([root.querySelector(".flag-text")?.textContent, clock?.textContent]);
    }
    return times;
  });

  expect(seen.filter(([flag, time]) => flag !== time)).toEqual([]);
});
