import { afterEach, expect, test, vi } from "vitest";
import { ensureChromium, findChromium } from "tests/setup/chromium";

afterEach(() => vi.unstubAllEnvs());

test("a browser that is named is used, and one that is not there is none, and installs no other", () => {
  vi.stubEnv("CHROMIUM_PATH", process.execPath);
  expect(ensureChromium()).toBe(process.execPath);
  vi.stubEnv("CHROMIUM_PATH", "/nowhere/chromium");
  expect(findChromium()).toBeNull();
  expect(ensureChromium()).toBeNull();
});
