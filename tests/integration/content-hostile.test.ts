/** Hostile files on disk, through the whole load: refused at their place, and nobody else is hurt. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { tmpdir } from "node:os";
import { expect, onTestFinished, test } from "vitest";
import { ContentStore } from "~/server/content/store.server";
import { aContentFolder, lessonFile, scenarioFile } from "tests/factories/content-folder";
import { aDatabase } from "tests/setup/database";

const proof = join(tmpdir(), `rapport-hostile-${String(process.pid)}`);
const runs = `require("node:fs").writeFileSync(${JSON.stringify(proof)}, "")`;
const inLesson = (text: string) => lessonFile({ text });
const inGoal = (text: string) => lessonFile().replace("This week, when will", `${text} when will`);

const lessons: Readonly<Record<string, string | Uint8Array>> = {
  "facts-that-run": `---js\n{ title: ${runs} }\n---\n`,
  "second-facts": inLesson(`\n---js\n{ title: ${runs} }\n---\n`),
  expression: inLesson(`{${runs}}`),
  import: inLesson('import fs from "node:fs"'),
  export: inLesson("export const a = 1"),
  spread: inLesson("<Aside {...globalThis} />"),
  script: inLesson("<script>alert(1)</script>"),
  event: inLesson('<Aside title="a" onClick="alert(1)">a</Aside>'),
  "javascript-link": inLesson("[a](javascript:alert(1))"),
  "data-link": inLesson("[a](data:text/html,x)"),
  "picture-elsewhere": inLesson("![a](../../../behaviours.yml)"),
  "picture-by-root": inLesson('<Figure src="/etc/passwd" alt="a" caption="a" />'),
  "goal-script": inGoal("<script>alert(1)</script>"),
  "goal-link": inGoal("[a](javascript:alert(1))"),
  "goal-expression": inGoal(`{${runs}}`),
  "goal-element": inGoal('<Figure src="./a.svg" alt="a" caption="a" />'),
  "deep-quotes": inLesson(`${">".repeat(5000)} a`),
  "deep-elements": inLesson("<Aside>".repeat(3000)),
  "yaml-bomb": `---\na: &a [x,x,x]\nb: &b [*a,*a,*a]\ntitle: *b\n---\n`,
  prototype: "---\n__proto__: { admin: true }\ntitle: T\n---\n",
  "not-utf-8": new Uint8Array([0x2d, 0x2d, 0x2d, 0x0a, 0xc3, 0x28]),
  nul: inLesson("a\u0000b"),
  large: inLesson("a ".repeat(400_000)),
};

test("no hostile lesson is used, runs, or keeps a good one from being used", async () => {
  const { database, close } = await aDatabase();
  onTestFinished(close);
  const names = Object.keys(lessons);
  const shipped = aContentFolder(
    Object.fromEntries(
      names.map((name, at) => [
        `courses/basics/${String(at + 10)}-${name}/index.mdx`,
        lessons[name] ?? "",
      ]),
    ),
  );
  const folders = { shipped: shipped.path, own: null };
  const store = new ContentStore({ database, folders, cacheFolder: null });
  await store.load();
  const { catalogue, pieces } = store.snapshot;
  expect(catalogue.lessons.map(({ definition }) => definition.slug)).toEqual(["say-it-back"]);
  expect(catalogue.scenario("parcel")).not.toBeNull();
  for (const name of names) {
    const piece = pieces.find(({ slug }) => slug === `basics/${name}`);
    const errors = piece?.diagnostics.filter(({ severity }) => severity === "error") ?? [];
    expect(errors.length, name).toBeGreaterThan(0);
    for (const { line, column, message } of errors) {
      expect(line, name).toBeGreaterThan(0);
      expect(column, name).toBeGreaterThan(0);
      expect(message, name).toMatch(/[.?!]$/);
    }
  }
  expect(existsSync(proof)).toBe(false);
  expect("admin" in {}).toBe(false);
  expect(await database.revision.count({ where: { kind: "lesson" } })).toBe(1);
});

test("a scenario, a course, a path and a vocabulary that are hostile are refused alone", async () => {
  const { database, close } = await aDatabase();
  onTestFinished(close);
  const shipped = aContentFolder({
    "scenarios/runs/index.mdx": scenarioFile().replace("You said nine.", `{${runs}}`),
    "scenarios/constructor/index.mdx": scenarioFile({ target: "__proto__" }),
    "courses/aliases/course.yml": "title: &a x\nsummary: *a\norder: 1\nbehaviours: []\n",
    "paths/tags.yml": "title: !!js/function x\nsummary: s\nsteps: []\n",
    "paths/lost.yml": "title: t\nsummary: s\nsteps:\n  - { lesson: ../../etc, dueAfterDays: 0 }\n",
  });
  const own = aContentFolder({ "behaviours.yml": "a: &a [*a]" });
  const folders = { shipped: shipped.path, own: own.path };
  const store = new ContentStore({ database, folders, cacheFolder: null });
  await store.load();
  const broken = store.snapshot.pieces
    .filter(({ diagnostics }) => diagnostics.some(({ severity }) => severity === "error"))
    .map(({ file }) => file);
  expect(broken.sort()).toEqual([
    "behaviours.yml",
    "courses/aliases/course.yml",
    "paths/lost.yml",
    "paths/tags.yml",
    "scenarios/constructor/index.mdx",
    "scenarios/runs/index.mdx",
  ]);
  expect(store.snapshot.catalogue.vocabulary).toHaveLength(2);
  expect(store.snapshot.catalogue.scenarios).toHaveLength(1);
  expect(existsSync(proof)).toBe(false);
});
