import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { runContentTests } from "~/cli/content/run-tests";
import { diagnosticRules, ruleIds } from "~/core/diagnostic-rules";
import type { Diagnostic } from "~/core/diagnostic";
import { verifyScenario } from "~/core/scenario/verification/verify";
import { parseLesson } from "~/language/lesson/parse-lesson";
import { parseBehaviours } from "~/language/parse-behaviours";
import { parsePath } from "~/language/parse-path";
import { parseScenario } from "~/language/scenario/parse-scenario";
import { verificationDiagnostics } from "~/language/verification";

const read = (file: string) =>
  readFileSync(fileURLToPath(new URL(`../../content/${file}`, import.meta.url)), "utf8");
const guide = read("README.md");
const vocabulary =
  parseBehaviours({ file: "behaviours.yml", text: read("behaviours.yml") }).definition ?? [];

/** The fenced examples, as `scenario base` → text; those of a section as `scenario bad`. */
function examplesIn(text: string): ReadonlyMap<string, string> {
  const fences = text.matchAll(/^````\w+ (\w+ \w+)\n([\s\S]*?)\n?^````$/gm);
  return new Map([...fences].map((fence) => [fence[1] ?? "", fence[2] ?? ""]));
}

const bases = examplesIn(guide.slice(0, guide.indexOf("## Every rule")));
const sections = new Map(
  guide
    .slice(guide.indexOf("## Every rule"))
    .split(/^### /m)
    .slice(1)
    .map((section) => [section.slice(0, section.indexOf("\n")).trim(), section]),
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
  return runContentTests([{ file: "scenarios/ring/tests.yml", text }], new Map([["ring", proved]]));
}

const check: Readonly<Record<string, (text: string) => readonly Diagnostic[]>> = {
  scenario: scenarioDiagnostics,
  tests: testsDiagnostics,
  lesson: (text) =>
    parseLesson(
      { file: "courses/welcome/01-say-it-back/index.mdx", text },
      { vocabulary, scenarios: ["ring"], assets: ["sink.svg"] },
    ).diagnostics,
  path: (text) =>
    parsePath(
      { file: "paths/first-days.yml", text },
      { lessons: ["welcome/say-it-back"], scenarios: ["ring"] },
    ).diagnostics,
};

for (const kind of Object.keys(check)) {
  test(`the whole ${kind} in the guide has nothing to report`, () => {
    expect(check[kind]?.(bases.get(`${kind} base`) ?? "")).toEqual([]);
  });
}

test("the guide has an entry for every rule, under its title, and for no other", () => {
  expect([...sections.keys()].sort()).toEqual([...ruleIds].sort());
  for (const rule of ruleIds) {
    const { title, severity } = diagnosticRules[rule];
    expect(sections.get(rule)).toContain(`**${title}** (${severity}).`);
  }
});

for (const [rule, section] of sections) {
  for (const [name, bad] of examplesIn(section)) {
    const [kind = "", part] = name.split(" ");
    if (part !== "bad") continue;
    test(`the bad example of ${rule} is reported, and the mended one is not`, () => {
      const base = bases.get(`${kind} base`) ?? "";
      const mended = examplesIn(section).get(`${kind} mended`) ?? "";
      expect(base).toContain(mended);
      const rules = check[kind]?.(base.replace(mended, () => bad)).map((found) => found.rule);
      expect(rules).toContain(rule);
    });
  }
}

test("what errors say to a trainer", () => {
  const said = [...sections].flatMap(([rule, section]) =>
    [...examplesIn(section)].flatMap(([name, bad]) => {
      const [kind = "", part] = name.split(" ");
      if (part !== "bad") return [];
      const base = bases.get(`${kind} base`) ?? "";
      const mended = examplesIn(section).get(`${kind} mended`) ?? "";
      const found = check[kind]?.(base.replace(mended, () => bad)).find((one) => one.rule === rule);
      return found
        ? [`${rule} ${found.line}:${found.column} ${found.message} → ${found.fix ?? ""}`]
        : [];
    }),
  );
  expect(said.join("\n")).toMatchSnapshot();
});
