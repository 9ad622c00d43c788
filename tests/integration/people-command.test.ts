/** What an operator meets at the command line: the real process, an address or a sentence. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { runCommand } from "tests/setup/operator";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "rapport-people-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("the first administrator is added before the server ever ran, and gets an address", async () => {
  const file = join(folder, "data", "rapport.db");
  const words = ["add-admin", "ada@example.test", "Ada", "Lovelace"];
  const added = await runCommand("people", words, file, { APP_URL: "https://rapport.example" });
  expect(added.code).toBe(0);
  expect(added.said).toMatch(/https:\/\/rapport\.example\/set-password\/[\w-]{43}\n$/);
});

test("what the command does not know gets its usage, and a wrong variable its sentence", async () => {
  const words = ["set-password", "ada@example.test"];
  const [unknown, wrong, noFile] = await Promise.all([
    runCommand("people", ["dance"], join(folder, "rapport.db")),
    runCommand("people", words, "", { DATABASE_URL: "mysql://x" }),
    runCommand("people", words, folder),
  ]);
  expect(unknown).toMatchObject({ code: 2, said: expect.stringContaining("Usage:") as string });
  expect(wrong.code).toBe(2);
  expect(wrong.said).toMatch(/^DATABASE_URL should be [^\n]*\n$/);
  expect(noFile.code).toBe(1);
  expect(noFile.said).toMatch(/^The database [^\n]* it is a folder, [^\n]*\n$/);
});
