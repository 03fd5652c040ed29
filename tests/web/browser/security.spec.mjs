// What a strict host forbids, and what a hostile program, link, attribute or file name tries: it stays text, the page stays alive.
import { deflateRawSync } from "node:zlib";
import { escapeHtml, expect, expectPlays, FIGURE, MODULE, PROGRAM, printedBy, test } from "./host-page.mjs";
import { INDIGESTIBLE, MARKUP, RUNAWAY } from "./hostile.mjs";

/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {import("@playwright/test").Locator} Locator */

/** What the manual says is enough, to the letter. */
const ENOUGH = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; worker-src 'self'";
const under = (/** @type {string} */ policy) => ({ "Content-Security-Policy": policy });
/** A page that is busy for so many times as long as a fixed piece of work takes does not answer its reader: some 5 s on an idle machine. */
const LONGEST_TASK = 200;
/** A slow machine may be at a run for so long that it is ended before its budget is. */
const ENDED = /had to be ended/;

/** Everything that pages and workers report against their policy. @param {Page} page @returns {Promise<() => Promise<string[]>>} */
async function violations(page) {
  await page.addInitScript(() => {
    const found = Object.assign(globalThis, { violations: /** @type {string[]} */ ([]) }).violations;
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => found.push(`${violatedDirective}: ${blockedURI}`));
  });
  return () => page.evaluate(() => /** @type {any} */ (globalThis).violations);
}

/**
 * Notes how long the page was busy at a stretch.
 * @param {Page} page
 * @returns {Promise<() => Promise<number>>} as a multiple of a fixed piece of work, done each time: the slowest counts, as the
 *   longest stretch does, for a machine may be twice as slow at one moment as at another
 */
async function busiest(page) {
  await page.addInitScript(() => {
    Object.assign(globalThis, { longest: 0, piece: 0 });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) /** @type {any} */ (globalThis).longest = Math.max(/** @type {any} */ (globalThis).longest, duration);
    }).observe({ entryTypes: ["longtask"] });
  });
  return () => page.evaluate(() => {
    const began = performance.now();
    let seed = 1;
    const numbers = Array.from({ length: 100_000 }, () => (seed = (seed * 16807) % 2147483647)).sort((a, b) => a - b);
    const noted = /** @type {any} */ (globalThis);
    noted.piece = Math.max(noted.piece, performance.now() - began + (numbers[0] < 0 ? 1 : 0));
    return noted.longest / noted.piece;
  });
}

/** Puts a program into a figure and waits for what comes of it. @param {Locator} figure @param {string} source @returns {Promise<string>} the figure's words */
async function wordsOf(figure, source) {
  return figure.evaluate(async (/** @type {any} */ element, text) => {
    element._source = text;
    const run = await element.rerun();
    return run?.failure ? `${run.failure.kind} ${run.failure.message} ${run.failure.traceback}` : element.shadowRoot.querySelector(".message").textContent;
  }, source);
}

/** Sees to it that nothing has become an element that the figure does not make. @param {Page} page */
async function expectOnlyText(page) {
  const made = await page.evaluate(() => {
    const roots = [document, ...Array.from(document.querySelectorAll("sluice-figure"), ({ shadowRoot }) => shadowRoot)];
    return roots.flatMap((root) => Array.from(root?.querySelectorAll("img:not([src^='assets/']), .figure b:not(.compare-label b), script:not([src]), iframe, object, embed, [onerror], [onload], a[href^='javascript:']") ?? [], ({ outerHTML }) => outerHTML));
  });
  expect(made).toEqual([]);
  expect(await page.evaluate(() => "pwned" in globalThis)).toBe(false);
}

test("the policy that the manual names is enough for all that a figure does", async ({ page, host }) => {
  const found = await violations(page);
  const { address } = await host({ "index.html": `<script type="module" src="sluice.js" data-upgrade></script>${FIGURE}<pre class="sluice" data-autoplay="off"><code>${escapeHtml(PROGRAM)}</code></pre>` }, under(ENOUGH));
  await page.goto(address);
  const figure = page.locator("sluice-figure").first();
  await expectPlays(figure);
  await expectPlays(page.locator("sluice-figure").last());

  for (const name of ["Keyboard", "The run as a table", "Share and save"]) {
    await figure.getByRole("button", { name }).click();
    await expect(figure.getByRole("region", { name })).toBeVisible();
  }
  await figure.getByRole("textbox", { name: "Program" }).focus();
  await expect(figure.locator(".cm-content")).toBeFocused();
  await page.keyboard.press("Control+End");
  await page.keyboard.type("print('typed')\n");
  await expect.poll(() => printedBy(figure)).toContain("typed");
  expect(await figure.evaluate(async (/** @type {any} */ element) => [await element.picture(), await element.export("json")].map((text) => text.length > 200))).toEqual([true, true]);

  expect(page.workers()).toHaveLength(1);
  expect(await found()).toEqual([]);
});

test("under trusted types the engine runs in a worker, by the policy “sluice”", async ({ page, host }) => {
  const found = await violations(page);
  const { address } = await host({ "index.html": `${MODULE}${FIGURE}` }, under(`${ENOUGH}; require-trusted-types-for 'script'; trusted-types sluice`));
  await page.goto(address);
  await expectPlays(page.locator("sluice-figure"));

  expect(page.workers()).toHaveLength(1);
  expect(await found()).toEqual([]);
});

test("where trusted types leave no way to a worker, the engine runs on the page's own thread", async ({ page, host, problems }) => {
  const { address } = await host({ "index.html": `${MODULE}${FIGURE}` }, under(`${ENOUGH}; require-trusted-types-for 'script'; trusted-types 'none'`));
  await page.goto(address);
  await expectPlays(page.locator("sluice-figure"));

  expect(page.workers()).toHaveLength(0);
  expect(problems.splice(0).filter((problem) => !/TrustedScriptURL|TrustedTypePolicy|policy named/i.test(problem))).toEqual([]);
});

test("where workers are forbidden a figure plays, and a program that would not end is ended soon", async ({ page, host, problems }) => {
  const { address } = await host({ "index.html": `${MODULE}${FIGURE}` }, under(ENOUGH.replace("worker-src 'self'", "worker-src 'none'")));
  await page.goto(address);
  const figure = page.locator("sluice-figure");
  await expectPlays(figure);

  expect(await wordsOf(figure, "while True: pass\n")).toMatch(/3000000 instructions/);
  expect(await wordsOf(figure, "print('alive')\n")).toBe("");

  expect(problems.splice(0).filter((problem) => !/worker/i.test(problem))).toEqual([]);
});

test("where WebAssembly is forbidden the author's program stays, with a note", async ({ page, host, problems }) => {
  const { address } = await host({ "index.html": `${MODULE}${FIGURE.replace("</sluice-figure>", '<p slot="caption">Two tasks.</p></sluice-figure>')}` }, under(ENOUGH.replace(" 'wasm-unsafe-eval'", "")));
  await page.goto(address);
  const figure = page.locator("sluice-figure");

  await expect(figure).toHaveAttribute("state", "error");
  await expect(figure.locator("pre")).toBeVisible();
  await expect(figure.locator("pre")).toContainText("async with gate:");
  await expect(figure.getByText("Two tasks.")).toBeVisible();
  await expect(figure.getByRole("status")).toHaveText(/nothing moves here\. The program is complete/);

  expect(problems.splice(0).filter((problem) => !/WebAssembly|ArrayBuffer instantiation/.test(problem))).toEqual([]);
});

test("where no script may run the page has program, still and output, and says why nothing moves", async ({ browser, baseURL, host }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${baseURL}index.html`);
  const figure = page.locator("#figure-gate");

  await expect(figure.locator("pre").first()).toContainText("async with gate:");
  await expect(figure.locator("img.still")).toBeVisible();
  await expect(figure.locator("pre.printed")).toBeVisible();
  await expect(page.locator("noscript p").first()).toBeVisible();

  const { address } = await host({ "index.html": `${MODULE}${FIGURE}` });
  await page.goto(address);
  await expect(page.locator("sluice-figure pre")).toBeVisible();
  await context.close();
});

test("programs that would not end, or want all there is, are ended, while the page goes on; the next program runs", async ({ page, host }) => {
  const longest = await busiest(page);
  const { address } = await host({ "index.html": `${MODULE}${FIGURE}` }, under(ENOUGH));
  await page.goto(address);
  const figure = page.locator("sluice-figure");
  await expectPlays(figure);

  for (const [name, { source, words }] of Object.entries(RUNAWAY)) {
    await test.step(name, async () => {
      expect(await wordsOf(figure, source), name).toMatch(new RegExp(`${words.source}|${ENDED.source}`));
      await figure.evaluate((/** @type {any} */ element) => element.seek(element.run?.end ?? 0));
      expect(await longest(), name).toBeLessThan(LONGEST_TASK);
    });
  }

  expect(await wordsOf(figure, PROGRAM)).toBe("");
  await expectPlays(figure);
});

test("texts that a parser could choke on are refused or run", async ({ page, host }) => {
  const longest = await busiest(page);
  const { address } = await host({ "index.html": `${MODULE}${FIGURE}` }, under(ENOUGH));
  await page.goto(address);
  const figure = page.locator("sluice-figure");
  await expectPlays(figure);

  for (const [name, source] of Object.entries(INDIGESTIBLE)) {
    await test.step(name, async () => {
      expect(await wordsOf(figure, source), name).not.toMatch(/had to be ended|did not load/);
      expect(await longest(), name).toBeLessThan(LONGEST_TASK);
    });
  }

  expect(await wordsOf(figure, PROGRAM)).toBe("");
});

test("a run in one single operation that does not end is ended too, the program stays to be mended, and another figure goes on", async ({ page, host }) => {
  const { address } = await host({ "index.html": `${MODULE}${FIGURE}${FIGURE}` }, under(ENOUGH));
  await page.goto(address);
  const [figure, other] = [page.locator("sluice-figure").first(), page.locator("sluice-figure").last()];
  await expectPlays(figure);
  await expectPlays(other);
  const words = wordsOf(figure, "x = 3 ** 1000\nfor i in range(40): x = x * x % (7 ** 20000000)\n");

  const again = other.evaluate(async (/** @type {any} */ element) => (await element.rerun())?.end);

  expect(await words).toMatch(/had to be ended: it took longer than 15 s/);
  await expect(figure).toHaveAttribute("state", "error");
  await expect(figure.locator(".lines, .cm-content").first()).toContainText("20000000");
  expect(await again).toBeCloseTo(2, 2);
  expect(await wordsOf(figure, PROGRAM)).toBe("");
  await expectPlays(figure);
});

test("names, values, output, errors and file names with markup in them are shown as text", async ({ page, host }) => {
  const { address } = await host({ "index.html": `${MODULE}<sluice-figure autoplay="off"><pre>
import asyncio

label = ${JSON.stringify(escapeHtml(MARKUP)).replace(/"/g, "'")}   #: ${escapeHtml(MARKUP)} | plain

async def work(gate):
    async with gate:
        await asyncio.sleep(1)
    print(open(${JSON.stringify(escapeHtml(MARKUP))}).read(), label)
    raise ValueError(label)

async def main():
    gate = asyncio.Semaphore(1)
    await asyncio.gather(*[asyncio.create_task(work(gate), name=label + str(i)) for i in range(2)], return_exceptions=True)
    raise RuntimeError(label)

asyncio.run(main())
</pre><pre data-file="${escapeHtml(MARKUP)}">${escapeHtml(MARKUP)}</pre></sluice-figure>` }, under(ENOUGH));
  await page.goto(address);
  const figure = page.locator("sluice-figure");
  await expect(figure).toHaveAttribute("state", /ready|paused|ended/);
  expect(await printedBy(figure)).toContain(MARKUP);

  for (const name of ["The run as a table", "Share and save"]) await figure.getByRole("button", { name }).click();
  for (const at of [0.2, 0.6, 1]) {
    await figure.evaluate((/** @type {any} */ element, to) => element.player.seek(to), at);
    await figure.evaluate(() => new Promise(requestAnimationFrame));
    await expectOnlyText(page);
  }
  await expect(figure.locator(".output-text").first()).toContainText(MARKUP);
  const picture = await figure.evaluate((/** @type {any} */ element) => element.picture());
  const reader = await page.context().newPage();
  expect(await reader.evaluate((svg) => Array.from(new DOMParser().parseFromString(svg, "image/svg+xml").querySelectorAll("img, script, parsererror, b"), ({ tagName }) => tagName), picture)).toEqual([]);
});

test("letters that turn the direction of writing, and control characters, turn nothing around them", async ({ page, host }) => {
  const { address } = await host({ "index.html": `${MODULE}${FIGURE}` }, under(ENOUGH));
  await page.goto(address);
  const figure = page.locator("sluice-figure");
  await expectPlays(figure);
  const source = "access = 'user\u202e \u2066# admin\u2069 \u2066'  # \u2067\nprint('\u202eabc\u0007\u001b[2J')\n";
  expect(await wordsOf(figure, source)).toBe("");

  await figure.evaluate((/** @type {any} */ element) => element.player.seek(1));
  // What stands after such a letter on its line is where it would be without it; whoever reads the program sees that there is one.
  await expect(figure.locator(".line").first().locator(".py-odd")).toHaveCount(5);
  const lefts = await figure.locator(".line").first().locator("code > *").evaluateAll((pieces) => pieces.map((piece) => piece.getBoundingClientRect().left));
  expect(lefts).toEqual([...lefts].sort((a, b) => a - b));
  await expect(figure.locator(".output-line").first()).toBeVisible();
});

/** @param {string} text as a link's program @returns {string} */
const packed = (text) => deflateRawSync(Buffer.from(text), { level: 9 }).toString("base64url");

/** Fragments of an address. A figure takes what it can, and is otherwise as its author wants it. @type {Record<string, string>} */
const LINKS = {
  "no base64": "p=%%%&v=3.12", "no text": `p=${Buffer.from([255, 254, 253]).toString("base64url")}`, "cut off": `p=${packed(PROGRAM).slice(0, -20)}`, "nothing": "p=",
  "three hundred thousand letters": `p=${"A".repeat(300_000)}`, "a bomb of zeros": `p=${packed("\0".repeat(50_000_000))}`,
  "a million lines": `p=${packed("\n".repeat(999_999))}`, "one line of a million letters": `p=${packed(`x = "${"a".repeat(900_000)}"\n`)}`,
  "another version": `p=${packed("import sys\nprint(sys.version_info[1])\n")}&v=9.9&av=%3Cb%3E&a=${packed("pass\n")}`,
  "markup everywhere": `p=${packed(`print(${JSON.stringify(MARKUP)})\n`)}&v=${encodeURIComponent(MARKUP)}&view=${encodeURIComponent(MARKUP)}&t=${encodeURIComponent(MARKUP)}&cost=${encodeURIComponent(MARKUP)}&f=`,
  "numbers that are none": `p=${packed("print(1)\n")}&t=1e400&cost=-1e308&nogil=no`, "numbers that are too large": `p=${packed("print(1)\n")}&t=1e300&cost=1e300`,
  "names of JavaScript": `p=${packed("print(1)\n")}&__proto__=1&constructor=1&v=__proto__&view=constructor&f=`, "the figure of another page": `f=${encodeURIComponent('"]<img src=x>')}&p=${packed("print(1)\n")}`,
  "files that are none": `p=${packed("print(1)\n")}&files=${packed('{"a": 5, "__proto__": "x", "constructor": ["y"], "b": null}')}`, "files that are no record": `p=${packed("print(1)\n")}&files=${packed("null")}`,
  "processors without number": `p=${packed("print(1)\n")}&cpus=1e300&si=1e-300&disk=1e300`,
  "a program that does not end": `p=${packed("while True: pass\n")}`, "two programs": `p=${packed("print(1)\n")}&p=${packed("print(2)\n")}`,
};

for (const place of ["playground.html", "index.html"]) {
  test(`links with anything in them, to ${place}`, async ({ page, baseURL }) => {
    const longest = await busiest(page);
    for (const [name, fragment] of Object.entries(LINKS)) {
      await test.step(name, async () => {
        await page.goto("about:blank");
        await page.goto(`${baseURL}${place}#${fragment}`);
        const figure = page.locator("sluice-figure").first();
        await figure.scrollIntoViewIfNeeded();
        await expect(figure, name).toHaveAttribute("state", /ready|playing|paused|ended|error/);
        await expectOnlyText(page);
        expect(await longest(), name).toBeLessThan(LONGEST_TASK);
        await figure.evaluate((/** @type {any} */ element) => { element.source = "print('alive')\n"; });
        await expect.poll(() => printedBy(figure), name).toBe("alive\n");
      });
    }
  });
}

/** Attributes of a figure. @type {Record<string, Record<string, string>>} */
const ATTRIBUTES = {
  "markup": Object.fromEntries(["python", "view", "controls", "counts", "theme", "t", "label", "instruction-cost", "compare", "autoplay"].map((name) => [name, MARKUP])),
  "numbers that are none": { t: "NaN", "instruction-cost": "NaN", "disk-latency": "-1" }, "numbers below zero": { t: "-5", "instruction-cost": "-1" }, "numbers without an end": { t: "Infinity", "instruction-cost": "Infinity", "disk-latency": "1e999" },
  "styles": { theme: "light; } :host { display: none", label: "x", view: "code } * { display: none" }, "names of JavaScript": { view: "__proto__ constructor", controls: "__proto__", counts: "constructor,__proto__,toString" },
  "nothing": { python: "", view: "", controls: "", counts: "", theme: "", t: "", "instruction-cost": "", compare: "" },
};

test("attributes with anything in them", async ({ page, host, problems }) => {
  const { address } = await host({ "index.html": `${MODULE}<p>Text.</p>` }, under(ENOUGH));
  await page.goto(address);
  for (const [name, attributes] of Object.entries(ATTRIBUTES)) {
    await test.step(name, async () => {
      await page.evaluate(([text, wishes]) => {
        const figure = document.createElement("sluice-figure");
        figure.append(Object.assign(document.createElement("pre"), { textContent: text }));
        for (const [attribute, value] of Object.entries(wishes)) figure.setAttribute(attribute, value);
        document.body.replaceChildren(figure);
      }, /** @type {const} */ ([PROGRAM, attributes]));
      const figure = page.locator("sluice-figure");
      await expect(figure, name).toHaveAttribute("state", /ready|playing|paused|ended/);
      await expect(figure).toBeVisible();
      await expectOnlyText(page);
      expect(await figure.evaluate((/** @type {any} */ element) => [Number.isFinite(element.when), Number.isFinite(element.run.end)]), name).toEqual([true, true]);
    });
  }
  // The markup has a "src" in it, which `compare` takes for the address of a program.
  await expect.poll(() => problems.some((problem) => /404/.test(problem))).toBe(true);
  expect(problems.splice(0).filter((problem) => !/404/.test(problem))).toEqual([]);
});

test("addresses of programs that are none: the program in the element is shown", async ({ page, host, problems }) => {
  const found = await violations(page);
  const addresses = ["javascript:globalThis.pwned=1", "data:text/html,<script>globalThis.pwned=1</script>", "nowhere.py", "https://elsewhere.invalid/x.py", "//", "http://[", "sluice.wasm"];
  const { address } = await host({ "index.html": `${MODULE}${addresses.map((src) => `<sluice-figure autoplay="off" src="${escapeHtml(src)}"><pre>print("own")\n</pre></sluice-figure>`).join("")}` }, under(ENOUGH));
  await page.goto(address);
  for (let index = 0; index < addresses.length; index++) {
    const figure = page.locator("sluice-figure").nth(index);
    await figure.scrollIntoViewIfNeeded();
    await expect(figure, addresses[index]).toHaveAttribute("state", /ready|playing|paused|ended/);
    expect(await printedBy(figure), addresses[index]).toBe("own\n");
  }
  await expectOnlyText(page);
  for (const violation of await found()) expect(violation).toMatch(/^connect-src/);
  problems.splice(0);
});

test("a file with a name like markup is opened under that name", async ({ page, baseURL }) => {
  await page.goto(`${baseURL}playground.html`);
  const figure = page.locator("sluice-figure");
  await expect(figure).toHaveAttribute("state", /ready|playing|paused|ended/);
  const name = `${MARKUP.replaceAll("/", "_")}.py`;
  await page.locator("#file").setInputFiles({ name, mimeType: "text/x-python", buffer: Buffer.from("print('from a file')\n") });

  await expect.poll(() => printedBy(figure)).toBe("from a file\n");
  await expect(page.getByRole("status").filter({ hasText: "is open" })).toContainText(name);
  await expectOnlyText(page);
});
