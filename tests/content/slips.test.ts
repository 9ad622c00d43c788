import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { authorSlips } from "tests/factories/author-slips";
import { expect, test } from "vitest";
import { loadLibrary, shippedContent } from "~/cli/content/load-library";
import type { Diagnostic } from "~/core/diagnostic";
import { verifyScenario } from "~/core/scenario/verification/verify";
import { parseLibrary } from "~/language/library";
import { parseLesson } from "~/language/lesson/parse-lesson";
import { placeOfFile } from "~/language/place";
import { parseScenario } from "~/language/scenario/parse-scenario";
import { verificationDiagnostics } from "~/language/verification";

const read = (file: string) => readFileSync(fileURLToPath(new URL(file, import.meta.url)), "utf8");
const { library, sources } = await loadLibrary(shippedContent);
const { vocabulary } = library;
const bases = {
  scenario: read("samples/every-element.mdx"),
  lesson: read("samples/every-element-of-a-lesson.mdx"),
};

function diagnosticsOf(kind: "scenario" | "lesson", text: string): readonly Diagnostic[] {
  if (kind === "lesson") {
    const file = "courses/welcome/01-say-it-back/index.mdx";
    const context = { vocabulary, scenarios: ["ring"], assets: ["sink.svg"] };
    return parseLesson({ file, text }, context).diagnostics;
  }
  const file = "scenarios/ring/index.mdx";
  const { definition, diagnostics } = parseScenario({ file, text }, { vocabulary });
  const proof = definition ? verificationDiagnostics(file, verifyScenario(definition)) : [];
  return [...diagnostics, ...proof];
}

for (const kind of ["scenario", "lesson"] as const) {
  test(`the whole ${kind} that slips are made in has nothing to report`, () => {
    expect(diagnosticsOf(kind, bases[kind])).toEqual([]);
  });
}

for (const [name, { kind, from, to }] of Object.entries(authorSlips)) {
  test(`one slip is one sentence with a place and a fix: ${name}`, () => {
    const text = bases[kind].replace(from, to);
    expect(text).not.toBe(bases[kind]);
    const found = diagnosticsOf(kind, text);
    expect(found).toHaveLength(1);
    expect(found[0]?.fix).toBeTruthy();
    const said = found.map(
      ({ line, column, rule, message, fix }) =>
        `${line}:${column} ${rule} ${message} → ${fix ?? ""}`,
    );
    expect(said.join("\n")).toMatchSnapshot();
  });
}

const swapped = (name: string) =>
  name.slice(0, 1) + name.slice(2, 3) + name.slice(1, 2) + name.slice(3);

/** Every slip of one letter in a tag or an attribute, by where it is made. */
function lettersSlipped(text: string): readonly { readonly at: number; readonly text: string }[] {
  const cut = (at: number, length: number, by: string) => ({
    at,
    text: text.slice(0, at) + by + text.slice(at + length),
  });
  return [
    ...[...text.matchAll(/<([A-Z][A-Za-z]*)/g)].map((tag) =>
      cut(tag.index + 1, tag[1]?.length ?? 0, swapped(tag[1] ?? "")),
    ),
    ...[...text.matchAll(/<\/([A-Z][A-Za-z]*)>/g)].flatMap((tag) => [
      cut(tag.index + 2, tag[1]?.length ?? 0, swapped(tag[1] ?? "")),
      cut(tag.index, tag[0].length, ""),
    ]),
    ...[...text.matchAll(/ ([a-z]+)="([^"]*)"/g)].flatMap((attribute) => [
      cut(attribute.index + 1, attribute[1]?.length ?? 0, `${attribute[1] ?? ""}x`),
      cut(attribute.index + attribute[0].length - 1, 1, ""),
      cut(attribute.index, attribute[0].length, ""),
    ]),
  ].filter((slip) => slip.text !== text);
}

/** One in so many is enough: they are thousands. */
const ONE_IN = 311;

test("no slip of one letter in what is shipped makes more than one error", () => {
  let count = 0;
  for (const source of sources) {
    const kind = placeOfFile(source.file)?.kind;
    if (kind !== "scenario" && kind !== "lesson") continue;
    for (const [index, { text }] of lettersSlipped(source.text).entries()) {
      if ((index + source.text.length) % ONE_IN !== 0) continue;
      const { diagnostics } =
        kind === "scenario"
          ? parseScenario({ ...source, text }, { vocabulary })
          : parseLesson({ ...source, text }, { vocabulary, scenarios: null, assets: null });
      count += 1;
      expect(diagnostics.length, diagnostics.map(({ message }) => message).join("\n")).toBeLessThan(
        2,
      );
    }
  }
  expect(count).toBeGreaterThan(20);
});

test("a vocabulary that cannot be read is blamed alone", () => {
  const broken = sources.map((source) =>
    source.file === "behaviours.yml"
      ? { ...source, text: source.text.replace("behaviours:", "behaviours") }
      : source,
  );
  const files = sources.map(({ file }) => file);
  const found = parseLibrary({ sources: broken, files }).diagnostics.filter(
    ({ severity, rule }) => severity === "error" && rule !== "address/missing-asset",
  );
  expect(found.map(({ file, line }) => [file, line])).toEqual([["behaviours.yml", 3]]);
});
