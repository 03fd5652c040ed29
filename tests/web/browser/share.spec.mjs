// Taking things away: links that hold everything, pictures and animations that stand alone, traces, the program itself.
import fs from "node:fs";
import { expect, printed, seek, standingFigure, test } from "./page.mjs";

test.beforeEach(async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto("/");
});

/** @param {import("@playwright/test").Page} page @param {import("@playwright/test").Locator} figure @param {string} name */
async function saved(page, figure, name) {
  const [download] = await Promise.all([page.waitForEvent("download"), figure.getByRole("button", { name, exact: true }).click()]);
  return fs.readFileSync(await download.path(), "utf8");
}

/** What is amiss with an SVG file, read on a page of its own. @param {import("@playwright/test").Page} page empty @param {string} text */
async function problemsOf(page, text) {
  return page.evaluate((svg) => {
    const file = new DOMParser().parseFromString(svg, "image/svg+xml");
    const ids = new Set(Array.from(file.querySelectorAll("[id]"), ({ id }) => id));
    const dangling = Array.from(file.querySelectorAll("[fill^=url]"), (each) => /#([^")]+)/.exec(each.getAttribute("fill") ?? "")?.[1] ?? "").filter((id) => !ids.has(id));
    return [...Array.from(file.querySelectorAll("parsererror, script, foreignObject"), ({ tagName }) => tagName), ...dangling, ...(/var\(--|light-dark/.test(svg) ? ["styles"] : [])];
  }, text);
}

test("a link to a figure of the page opens that figure, with its program, time, version and comparison", async ({ page }) => {
  const figure = await standingFigure(page, "figure-gate");
  await figure.getByRole("button", { name: "Keep as A" }).click();
  await figure.getByRole("slider", { name: "limit" }).fill("4");
  await expect(figure.locator(".summary")).toBeVisible();
  await figure.evaluate((/** @type {any} */ element) => element.player.seek(element.player.axis.positionAt(0.15)));
  await figure.getByRole("button", { name: "Share and save" }).click();
  await figure.getByRole("button", { name: "Copy link" }).click();
  await expect(page).toHaveURL(/#f=figure-gate&p=/);

  const address = page.url();
  await page.goto("about:blank");
  await page.goto(address);

  await expect(figure.locator(".line").nth(2)).toContainText("limit = 4");
  await expect(figure.locator(".flag-text").first()).toHaveText("0.150 s");
  await expect(figure.locator(".compare-label")).toContainText("limit = 2");
  await figure.getByRole("button", { name: "Reset" }).click();
  await expect(figure.locator(".line").nth(2)).toContainText("limit = 2");

  // The other figures are what they were.
  const other = await standingFigure(page, "figure-order");
  await expect(other.locator(".lines")).toContainText("JOBS");
  await expect(other.getByRole("button", { name: "Reset" })).toBeHidden();
});

test("the picture stands alone, light and dark", async ({ page, context }) => {
  const figure = await standingFigure(page, "figure-gate");
  await seek(figure, 0.5);
  await figure.getByRole("button", { name: "Share and save" }).click();
  const picture = await saved(page, figure, "Picture");

  expect(await problemsOf(await context.newPage(), picture)).toEqual([]);
  expect(picture).toContain("prefers-color-scheme:dark");
  expect(picture).toContain(">await<");
});

test("the animation moves by itself: the tasks have tracks, the looks have times", async ({ page, context }) => {
  const figure = await standingFigure(page, "figure-gate");
  await figure.getByRole("button", { name: "Share and save" }).click();
  const animation = await saved(page, figure, "Animation");

  const reader = await context.newPage();
  expect(await problemsOf(reader, animation)).toEqual([]);
  expect(animation.length).toBeLessThan(400_000);
  const keys = await reader.evaluate((svg) => Array.from(new DOMParser().parseFromString(svg, "image/svg+xml").querySelectorAll("animate, animateTransform"), (each) => {
    const times = (each.getAttribute("keyTimes") ?? "").split(";").map(Number);
    return { isOrdered: times.every((time, i) => i === 0 || time >= times[i - 1]), from: times[0], to: times[times.length - 1], isWhole: times.length === each.getAttribute("values")?.split(";").length, isSmooth: !each.hasAttribute("calcMode") };
  }), animation);
  expect(keys.length).toBeGreaterThan(40);
  for (const each of keys) expect(each).toMatchObject({ isOrdered: true, from: 0, isWhole: true, ...(each.isSmooth ? { to: 1 } : {}) });
});

test("traces are JSON, the program is the program, and a command runs it", async ({ page }) => {
  const figure = await standingFigure(page, "figure-gate");
  await figure.getByRole("button", { name: "Share and save" }).click();

  expect(JSON.parse(await saved(page, figure, "Trace for Perfetto"))).toHaveProperty("traceEvents");
  expect(Object.keys(JSON.parse(await saved(page, figure, "Trace")))).toEqual(["program", "python", "step", "end", "failure", "trace"]);
  expect(await saved(page, figure, "program.py")).toBe(await figure.evaluate((/** @type {any} */ element) => element.source));
  await expect(figure.locator(".share code")).toHaveText("python3.13 program.py");
});

test("the HTML to embed is a figure again, with its program as text", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const figure = await standingFigure(page, "figure-gate");
  await figure.evaluate((/** @type {any} */ element) => { element.source = 'print("<b>")\n'; });
  await expect.poll(() => printed(figure)).toEqual([]);
  await figure.getByRole("button", { name: "Share and save" }).click();
  await figure.getByRole("button", { name: "Copy HTML" }).click();
  await expect(figure.locator(".share-status")).toContainText("Copied");
  const text = await page.evaluate(() => navigator.clipboard.readText());

  const program = await page.evaluate((html) => new DOMParser().parseFromString(html, "text/html").querySelector("sluice-figure pre")?.textContent, text);
  expect(program).toBe('print("<b>")\n');
});
