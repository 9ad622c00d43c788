import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { runTests } from "~/cli/content/run-tests";
import { diagnosticRules, ruleIds } from "~/core/diagnostic-rules";
import type { Diagnostic } from "~/core/diagnostic";
import { verifyScenario } from "~/core/scenario/verification/verify";
import { readGuidePage } from "~/core/guide-page";
import { parseLibrary } from "~/language/library";
import { parseLesson } from "~/language/lesson/parse-lesson";
import { parseBehaviours } from "~/language/parse-behaviours";
import { parseCourse } from "~/language/parse-course";
import { parsePath } from "~/language/parse-path";
import { parseScenario } from "~/language/scenario/parse-scenario";
import { decodeSource } from "~/language/source";
import { verificationDiagnostics } from "~/language/verification";

const read = (file: string) =>
  readFileSync(fileURLToPath(new URL(`../../content/${file}`, import.meta.url)), "utf8");
const guide = read("README.md");
const vocabulary =
  parseBehaviours({ file: "behaviours.yml", text: read("behaviours.yml") }).definition ?? [];

const folder = fileURLToPath(new URL("../../content/guide", import.meta.url));

/** The fenced examples, by kind and part: `scenario base`, `scenario bad`, `scenario mended` … */
function examplesIn(text: string): ReadonlyMap<string, string> {
  const fences = text.matchAll(/^````\w+ (\w+ [\w-]+)\n([\s\S]*?)\n?^````$/gm);
  return new Map([...fences].map((fence) => [fence[1] ?? "", fence[2] ?? ""]));
}

const bases = examplesIn(guide);
/** Rule → text of its page. */
const pages = new Map(
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md") && name !== "README.md")
    .map((name) => [name.replace(/\\/g, "/").replace(/\.md$/, ""), read(`guide/${name}`)]),
);

function scenarioDiagnostics(text: string): readonly Diagnostic[] {
  const file = "scenarios/ring/index.mdx";
  const { definition, diagnostics } = parseScenario({ file, text }, { vocabulary });
  const proved = definition ? verificationDiagnostics(file, verifyScenario(definition)) : [];
  return [...diagnostics, ...proved];
}

function testsDiagnostics(text: string): readonly Diagnostic[] {
  const source = { file: "scenarios/ring/index.mdx", text: bases.get("scenario base") ?? "" };
  const { definition } = parseScenario(source, { vocabulary });
  if (!definition) return [];
  const proved = { definition, proof: verifyScenario(definition) };
  return runTests({ file: "scenarios/ring/tests.yml", text }, proved);
}

const check: Readonly<Record<string, (text: string) => readonly Diagnostic[]>> = {
  scenario: scenarioDiagnostics,
  tests: testsDiagnostics,
  lesson: (text) =>
    parseLesson(
      { file: "courses/welcome/01-say-it-back/index.mdx", text },
      { vocabulary, scenarios: ["ring"], assets: ["sink.svg"] },
    ).diagnostics,
  place: (file) =>
    parseLibrary({ sources: [{ file, text: "" }], files: [file] }).diagnostics.filter(({ rule }) =>
      rule.startsWith("file/"),
    ),
  course: (text) =>
    parseCourse({ file: "courses/welcome/course.yml", text }, { vocabulary, lessons: [] })
      .diagnostics,
  path: (text) =>
    parsePath(
      { file: "paths/first-days.yml", text },
      { lessons: ["welcome/say-it-back"], scenarios: ["ring"] },
    ).diagnostics,
};

for (const kind of Object.keys(check)) {
  const base = bases.get(`${kind} base`);
  if (base === undefined) continue;
  test(`the whole ${kind} in the guide has nothing to report`, () => {
    expect(check[kind]?.(base)).toEqual([]);
  });
}

test("there is a page for every rule, under its title, and for no other", () => {
  expect([...pages.keys()].sort()).toEqual([...ruleIds].sort());
  for (const rule of ruleIds) {
    const { title, severity } = diagnosticRules[rule];
    expect(pages.get(rule)).toContain(`# ${rule}\n\n**${title}** (${severity}).`);
  }
});

test("the studio can show every page: what it means, a bad example and a mended one", () => {
  for (const rule of ruleIds) {
    const page = readGuidePage(pages.get(rule) ?? "");
    expect(page?.title, rule).toBe(diagnosticRules[rule].title);
    expect(page?.meaning).toMatch(/[.?]$/);
    const headings = page?.blocks.flatMap(({ kind, text }) => (kind === "heading" ? [text] : []));
    expect(headings).toEqual(["Bad", "Mended"]);
    const shown = page?.blocks.filter(({ kind }) => kind === "example" || kind === "words") ?? [];
    expect(shown.length, rule).toBeGreaterThan(1);
    expect(shown.map(({ text }) => text).join("")).not.toContain("````");
  }
});

test("an example that was cut out of a whole is shown from the edge on", () => {
  const blocks = readGuidePage(pages.get("element/unknown") ?? "")?.blocks ?? [];
  const shown = blocks.filter(({ kind }) => kind === "example").map(({ text }) => text.split("\n"));
  for (const lines of shown) {
    expect(lines[0]).toMatch(/^<Ch/);
    expect(lines[1]).toMatch(/^ {2}\S/);
    expect(lines.at(-1)).toMatch(/^<\/Ch/);
  }
  expect(shown).toHaveLength(2);
});

test("the index of the guide leads to every page", () => {
  const index = read("guide/README.md");
  for (const rule of ruleIds) {
    expect(index).toContain(`- [${rule}](${rule}.md): ${diagnosticRules[rule].title}`);
  }
});

test("an example out of the guide's whole one is whole lines of it", () => {
  const trimmed = (text: string) => text.split("\n").map((line) => line.trim());
  for (const [rule, page] of pages) {
    for (const [name, example] of examplesIn(page)) {
      const [kind = "", part] = name.split(" ");
      if (part !== "mended" || kind === "place") continue;
      const lines = new Set(trimmed(bases.get(`${kind} base`) ?? ""));
      expect(
        trimmed(example).filter((line) => !lines.has(line)),
        rule,
      ).toEqual([]);
    }
  }
});

interface Example {
  readonly kind: string;
  readonly bad: string;
  readonly mended: string;
}

/** Both texts in full: an example is whole, or what stands in the guide's whole one instead. */
function exampleOf(page: string): Example | null {
  const examples = examplesIn(page);
  for (const [name, bad] of examples) {
    const [kind = "", part] = name.split(" ");
    if (part === "whole-bad") {
      return { kind, bad, mended: examples.get(`${kind} whole-mended`) ?? "" };
    }
    if (part !== "bad") continue;
    const base = bases.get(`${kind} base`) ?? "";
    const mended = examples.get(`${kind} mended`) ?? "";
    if (kind === "place") return { kind, bad, mended };
    expect(base).toContain(mended);
    return { kind, bad: base.replace(mended, () => bad), mended: base };
  }
  return null;
}

/** What is not so, or cannot be decided, while this is not mended. */
const alsoSaid: Readonly<Record<string, readonly string[]>> = {
  "flow/marked-twice": ["proof/not-decided"],
  // Without its endings, the choices that lead to them lead nowhere as well.
  "dialogue/size": ["choice/target"],
};

for (const [rule, page] of pages) {
  const example = exampleOf(page);
  if (!example) continue;
  test(`the bad example of ${rule} says that alone, as its page has it, and the mended one nothing`, async () => {
    const { kind, bad, mended } = example;
    const found = check[kind]?.(bad) ?? [];
    const others = alsoSaid[rule] ?? [];
    expect([...new Set(found.map((one) => one.rule))].sort()).toEqual([rule, ...others].sort());
    expect(check[kind]?.(mended)).toEqual([]);
    const first = found.find((one) => one.rule === rule);
    const said = `> Line ${first?.line ?? 0}: ${first?.message ?? ""}\n>\n> ${first?.fix ?? ""}`;
    // `vitest -u` writes what is said now into the pages.
    const told = page.replace(
      /\n(?:> [^\n]*\n>\n> [^\n]*\n\n)?## Mended\n/,
      () => `\n${said}\n\n## Mended\n`,
    );
    await expect(told).toMatchFileSnapshot(`../../content/guide/${rule}.md`);
  });
}

/** Rules about files and folders rather than what is in them: shown in words, and tested here. */
const shownInWords: Readonly<Record<string, () => readonly Diagnostic[]>> = {
  "file/not-text": () => decodeSource("a.mdx", new Uint8Array([65, 255])).diagnostics,
  "file/too-large": () => decodeSource("a.mdx", new Uint8Array(600 * 1024)).diagnostics,
  "file/twice": () =>
    parseLibrary({ sources: [], files: ["behaviours.yml", "behaviours.yaml"] }).diagnostics,
  "mdx/too-much": () => scenarioDiagnostics(`---\ntitle: T\n---\n${"=".repeat(11_000)}`),
};

test("every rule has an example, or is shown in words because it is about more than a text", () => {
  const inWords = ruleIds.filter((rule) => exampleOf(pages.get(rule) ?? "") === null);
  expect([...inWords].sort()).toEqual([
    "file/missing",
    "file/not-text",
    "file/outside",
    "file/too-large",
    "file/twice",
    "file/unreadable",
    "mdx/too-much",
    "path/step-not-ready",
  ]);
  for (const [rule, run] of Object.entries(shownInWords)) {
    expect(run().map((found) => found.rule)).toContain(rule);
  }
  for (const rule of inWords) expect(pages.get(rule)).toMatch(/## Bad\n\n\S[\s\S]*## Mended\n\n\S/);
});
