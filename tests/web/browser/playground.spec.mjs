// The playground: programs of one's own, links that hold them, files that come and go.
import { editorOf, expect, printed, test } from "./page.mjs";

test.beforeEach(({ page }) => page.emulateMedia({ reducedMotion: "reduce" }));

test("a link holds the program, the version and the time", async ({ page }) => {
  await page.goto("/playground.html");
  const figure = page.locator("sluice-figure");
  await expect(figure).toHaveAttribute("state", /ready|paused|ended/);
  await figure.getByRole("slider", { name: "limit" }).fill("4");
  await figure.getByRole("combobox").selectOption("3.11");
  await expect.poll(() => figure.evaluate((/** @type {any} */ element) => element.run.python)).toBe("3.11");
  await figure.evaluate((/** @type {any} */ element) => element.player.seek(element.player.axis.positionAt(0.15)));

  await figure.getByRole("button", { name: "Share and save" }).click();
  await figure.getByRole("button", { name: "Copy link" }).click();
  await expect(page).toHaveURL(/[#&]p=/);
  const address = page.url();
  await page.goto("about:blank");
  await page.goto(address);

  await expect(figure.locator(".line").nth(2)).toContainText("limit = 4");
  await expect(figure.locator(".flag-text").first()).toHaveText("0.150 s");
  await expect(figure.getByRole("combobox")).toHaveValue("3.11");
});

test("what a link holds never becomes HTML", async ({ page }) => {
  await page.goto("/playground.html");
  const figure = page.locator("sluice-figure");
  await (await editorOf(figure)).fill('print("<img src=x onerror=alert(1)><b>bold</b>")\n');
  await expect(figure).toHaveAttribute("state", /ready|paused|ended/);
  await figure.evaluate((/** @type {any} */ element) => element.player.seek(1));

  await expect.poll(() => printed(figure)).toEqual(["<img src=x onerror=alert(1)><b>bold</b>"]);
  await expect(figure.locator(".figure img, .figure .output b")).toHaveCount(0);
});

test("the gallery has every program of the chapter, by topic, and more", async ({ page }) => {
  await page.goto("/playground.html");
  const gallery = page.locator("#gallery");
  const figure = page.locator("sluice-figure");
  await expect(figure).toHaveAttribute("state", /ready|paused|ended/);

  await page.getByText("Programs to start from").click();
  expect(await gallery.getByRole("button").count()).toBeGreaterThanOrEqual(25);
  await gallery.getByRole("button", { name: "gather and as_completed", exact: true }).click();

  await expect(figure.locator(".line").nth(2)).toContainText("JOBS");
  await expect(gallery.locator("[aria-current]")).toHaveText("gather and as_completed");
});

test("a file that is dropped is opened, and runs", async ({ page }) => {
  await page.goto("/playground.html");
  const figure = page.locator("sluice-figure");
  await expect(figure).toHaveAttribute("state", /ready|paused|ended/);
  const dropped = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(["import asyncio\nasyncio.run(asyncio.sleep(3))\n"], "wait.py", { type: "text/x-python" }));
    return transfer;
  });

  await page.dispatchEvent("body", "dragover", { dataTransfer: dropped });
  await expect(page.getByText("Drop the program to open it")).toBeVisible();
  await page.dispatchEvent("body", "drop", { dataTransfer: dropped });

  await expect(page.getByText("Drop the program to open it")).toBeHidden();
  await expect(page.getByText("wait.py is open.")).toBeVisible();
  await expect.poll(() => figure.evaluate((/** @type {any} */ element) => element.run.end)).toBeGreaterThan(2.9);
});

test("a file can be opened by keyboard too", async ({ page }) => {
  await page.goto("/playground.html");
  const figure = page.locator("sluice-figure");
  await expect(figure).toHaveAttribute("state", /ready|paused|ended/);

  await page.getByLabel("Open a file").setInputFiles({ name: "nap.py", mimeType: "text/x-python", buffer: Buffer.from("import asyncio\nasyncio.run(asyncio.sleep(4))\n") });

  await expect.poll(() => figure.evaluate((/** @type {any} */ element) => element.run.end)).toBeGreaterThan(3.9);
});

test("files beside the program can be read by it, travel in the link, and can be taken away", async ({ page }) => {
  await page.goto("/playground.html");
  const figure = page.locator("sluice-figure");
  await expect(figure).toHaveAttribute("state", /ready|paused|ended/);
  await page.getByLabel("Open a file").setInputFiles([
    { name: "read.py", mimeType: "text/x-python", buffer: Buffer.from('print(open("names.txt").read().split())\n') },
    { name: "names.txt", mimeType: "text/plain", buffer: Buffer.from("Ada\nGrace\n") },
  ]);
  await expect(page.getByText("The program can read names.txt.")).toBeVisible();
  await expect.poll(async () => { await figure.evaluate((/** @type {any} */ element) => element.player.seek(1)); return printed(figure); }).toEqual(["['Ada', 'Grace']"]);
  await expect(page).toHaveURL(/files=/);

  const address = page.url();
  await page.goto("about:blank");
  await page.goto(address);
  await expect(page.getByRole("list", { name: "Files that the program can read" })).toContainText("names.txt");
  await expect.poll(async () => { await figure.evaluate((/** @type {any} */ element) => element.player.seek(1)); return printed(figure); }).toEqual(["['Ada', 'Grace']"]);

  await page.getByRole("button", { name: "Take names.txt away" }).press("Enter");
  await expect(page.getByRole("list", { name: "Files that the program can read" })).toBeHidden();
  await expect.poll(() => figure.evaluate((/** @type {any} */ element) => element.run.failure?.type)).toBe("FileNotFoundError");
});

test("reset leads back to the program that was opened last", async ({ page }) => {
  await page.goto("/playground.html");
  const figure = page.locator("sluice-figure");
  await expect(figure).toHaveAttribute("state", /ready|paused|ended/);
  await page.getByText("Programs to start from").click();
  await page.locator("#gallery").getByRole("button", { name: "A slow tail" }).click();
  await expect(figure.locator(".line").first()).toContainText("import asyncio");
  const opened = await figure.evaluate((/** @type {any} */ element) => element.source);
  await (await editorOf(figure)).fill("print(1)\n");
  await figure.getByRole("button", { name: "Reset" }).click();

  expect(await figure.evaluate((/** @type {any} */ element) => element.source)).toBe(opened);
});

test("where there is room the gallery stands open beside the figure, else over it and closed", async ({ page }) => {
  const boxes = async () => ({
    gallery: await page.locator("details.gallery").boundingBox(), figure: await page.locator("sluice-figure").boundingBox(), isOpen: await page.locator("#gallery").isVisible(),
  });
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto("/playground.html");
  await expect(page.locator("sluice-figure")).toHaveAttribute("state", /ready|paused|ended/);
  const wide = await boxes();
  expect(wide.isOpen && wide.gallery && wide.figure && wide.gallery.x + wide.gallery.width <= wide.figure.x).toBe(true);

  await page.setViewportSize({ width: 390, height: 844 });
  await page.reload();
  await expect(page.locator("sluice-figure")).toHaveAttribute("state", /ready|paused|ended/);
  const narrow = await boxes();
  expect(!narrow.isOpen && narrow.gallery && narrow.figure && narrow.gallery.y + narrow.gallery.height <= narrow.figure.y && narrow.figure.y < 400).toBe(true);
});

test("two runs share one clock", async ({ page }) => {
  await page.goto("/playground.html");
  const figure = page.locator("sluice-figure");
  await expect(figure).toHaveAttribute("state", /ready|paused|ended/);
  await figure.getByRole("button", { name: "Keep as A" }).click();

  await figure.getByRole("slider", { name: "limit" }).fill("5");

  await expect(figure.locator(".summary tbody tr").first()).toHaveText(/finished at\s*0\.300 s\s*0\.100 s/);
  await expect(figure.locator(".compare .row-label").first()).toBeVisible();
});
