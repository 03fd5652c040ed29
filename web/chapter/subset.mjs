// subset.mjs — core/language/SUBSET.md, which is generated from the code, as HTML for the page. Run by build.mjs.
//
// Only what that file has is understood: headings, paragraphs, tables, and code between backquotes.
import { escapeHtml } from "./render.mjs";

/**
 * @param {string} markdown @returns {Record<string, string>} for the page: the list from its first section on, and how many modules and
 *   names can be imported
 */
export function subsetOf(markdown) {
  const blocks = markdown.slice(markdown.indexOf("\n## ")).trim().split(/\n{2,}/);
  const modules = blocks.filter((block) => block.startsWith("| module")).flatMap((table) => table.split("\n").slice(2));
  const names = modules.map((row) => (row.split("|")[2].match(/`/g)?.length ?? 0) / 2);
  return { subset: blocks.map(htmlOf).join("\n"), modules: String(modules.length), names: names.reduce((sum, count) => sum + count, 0).toLocaleString("en") };
}

/** @param {string} block */
function htmlOf(block) {
  if (block.startsWith("## ")) return `<h3>${inline(block.slice(3))}</h3>`;
  if (!block.startsWith("|")) return `<p>${inline(block)}</p>`;
  const [head, , ...rows] = block.split("\n").map((line) => line.split("|").slice(1, -1).map((cell) => cell.trim()));
  return `<div class="table"><table>\n<thead><tr>${head.map((cell) => `<th scope="col">${inline(cell)}</th>`).join("")}</tr></thead>\n`
    + `<tbody>${rows.map(([first, ...rest]) => `<tr><th scope="row">${inline(first)}</th>${rest.map((cell) => `<td>${inline(cell)}</td>`).join("")}</tr>`).join("\n")}</tbody>\n</table></div>`;
}

/** @param {string} text */
const inline = (text) => escapeHtml(text).replace(/`([^`]*)`/g, "<code>$1</code>");
