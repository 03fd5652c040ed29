// build.mjs — builds the site into dist/site, and the element on its own, for other pages, into dist/element: bundles the scripts, copies page and engine.
//
//   node web/build.mjs      after the engine was built into dist/wasm
import { build } from "esbuild";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { countCorpus } from "./chapter/numbers.mjs";
import { Core } from "./chapter/record.mjs";
import { readPrograms, renderPage } from "./chapter/render.mjs";
import { makeFigures } from "./chapter/make-figures.mjs";

const web = dirname(fileURLToPath(import.meta.url));
const root = dirname(web);
const out = process.env.SLUICE_SITE ?? join(root, "dist/site");
const wasm = process.env.SLUICE_WASM ?? join(root, "dist/wasm");

/** Inside a script, a .css file is a string: the element puts it into a constructed style sheet. */
const cssAsText = {
  name: "css-as-text",
  setup(/** @type {import("esbuild").PluginBuild} */ builder) {
    builder.onLoad({ filter: /figure\.css$/ }, async ({ path }) => {
      const { code } = await minifyCss(path);
      return { contents: code, loader: "text" };
    });
  },
};

/** @param {string} path */
async function minifyCss(path) {
  const { transform } = await import("esbuild");
  return transform(readFileSync(path, "utf8"), { loader: "css", minify: true, target: "chrome125" });
}

const core = await Core.load(wasm);
if (!core) console.warn(`warning: there is no engine in ${wasm}: no figure is recorded or drawn beforehand`);

const element = process.env.SLUICE_SITE ? join(out, "element") : join(root, "dist/element");
/** @type {{ bundle: true, format: "esm", minify: true, target: string, plugins: import("esbuild").Plugin[], legalComments: "none", external: string[], define: Record<string, string> }} */
const common = { bundle: true, format: "esm", minify: true, target: "es2022", plugins: [cssAsText], legalComments: "none", external: ["./sluice-core.mjs"], define: { SLUICE_CORE_DIGEST: JSON.stringify(core?.digest ?? "") } };
rmSync(out, { recursive: true, force: true });
rmSync(element, { recursive: true, force: true });
mkdirSync(join(out, "assets"), { recursive: true });
await build({
  entryPoints: { sluice: join(web, "sluice.js"), chapter: join(web, "chapter/chapter.js"), playground: join(web, "playground/playground.js"), "sluice-worker": join(web, "engine/worker.js") },
  ...common, splitting: true, outdir: join(out, "assets"), chunkNames: "[name]-[hash]",
});
await build({ entryPoints: { sluice: join(web, "sluice.js"), "sluice-worker": join(web, "engine/worker.js") }, ...common, splitting: true, outdir: element, chunkNames: "[name]-[hash]" });
writeFileSync(join(out, "assets/chapter.css"), (await minifyCss(join(web, "chapter/chapter.css"))).code);

const programs = readPrograms(join(web, "chapter/programs"), join(web, "playground/programs"));
const numbers = countCorpus(join(root, "tests/conformance"));
for (const [name, file] of [["index", "index.html"], ["playground", "playground/index.html"]]) {
  const html = readFileSync(join(web, file), "utf8");
  const { made, files } = core ? makeFigures(html, programs, core, (await minifyCss(join(web, "figure/figure.css"))).code) : { made: new Map(), files: new Map() };
  for (const [path, text] of files) {
    mkdirSync(dirname(join(out, path)), { recursive: true });
    writeFileSync(join(out, path), text);
  }
  writeFileSync(join(out, `${name}.html`), renderPage(html, { programs, made, numbers }));
}
for (const name of ["favicon.svg", "preview.png"]) cpSync(join(web, "chapter", name), join(out, "assets", name));
for (const folder of [out, element]) cpSync(join(web, "python/sluice.py"), join(folder, "sluice.py"));
for (const name of ["sluice-core.mjs", "sluice-core.wasm"]) {
  if (existsSync(join(wasm, name))) for (const folder of [join(out, "assets"), element]) cpSync(join(wasm, name), join(folder, name));
  else console.warn(`warning: ${join(wasm, name)} is missing: the figures will not run`);
}
console.log(`site: ${out}`);
