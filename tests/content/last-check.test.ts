/** A check of what has not changed is answered by its hash; of what has, it is done anew. */
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { checkKey, keepCheck, recalledCheck } from "~/cli/content/last-check.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "rapport-last-check-"));
  mkdirSync(join(folder, "scenarios/the-ring"), { recursive: true });
  cpSync(
    join(root, "tests/content/samples/every-element.mdx"),
    join(folder, "scenarios/the-ring/index.mdx"),
  );
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function check() {
  const args = ["app/cli/content-command.js", "check", folder];
  return spawnSync(process.execPath, args, { cwd: root, encoding: "utf8" });
}

test("the same bytes have one key, and another text, name or form of output another", () => {
  const key = checkKey(folder, false);
  expect(key).toMatch(/^[0-9a-f]{64}$/);
  expect(checkKey(folder, false)).toBe(key);
  const keys = [key, checkKey(folder, true)];
  writeFileSync(join(folder, "scenarios/the-ring/picture.svg"), "<svg/>");
  keys.push(checkKey(folder, false));
  writeFileSync(join(folder, "behaviours.yml"), "behaviours: []\n");
  keys.push(checkKey(folder, false));
  writeFileSync(join(folder, "behaviours.yml"), "behaviours: {}\n");
  keys.push(checkKey(folder, false));
  expect(new Set(keys).size).toBe(5);
});

test("where a link stands in the folder, or no folder is, nothing is recalled", () => {
  expect(checkKey(join(folder, "nowhere"), false)).toBeNull();
  symlinkSync("the-ring", join(folder, "scenarios/again"));
  expect(checkKey(folder, false)).toBeNull();
});

test("what is kept is found under its own key alone", () => {
  const key = checkKey(folder, false);
  expect(recalledCheck(key)).toBeNull();
  const report = { output: "1 file checked: 0 errors, 0 warnings.", status: 0 } as const;
  keepCheck(key, report);
  expect(recalledCheck(key)).toEqual(report);
  writeFileSync(join(folder, "behaviours.yml"), "behaviours: []\n");
  expect(recalledCheck(checkKey(folder, false))).toBeNull();
});

test("the second look says what the first said, and a change since then is seen", () => {
  const first = check();
  expect(first.stderr).toBe("");
  expect(first.stdout).toContain("1 file checked: 0 errors");
  const second = check();
  expect([second.stdout, second.status]).toEqual([first.stdout, 0]);
  writeFileSync(join(folder, "scenarios/the-ring/index.mdx"), "---\ntitle: T\n---\n");
  const third = check();
  expect(third.status).toBe(1);
  expect(third.stdout).toContain("This scenario has no scene.");
});
