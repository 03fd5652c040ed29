// build.mjs — builds all that is for the web into dist/: the site, the element for other pages, single files, the npm package, the archive.
//
//   node web/build.mjs [FOLDER]      into FOLDER, dist/ unless given, after the engine was built into dist/wasm (or $SLUICE_WASM)
//
// The same sources and the same engine give the same bytes.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { makeFigures } from "./chapter/make-figures.mjs";
import { countCorpus } from "./chapter/numbers.mjs";
import { Core } from "./chapter/record.mjs";
import { readPrograms, renderPage } from "./chapter/render.mjs";
import { subsetOf } from "./chapter/subset.mjs";
import { checksums, filesBelow, zip } from "./distribution/archive.mjs";
import { bundleModules, bundleWhole, CORE_WASM, minifyCss, root, shortHash, web } from "./distribution/bundles.mjs";
import { makePackage } from "./distribution/package.mjs";
import { measure, sizeTable } from "./distribution/sizes.mjs";
import { standalonePage } from "./distribution/standalone.mjs";

const dist = resolve(process.argv[2] ?? join(root, "dist"));
const [site, element] = [join(dist, "site"), join(dist, "element")];
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const core = await Core.load(dirname(CORE_WASM));
if (!core) {
  console.error(`error: there is no engine in ${dirname(CORE_WASM)}: build it first (scripts/build wasm)`);
  process.exit(1);
}

/** The pages, with names for styles, scripts and pictures that caches can keep for ever. */
async function buildSite(/** @type {Core} */ core) {
  const assets = join(site, "assets");
  const scripts = await bundleModules(assets, {
    sluice: join(web, "sluice.js"), chapter: join(web, "chapter/chapter.js"), playground: join(web, "playground/playground.js"),
  }, "names");
  /** @type {Record<string, string>} */ const names = Object.fromEntries(Object.entries(scripts).map(([name, { file }]) => [`${name}.js`, file]));
  const put = (/** @type {string} */ name, /** @type {string} */ text) => {
    names[name] = name.replace(/(?=\.\w+$)/, `-${shortHash(text)}`);
    writeFileSync(join(assets, names[name]), text);
  };
  put("chapter.css", await minifyCss(join(web, "chapter/chapter.css")));
  put("favicon.svg", readFileSync(join(web, "chapter/favicon.svg"), "utf8"));
  // Named in the page's head for other sites to fetch: that name has to stay.
  cpSync(join(web, "chapter/preview.png"), join(assets, "preview.png"));
  cpSync(join(web, "python/sluice.py"), join(site, "sluice.py"));
  const programs = readPrograms(join(web, "chapter/programs"), join(web, "playground/programs"));
  const numbers = { ...countCorpus(join(root, "tests/conformance")), ...subsetOf(readFileSync(join(root, "core/language/SUBSET.md"), "utf8")) };
  const figureStyles = await minifyCss(join(web, "figure/figure.css"));
  for (const [page, source] of [["index.html", "index.html"], ["playground.html", "playground/index.html"]]) {
    const html = readFileSync(join(web, source), "utf8");
    const { made, files } = makeFigures(html, programs, core, figureStyles);
    for (const [path, text] of files) {
      mkdirSync(dirname(join(site, path)), { recursive: true });
      writeFileSync(join(site, path), text);
    }
    writeFileSync(join(site, page), renderPage(html, { programs, made, numbers })
      // The mark as a part of the page: as a picture it would be a document of its own, made before anything moves.
      .replace(/<img src="assets\/favicon\.svg" alt="" ([^>]*)>/, (_, size) => readFileSync(join(web, "chapter/favicon.svg"), "utf8").trim().replace("<svg ", `<svg aria-hidden="true" ${size} `))
      // What the script imports is asked for together with it.
      .replace(/<script type="module" src="assets\/([\w-]+)\.js">/, (script, name) => scripts[name].imports.map((file) => `<link rel="modulepreload" href="assets/${file}">\n`).join("") + script)
      .replace(/assets\/([\w-]+\.\w+)/g, (whole, name) => (names[name] ? `assets/${names[name]}` : whole)));
  }
}

async function buildElement() {
  await bundleModules(element, { sluice: join(web, "sluice.js") }, "addresses");
  cpSync(join(web, "embedding/sluice.loader.js"), join(element, "sluice.loader.js"));
  cpSync(join(web, "python/sluice.py"), join(element, "sluice.py"));
}

async function buildWholes() {
  writeFileSync(join(dist, "sluice.standalone.js"), await bundleWhole(join(web, "embedding/standalone.js")));
  const page = standalonePage(readFileSync(join(site, "index.html"), "utf8"), site, await bundleWhole(join(web, "chapter/chapter.js")));
  writeFileSync(join(dist, "sluice.standalone.html"), page);
}

/** All that is for others, in one file beside the checksums of its parts. */
function buildArchive() {
  const names = ["site", "element", "npm"].flatMap((folder) => filesBelow(join(dist, folder)).map((name) => `${folder}/${name}`));
  names.push("sluice.standalone.html", "sluice.standalone.js");
  writeFileSync(join(dist, "SHA256SUMS"), checksums(dist, names));
  const folder = `sluice-${version}`;
  writeFileSync(join(dist, `${folder}.zip`), zip([...names, "SHA256SUMS"].map((name) => ({ name: `${folder}/${name}`, content: readFileSync(join(dist, name)) }))));
}

for (const old of ["site", "element", "npm", "sluice.standalone.html", "sluice.standalone.js", "SHA256SUMS", `sluice-${version}.zip`]) rmSync(join(dist, old), { recursive: true, force: true });
mkdirSync(dist, { recursive: true });
await buildSite(core);
await buildElement();
await buildWholes();
await makePackage(join(dist, "npm"), version);
buildArchive();
console.log(`built into ${dist}\n${sizeTable(measure(dist))}`);
