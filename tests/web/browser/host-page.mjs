// host-page.mjs — pages of other people, made for a test: a folder with the element's files and a page, served under headers of its own.
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test as base, expect } from "@playwright/test";
import { POLICY, serve } from "../../../scripts/tools/server.mjs";

export { expect, POLICY };

/** Two tasks and a gate. */
export const PROGRAM = `import asyncio

async def work(name, gate):
    async with gate:
        await asyncio.sleep(1)
    print(f"{name} is done", {"a": 1 < 2})


async def main():
    gate = asyncio.Semaphore(1)
    await asyncio.gather(work("one", gate), work("two", gate))

asyncio.run(main())
`;

/** @param {string} text */
export const escapeHtml = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");

export const FIGURE = `<sluice-figure autoplay="off"><pre><code>${escapeHtml(PROGRAM)}</code></pre></sluice-figure>`;
export const MODULE = '<script type="module" src="sluice.js"></script>';

/** @typedef {import("@playwright/test").PlaywrightTestArgs & import("@playwright/test").PlaywrightTestOptions} Args */
/** @typedef {import("@playwright/test").PlaywrightWorkerArgs & import("@playwright/test").PlaywrightWorkerOptions} WorkerArgs */
/** @typedef {(files: Record<string, string>, headers?: Record<string, string>) => Promise<{ address: string, folder: string }>} Host */

/**
 * `host` serves a page beside the element's files, under the strict policy unless told otherwise; `problems` is what console and network
 * complained of: a test that expects some takes them out of it.
 * @type {import("@playwright/test").TestType<Args & { host: Host, problems: string[] }, WorkerArgs>}
 */
export const test = base.extend(/** @type {any} */ ({
  host: async (/** @type {{}} */ {}, /** @type {(host: Host) => Promise<void>} */ use) => {
    /** @type {(() => void)[]} */ const ends = [];
    await use(async (files, headers = { "Content-Security-Policy": POLICY }) => {
      const folder = mkdtempSync(join(tmpdir(), "sluice-host-"));
      cpSync("dist/element", folder, { recursive: true });
      for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), name.endsWith(".html") ? `<!doctype html>\n<meta charset="utf-8">${/img-src/.test(headers["Content-Security-Policy"] ?? "img-src") ? '<link rel="icon" href="data:,">' : ""}\n${text}` : text);
      const { address, close } = await serve(folder, 0, headers);
      ends.push(close, () => rmSync(folder, { recursive: true }));
      return { address, folder };
    });
      for (const end of ends) end();
  },
  problems: [async (/** @type {{ page: import("@playwright/test").Page }} */ { page }, /** @type {(problems: string[]) => Promise<void>} */ use) => {
    /** @type {string[]} */ const problems = [];
    page.on("console", (message) => { if (message.type() === "error" || message.type() === "warning") problems.push(message.text()); });
    page.on("pageerror", (error) => problems.push(String(error)));
    page.on("requestfailed", (request) => {
      if (request.failure()?.errorText !== "net::ERR_ABORTED") problems.push(`${request.url()}: ${request.failure()?.errorText}`);
    });
    await use(problems);
    expect(problems).toEqual([]);
  }, { auto: true }],
}));

/** Waits until a figure has run, and plays it from its start until it moves. @param {import("@playwright/test").Locator} figure */
export async function expectPlays(figure) {
  await expect(async () => {
    // Once more where it does not move: a page that is still coming to life puts the element in anew, or a figure above grows and takes this one out of sight.
    await figure.scrollIntoViewIfNeeded();
    await expect(figure).toHaveAttribute("state", /ready|playing|paused|ended/);
    await figure.evaluate((/** @type {any} */ element) => { element.pause(); element.seek(0); element.play(); });
    await expect.poll(() => figure.evaluate((/** @type {any} */ element) => element.player.at), { timeout: 3000 }).toBeGreaterThan(0.02);
  }).toPass({ timeout: 60_000 });
  await figure.evaluate((/** @type {any} */ element) => element.pause());
}

/** @param {import("@playwright/test").Locator} figure @returns {Promise<string>} what the program printed */
export const printedBy = (figure) => figure.evaluate((/** @type {any} */ { run }) => Array.from(run.output.text, (/** @type {number} */ text) => run.texts[text]).join(""));
