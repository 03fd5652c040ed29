// render.mjs — the page as it is served: index.html with each program put in where it is named. Run by build.mjs.
//
// In index.html a figure says `<pre data-program="gate"></pre>`; the program itself is chapter/programs/gate.py, so that it is
// a file that Python can run. The page that is served has the text in it, for readers without JavaScript and for crawlers.
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** @param {string} page path of index.html @param {string} programs folder @returns {string} */
export function renderPage(page, programs) {
  return readFileSync(page, "utf8").replace(/<pre data-program="([\w-]+)"><\/pre>/g, (_, name) =>
    `<pre><code>${escapeHtml(readFileSync(join(programs, `${name}.py`), "utf8"))}</code></pre>`);
}

/** @param {string} text */
export function escapeHtml(text) { return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;"); }
