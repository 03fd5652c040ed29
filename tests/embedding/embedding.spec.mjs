// Figures in pages that generators have built: they play, keep to themselves, follow the theme, and are there again after a page was changed for another.
import { join } from "node:path";
import { expect, test as base } from "@playwright/test";
import { serve } from "../../scripts/tools/server.mjs";
import { expectPlays, printedBy } from "../web/browser/host-page.mjs";
import { HOSTS } from "./hosts.mjs";

/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {import("@playwright/test").Locator} Locator */

const OUTPUT = "a is done {'a': True}\nb is done {'a': True}\nc is done {'a': True}\n";
/** What a style sheet that gets where it has no business would change. Sizes that follow from a width are not in it. */
const LOOKS = ["font-family", "font-size", "font-weight", "font-style", "line-height", "letter-spacing", "text-transform", "text-align", "color", "background-color", "border-top-width", "border-top-style",
  "border-top-color", "border-radius", "padding-top", "padding-left", "margin-top", "margin-bottom", "box-sizing", "list-style-type", "white-space", "cursor", "display", "opacity", "transition-duration"];
/** Parts of a figure of each sort: text, code, buttons, fields, lists, drawings. */
const INSIDE = [".figure", ".head", ".parameter", ".parameter code", "input[type=range]", "select", ".line code", ".sentence", ".foot button", ".key", ".key li", ".output", "svg.scene, .stage svg", ".row-label"];
/** Parts of a page around it. */
const OUTSIDE = ["body", "h1", "p", "a", "p code", "ul", "button", "nav"];

/** Pages whose console and network are watched. @type {import("@playwright/test").TestType<import("@playwright/test").PlaywrightTestArgs & { ownProblems: RegExp }, import("@playwright/test").PlaywrightWorkerArgs>} */
const test = base.extend(/** @type {any} */ ({
  ownProblems: [/^$/, { option: true }],
  page: async (/** @type {{ page: Page, ownProblems: RegExp }} */ { page, ownProblems }, /** @type {(page: Page) => Promise<void>} */ use) => {
    // An icon is nothing that these projects are about.
    await page.route("**/favicon.ico", (route) => route.fulfill({ status: 204 }));
    /** @type {string[]} */ const problems = [];
    page.on("console", (message) => { if (message.type() === "error" || message.type() === "warning") problems.push(`${message.text()} ${message.location().url}`); });
    page.on("pageerror", (error) => problems.push(String(error)));
    page.on("requestfailed", (request) => { if (request.failure()?.errorText !== "net::ERR_ABORTED") problems.push(`${request.url()}: ${request.failure()?.errorText}`); });
    page.on("request", (request) => { if (!/^(http:\/\/127\.0\.0\.1:|data:|blob:)/.test(request.url())) problems.push(`asked elsewhere: ${request.url()}`); });
    await use(page);
    expect(problems.filter((problem) => !ownProblems.test(problem))).toEqual([]);
  },
}));

/** Computed styles of the first element of each selector that is there. @param {Locator} root @param {string[]} selectors @param {boolean} isInside its shadow root */
const looksOf = (root, selectors, isInside) => root.evaluate((element, [names, properties, inside]) => Object.fromEntries(names.flatMap((name) => {
  const found = (inside ? element.shadowRoot : element)?.querySelector(name);
  if (!found) return [];
  const style = getComputedStyle(found);
  return [[name, Object.fromEntries(properties.map((property) => [property, style.getPropertyValue(property)]))]];
})), /** @type {const} */ ([selectors, LOOKS, isInside]));

const wanted = (process.env.SLUICE_EMBEDDING ?? "").split(/\s+/).filter(Boolean);
for (const [name, { example, folder, start = "index.html", figures, ownProblems, toDark, ways }] of Object.entries(HOSTS).filter(([, host]) => wanted.length === 0 || wanted.includes(host.example))) {
  test.describe(name, () => {
    if (ownProblems) test.use({ ownProblems });
    /** @type {{ address: string, close: () => void }} */ let host;
    test.beforeAll(async () => { host = await serve(join("build/embedding", folder), 0, {}); });
    test.afterAll(() => host.close());

    /** The page, or the one in its frame. @param {Page} page */
    const placeOf = (page) => (example === "iframe" ? page.frameLocator("iframe") : page);

    test("every figure plays and prints what the program prints", async ({ page }) => {
      await page.goto(`${host.address}${start}`);
      await expect(placeOf(page).locator("sluice-figure")).toHaveCount(figures);
      for (let index = 0; index < figures; index++) {
        const figure = placeOf(page).locator("sluice-figure").nth(index);
        await expectPlays(figure);
        expect(await printedBy(figure)).toBe(OUTPUT);
        await expect(figure.getByRole("slider", { name: "limit" })).toBeVisible();
      }
      await expect(placeOf(page).locator("pre:visible").filter({ hasText: "import asyncio" })).toHaveCount(0);
    });

    test("the host's styles do not get in, and the figure's do not get out", async ({ page }) => {
      await page.goto(`${host.address}${start}`);
      const figure = placeOf(page).locator("sluice-figure").first();
      await expectPlays(figure);
      await figure.evaluate((element) => { element.setAttribute("theme", "light"); });
      const inside = await looksOf(figure, INSIDE, true);
      const outside = await looksOf(page.locator("html"), OUTSIDE, false);

      // The same figure in an empty page.
      const source = await figure.evaluate((/** @type {any} */ element) => element.source);
      const script = await placeOf(page).locator("html").evaluate(() => performance.getEntriesByType("resource").map(({ name: address }) => address).find((address) => /\/sluice\.js$/.test(address)) ?? "");
      if (script) {
        await page.route("**/bare.html", (route) => route.fulfill({ contentType: "text/html", body: `<!doctype html><link rel="icon" href="data:,"><script type="module" src="${script}"></script><sluice-figure theme="light" autoplay="off"></sluice-figure>` }));
        await page.goto(`${host.address}bare.html`);
        const bare = page.locator("sluice-figure");
        await bare.evaluate(async (/** @type {any} */ element, text) => { await customElements.whenDefined("sluice-figure"); element.source = text; }, source);
        await expectPlays(bare);
        expect(inside).toEqual(await looksOf(bare, INSIDE, true));
      }
      expect(Object.keys(inside).length).toBeGreaterThan(10);

      // The same page without the figure.
      await page.route(/sluice(\.loader)?\.js|assets\/index-/, (route) => route.fulfill({ contentType: "text/javascript", body: "" }));
      await page.goto(`${host.address}${start}`);
      expect(outside).toEqual(await looksOf(page.locator("html"), OUTSIDE, false));
    });

    test("light and dark follow the page", async ({ page }) => {
      await page.emulateMedia({ colorScheme: "light" });
      await page.goto(`${host.address}${start}`);
      const figure = placeOf(page).locator("sluice-figure").first();
      await expectPlays(figure);
      const paper = () => figure.locator(".figure").evaluate((element) => {
        const [red, green, blue] = (getComputedStyle(element).backgroundColor.match(/[\d.]+/g) ?? []).map(Number);
        return red + green + blue > 3 * 128 ? "light" : "dark";
      });
      expect(await paper()).toBe("light");

      if (toDark) await toDark(page);
      else await page.emulateMedia({ colorScheme: "dark" });

      await expect.poll(paper).toBe(toDark ? "dark" : "light");
      await expectPlays(figure);
    });

    if (ways) {
      test("a page that is changed for another without being loaded has its figures, and so has the first one afterwards", async ({ page }) => {
        await page.goto(`${host.address}${start}`);
        await expectPlays(page.locator("sluice-figure").first());
        await page.evaluate(() => Object.assign(globalThis, { isStill: true }));

        await ways.there(page);
        await expect(page.locator("sluice-figure")).toHaveCount(1);
        await expectPlays(page.locator("sluice-figure"));
        await ways.back(page);
        await expect(page.locator("sluice-figure")).toHaveCount(figures);
        await expectPlays(page.locator("sluice-figure").last());

        expect(await page.evaluate(() => "isStill" in globalThis)).toBe(true);
      });
    }
  });
}
