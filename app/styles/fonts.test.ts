import { existsSync, readFileSync, statSync } from "node:fs";
import { expect, test } from "vitest";
import { fontPreloads } from "./font-preloads";

const css = readFileSync(new URL("./fonts.css", import.meta.url), "utf8");
const file = (address: string) => new URL(`../../public${address}`, import.meta.url);
const addresses = [...css.matchAll(/url\("([^"]+)"\)/g)].map((found) => found[1] ?? "");

test("every font that the stylesheet names is shipped, with its licence", () => {
  expect(addresses.filter((address) => !existsSync(file(address)))).toEqual([]);
  for (const face of ["brygada-1918", "figtree"]) {
    expect(readFileSync(file(`/fonts/${face}.OFL.txt`), "utf8")).toContain("SIL Open Font License");
  }
});

test("the fonts of an everyday lesson fit in 16 KiB", () => {
  const everyday = addresses.filter((address) => address.includes("-everyday-"));
  const bytes = everyday.reduce((total, address) => total + statSync(file(address)).size, 0);
  expect(everyday).toHaveLength(2);
  expect(bytes).toBeLessThanOrEqual(16 * 1024);
});

test("what is fetched ahead is what the stylesheet asks for", () => {
  expect(fontPreloads.filter((address) => !addresses.includes(address))).toEqual([]);
});

test("a text that does not swap in late: every face shows its fallback at once", () => {
  expect(css.match(/font-display: swap/g)).toHaveLength(addresses.length);
  expect(css.match(/size-adjust:/g)).toHaveLength(2);
});
