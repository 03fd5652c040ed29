// playwright.config.mjs — figures in pages that documentation generators have built. Run by scripts/test-embedding, which builds them first.
import { defineConfig } from "@playwright/test";
import { launchOptions } from "../web/chromium.mjs";

export default defineConfig({
  testDir: ".",
  outputDir: "../../test-results/embedding",
  reporter: "list",
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 30_000 },
  workers: 2,
  use: { launchOptions, viewport: { width: 1280, height: 900 } },
});
