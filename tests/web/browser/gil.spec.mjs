// The GIL as a reader sees it: a baton that passes between the loop and the threads, a row that says who has it, beats that come late.
import { expect, printed, seek, standingFigure, test } from "./page.mjs";

/** @typedef {import("@playwright/test").Locator} Locator */

test.beforeEach(async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto("/");
});

/** Where the baton is from event to event, without repetitions: "free", or the place on the picture. @param {Locator} figure */
const batonsWay = (figure) => figure.evaluate((/** @type {any} */ element) => {
  /** @type {string[]} */ const way = [];
  const events = element.run.events.when.length;
  for (let event = 0; event < events; event++) {
    element.seekEvent(event);
    const baton = element.shadowRoot.querySelector(".scene .baton");
    const place = baton ? `${baton.getAttribute("class")} ${baton.getAttribute("transform")}` : "none";
    if (place !== way[way.length - 1]) way.push(place);
  }
  return way;
});

/** How late each beat says it is, in ms. @param {Locator} figure */
const lateness = async (figure) => (await printed(figure)).flatMap((line) => /(\d+) ms late/.exec(line)?.[1] ?? []).map(Number);

test("the baton goes to and fro between the loop and a thread that computes", async ({ page }) => {
  const figure = await standingFigure(page, "figure-gil");
  const way = await batonsWay(figure);
  const places = new Set(way.filter((place) => !place.includes("is-free")));

  expect(places.size).toBe(2);
  expect(way.length).toBeGreaterThan(8);
});

test("the timeline has a row for the GIL, and says who has it", async ({ page }) => {
  const figure = await standingFigure(page, "figure-gil");
  await seek(figure, 1);

  await expect(figure.locator(".row-label.is-gil")).toHaveCount(1);
  const holders = new Set((await figure.locator(".bar.is-gil title").allTextContents()).map((title) => title.replace(/,.*/, "")));
  expect([...holders].sort()).toEqual(["asyncio_0 has the GIL", "loop has the GIL"]);
  await expect(figure.locator(".key").getByText("has the GIL")).toBeVisible();
});

test("each beat is a switch interval late under one thread, four under four, and free-threaded none is", async ({ page }) => {
  const figure = await standingFigure(page, "figure-gil");
  await seek(figure, 1);
  expect(Math.max(...await lateness(figure))).toBe(5);

  await figure.getByRole("slider", { name: "threads" }).fill("4");
  await expect.poll(() => figure.evaluate((/** @type {any} */ element) => element.run.source)).toContain("threads = 4");
  await seek(figure, 1);
  expect(Math.max(...await lateness(figure))).toBeGreaterThanOrEqual(20);

  const free = await standingFigure(page, "figure-nogil");
  await seek(free, 1);
  expect(Math.max(...await lateness(free))).toBe(0);
  await expect(free.locator(".baton")).toHaveCount(0);
  await expect(free.locator(".row-label.is-gil")).toHaveCount(0);
});

test("the switch interval and the number of processors are attributes of the element", async ({ page }) => {
  const figure = await standingFigure(page, "figure-gil");
  await figure.evaluate((element) => element.setAttribute("switch-interval", "0.001"));
  await expect.poll(async () => { await seek(figure, 1); return Math.max(...await lateness(figure)); }).toBe(1);

  const executor = await standingFigure(page, "figure-executor");
  const lanes = await executor.locator(".lane").count();
  await executor.evaluate((element) => element.setAttribute("cpu-count", "1"));
  await executor.evaluate((/** @type {any} */ element) => { element.source = "import asyncio, os\nprint(os.cpu_count())\n"; });
  await expect.poll(async () => { await seek(executor, 1); return printed(executor); }).toEqual(["1"]);
  expect(lanes).toBe(8);
});
