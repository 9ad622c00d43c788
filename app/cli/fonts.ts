/**
 * Cuts the shipped fonts from their packages: `npm run fonts`. Run it after changing a face or the
 * letters below, and commit what it writes (public/fonts, app/styles/fonts.css).
 *
 * Each face is three files. The first holds English, German and their punctuation and is all that
 * most pages load; the browser fetches another only where a page has one of its letters. Names carry a hash, so that the files may be cached for ever.
 */
import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { format } from "prettier";
import subsetFont from "subset-font";

interface Face {
  readonly family: string;
  readonly packageName: string;
  readonly style: "normal";
  readonly weight: { readonly min: number; readonly max: number } | number;
  /** A face that is on every machine, stretched to the same widths so that nothing moves on swap. */
  readonly fallback: {
    readonly local: readonly string[];
    readonly sizeAdjust: string;
    readonly ascent: string;
    readonly descent: string;
  };
}

/** A face of one weight stands for all, so that no browser makes a bolder one of its own. */
const everyWeight = "1 1000";

const georgia = ["Georgia", "Gelasio"];
const faces: readonly Face[] = [
  {
    family: "Brygada 1918",
    packageName: "brygada-1918",
    style: "normal",
    weight: 450,
    fallback: { local: georgia, sizeAdjust: "104.5%", ascent: "88%", descent: "24%" },
  },
  {
    family: "Figtree",
    packageName: "figtree",
    style: "normal",
    weight: { min: 400, max: 600 },
    fallback: {
      local: ["Arial", "Liberation Sans"],
      sizeAdjust: "100.2%",
      ascent: "95%",
      descent: "25%",
    },
  },
];

function letters(from: number, to: number): string {
  const count = to - from + 1;
  return Array.from({ length: count }, (_, step) => String.fromCodePoint(from + step)).join("");
}

/** No symbol that a page of prose does without: together they cost a fifth of the file. */
const everyday = [
  letters(0x61, 0x7a),
  letters(0x41, 0x5a),
  letters(0x30, 0x39),
  " \u00a0.,;:!?'\"()-/&%@+·–—‘’“”…äöüÄÖÜßé",
].join("");
const western = letters(0x20, 0x7e) + letters(0xa1, 0xff) + "ıŒœ„‐‑‒‚†‡•′″‹›€−";
const central = letters(0x100, 0x17f) + "ȘșȚț";

function without(text: string, others: string): string {
  return Array.from(text)
    .filter((letter) => !others.includes(letter))
    .join("");
}

/** `source` is the package's own cut that has these letters. */
const parts = [
  { name: "everyday", source: "latin", text: everyday },
  { name: "western", source: "latin", text: without(western, everyday) },
  { name: "central", source: "latin-ext", text: without(central, western) },
] as const;
type Part = (typeof parts)[number];

function unicodeRange(text: string): string {
  const points = [...new Set(Array.from(text))].map((letter) => letter.codePointAt(0) ?? 0);
  const runs: [number, number][] = [];
  for (const point of points.sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last?.[1] === point - 1) last[1] = point;
    else runs.push([point, point]);
  }
  const hex = (point: number) => point.toString(16).toUpperCase();
  return runs
    .map(([from, to]) => (from === to ? `U+${hex(from)}` : `U+${hex(from)}-${hex(to)}`))
    .join(", ");
}

function cut(face: Face, { name, source, text }: Part): Promise<Buffer> {
  const { packageName, style, weight } = face;
  const axis = typeof weight === "number" ? weight : { ...weight, default: 400 };
  const file = `${packageName}-${source}-wght-${style}.woff2`;
  return readFile(`node_modules/@fontsource-variable/${packageName}/files/${file}`).then((font) =>
    subsetFont(font, text, {
      targetFormat: "woff2",
      variationAxes: { wght: axis },
      keepFeatures: name === "everyday" ? ["kern", "liga"] : ["kern", "ccmp", "locl", "mark"],
      noLayoutClosure: true,
      noHinting: true,
    }),
  );
}

function fallbackRule({ family, style, fallback }: Face): string {
  const sources = fallback.local.map((name) => `local("${name}")`).join(", ");
  return `@font-face {
  font-family: "${family} fallback";
  font-style: ${style};
  src: ${sources};
  size-adjust: ${fallback.sizeAdjust};
  ascent-override: ${fallback.ascent};
  descent-override: ${fallback.descent};
  line-gap-override: 0%;
}`;
}

const note = "/* Written by `npm run fonts`; change app/cli/fonts.ts instead. */";

async function run(): Promise<void> {
  const out = "public/fonts";
  await mkdir(out, { recursive: true });
  for (const old of await readdir(out)) if (old.endsWith(".woff2")) await rm(`${out}/${old}`);
  const preloads: string[] = [];
  const rules: string[] = [note];
  for (const face of faces) {
    const licence = `node_modules/@fontsource-variable/${face.packageName}/LICENSE`;
    await writeFile(`${out}/${face.packageName}.OFL.txt`, await readFile(licence));
    for (const part of parts) {
      const font = await cut(face, part);
      const hash = createHash("sha256").update(font).digest("hex").slice(0, 8);
      const file = `${face.packageName}-${face.style}-${part.name}-${hash}.woff2`;
      await writeFile(`${out}/${file}`, font);
      if (part.name === "everyday") preloads.push(`/fonts/${file}`);
      const { weight } = face;
      rules.push(`@font-face {
  font-family: "${face.family}";
  font-style: ${face.style};
  font-weight: ${typeof weight === "number" ? everyWeight : `${weight.min} ${weight.max}`};
  font-display: swap;
  src: url("/fonts/${file}") format("woff2");
  unicode-range: ${unicodeRange(part.text)};
}`);
      console.log(`${file} ${font.length} bytes`);
    }
    rules.push(fallbackRule(face));
  }
  const css = await format(rules.join("\n\n"), { parser: "css", printWidth: 100 });
  await writeFile("app/styles/fonts.css", css);
  const list = `${note}\nexport const fontPreloads = ${JSON.stringify(preloads)};`;
  await writeFile(
    "app/styles/font-preloads.ts",
    await format(list, { parser: "typescript", printWidth: 100 }),
  );
}

await run();
