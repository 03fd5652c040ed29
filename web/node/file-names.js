// file-names.js — the files that patterns name, for shells that hand over `docs/**/*.md` as it is.
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** What a folder is looked through for. */
const DOCUMENT = /\.(md|mdx|markdown|rst|html?)$/;

/** @param {string} pattern @returns {RegExp} */
function matcher(pattern) {
  const parts = pattern.replace(/^\.\//, "").split(/(\*\*\/|\*\*|\*|\?)/).map((part) => (
    part === "**/" ? "(?:.*/)?" : part === "**" ? ".*" : part === "*" ? "[^/]*" : part === "?" ? "[^/]" : part.replace(/[\\^$.|+()[\]{}]/g, "\\$&")));
  return new RegExp(`^${parts.join("")}$`);
}

/** @param {string[]} patterns files, folders, or names with `*`, `?` and `**` @returns {string[]} sorted; a name that matches nothing is left out */
export function expand(patterns) {
  return [...new Set(patterns.flatMap((pattern) => {
    if (existsSync(pattern)) return statSync(pattern).isDirectory() ? below(pattern).filter((name) => DOCUMENT.test(name)) : [pattern];
    const base = /^[^*?]*\//.exec(pattern)?.[0] ?? ".";
    return existsSync(base) ? below(base).filter((name) => matcher(pattern).test(name)) : [];
  }))].sort();
}

/** @param {string} folder @returns {string[]} */
const below = (folder) => readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
  const name = join(folder, entry.name).replace(/\\/g, "/");
  if (entry.isDirectory()) return entry.name === "node_modules" || entry.name.startsWith(".") ? [] : below(name);
  return [name];
});
