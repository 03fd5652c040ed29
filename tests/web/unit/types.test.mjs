// The types that the package brings along are those of the sources.
import { execFileSync } from "node:child_process";
import { test } from "node:test";

test("the package's types and the sources' agree", () => {
  execFileSync("node_modules/.bin/tsc", ["--project", "tests/web/types/tsconfig.json"], { encoding: "utf8" });
});
