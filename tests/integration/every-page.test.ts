import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { expect, test } from "vitest";

const assets = "build/client/assets";
const everyPage = readdirSync(assets).find((name) => /^entry\.client-.*\.js$/.test(name)) ?? "";
const text = readFileSync(join(assets, everyPage), "utf8");

test("what every page loads has no parser of forms in it", () => {
  expect(text).not.toContain("ZodError");
});

test("what every page loads has no branch for a flag that remix.config.js turns off", () => {
  expect(text).not.toContain("__manifest"); // lazy discovery of routes
  expect(text).not.toContain("text/x-script"); // single fetch
});

test("what every page loads has nothing that waits for a loader to send the rest", () => {
  expect(text).not.toContain("remix-deferred");
  expect(text).not.toContain("__remixContext.p");
});

test("what every page loads stays below 77 KiB, compressed as it is sent", () => {
  expect(brotliCompressSync(text).byteLength / 1024).toBeLessThan(77);
});

test("the sheet of every page holds nothing of what a lesson in two has", () => {
  const sheet = readdirSync(assets).find((name) => /^app-.*\.css$/.test(name)) ?? "";
  const styles = readFileSync(join(assets, sheet), "utf8");
  expect(styles).toContain(".lesson-head");
  expect(styles).not.toMatch(/\.(?:transcript|wording|order-step|sort-row|message-words)\b/);
});

/** The built files that one of them imports as it is loaded. */
function importsOf(pattern: RegExp): readonly string[] {
  const name = readdirSync(assets).find((each) => pattern.test(each)) ?? "";
  const code = readFileSync(join(assets, name), "utf8");
  return [...code.matchAll(/(?:from|import) ?"\.\/([^"]+)"/g)].map((found) => found[1] ?? "");
}

test.each([/^root-.*\.js$/, /^courses\._course\._lesson-.*\.js$/, /^rarer-components-.*\.js$/])(
  "a lesson's page asks for no small file more: %s needs only what every page loads",
  (pattern) => {
    expect(importsOf(pattern)).toEqual([everyPage]);
  },
);
