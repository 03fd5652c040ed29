// Each way to get the element into a page: as a module, as one classic script, as a file that is opened by double click, from another host.
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { brotliSize } from "../../../web/distribution/sizes.mjs";
import { serve } from "../../../scripts/tools/server.mjs";
import { expect, expectPlays, FIGURE, MODULE, POLICY, PROGRAM, printedBy, test } from "./host-page.mjs";

const OUTPUT = "one is done {'a': True}\ntwo is done {'a': True}\n";

test("one tag and one script make a figure that plays, under the strict policy", async ({ page, host }) => {
  const { address } = await host({ "index.html": `${MODULE}${FIGURE}` });
  await page.goto(address);
  const figure = page.locator("sluice-figure");

  await expectPlays(figure);

  expect(await figure.evaluate((/** @type {any} */ element) => element.source)).toBe(PROGRAM);
  expect(await printedBy(figure)).toBe(OUTPUT);
});

test("nothing heavy is loaded until a figure comes near, and once for all figures", async ({ page, host }) => {
  /** @type {string[]} */ const asked = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  const { address } = await host({ "index.html": `${MODULE}<p style="height: 9000px">far</p>${FIGURE}${FIGURE}` }, {});
  await page.goto(address, { waitUntil: "networkidle" });
  expect(asked.filter((path) => /worker|wasm/.test(path))).toEqual([]);

  await expectPlays(page.locator("sluice-figure").first());
  await expectPlays(page.locator("sluice-figure").last());

  expect(asked.filter((path) => /worker|wasm/.test(path)).sort()).toEqual(["/sluice-worker.js", "/sluice.wasm"]);
});

test("worker and wasm are asked for by an address that changes with their content", async ({ page, host }) => {
  const { address } = await host({ "index.html": `${MODULE}${FIGURE}` });
  const [worker, wasm] = await Promise.all([page.waitForRequest(/sluice-worker\.js/), page.waitForRequest(/sluice\.wasm/), page.goto(address)]);

  expect(worker.url()).toMatch(/\?v=[0-9a-f]{8}$/);
  expect(wasm.url()).toMatch(/\?v=[0-9a-f]{8}$/);
  // The host's folder goes with the test: not while it is being read.
  await (await wasm.response())?.finished();
});

/** Imports what few programs do. */
const RARE = PROGRAM.replace("import asyncio", "import argparse, asyncio, statistics");
const RARE_FIGURE = FIGURE.replace("import asyncio", "import argparse, asyncio, statistics");

test("the library pack is fetched by the first program that needs it, and once", async ({ page, host }) => {
  /** @type {string[]} */ const asked = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname + new URL(request.url()).search));
  const { address } = await host({ "index.html": `${MODULE}${FIGURE}` });
  await page.goto(address);
  const figure = page.locator("sluice-figure");
  await expectPlays(figure);
  expect(asked.filter((path) => path.includes("library"))).toEqual([]);

  for (const source of [RARE, RARE.replace("sleep(1)", "sleep(2)")]) {
    await figure.evaluate((/** @type {any} */ element, text) => { element.source = text; }, source);
    await expect.poll(() => figure.evaluate((/** @type {any} */ { run }) => run.source)).toBe(source);
    expect(await printedBy(figure)).toBe(OUTPUT);
  }

  expect(asked.filter((path) => path.includes("library"))).toEqual([expect.stringMatching(/^\/sluice-library\.txt\?v=[0-9a-f]{8}$/)]);
});

test("a figure that needs the library pack from the start plays", async ({ page, host }) => {
  const { address } = await host({ "index.html": `${MODULE}${RARE_FIGURE}` });
  await page.goto(address);

  await expectPlays(page.locator("sluice-figure"));
});

test("a library pack that is not there: words, the reader's text, the last good picture, and another try that works", async ({ page, host }) => {
  const { address } = await host({ "index.html": `${MODULE}${FIGURE}` });
  await page.route(/sluice-library/, (route) => route.fulfill({ status: 404, body: "not found" }));
  await page.goto(address);
  const figure = page.locator("sluice-figure");
  await expectPlays(figure);
  await figure.evaluate((/** @type {any} */ element, text) => { element.source = text; }, RARE);

  await expect(figure).toHaveAttribute("state", "error");
  await expect(figure.locator(".message")).toContainText("module argparse did not load");
  await expect(figure.locator(".lines")).toContainText("import argparse");
  await expect(figure.locator(".timeline .bar").first()).toBeAttached();
  expect(await figure.evaluate((/** @type {any} */ { run }) => run.source)).toBe(PROGRAM);

  await page.unroute(/sluice-library/);
  await figure.getByRole("button", { name: "Try again" }).click();

  await expect(figure.locator(".message")).toBeEmpty();
  await expect.poll(() => figure.evaluate((/** @type {any} */ { run }) => run.source)).toBe(RARE);
});

test("a figure with a recording plays before worker and engine are asked for, with all that it needs for that within 150 KB of brotli", async ({ page, host }) => {
  const folder = mkdtempSync(join(tmpdir(), "sluice-recording-"));
  writeFileSync(join(folder, "gate.py"), PROGRAM);
  execFileSync(process.execPath, [resolve("dist/npm/cli.js"), "record", "--python", "3.12", "gate.py"], { cwd: folder });
  const recording = readFileSync(join(folder, "gate.run.json"), "utf8");
  rmSync(folder, { recursive: true });
  /** @type {Map<string, number>} */ const loaded = new Map();
  page.on("response", async (response) => { if (response.ok()) loaded.set(new URL(response.url()).pathname, brotliSize(await response.body())); });
  const { address } = await host({ "index.html": `${MODULE}<sluice-figure src="gate.py" recording="gate.run.json" python="3.12"></sluice-figure>`, "gate.py": PROGRAM, "gate.run.json": recording });
  await page.route(/worker|wasm/, () => { /* never comes */ });
  await page.goto(address);
  const figure = page.locator("sluice-figure");

  await expectPlays(figure);

  expect(await printedBy(figure)).toBe(OUTPUT);
  const sizes = [...loaded].filter(([path]) => !/worker|wasm/.test(path));
  expect(sizes.map(([path]) => path)).toContain("/gate.run.json");
  expect(sizes.reduce((sum, [, size]) => sum + size, 0)).toBeLessThan(150_000);
});

test("the whole chapter in one file works by double click, and asks for nothing", async ({ page }) => {
  /** @type {string[]} */ const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  const address = pathToFileURL(resolve("dist/sluice.standalone.html")).href;
  await page.goto(address);

  await expectPlays(page.locator("#figure-gate sluice-figure"));
  await expectPlays(page.locator("#figure-versions sluice-figure"));

  expect(asked.filter((each) => !/^(data|blob):/.test(each))).toEqual([address]);
});

test("the element in one classic script works from a file, and where the parser has not seen the program yet", async ({ page }) => {
  const folder = mkdtempSync(join(tmpdir(), "sluice-file-"));
  cpSync("dist/sluice.standalone.js", join(folder, "sluice.standalone.js"));
  writeFileSync(join(folder, "page.html"), `<!doctype html><meta charset="utf-8"><script src="sluice.standalone.js"></script><p>Text.</p>${FIGURE}`);
  await page.goto(pathToFileURL(join(folder, "page.html")).href);

  await expectPlays(page.locator("sluice-figure"));

  expect(await page.evaluate(async () => (await /** @type {any} */ (globalThis).sluice.run("import asyncio\nasyncio.run(asyncio.sleep(60))")).end)).toBeGreaterThanOrEqual(60);
  expect(await page.evaluate(async () => (await /** @type {any} */ (globalThis).sluice.run("import unittest, uuid")).failure)).toBe(null);
  rmSync(folder, { recursive: true });
});

test("a script from another host works where that host allows it", async ({ page, host }) => {
  const other = await host({}, { "Access-Control-Allow-Origin": "*" });
  const { address } = await host({ "index.html": `<script type="module" src="${other.address}sluice.js"></script>${FIGURE}` }, {});
  await page.goto(address);

  await expectPlays(page.locator("sluice-figure"));

});

test("an iframe holds a figure, and so does one without an origin of its own", async ({ page, host }) => {
  const { address } = await host({ "figure.html": `${MODULE}${FIGURE}` }, { "Access-Control-Allow-Origin": "*" });
  const outside = await host({ "index.html": `<iframe src="${address}figure.html" width="900" height="700"></iframe><iframe sandbox="allow-scripts" src="${address}figure.html" width="900" height="700"></iframe>` }, {});
  await page.goto(outside.address);

  for (const frame of [page.frameLocator("iframe").first(), page.frameLocator("iframe").last()]) await expectPlays(frame.locator("sluice-figure"));

});

test("run() gives the trace without a figure", async ({ page, host }) => {
  const { address } = await host({ "index.html": "<p>Text.</p>" });
  await page.goto(address);

  const result = await page.evaluate(async (program) => {
    const url = "/sluice.js";
    const { run } = await import(url);
    const trace = await run(program, { python: "3.11" });
    return { python: trace.python, end: trace.end, output: Array.from(trace.output.text, (text) => trace.texts[text]).join("") };
  }, PROGRAM);

  expect(result).toEqual({ python: "3.11", end: expect.closeTo(2, 3), output: OUTPUT });
});

test("the site works from a folder of any host", async ({ page }) => {
  const { address, close } = await serve("dist", 0, { "Content-Security-Policy": POLICY });
  await page.goto(`${address}site/index.html`);

  await expectPlays(page.locator("#figure-gate sluice-figure"));

  close();
});
