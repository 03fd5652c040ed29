// page.mjs — what the browser tests share: a page whose console is watched, and figures that are waited for by their state.
import { expect, test as base } from "@playwright/test";

/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {import("@playwright/test").Locator} Locator */

/** A page that fails its test when anything is written to the console as an error, or a request fails. */
export const test = base.extend({
  page: async ({ page }, use) => {
    /** @type {string[]} */ const problems = [];
    page.on("console", (message) => { if (message.type() === "error" || message.type() === "warning") problems.push(message.text()); });
    page.on("pageerror", (error) => problems.push(String(error)));
    // What was still loading when a page was left is no failure.
    page.on("requestfailed", (request) => {
      if (request.failure()?.errorText !== "net::ERR_ABORTED") problems.push(`${request.url()}: ${request.failure()?.errorText}`);
    });
    await use(page);
    expect(problems).toEqual([]);
  },
});

export { expect };

/**
 * A figure that has run its program and stands still at the start.
 * @param {Page} page @param {string} id of the <figure> around it @param {string} [selector] in place of an id
 */
export async function standingFigure(page, id, selector = `#${id} sluice-figure`) {
  const figure = page.locator(selector);
  await figure.scrollIntoViewIfNeeded();
  await expect(figure).toHaveAttribute("state", /ready|playing|paused|ended/);
  // Figures are built as the reader comes near. Those around it may still be growing.
  await page.waitForFunction(() => Array.from(document.querySelectorAll("sluice-figure")).every((each) => {
    const { top, bottom } = each.getBoundingClientRect();
    return each.getAttribute("state") !== "loading" || bottom < -900 || top > innerHeight + 900;
  }));
  await figure.scrollIntoViewIfNeeded();
  await figure.evaluate((/** @type {any} */ element) => { element.player.pause(); element.player.seek(0); });
  await expect(figure).toHaveAttribute("state", "paused");
  return figure;
}

/** Has the page laid out where the reader is not, too. @param {Page} page */
export const layOutAll = (page) => page.evaluate(() => { for (const section of document.querySelectorAll("main > section")) /** @type {HTMLElement} */ (section).style.contentVisibility = "visible"; });

/** The editor of a figure, loaded and in use. @param {Locator} figure */
export async function editorOf(figure) {
  await figure.getByRole("textbox", { name: "Program" }).focus();
  const editor = figure.locator(".cm-content");
  await expect(editor).toBeFocused();
  return editor;
}

/** The program as it stands. @param {Locator} figure @returns {Promise<string>} */
export const programOf = (figure) => figure.evaluate((/** @type {any} */ element) => element.source);

/** Moves the playhead. @param {Locator} figure @param {number} at 0..1 */
export const seek = (figure, at) => figure.evaluate((/** @type {any} */ element, /** @type {number} */ to) => element.player.seek(to), at);

/** @param {Locator} figure @returns {Promise<number>} where the playhead is */
export const position = (figure) => figure.evaluate((/** @type {any} */ element) => element.player.at);

/** When the program ended, in seconds of its own time. @param {Locator} figure @returns {Promise<number>} */
export const endOf = (figure) => figure.evaluate((/** @type {any} */ element) => element.run.end);

/** Lines that are printed up to the playhead. @param {Locator} figure */
export const printed = (figure) => figure.locator(".output-lines li:not([hidden]) .output-text").allTextContents();

/** The picture of scene, timeline and code as the browser has painted it. @param {Locator} figure */
export async function picture(figure) {
  await figure.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  return figure.locator(".figure").screenshot({ animations: "disabled", caret: "hide" });
}
