// hosts.mjs — the pages in which figures are tried: where scripts/test-embedding has put them, and how a reader uses each.

/** @typedef {import("@playwright/test").Page} Page */
/**
 * @typedef {object} Host
 * @property {string} example    the name by which scripts/test-embedding knows it
 * @property {string} folder     in build/embedding
 * @property {string} [start]   address of its first page, where that is not index.html
 * @property {number} figures    on its first page
 * @property {RegExp} [ownProblems]   what its console says without a figure too
 * @property {(page: Page) => Promise<void>} [toDark]   changes to the dark theme; none: there is one theme only
 * @property {{ there: (page: Page) => Promise<void>, back: (page: Page) => Promise<void> }} [ways]   to another page and back, without loading one
 */

const byMedia = (/** @type {Page} */ page) => page.emulateMedia({ colorScheme: "dark" });
/** Ways by links of the page's own text and of the browser's history. */
const byLinks = {
  there: (/** @type {Page} */ page) => page.getByRole("link", { name: "Another page" }).first().click(),
  back: async (/** @type {Page} */ page) => { await page.goBack(); },
};

/** @type {Record<string, Host>} */
export const HOSTS = {
  "plain HTML": { example: "plain", folder: "plain", figures: 2 },
  "a frame": { example: "iframe", folder: "iframe", figures: 1, toDark: byMedia },
  // Debian's package of furo has a script that no browser runs, and a style sheet that only Debian's web server has: what its button would do is done here.
  "Sphinx with MyST, theme furo": {
    example: "sphinx", folder: "sphinx/out-furo", figures: 2, ownProblems: /Cannot use import statement|javascript\/normalize\.css/,
    toDark: (page) => page.evaluate(() => { document.body.dataset.theme = "dark"; }),
  },
  "Sphinx with MyST, theme of Read the Docs": { example: "sphinx", folder: "sphinx/out-rtd", figures: 2 },
  "MkDocs with Material and instant navigation": { example: "mkdocs", folder: "mkdocs/out", figures: 2, ways: byLinks, toDark: (page) => page.locator("label[title=Dark]").click() },
  "a project of Vite": { example: "vite", folder: "vite/dist", figures: 1, toDark: byMedia },
  "VitePress": { example: "vitepress", folder: "vitepress/docs/.vitepress/dist", figures: 2, ways: byLinks, toDark: (page) => page.locator(".VPSwitchAppearance:visible").first().click() },
  "Docusaurus": { example: "docusaurus", folder: "docusaurus/build", start: "", figures: 2, ways: byLinks, toDark: async (page) => {
    for (let tries = 0; tries < 3 && await page.locator("html[data-theme=dark]").count() === 0; tries++) await page.getByRole("button", { name: /Switch between dark and light mode/ }).first().click();
  } },
};
