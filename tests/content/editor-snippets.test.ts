import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { expect, test } from "vitest";
import { z } from "zod";
import { lessonElements } from "~/language/elements";
import { parseLesson } from "~/language/lesson/parse-lesson";

const read = (file: string) =>
  readFileSync(fileURLToPath(new URL(`../../${file}`, import.meta.url)), "utf8");

/** JSON with commas at the end, as editors write it, is YAML. */
const snippets = z
  .record(z.string(), z.object({ prefix: z.string(), body: z.array(z.string()) }))
  .parse(parse(read(".vscode/rapport.code-snippets")));

/** As an editor fills it in: what is suggested stands, the first of several, and words where nothing is. */
function filledIn(body: readonly string[]): string {
  return body
    .join("\n")
    .replace(/\$\{\d+\|([^,|]*)[^|]*\|\}/g, "$1")
    .replace(/\$\{\d+:([^}]*)\}/g, "$1")
    .replace(/\$0/g, "")
    .replace(/\$\d+/g, "Some words.");
}

const nameOf = ({ body }: { readonly body: readonly string[] }) =>
  /^<(\w+)/.exec(body[0] ?? "")?.[1] ?? "";
const ofLessons = Object.values(snippets).filter((snippet) => {
  const name = nameOf(snippet);
  return lessonElements[name]?.within.includes(null) === true;
});

test("each element that a lesson is made of can be filled in by an editor", () => {
  const parts = Object.entries(lessonElements).filter(
    ([name, { within }]) => within.includes(null) && name !== "Said",
  );
  expect(ofLessons.map(nameOf).sort()).toEqual(parts.map(([name]) => name).sort());
});

test("what an editor fills in is a lesson without a finding", () => {
  const facts = "---\ntitle: T\nsummary: S.\nminutes: 5\nbehaviours: [listening]\n---\n";
  // Each name stands once in a lesson.
  const body = ofLessons
    .map(({ body }, at) => filledIn(body).replace('id="name"', `id="name-${String(at)}"`))
    .join("\n\n");
  const context = { vocabulary: null, scenarios: null, assets: null };
  const source = { file: "courses/c/01-l/index.mdx", text: `${facts}\n${body}\n` };
  const { diagnostics } = parseLesson(source, context);
  expect(diagnostics.map(({ line, message }) => `${String(line)}: ${message}`)).toEqual([]);
});
