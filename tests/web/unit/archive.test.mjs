// Tests of web/distribution/archive.mjs: the zip file is one that other programs read, and has nothing of the time in it.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { checksums, filesBelow, zip } from "../../../web/distribution/archive.mjs";

const FILES = [{ name: "a/größe.txt", content: Buffer.from("x".repeat(100_000)) }, { name: "a/empty", content: Buffer.alloc(0) }, { name: "b.bin", content: Buffer.from([0, 255, 10, 13]) }];
const LIST = "import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); print(z.testzip(), [(i.filename, i.file_size, i.date_time[0], oct(i.external_attr >> 16)) for i in z.infolist()])";

test("Python reads the zip file, and finds no damage", () => {
  const folder = mkdtempSync(join(tmpdir(), "sluice-zip-"));
  const file = join(folder, "a.zip");
  writeFileSync(file, zip(FILES));

  const list = execFileSync("python3", ["-c", LIST, file], { encoding: "utf8" });

  assert.equal(list, "None [('a/größe.txt', 100000, 1980, '0o100644'), ('a/empty', 0, 1980, '0o100644'), ('b.bin', 4, 1980, '0o100644')]\n");
  rmSync(folder, { recursive: true });
});

test("files are listed in the order of their names, with checksums that sha256sum accepts, whenever they were written", () => {
  const folder = mkdtempSync(join(tmpdir(), "sluice-sums-"));
  mkdirSync(join(folder, "b"));
  for (const name of ["c.txt", "b/z", "a.txt"]) writeFileSync(join(folder, name), name);
  utimesSync(join(folder, "c.txt"), 0, 0);

  const names = filesBelow(folder);
  writeFileSync(join(folder, "SUMS"), checksums(folder, names));

  assert.deepEqual(names, ["a.txt", "b/z", "c.txt"]);
  assert.equal(execFileSync("sha256sum", ["--check", "SUMS"], { cwd: folder, encoding: "utf8" }), "a.txt: OK\nb/z: OK\nc.txt: OK\n");
  rmSync(folder, { recursive: true });
});
