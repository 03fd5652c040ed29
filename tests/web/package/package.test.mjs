// The npm package: what `npm pack` makes of it installs, runs programs in Node.js, and checks documents. Needs a built dist/.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, test } from "node:test";

const folder = mkdtempSync(join(tmpdir(), "sluice-package-"));
after(() => rmSync(folder, { recursive: true }));
const npm = (/** @type {string[]} */ ...words) => execFileSync("npm", [...words, "--offline", "--no-audit", "--no-fund"], { cwd: folder, encoding: "utf8" });

writeFileSync(join(folder, "package.json"), '{ "name": "docs", "private": true, "type": "module" }\n');
const [{ filename, files }] = JSON.parse(npm("pack", resolve("dist/npm"), "--json"));
npm("install", `./${filename}`);

const PROGRAM = "import asyncio\nasync def main():\n    await asyncio.sleep(60)\n    print('done')\nasyncio.run(main())\n";
const node = (/** @type {string} */ script) => execFileSync(process.execPath, ["--input-type=module", "--eval", script], { cwd: folder, encoding: "utf8" });
const sluice = (/** @type {string[]} */ ...words) => spawnSync("node_modules/.bin/sluice", words, { cwd: folder, encoding: "utf8" });

test("the tarball holds the element, the engine, the types, the licence and a README, and nothing of the sources", () => {
  const names = files.map((/** @type {{ path: string }} */ { path }) => path);

  for (const name of ["sluice.js", "sluice-worker.js", "sluice.wasm", "sluice-library.txt", "sluice.d.ts", "node.js", "cli.js", "README.md", "LICENSE", "package.json"]) assert.ok(names.includes(name), name);
  assert.ok(names.every((/** @type {string} */ name) => !/test|\.map$|^web\//.test(name)));
});

test("run() gives traces in Node.js", () => {
  const text = node(`import { run } from "sluice"; const r = await run(${JSON.stringify(PROGRAM)}, { python: "3.12" });
    console.log(r.python, r.end > 60 && r.end < 60.01, Object.isFrozen(r), Array.from(r.output.text, (t) => r.texts[t]).join(""), r.failure)`);

  assert.equal(text, "3.12 true true done\n null\n");
});

test("modules of the library pack are there at once", () => {
  const text = node(`import { run } from "sluice"; const r = await run("import statistics\\nprint(statistics.mean([1, 2]))");
    console.log(r.failure, Array.from(r.output.text, (t) => r.texts[t]).join(""))`);

  assert.equal(text, "null 1.5\n\n");
});

test("a program that fails is a record with its traceback, one that does not parse has diagnostics", () => {
  const text = node(`import { run } from "sluice"; const a = await run("1 / 0"); const b = await run("async def");
    console.log(a.failure.type, /ZeroDivisionError: division by zero/.test(a.failure.traceback), b.diagnostics[0].line)`);

  assert.equal(text, "ZeroDivisionError true 1\n");
});

test("importing it where there is no DOM does no harm, as when a page is rendered on a server", () => {
  assert.equal(node('import { SluiceFigure, upgrade } from "sluice"; upgrade()(); console.log(SluiceFigure)'), "undefined\n");
});

test("check runs the marked programs of documents, compares, and says where they differ", () => {
  const document = (/** @type {string} */ output) => `# Page\n\n\`\`\`python sluice\n${PROGRAM}\`\`\`\n\n\`\`\`text output\n${output}\n\`\`\`\n`;
  writeFileSync(join(folder, "right.md"), document("done"));
  writeFileSync(join(folder, "wrong.md"), document("gone"));

  const right = sluice("check", "right.md");
  assert.deepEqual([right.status, right.stdout], [0, "1 program in 1 file: 0 failed\n"]);
  const both = sluice("check", "*.md");
  assert.equal(both.status, 1);
  assert.equal(both.stdout, "wrong.md:4: prints something else than is recorded:\n  - gone\n  + done\n2 programs in 2 files: 1 failed\n");
});

test("npx sluice check takes patterns as they stand, below folders, and every form that the generators have", () => {
  mkdirSync(join(folder, "docs/guide/deep"), { recursive: true });
  for (const name of ["docs/one.md", "docs/guide/two.md", "docs/guide/deep/three.md"]) writeFileSync(join(folder, name), `\`\`\`python sluice\n${PROGRAM}\`\`\`\n\n\`\`\`text output\ndone\n\`\`\`\n`);
  const npx = spawnSync("npx", ["--offline", "sluice", "check", "docs/**/*.md"], { cwd: folder, encoding: "utf8" });
  assert.deepEqual([npx.status, npx.stdout], [0, "3 programs in 3 files: 0 failed\n"]);
  const byShell = spawnSync("npx --offline sluice check docs/*.md docs/**/*.md", { cwd: folder, encoding: "utf8", shell: true });
  assert.match(byShell.stdout, /: 0 failed\n$/);

  cpSync(resolve("web/examples"), join(folder, "examples"), { recursive: true });
  const examples = sluice("check", "examples");
  assert.match(examples.stdout, /^1[0-9] programs in [0-9]+ files: 0 failed\n$/);
  assert.equal(sluice("check", resolve("web/embedding/README.md")).stdout, "0 programs in 1 file: 0 failed\n");
});

test("check says where a program no longer runs, and what is wrong with it", () => {
  writeFileSync(join(folder, "old.md"), "Text.\n\n```python sluice\nimport asyncio\nasyncio.no_such_name\n```\n\n```python sluice\nprint(\n```\n");

  const { status, stdout } = sluice("check", "old.md");

  assert.equal(status, 1);
  assert.match(stdout, /^old\.md:4: the program failed:\n[^]*AttributeError: module 'asyncio' has no attribute 'no_such_name'[^]*\nold\.md:9: line 1 of the program: '\(' was never closed/);
});

test("check --update records, after which all is well", () => {
  writeFileSync(join(folder, "new.md"), "```python sluice\nprint({1: 2})\nraise ValueError('no')\n```\n\n```text output\n```\n");

  assert.equal(sluice("check", "new.md").status, 1);
  assert.match(sluice("check", "--update", "new.md").stdout, /1 updated/);

  assert.match(readFileSync(join(folder, "new.md"), "utf8"), /```text output\n\{1: 2\}\nTraceback [^]*ValueError: no\n```\n$/);
  assert.equal(sluice("check", "new.md").status, 0);
});

test("bad usage has a status of its own", () => {
  assert.deepEqual([sluice().status, sluice("check").status, sluice("check", "no-such-file.md").status, sluice("dance").status], [2, 2, 2, 2]);
});

test("run shows what a terminal would", () => {
  writeFileSync(join(folder, "program.py"), PROGRAM);

  const { status, stdout } = sluice("run", "--python", "3.11", "program.py");

  assert.deepEqual([status, stdout], [0, "done\n"]);
});

test("record makes the run of a program as a file, says how a figure plays it, and refuses what would be none", () => {
  writeFileSync(join(folder, "sleeper.py"), PROGRAM);

  const { status, stdout } = sluice("record", "--python", "3.11", "--instruction-cost", "1e-7", "sleeper.py");

  assert.equal(status, 0);
  assert.match(stdout, /^sleeper\.run\.json, [0-9]+ bytes:\n  <sluice-figure src="sleeper\.py" recording="sleeper\.run\.json" python="3\.11" instruction-cost="1e-7"><\/sluice-figure>\n$/);
  const { engine, options, run } = JSON.parse(readFileSync(join(folder, "sleeper.run.json"), "utf8"));
  assert.match(engine, /^[0-9a-f]{16}$/);
  assert.deepEqual([options.python, options.instructionCost, run.source, run.python], ["3.11", 1e-7, PROGRAM, "3.11"]);

  writeFileSync(join(folder, "broken.py"), "print(\n");
  writeFileSync(join(folder, "endless.py"), "import asyncio\nasync def main():\n    for i in range(100000):\n        await asyncio.sleep(0)\nasyncio.run(main())\n");
  assert.match(sluice("record", "broken.py").stderr, /^sluice record: broken\.py:1:6: '\(' was never closed/);
  assert.match(sluice("record", "endless.py").stderr, /^sluice record: endless\.py: [0-9]+ events are too many/);
  assert.equal(sluice("record", "--pythn", "3.11", "sleeper.py").status, 2);
});
