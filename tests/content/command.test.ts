import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "rapport-content-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function content(...args: readonly string[]) {
  const command = ["app/cli/content-command.js", ...args];
  return spawnSync(process.execPath, command, { cwd: root, encoding: "utf8" });
}

function write(file: string, text: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
}

const broken = `---
title: T
summary: S
minutes: 3
channel: desk
setting: Here
role: You
behaviours: [listening]
---
<Cast id="rosa" name="Rosa" role="customer" />
<Scene id="opening">
  <Line by="rosa">Hello?</Line>
  <Choice id="a" to="secnd" shows="listening">
    Yes?
    <Consequence>She smiles.</Consequence>
    <Feedback>Good.</Feedback>
  </Choice>
</Scene>
<Ending id="second" outcome="passed" title="Done">
  <Felt>Fine.</Felt>
  <Tonight>Nothing.</Tonight>
</Ending>
`;

test("a folder with an error: exit status 1, the place, the sentence and the fix", () => {
  write("scenarios/one/index.mdx", broken);
  const asJson = content("check", folder, "--json");
  expect(asJson.status).toBe(1);
  expect(JSON.parse(asJson.stdout)).toMatchObject({
    files: 1,
    errors: 1,
    diagnostics: [
      {
        file: "scenarios/one/index.mdx",
        line: 13,
        column: 22,
        rule: "choice/target",
        severity: "error",
        message: "This choice leads to `secnd`, and no scene or ending has that name.",
        fix: "Did you mean `second`?",
      },
    ],
  });
  const forPeople = content("check", folder);
  expect(forPeople.status).toBe(1);
  expect(forPeople.stdout).toContain('> 13 |   <Choice id="a" to="secnd"');
});

test("a folder without errors: exit status 0, with the shipped vocabulary where it has none", () => {
  write("scenarios/one/index.mdx", broken.replace("secnd", "second"));
  expect(content("check", folder, "--json").status).toBe(0);
});

test("a shipped lesson copied into a folder of one's own may lead to a shipped role-play", () => {
  const lesson = "courses/day-one/01-why-we-serve/index.mdx";
  // Its figures with it.
  cpSync(join(root, "content", dirname(lesson)), join(folder, dirname(lesson)), {
    recursive: true,
  });
  const shipped = readFileSync(join(root, "content", lesson), "utf8");
  write(lesson, shipped);
  const report = content("check", folder, "--json");
  expect(JSON.parse(report.stdout)).toMatchObject({ errors: 0 });
  write(lesson, shipped.replace('scenario="seventy-lengths"', 'scenario="seventy-leagues"'));
  expect(content("check", folder, "--json").status).toBe(1);
});

test("what cannot run: exit status 2, a sentence for people, and JSON where it was asked for", () => {
  const missing = content("check", join(folder, "nowhere"), "--json");
  expect(missing.status).toBe(2);
  expect(missing.stderr).toContain(`there is no folder ${join(folder, "nowhere")}`);
  expect(JSON.parse(missing.stdout)).toMatchObject({
    errors: 1,
    diagnostics: [{ line: 1, fix: null }],
  });
  const sentences: Readonly<Record<string, string>> = {
    "chek content": "There is no command `chek`. Did you mean `check`?",
    "check --jsn": "There is no option `--jsn`. Did you mean `--json`?",
    "check a b": "`b` is one thing too many for `check`; look with --help.",
    graph: "`graph` lacks its SLUG, as in: content -- graph SLUG",
    "graph the-coat --out": "After `--out` something is missing; look with --help.",
    "paths the-coet": "There is no scenario the-coet. Did you mean `the-coat`?",
    "check package.json": "is a file. Name the folder",
  };
  for (const [typed, sentence] of Object.entries(sentences)) {
    const { status, stderr } = content(...typed.split(" "));
    expect(stderr).toContain(sentence);
    expect(stderr).not.toMatch(/ENOENT|ERR_|at .*:\d+:\d+/);
    expect(status).toBe(2);
  }
});

test("help is help, and no failure", () => {
  const { status, stdout, stderr } = content("--help");
  expect([status, stderr]).toEqual([0, ""]);
  expect(stdout).toContain("check [DIR] [--json]");
});

test("two versions are compared by their files or folders, and a sentence says what is no file", () => {
  const text = broken.replace("secnd", "second");
  write("before/index.mdx", text);
  write("after/index.mdx", text.replace("She smiles.", "She nods."));
  const [before, after] = [join(folder, "before"), join(folder, "after")];
  const compared = content("diff", before, join(after, "index.mdx"));
  expect(compared.stdout).toContain("“She smiles.” became “She nods.”");
  expect(compared.status).toBe(0);
  const slug = content("diff", "no-slug", after);
  expect(slug.stderr).toContain(
    "There is no file no-slug. Two versions of an index.mdx are compared",
  );
  expect(slug.status).toBe(2);
});

test("a version that is no text is not compared", () => {
  write("text/index.mdx", broken.replace("secnd", "second"));
  const bytes = join(folder, "bytes.mdx");
  writeFileSync(
    bytes,
    Buffer.from(broken.replace("secnd", "second").replace("Rosa", "Rosé"), "latin1"),
  );
  const { status, stderr } = content("diff", bytes, join(folder, "text"));
  expect(stderr).toContain("bytes.mdx has errors");
  expect(status).toBe(2);
});
