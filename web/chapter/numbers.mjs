// numbers.mjs — what the page says about its own tests, counted in the corpus. Run by build.mjs.
//
// Every program counted here is compared with CPython's trace of it in the test run, and one difference fails the run: so these are
// the numbers of programs that agree.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** @param {string} corpus folder of tests/conformance @returns {Record<string, string>} */
export function countCorpus(corpus) {
  const versions = readdirSync(join(corpus, "golden")).filter((file) => file.endsWith(".jsonl")).map((file) => file.slice(0, -6))
    .sort((a, b) => Number(a.slice(2)) - Number(b.slice(2)));
  const counts = versions.map((version) => {
    const runs = readFileSync(join(corpus, "golden", `${version}.jsonl`), "utf8").trim().split("\n").map((line) => JSON.parse(line));
    return { version, programs: runs.length, entries: runs.reduce((sum, { trace }) => sum + trace.length, 0) };
  });
  const sum = (/** @type {"programs" | "entries"} */ name) => counts.reduce((total, count) => total + count[name], 0).toLocaleString("en");
  return {
    programs: String(readdirSync(join(corpus, "programs")).filter((file) => file.endsWith(".py")).length),
    runs: sum("programs"),
    entries: sum("entries"),
    versions: counts.map(({ version, programs, entries }) => `<tr><th scope="row">${version}</th><td>${programs}</td><td>${entries.toLocaleString("en")}</td></tr>`).join(""),
  };
}
