// The element as its manual describes it: attributes and the properties of their names, methods, events, the caption, parts and custom properties.
import { expect, expectPlays, FIGURE, MODULE, POLICY, PROGRAM, printedBy, test } from "./host-page.mjs";

/** @typedef {import("@playwright/test").Locator} Locator */

const PARAMETRIC = 'import asyncio\n\nlimit = 2  #: 1..8\n\nasync def job(gate):\n    async with gate:\n        await asyncio.sleep(1)\n\nasync def main():\n    gate = asyncio.Semaphore(limit)\n'
  + "    await asyncio.gather(*[job(gate) for _ in range(4)])\n\nasyncio.run(main())\n";
const figureOf = (/** @type {string} */ attributes, program = PARAMETRIC) => `<sluice-figure autoplay="off" ${attributes}><pre><code>${program}</code></pre></sluice-figure>`;
/** The run that a figure is compared with. @param {Locator} figure @returns {Promise<{ python: string, end: number } | null>} */
const keptBy = (figure) => figure.evaluate((/** @type {any} */ element) => { const kept = element.sharedState.kept; return kept && { python: kept.python, source: kept.source }; });

test("compare: another value of a parameter, another Python, another program", async ({ page, host }) => {
  const { address } = await host({
    "index.html": MODULE + figureOf('compare="limit=4"') + figureOf('compare="python=3.11"') + figureOf('compare="src=before.py limit=1"'), "before.py": PARAMETRIC.replace("range(4)", "range(3)"),
  });
  await page.goto(address);
  const [values, versions, programs] = [0, 1, 2].map((index) => page.locator("sluice-figure").nth(index));

  await values.scrollIntoViewIfNeeded();
  await expect(values.locator(".compare-label")).toContainText("limit = 4");
  await expect(values.locator(".summary")).toContainText("finished at");
  await expectPlays(values);
  await versions.scrollIntoViewIfNeeded();
  await expect(versions.locator(".compare-label")).toContainText("Python 3.11");
  await programs.scrollIntoViewIfNeeded();
  await expect(programs.locator(".compare-label")).toContainText("limit = 1");
  expect(await keptBy(programs)).toMatchObject({ source: expect.stringContaining("range(3)") });

  await values.evaluate((/** @type {any} */ element) => { element.compare = "limit=8"; });
  await expect(values.locator(".compare-label")).toContainText("limit = 8");
  await values.evaluate((/** @type {any} */ element) => { element.compare = null; });
  await expect(values.locator(".compare-label")).toBeHidden();
  expect(await keptBy(values)).toBeFalsy();
});

test("a comparison that cannot be made says so, and the figure plays all the same", async ({ page, host }) => {
  const { address } = await host({ "index.html": MODULE + figureOf('compare="limits=4"') });
  await page.goto(address);
  const figure = page.locator("sluice-figure");

  await expect(figure.locator(".message")).toHaveText("Nothing to compare with: there is no parameter “limits”.");
  await expectPlays(figure);
});

test("t is where it stands at first, src is the program's file, and their properties are their attributes", async ({ page, host }) => {
  const { address } = await host({ "index.html": `${MODULE}<sluice-figure autoplay="off" src="program.py" t="1.5"></sluice-figure>`, "program.py": PROGRAM });
  await page.goto(address);
  const figure = page.locator("sluice-figure");
  await expect(figure).toHaveAttribute("state", "paused");

  expect(await figure.evaluate((/** @type {any} */ element) => [element.when, element.t, element.src, element.autoplay, element.python, element.state, element.source])).toEqual([expect.closeTo(1.5, 3), 1.5, "program.py", "off", "", "paused", PROGRAM]);
  await figure.evaluate((/** @type {any} */ element) => { element.python = "3.10"; });
  await expect.poll(() => figure.evaluate((/** @type {any} */ element) => element.run.python)).toBe("3.10");
  expect(await figure.getAttribute("python")).toBe("3.10");
});

test("methods move it, events tell of it", async ({ page, host }) => {
  const { address } = await host({ "index.html": MODULE + FIGURE });
  await page.goto(address);
  const figure = page.locator("sluice-figure");
  await expectPlays(figure);

  const told = await figure.evaluate(async (/** @type {any} */ element) => {
    /** @type {unknown[]} */ const heard = [];
    const next = (/** @type {string} */ type) => new Promise((resolve) => element.addEventListener(type, (/** @type {CustomEvent} */ { detail }) => resolve(detail), { once: true }));
    const moved = next("move");
    element.seek(1);
    heard.push(Math.round((/** @type {any} */ (await moved)).when * 100) / 100, element.when === (await moved.then((/** @type {any} */ detail) => detail.when)));
    const before = element.player.at;
    element.step();
    heard.push(element.player.at > before);
    element.step(-1);
    element.step(-1);
    heard.push(element.player.at < before);
    const played = next("state");
    element.play();
    heard.push(await played);
    const paused = next("state");
    element.pause();
    heard.push(await paused);
    element.restart();
    heard.push(element.player.at, element.state);
    element.speed = 2;
    element.speed = Number.NaN;
    element.speed = -1;
    heard.push(element.speed);
    const ran = next("run");
    const run = await element.rerun();
    heard.push(run === await ran && run === element.run);
    return heard;
  });

  expect(told).toEqual([1, true, true, true, "playing", "paused", 0, "ready", 2, true]);
});

test("properties that were set before the element was defined are taken over", async ({ page, host }) => {
  const { address } = await host({ "index.html": "<p>Text.</p>" });
  await page.goto(address);
  await page.evaluate(async (source) => {
    const figure = /** @type {any} */ (document.createElement("sluice-figure"));
    Object.assign(figure, { source, python: "3.11", autoplay: "off", label: "Two tasks" });
    document.body.append(figure);
    const script = "/sluice.js";
    await import(script);
  }, PROGRAM);
  const figure = page.locator("sluice-figure");

  await expectPlays(figure);
  expect(await printedBy(figure)).toContain("two is done");
  await expect(figure.getByRole("group", { name: "Two tasks" })).toBeVisible();
  expect(await figure.evaluate((/** @type {any} */ element) => element.run.python)).toBe("3.11");
});

// It was made ready anew like one that had never been shown: the picture was gone, and nothing asked for another.
test("a figure without children of its own keeps its picture when it is moved to another place in the page", async ({ page, host }) => {
  const { address } = await host({ "index.html": `${MODULE}<div id="one"></div><div id="two"></div>` });
  await page.goto(address);
  await page.evaluate((source) => {
    const figure = document.createElement("sluice-figure");
    Object.assign(figure, { autoplay: "off", source });
    document.querySelector("#one")?.append(figure);
  }, PROGRAM);
  const figure = page.locator("sluice-figure");
  await expectPlays(figure);

  await figure.evaluate((element) => document.querySelector("#two")?.append(element));

  await expect(page.locator("#two sluice-figure").getByRole("group", { name: "Playback" })).toBeVisible();
  await expectPlays(figure);
});

test("a page styles the figure by custom properties and parts, and puts a caption into it", async ({ page, host }) => {
  const { address } = await host({
    "style.css": "sluice-figure { --sluice-accent: rgb(102, 51, 153); --sluice-paper: rgb(1, 2, 3); } sluice-figure::part(output) { display: none; } sluice-figure::part(head) { opacity: 0.5; }",
    "index.html": `<link rel="stylesheet" href="style.css">${MODULE}${FIGURE.replace("</sluice-figure>", '<p slot="caption">What it <em>shows</em>.</p></sluice-figure>')}`,
  }, { "Content-Security-Policy": POLICY });
  await page.goto(address);
  const figure = page.locator("sluice-figure");
  await expectPlays(figure);

  await expect(figure.getByText("What it shows.")).toBeVisible();
  await expect(figure.locator("[part=output]")).toBeHidden();
  await expect(figure.locator("[part=head]")).toHaveCSS("opacity", "0.5");
  await expect(figure.locator("[part=figure]")).toHaveCSS("background-color", "rgb(1, 2, 3)");
  expect(await figure.evaluate(({ shadowRoot }) => Array.from(shadowRoot?.querySelectorAll("[part]") ?? [], (part) => part.getAttribute("part")).sort())).toEqual(["code", "figure", "foot", "head", "output", "scene", "timeline"]);
});
