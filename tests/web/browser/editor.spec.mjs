// The editor: it loads when somebody goes into a program, runs what is typed, underlines what is wrong, and can be left.
import { editorOf, expect, position, printed, programOf, seek, standingFigure, test } from "./page.mjs";

test.beforeEach(async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto("/playground.html");
  await expect(page.locator("sluice-figure")).toHaveAttribute("state", /ready|paused|ended/);
});

test("typing into the program runs it", async ({ page }) => {
  const figure = page.locator("sluice-figure");
  await (await editorOf(figure)).fill('import asyncio\nasync def main():\n    await asyncio.sleep(2)\n    print("two seconds later")\nasyncio.run(main())\n');
  await page.keyboard.press("Escape");
  await page.keyboard.press("End");

  await expect.poll(() => printed(figure)).toEqual(["two seconds later"]);
  await expect(figure.locator(".flag-text").first()).toHaveText("2.000 s");
});

test("Enter keeps the indentation, Backspace takes a whole step of it", async ({ page }) => {
  const figure = page.locator("sluice-figure");
  await (await editorOf(figure)).fill("async def main():");
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await page.keyboard.type("pass");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Backspace");
  await page.keyboard.type("x = 1");

  expect(await programOf(figure)).toBe("async def main():\n    pass\nx = 1");
});

test("Tab leaves the program, and so does Escape: then the keys are the figure's", async ({ page }) => {
  const figure = page.locator("sluice-figure");
  const editor = await editorOf(figure);
  await page.keyboard.press("Tab");
  await expect(editor).not.toBeFocused();
  await editor.focus();
  await page.keyboard.press("Escape");
  await expect(editor).not.toBeFocused();
  await page.keyboard.press("End");

  expect(await position(figure)).toBe(1);
});

test("undo takes back what was typed, and what a slider has written", async ({ page }) => {
  const figure = page.locator("sluice-figure");
  const original = await programOf(figure);
  await editorOf(figure);
  await page.keyboard.type("# note\n");
  await figure.getByRole("slider", { name: "limit" }).fill("5");
  await expect(figure.locator(".cm-content")).toContainText("limit = 5");
  await figure.locator(".cm-content").focus();
  await page.keyboard.press("Control+z");
  await expect(figure.locator(".cm-content")).toContainText("limit = 2");
  for (let i = 0; i < 10 && await programOf(figure) !== original; i++) await page.keyboard.press("Control+z");

  expect(await programOf(figure)).toBe(original);
  await expect(figure.getByRole("slider", { name: "limit" })).toHaveValue("2");
});

// A slider wrote to the place that the last run had found, so what was typed and not yet run shifted it into the midst of other words.
test("a slider and the keys change one text, however late the runs are", async ({ page }) => {
  const figure = page.locator("sluice-figure");
  const original = await programOf(figure);
  const changed = await figure.evaluate((/** @type {any} */ element) => {
    const slider = element.shadowRoot.querySelector(".parameters input[type=range]");
    const area = element.shadowRoot.querySelector("textarea");
    const move = (/** @type {string} */ value) => { slider.value = value; slider.dispatchEvent(new Event("input")); };
    area.setRangeText("# note\n", 0, 0);
    area.dispatchEvent(new Event("input"));
    move("10");
    move("5");
    return element.source;
  });

  expect(changed).toBe(`# note\n${original.replace("limit = 2", "limit = 5")}`);
  await expect.poll(() => figure.evaluate((/** @type {any} */ element) => element.run.source)).toBe(changed);
  await expect(figure.getByRole("slider", { name: "limit" })).toHaveValue("5");
});

// Chromium tells of a selection a moment later. What was typed over it in that moment went the browser's way, and left style attributes.
test("what is typed over a selection that is not yet known replaces it, under a strict policy", async ({ page }) => {
  await page.addInitScript(() => addEventListener("selectionchange", (event) => event.stopImmediatePropagation(), true));
  await page.reload();
  const figure = page.locator("sluice-figure");
  const editor = await editorOf(figure);
  await editor.selectText();
  await page.keyboard.insertText("async def main():\n    pass\n");

  expect(await programOf(figure)).toBe("async def main():\n    pass\n");
  await expect(figure.locator(".cm-content [style]")).toHaveCount(0);
});

test("what is wrong is underlined and said; the last good picture stays, greyed; mended, it goes on where it was", async ({ page }) => {
  const figure = page.locator("sluice-figure");
  await seek(figure, 0.5);
  const clock = await figure.locator(".flag-text").first().textContent();
  const good = await programOf(figure);
  const editor = await editorOf(figure);
  await editor.fill(good.replace("gate = asyncio.Semaphore(limit)", "gate = asyncio.Semaphore(limit"));
  await expect(figure).toHaveAttribute("state", "error");
  await expect(figure.locator(".cm-wrong").first()).toBeVisible();
  await expect(figure.locator(".message")).toContainText(/line \d+/);
  await expect(figure.locator(".timeline .bar").first()).toBeAttached();

  await editor.fill(good);

  await expect(figure).toHaveAttribute("state", "paused");
  await expect(figure.locator(".cm-wrong")).toHaveCount(0);
  await expect(figure.locator(".message")).toBeEmpty();
  await expect(figure.locator(".flag-text").first()).toHaveText(clock ?? "");
});

test("reset brings the author's program back", async ({ page }) => {
  const figure = page.locator("sluice-figure");
  const original = await programOf(figure);
  await (await editorOf(figure)).fill("print(1)\n");
  await expect.poll(() => figure.evaluate((/** @type {any} */ element) => element.run.source)).toBe("print(1)\n");
  await figure.getByRole("button", { name: "Reset" }).click();

  expect(await programOf(figure)).toBe(original);
  await expect(figure.locator(".cm-content")).toContainText("asyncio.Semaphore(limit)");
});

test("where the editor does not load, the program is edited as plain text", async ({ page }) => {
  await page.route(/code-mirror/, (route) => route.abort("aborted"));
  await page.reload();
  const figure = await standingFigure(page, "", "sluice-figure");
  const area = figure.getByRole("textbox", { name: "Program" });
  await area.fill('print("plain")\n');
  await seek(figure, 1);

  await expect.poll(() => printed(figure)).toEqual(["plain"]);
  await expect(figure.locator(".cm-editor")).toHaveCount(0);
});
