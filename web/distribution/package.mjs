// package.mjs — the npm package, as a folder that `npm pack` takes: the element, run() for Node.js, the command, types.
import { chmodSync, cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { bundleModules, CORE_SCRIPT, coreDigest, root, web } from "./bundles.mjs";

/** @param {string} folder @param {string} version */
export async function makePackage(folder, version) {
  mkdirSync(folder, { recursive: true });
  await bundleModules(folder, { sluice: join(web, "sluice.js") }, "none");
  await build({
    entryPoints: { node: join(web, "node/index.js"), cli: join(web, "node/cli.js") }, outdir: folder, bundle: true, minify: true, splitting: true, format: "esm",
    platform: "node", target: "node20", alias: { "sluice-core": CORE_SCRIPT }, define: coreDigest(), legalComments: "none", absWorkingDir: root, chunkNames: "node-[name]-[hash]",
  });
  chmodSync(join(folder, "cli.js"), 0o755);
  cpSync(join(web, "distribution/sluice.d.ts"), join(folder, "sluice.d.ts"));
  cpSync(join(web, "distribution/package-readme.md"), join(folder, "README.md"));
  cpSync(join(web, "python/sluice.py"), join(folder, "sluice.py"));
  cpSync(join(root, "LICENSE"), join(folder, "LICENSE"));
  const { description, license } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const manifest = {
    name: "sluice", version, description, license, type: "module", keywords: ["asyncio", "python", "visualization", "custom-element", "documentation"],
    engines: { node: ">=20" }, bin: { sluice: "cli.js" }, types: "./sluice.d.ts", sideEffects: ["./sluice.js"],
    exports: { ".": { types: "./sluice.d.ts", node: "./node.js", default: "./sluice.js" }, "./sluice.js": { types: "./sluice.d.ts", default: "./sluice.js" }, "./package.json": "./package.json" },
  };
  writeFileSync(join(folder, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`);
}
