// bundles.mjs — how the scripts are put together for each way to use them: files beside a page, or everything in one file.
import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { deflateRawSync } from "node:zlib";
import { build, transform } from "esbuild";

export const web = dirname(dirname(fileURLToPath(import.meta.url)));
export const root = dirname(web);
/** The folder of the built core: Embind's glue, the wasm, and the library pack. */
const core = process.env.SLUICE_WASM ?? join(root, "dist/wasm");
export const CORE_SCRIPT = join(core, "sluice-core.mjs");
export const CORE_WASM = join(core, "sluice-core.wasm");
export const LIBRARY = join(core, "sluice-library.txt");
/** Older browsers lack light-dark() and container queries, and the figure with them. */
const CSS_TARGET = "chrome125";

/** @param {string | Uint8Array} content @returns {string} eight digits that stand in a name or an address for what is in the file */
export const shortHash = (content) => createHash("sha256").update(content).digest("hex").slice(0, 8);

/** @param {string} path @returns {Promise<string>} */
export async function minifyCss(path) {
  return (await transform(readFileSync(path, "utf8"), { loader: "css", minify: true, target: CSS_TARGET })).code;
}

/** By which a figure tells that a recording is of the core that it has; see engine/recording.js and chapter/record.mjs. */
export const coreDigest = () => ({ SLUICE_CORE_DIGEST: JSON.stringify(createHash("sha256").update(readFileSync(CORE_WASM)).digest("hex").slice(0, 16)) });

/** The core's glue is wherever it was built; a .css file is a string, which the element puts into a constructed style sheet. */
const parts = {
  name: "parts",
  setup(/** @type {import("esbuild").PluginBuild} */ builder) {
    builder.onResolve({ filter: /^sluice-core$/ }, () => ({ path: CORE_SCRIPT }));
    builder.onLoad({ filter: /figure\.css$/ }, async ({ path }) => ({ contents: await minifyCss(path), loader: "text" }));
  },
};

/**
 * Whatever is loaded on first use needs some of the element's modules, each of them others, and by that the bundler would cut the element into
 * many files. So each of them needs all of it, which is there by then: the element is one file, and one request. The entry itself stays apart: it
 * looks for the tag of its own script.
 */
const undivided = {
  name: "undivided",
  setup(/** @type {import("esbuild").PluginBuild} */ builder) {
    /** @type {Set<string>} */ const late = new Set();
    builder.onResolve({ filter: /^\.\/.*\.js$/ }, ({ kind, path, resolveDir }) => { if (kind === "dynamic-import") late.add(join(resolveDir, path)); return undefined; });
    builder.onLoad({ filter: /\.js$/ }, ({ path }) => (late.has(path) ? { contents: `import ${JSON.stringify(join(web, "figure/element.js"))};\n${readFileSync(path, "utf8")}`, resolveDir: dirname(path) } : undefined));
  },
};

/** @type {import("esbuild").BuildOptions & { plugins: import("esbuild").Plugin[] }} */
const common = { bundle: true, minify: true, target: "es2022", plugins: [parts], legalComments: "none", absWorkingDir: root, metafile: true };

/**
 * Chromium then compiles all of a file while it comes in, beside the page's thread, instead of each function on that thread when it is first
 * called: a tenth of what the thread has to do until the first figure moves. For others it is a comment. What is loaded on first use goes without.
 */
const COMPILE_WHOLE = "//# allFunctionsCalledOnLoad\n";

/**
 * Scripts as ES modules that find worker, wasm and library pack beside them. What is loaded on first use only is in files of its own.
 * @param {string} folder @param {Record<string, string>} entries name → source file
 * @param {"names" | "addresses" | "none"} versions where the hash goes that makes caches safe: into the file names; into the addresses,
 *   where names have to stay; nowhere, for bundlers, which see to it themselves
 * @returns {Promise<Record<string, { file: string, imports: string[] }>>} what each entry became, and the files that it cannot do without
 */
export async function bundleModules(folder, entries, versions) {
  mkdirSync(folder, { recursive: true });
  const [name, query] = [(/** @type {string} */ hash) => (versions === "names" ? `-${hash}` : ""), (/** @type {string} */ hash) => (versions === "addresses" ? `?v=${hash}` : "")];
  const wasmHash = shortHash(readFileSync(CORE_WASM));
  const wasm = `sluice${name(wasmHash)}.wasm`;
  copyFileSync(CORE_WASM, join(folder, wasm));
  const libraryHash = shortHash(readFileSync(LIBRARY));
  const library = `sluice-library${name(libraryHash)}.txt`;
  copyFileSync(LIBRARY, join(folder, library));
  const { outputFiles } = await build({ ...common, entryPoints: [join(web, "engine/worker.js")], format: "esm", write: false });
  const workerHash = shortHash(outputFiles[0].contents);
  const worker = `sluice-worker${name(workerHash)}.js`;
  writeFileSync(join(folder, worker), outputFiles[0].contents);
  const { metafile } = await build({
    ...common, plugins: [...common.plugins, undivided], entryPoints: entries, format: "esm", splitting: true, outdir: folder, chunkNames: "sluice-[name]-[hash]",
    entryNames: versions === "names" ? "[name]-[hash]" : "[name]", define: {
      ...coreDigest(), SLUICE_WORKER: JSON.stringify(`./${worker}${query(workerHash)}`), SLUICE_WASM: JSON.stringify(`./${wasm}${query(wasmHash)}`),
      SLUICE_LIBRARY: JSON.stringify(`./${library}${query(libraryHash)}`),
    },
  });
  const outputs = Object.entries(metafile?.outputs ?? {});
  const made = Object.fromEntries(Object.entries(entries).map(([entry, source]) => {
    const [path, { imports }] = outputs.find(([, { entryPoint }]) => join(root, entryPoint ?? "") === source) ?? ["", { imports: [] }];
    return [entry, { file: basename(path), imports: imports.filter(({ kind }) => kind === "import-statement").map((each) => basename(each.path)) }];
  }));
  for (const file of new Set(Object.values(made).flatMap(({ file, imports }) => [file, ...imports]))) {
    writeFileSync(join(folder, file), COMPILE_WHOLE + readFileSync(join(folder, file), "utf8"));
  }
  return made;
}

/** A classic script is not told where it came from. */
const NO_ADDRESS = { "import.meta.url": '""' };

/**
 * A script with everything in it, as one classic script: no module, nothing to fetch.
 * @param {string} entry source file @returns {Promise<string>} its text
 */
export async function bundleWhole(entry) {
  const server = await build({
    ...common, entryPoints: [join(web, "engine/inline-server.js")], format: "iife", globalName: "engine", define: NO_ADDRESS, write: false,
  });
  const inline = {
    name: "inline",
    setup(/** @type {import("esbuild").PluginBuild} */ builder) {
      builder.onResolve({ filter: /\/start-worker\.js$/ }, () => ({ path: join(web, "engine/start-inline.js") }));
      builder.onResolve({ filter: /^sluice-(engine|wasm|library)$/ }, ({ path }) => ({ path, namespace: "inline" }));
      builder.onLoad({ filter: /^sluice-engine$/, namespace: "inline" }, () => ({ contents: `export default function () {${server.outputFiles[0].text};return engine.default}` }));
      for (const [name, path] of [["wasm", CORE_WASM], ["library", LIBRARY]]) {
        builder.onLoad({ filter: new RegExp(`^sluice-${name}$`), namespace: "inline" }, () => ({ contents: `export default "${deflateRawSync(readFileSync(path), { level: 9 }).toString("base64")}"` }));
      }
    },
  };
  const { outputFiles } = await build({ ...common, entryPoints: [entry], format: "iife", plugins: [inline, parts], define: { ...coreDigest(), ...NO_ADDRESS }, write: false });
  return outputFiles[0].text;
}
