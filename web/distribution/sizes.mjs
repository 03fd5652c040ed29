// sizes.mjs — what each way to use Sluice costs to load, and what it may cost at most. Printed by build.mjs, held by a test.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const KB = 1000;

/**
 * What is loaded together, and its budget in bytes of brotli; of files that are opened from a disk, as they are.
 * `files` are patterns below dist/; a static import of a script counts with it, unless it came with `after`.
 * @type {{ what: string, folder: string, files: RegExp, after?: RegExp, budget: number, raw?: boolean }[]}
 */
const BUDGETS = [
  { what: "element: the page's script", folder: "element", files: /^sluice\.js$/, budget: 45 * KB },
  { what: "element: the worker's script", folder: "element", files: /^sluice-worker\.js$/, budget: 10 * KB },
  { what: "the core (sluice.wasm)", folder: "element", files: /^sluice\.wasm$/, budget: 510 * KB },
  { what: "library pack, by the first program that needs it", folder: "element", files: /^sluice-library\.txt$/, budget: 80 * KB },
  { what: "code editor, on first use", folder: "element", files: /^sluice-code-mirror-\w+\.js$/, after: /^sluice\.js$/, budget: 150 * KB },
  { what: "chapter: page, styles, script", folder: "site", files: /^(index\.html|assets\/chapter-\w+\.(css|js))$/, budget: 72 * KB },
  { what: "sluice.standalone.js, as it is", folder: ".", files: /^sluice\.standalone\.js$/, budget: 1500 * KB, raw: true },
  { what: "sluice.standalone.html, as it is", folder: ".", files: /^sluice\.standalone\.html$/, budget: 2350 * KB, raw: true },
];

/** @param {Buffer} content */
export const brotliSize = (content) => brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

/** A script and what it imports at once. @param {string} folder @param {string} name @param {Set<string>} [seen] @returns {Set<string>} */
function withImports(folder, name, seen = new Set()) {
  if (seen.has(name)) return seen;
  seen.add(name);
  if (!name.endsWith(".js")) return seen;
  const base = /^.*\//.exec(name)?.[0] ?? "";
  const text = readFileSync(join(folder, name), "utf8");
  for (const [, imported] of text.matchAll(/(?:^|[;}\s])(?:import|export)\s*(?:[\w${},*\s]*?from\s*)?"\.\/([\w.-]+)"/g)) withImports(folder, base + imported, seen);
  return seen;
}

/** @param {string} dist @returns {{ what: string, raw: number, gzip: number, brotli: number, budget: number, isOver: boolean }[]} */
export function measure(dist) {
  return BUDGETS.map(({ what, folder, files, after, budget, raw: isRaw }) => {
    const base = join(dist, folder);
    const all = readdirSync(base, { recursive: true, encoding: "utf8" }).map((name) => name.replaceAll("\\", "/"));
    const loadedWith = (/** @type {RegExp} */ pattern) => new Set(all.filter((name) => pattern.test(name)).flatMap((name) => [...withImports(base, name)]));
    const before = after ? loadedWith(after) : new Set();
    const found = [...loadedWith(files)].filter((name) => !before.has(name));
    if (found.length === 0) throw new Error(`${what}: there is no such file in ${base}`);
    const contents = found.map((name) => readFileSync(join(base, name)));
    const sum = (/** @type {(content: Buffer) => number} */ size) => contents.reduce((total, content) => total + size(content), 0);
    const sizes = { raw: sum((content) => content.length), gzip: sum((content) => gzipSync(content, { level: 9 }).length), brotli: sum(brotliSize) };
    return { what, ...sizes, budget, isOver: (isRaw ? sizes.raw : sizes.brotli) > budget };
  });
}

/** @param {ReturnType<typeof measure>} sizes @returns {string} */
export function sizeTable(sizes) {
  const line = (/** @type {(string | number)[]} */ ...cells) => cells.map((cell) => (typeof cell === "number" ? cell.toLocaleString("en") : cell).padStart(11)).join("");
  return [`${line("raw", "gzip", "brotli", "at most")}  what is loaded`,
    ...sizes.map(({ what, raw, gzip, brotli, budget, isOver }) => `${line(raw, gzip, brotli, budget)}  ${what}${isOver ? "  TOO LARGE" : ""}`)].join("\n");
}
