// Access: no violations that axe can find, no sideways scrolling, and the whole text without scripts.
import { AxeBuilder } from "@axe-core/playwright";
import { editorOf, expect, layOutAll, seek, standingFigure, test } from "./page.mjs";

for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
  test(`axe finds nothing, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.goto("/");
    const figure = await standingFigure(page, "figure-gate");
    await seek(figure, 0.5);
    await layOutAll(page);

    const { violations } = await new AxeBuilder({ page }).analyze();

    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target.join(" "))])).toEqual([]);
  });
}

for (const [width, colorScheme] of /** @type {[number, "light" | "dark"][]} */ ([[1280, "light"], [1280, "dark"], [390, "light"], [390, "dark"]])) {
  test(`axe finds nothing in any state of a figure, ${width} px, ${colorScheme}`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.goto("/playground.html");
    const figure = await standingFigure(page, "", "sluice-figure");
    await seek(figure, 0.5);
    const open = (/** @type {string} */ name) => figure.getByRole("button", { name }).first().click();
    /** @type {[string, () => Promise<void>][]} */ const states = [
      ["why", () => open("Why now?")],
      ["table", async () => { await open("The run as a table"); await expect(figure.locator(".trace-table tbody tr").first()).toBeVisible(); }],
      ["share", async () => { await open("Share and save"); await expect(figure.locator(".share")).toBeVisible(); }],
      ["help", async () => { await open("Keyboard"); await expect(figure.locator(".help")).toBeVisible(); }],
      ["critical path", () => figure.getByRole("checkbox", { name: "critical path" }).check()],
      ["true scale", () => figure.getByRole("checkbox", { name: "true scale" }).check()],
      ["compare", () => open("Keep as A")],
      ["bookmark", () => open("Bookmark this moment")],
      ["editor", async () => { await editorOf(figure); }],
      ["error", async () => {
        await figure.evaluate((/** @type {any} */ element) => { element.source = "async def main(:\n    pass\n"; });
        await expect(figure).toHaveAttribute("state", "error");
      }],
    ];
    for (const [name, enter] of states) {
      await enter();
      const { violations } = await new AxeBuilder({ page }).include("sluice-figure").analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target.join(" "))]), name).toEqual([]);
    }
  });
}

for (const width of [320, 390, 768, 1280, 1920]) {
  test(`the page does not scroll sideways at ${width} px`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    await page.setViewportSize({ width, height: 800 });
    await page.goto("/");
    await standingFigure(page, "figure-gate");
    await layOutAll(page);

    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    // A section that is laid out by itself cuts off what is wider than it.
    expect(await page.evaluate(() => Array.from(document.querySelectorAll("main > section > figure")).filter((figure) => {
      const [inner, outer] = [figure.getBoundingClientRect(), /** @type {Element} */ (figure.parentElement).getBoundingClientRect()];
      return inner.left < outer.left || inner.right > outer.right;
    }).map(({ id }) => id))).toEqual([]);
  });
}

test("the moment is said in one sentence, to the eye and to the ear", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto("/");
  const figure = await standingFigure(page, "figure-gate");
  await seek(figure, 0.5);

  const seen = await figure.locator(".sentence-text").textContent();
  expect(seen).toMatch(/\w+.*\.$/);
  await expect(figure.locator("[aria-live=polite]")).toHaveText(seen ?? "");
});

test("without scripts there are programs, stills and what is printed; nothing that needs a script", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL });
  const page = await context.newPage();
  await page.goto("/");

  await expect(page.locator("#figure-gate pre").first()).toContainText("async with gate:");
  await expect(page.locator("#figure-gate .printed")).toContainText("fetched 5");
  for (const still of await page.locator("img.still").all()) {
    await still.scrollIntoViewIfNeeded();
    await expect.poll(() => still.evaluate((/** @type {HTMLImageElement} */ image) => image.complete && image.naturalWidth), String(await still.getAttribute("src"))).toBeGreaterThan(700);
  }
  expect(await page.locator("img.still").count()).toBe(await page.locator("sluice-figure").count());
  await expect(page.locator(".predict, .tasks, #figure-offload").filter({ visible: true })).toHaveCount(0);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await context.close();
});

test("on paper a figure that is not built yet is its program, a still and what is printed; on screen the still is not even loaded", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  /** @type {string[]} */ const stills = [];
  page.on("request", (request) => { if (request.url().includes("/stills/")) stills.push(request.url()); });
  await page.goto("/");
  await standingFigure(page, "figure-burst", "#figure-burst sluice-figure");
  const away = page.locator("#figure-waitfor sluice-figure");
  await expect(away).toHaveAttribute("state", "loading");
  await expect(page.locator(".still").filter({ visible: true })).toHaveCount(0);
  expect(stills).toEqual([]);

  await page.emulateMedia({ media: "print" });

  await expect(away.locator(".still")).toBeVisible();
  await expect(away.locator(".printed")).toBeVisible();
  await expect(page.locator("#figure-burst .still")).toBeHidden();
  await expect(page.locator("#figure-burst").getByRole("button", { name: "Play" })).toBeHidden();
});
