import { defineConfig } from "@playwright/test";
import { chromiumOptions } from "./tests/setup/chromium";

/** Journeys in a real Chromium against the production build and a database of their own. */
export default defineConfig({
  testDir: "tests/e2e",
  testMatch: "**/*.e2e.ts",
  fullyParallel: true,
  workers: 2,
  // Patience costs only a failing run anything, and a machine may be three times as slow as ours.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  forbidOnly: process.env["CI"] !== undefined,
  retries: 0,
  reporter: [["list"], ["json", { outputFile: "test-results/e2e.json" }]],
  use: {
    // A button that is not there is named, and not waited for until the whole journey is over.
    actionTimeout: 30_000,
    launchOptions: chromiumOptions(),
    locale: "en-GB",
    trace: "retain-on-failure",
  },
  projects: [{ name: "chromium" }],
});
