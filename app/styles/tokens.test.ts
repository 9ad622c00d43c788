import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const css = readFileSync(new URL("./tokens.css", import.meta.url), "utf8");
const darkStart = css.indexOf("@media screen and (prefers-color-scheme: dark)");
const printStart = css.indexOf("@media print");

function colours(text: string): Map<string, string> {
  return new Map(
    [...text.matchAll(/--color-([\w-]+):\s*(#[0-9a-f]{6})/g)].map((found) => [
      found[1] ?? "",
      found[2] ?? "",
    ]),
  );
}

const light = colours(css.slice(0, darkStart));
const themes = [
  { name: "light", palette: light },
  { name: "dark", palette: new Map([...light, ...colours(css.slice(darkStart, printStart))]) },
  { name: "print", palette: new Map([...light, ...colours(css.slice(printStart))]) },
];

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
}

const grounds = ["paper", "sheet", "well"];
const meanings = ["info", "success", "warning", "danger"];

/** Text on its ground: 4.5 to 1 whatever the size, so that no one has to remember which is large. */
const textPairs: [string, string][] = [
  ...["ink", "ink-soft", "link", ...meanings].flatMap((text) =>
    grounds.map((ground): [string, string] => [text, ground]),
  ),
  ...meanings.flatMap((meaning): [string, string][] => [
    [meaning, `${meaning}-ground`],
    ["ink", `${meaning}-ground`],
    ["ink-soft", `${meaning}-ground`],
    ["link", `${meaning}-ground`],
  ]),
  ["ink", "accent-soft"],
  ["ink-soft", "accent-soft"],
  ["on-mine", "mine"],
];
const screenTextPairs: [string, string][] = [
  ["on-accent", "accent"],
  ["on-action", "action"],
  ["on-action", "action-hover"],
  ["mine-soft", "mine"],
];

/** Edges and rings that say where a control is: 3 to 1 (WCAG 1.4.11, 2.4.13). */
const edgePairs: [string, string][] = ["line-strong", "focus", "action"].flatMap((edge) =>
  grounds.map((ground): [string, string] => [edge, ground]),
);

function weakest(palette: Map<string, string>, pairs: [string, string][], wanted: number) {
  return pairs
    .map(([text, ground]) => {
      const [one, other] = [palette.get(text), palette.get(ground)];
      if (one === undefined || other === undefined) throw new Error(`No token ${text}/${ground}`);
      return { pair: `${text} on ${ground}`, ratio: Number(contrast(one, other).toFixed(2)) };
    })
    .filter(({ ratio }) => ratio < wanted);
}

test("every text stands out from its ground in every theme", () => {
  for (const { name, palette } of themes) {
    expect({ name, weak: weakest(palette, textPairs, 4.5) }).toEqual({ name, weak: [] });
  }
});

test("text on the accent and on buttons stands out on screen", () => {
  for (const { name, palette } of themes.slice(0, 2)) {
    expect({ name, weak: weakest(palette, screenTextPairs, 4.5) }).toEqual({ name, weak: [] });
  }
});

test("the words of a button can be read in every theme, on paper too", () => {
  for (const { name, palette } of themes) {
    const pair: [string, string] = ["on-action", "action"];
    expect({ name, weak: weakest(palette, [pair], 4.5) }).toEqual({ name, weak: [] });
  }
});

test("edges and focus rings stand out from every ground on screen", () => {
  for (const { name, palette } of themes.slice(0, 2)) {
    expect({ name, weak: weakest(palette, edgePairs, 3) }).toEqual({ name, weak: [] });
  }
});

test("the dark theme sets every colour that the light one has", () => {
  const dark = colours(css.slice(darkStart, printStart));
  expect([...light.keys()].filter((token) => !dark.has(token))).toEqual([]);
});

test("whoever asks for less motion gets none, of animations, transitions and scrolling", () => {
  const base = readFileSync(new URL("./base.css", import.meta.url), "utf8");
  const [, still = ""] = /prefers-reduced-motion: reduce\) \{([\s\S]*?\n)\}/.exec(base) ?? [];
  expect(still).toMatch(/\*,\s+::before,\s+::after \{/);
  expect(still).toMatch(/animation-duration: 1ms !important/);
  expect(still).toMatch(/transition-duration: 1ms !important/);
  expect(still).toMatch(/scroll-behavior: auto !important/);
});
