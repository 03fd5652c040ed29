// Building twice gives the same bytes, wherever it is built into.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";

test("a second build, into another folder, has the checksums of the first", () => {
  const again = mkdtempSync(join(tmpdir(), "sluice-again-"));
  execFileSync(process.execPath, ["web/build.mjs", again]);

  assert.equal(readFileSync(join(again, "SHA256SUMS"), "utf8"), readFileSync("dist/SHA256SUMS", "utf8"));
  const archive = /** @type {string} */ (`sluice-${JSON.parse(readFileSync("package.json", "utf8")).version}.zip`);
  assert.ok(readFileSync(join(again, archive)).equals(readFileSync(join("dist", archive))));
  rmSync(again, { recursive: true });
});

test("the checksums are those of the files", () => {
  execFileSync("sha256sum", ["--check", "--quiet", "SHA256SUMS"], { cwd: "dist" });
});

test("nothing that is built names a place on the machine that built it", () => {
  for (const name of readFileSync("dist/SHA256SUMS", "utf8").trim().split("\n").map((line) => line.slice(66))) {
    const content = readFileSync(join("dist", name), "latin1");
    assert.ok(!content.includes(process.cwd()) && !content.includes(tmpdir() + "/sluice-"), name);
  }
});
