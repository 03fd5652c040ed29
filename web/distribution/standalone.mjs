// standalone.mjs — a page of the site as one file that works by double click: styles, scripts and pictures are in it.
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** What cannot stand in a script's text: it would end or confuse the element around it. */
const UNSAFE = /<(?=\/script|!--|script)/gi;
/** @type {Record<string, string>} */
const TYPES = { svg: "image/svg+xml", png: "image/png", py: "text/x-python" };

/**
 * @param {string} html of a built page
 * @param {string} folder that its relative addresses start from
 * @param {string} script as one classic script
 * @returns {string}
 */
export function standalonePage(html, folder, script) {
  const read = (/** @type {string} */ path) => readFileSync(join(folder, path));
  const page = html
    .replace(/<script type="module" src="[^"]*"><\/script>\n?/g, "")
    .replace(/<link rel="(?:modulepreload|preload)"[^>]*>\n?/g, "")
    .replace(/<link rel="stylesheet" href="([^":]*)">/g, (_, path) => `<style>${read(path)}</style>`)
    .replace(/(src|href)="([^":#]*\.(svg|png|py))"/g, (_, name, path, ending) => `${name}="data:${TYPES[ending]};base64,${read(path).toString("base64")}"`)
    // The other pages and the recordings are not in the file; everything runs without them.
    .replace(/ recording="[^"]*"/g, "")
    .replace(/<nav aria-label="Pages">.*?<\/nav>/s, "");
  const left = /(?:src|href)="(?!#|data:|https?:)([^"]*)"/.exec(page.replace(/<pre[\s\S]*?<\/pre>/g, ""));
  if (left) throw new Error(`a page that stands alone would need ${left[1]}`);
  return page.replace("</body>", () => `<script>${script.replace(UNSAFE, "\\x3c")}</script>\n</body>`);
}
