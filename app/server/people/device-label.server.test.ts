import { expect, test } from "vitest";
import { fc } from "tests/setup/properties";
import { deviceLabel } from "./device-label.server";

const windows = "Mozilla/5.0 (Windows NT 10.0; Win64; x64)";
const webkit = "AppleWebKit/537.36 (KHTML, like Gecko)";

test.each([
  [`${windows} ${webkit} Chrome/141.0.0.0 Safari/537.36`, "Chrome on Windows"],
  [
    `${windows} ${webkit} Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0`,
    "Microsoft Edge on Windows",
  ],
  ["Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox on Linux"],
  [
    `Mozilla/5.0 (Linux; Android 10; K) ${webkit} Chrome/141.0.0.0 Mobile Safari/537.36`,
    "Chrome on Android",
  ],
  [
    `Mozilla/5.0 (Linux; Android 14; SAMSUNG SM-S918B) ${webkit} SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36`,
    "Samsung Internet on Android",
  ],
  [
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15",
    "Safari on a Mac",
  ],
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1",
    "Safari on an iPhone or iPad",
  ],
  [
    `Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) ${webkit} Chrome/141.0.0.0 Safari/537.36`,
    "Chrome on a Chromebook",
  ],
])("%s is told as %s", (header, label) => {
  expect(deviceLabel(header)).toBe(label);
});

test("what is no browser that we know has no label, and no word of its own is kept", () => {
  for (const header of [null, "", " ", "Ana Quill's own robot/1.0 (of hers)", "x".repeat(5000)]) {
    expect(deviceLabel(header)).toBeNull();
  }
});

test("whatever a header says, a label holds none of it but names of a closed list", () => {
  const secret = "quillfeather";
  const header = fc.tuple(
    fc.string(),
    fc.constantFrom("Mozilla/5.0", "Windows NT", ""),
    fc.string(),
  );
  fc.assert(
    fc.property(header, ([before, between, after]) => {
      const label = deviceLabel(`${before}${secret} ${between} ${secret}/9 ${after}`);
      expect(label ?? "").not.toContain(secret);
      expect((label ?? "").length).toBeLessThan(80);
    }),
  );
});
