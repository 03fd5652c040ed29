// Tests of web/node/blocks.js and check.js: which programs of a document are found, and what is recorded of them.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { blocksOf } from "../../../web/node/blocks.js";
import { checkFile } from "../../../web/node/check.js";
import { expand } from "../../../web/node/file-names.js";

const MARKED = {
  "a fence with a second word": "Text.\n\n```python sluice\nprint(1)\n```\n",
  "a fence with attributes": '``` {.python .sluice python="3.12"}\nprint(1)\n```\n',
  "a fence of tildes": "~~~python sluice\nprint(1)\n~~~\n",
  "MyST's code-block": "```{code-block} python\n:class: sluice\n\nprint(1)\n```\n",
  "reStructuredText's code-block": ".. code-block:: python\n   :class: sluice\n\n   print(1)\n\nText.\n",
  "a fence in the element": "<sluice-figure>\n\n```python\nprint(1)\n```\n\n</sluice-figure>\n",
  "a <pre> in the element": "<sluice-figure python='3.12'>\n<pre><code>print(1)\n</code></pre>\n</sluice-figure>\n",
  "a <pre> with the class": '<pre class="sluice"><code class="language-python">print(1)</code></pre>\n',
  "a comment in the program": "```python\n#: sluice\nprint(1)\n```\n",
};

for (const [form, document] of Object.entries(MARKED)) {
  test(`${form} is found`, () => {
    const [block, ...others] = blocksOf(document);

    assert.equal(block?.source.replace("#: sluice\n", ""), "print(1)\n");
    assert.deepEqual(others, []);
  });
}

test("programs without a mark, and outputs, are not run", () => {
  assert.deepEqual(blocksOf("```python\nprint(1)\n```\n\n```text output\n1\n```\n\n<pre><code>print(1)</code></pre>\n"), []);
  assert.deepEqual(blocksOf("```python\nprint(1)\n\n#: sluice\n```\n"), []);
});

test("HTML that is a piece of code in Markdown is no figure; in HTML it is one, however far in", () => {
  const document = "Text:\n\n    <sluice-figure>\n    <pre><code>…</code></pre>\n    </sluice-figure>\n\n```html\n<pre class=\"sluice\">…</pre>\n```\n";

  assert.deepEqual(blocksOf(document, true), []);
  assert.equal(blocksOf(document).length, 1);
});

test("the Python is the one that the element, the fence or the comment names", () => {
  const pythons = ['<sluice-figure python="3.10">\n<pre>x</pre></sluice-figure>', '```{.python .sluice python="3.11"}\nx\n```', "```python sluice python=3.12\nx\n```", "```python\n#: sluice python=3.14\nx\n```"]
    .map((document) => blocksOf(document)[0].attributes.python);

  assert.deepEqual(pythons, ["3.10", "3.11", "3.12", "3.14"]);
});

test("text in HTML is decoded, blank lines and braces stay", () => {
  const [block] = blocksOf("<sluice-figure><pre><code>if a &lt; b &amp;&amp; c:\n\n    print({&quot;x&quot;: &#39;y&#39;})\n</code></pre></sluice-figure>");

  assert.equal(block.source, "if a < b && c:\n\n    print({\"x\": 'y'})\n");
});

test("a fence in a list is without the list's indent", () => {
  const [block] = blocksOf("* item\n\n  ```python sluice\n  for i in x:\n      print(i)\n  ```\n");

  assert.equal(block.source, "for i in x:\n    print(i)\n");
});

test("the block after a program is its record if it is marked so, and nothing stands between", () => {
  const program = "```python sluice\nprint(1)\n```\n";

  assert.equal(blocksOf(`${program}\n\`\`\`text output\n1\n\`\`\`\n`)[0].recorded, "1\n");
  assert.equal(blocksOf(`<div><sluice-figure>\n\n${program}\n</sluice-figure></div>\n\n\`\`\`output\n1\n\`\`\`\n`)[0].recorded, "1\n");
  assert.equal(blocksOf(`${program}\nOther words.\n\n\`\`\`text output\n1\n\`\`\`\n`)[0].recorded, null);
  assert.equal(blocksOf(`${program}\n\`\`\`text\n1\n\`\`\`\n`)[0].recorded, null);
});

/** Checks one document with a stand-in for the engine, which "prints" the program's own comments. @param {string} document @param {object} [wishes] */
async function check(document, wishes) {
  const folder = mkdtempSync(join(tmpdir(), "sluice-check-"));
  const file = join(folder, "page.md");
  writeFileSync(file, document);
  const run = async (/** @type {string} */ source) => /** @type {any} */ ({
    diagnostics: source.includes("wrong") ? [{ line: 1, message: "no", hint: "" }] : [], output: { text: [0] }, texts: [source.replace(/^# /gm, "")],
    failure: source.includes("fails") ? { traceback: "Traceback" } : null,
  });
  const result = await checkFile(file, run, wishes);
  const after = readFileSync(file, "utf8");
  rmSync(folder, { recursive: true });
  return { ...result, faults: result.faults.map((fault) => fault.replace(folder, "")), after };
}

test("an output that is as recorded is right, another is shown from where it differs", async () => {
  assert.deepEqual((await check("```python sluice\n# a\n# b\n```\n```output\na\nb\n```\n")).faults, []);

  const { faults } = await check("Words.\n\n```python sluice\n# a\n# b\n```\n```output\na\nc\n```\n");
  assert.deepEqual(faults, ["/page.md:4: prints something else than is recorded:\n    … 1 equal lines\n  - c\n  + b"]);
});

test("a program that does not run is a fault, and so is one that fails unless its traceback is recorded", async () => {
  assert.match((await check("```python sluice\nwrong\n```\n")).faults[0], /line 1 of the program: no/);
  assert.match((await check("```python sluice\n# fails\n```\n")).faults[0], /the program failed/);
  assert.deepEqual((await check("```python sluice\n# fails\n```\n```output\nfails\nTraceback\n```\n")).faults, []);
});

test("update writes what is printed, and leaves all else as it is", async () => {
  const document = "* one\n\n  ```python sluice\n  # a\n  ```\n\n  ```text output\n  old\n  ```\n\nWords.\n\n```python sluice\n# b\n```\n```output\n```\n";

  const { after, faults, updated } = await check(document, { update: true });

  assert.deepEqual([faults, updated], [[], 2]);
  assert.equal(after, document.replace("old", "a").replace("```output\n", "```output\nb\n"));
});

test("patterns name files in folders", () => {
  assert.deepEqual(expand(["tests/web/unit/b?ocks*.mjs"]), ["tests/web/unit/blocks.test.mjs"]);
  assert.ok(expand(["**/README.md"]).includes("web/README.md"));
  assert.deepEqual(expand(["web/no/*.md"]), []);
});

test("a program that the engine does not survive is a fault of its own, and the others are checked", async () => {
  const folder = mkdtempSync(join(tmpdir(), "sluice-blocks-"));
  const name = join(folder, "page.md");
  writeFileSync(name, "```python sluice\ncrash\n```\n\n```python sluice\nfine\n```\n");
  const run = async (/** @type {string} */ source) => {
    if (source === "crash\n") throw new RangeError("the stack is full");
    return /** @type {import("../../../web/engine/run.js").Run} */ (/** @type {unknown} */ ({ diagnostics: [], failure: null, texts: [], output: { text: [] } }));
  };

  assert.deepEqual(await checkFile(name, run), { checked: 2, updated: 0, faults: [`${name}:2: the program cannot be run: the stack is full`] });
  rmSync(folder, { recursive: true });
});
