/** What an operator meets when something about the start is wrong: the real process, a sentence, exit 1. */
import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

import { commands, freePort } from "tests/setup/server";

let folder = "";
let port = 0;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "rapport-start-"));
  port = await freePort();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Ended {
  readonly code: number | null;
  readonly said: string;
}

function run(command: "start" | "serve", env: Readonly<Record<string, string>>): Ended {
  const ended = spawnSync(process.execPath, commands[command], {
    encoding: "utf8",
    timeout: 150_000,
    env: {
      ...process.env,
      VITEST: undefined,
      PORT: String(port),
      DATABASE_URL: `file:${join(folder, "rapport.db")}`,
      SESSION_SECRET: "a secret for tests, and only for tests",
      ...env,
    },
  });
  return { code: ended.status, said: ended.stdout + ended.stderr };
}

function expectPlainWords({ said }: Ended): void {
  expect(said).not.toMatch(/^\s+at .+:\d+/m);
}

test("a wrong variable stops the start with its sentence, and with no stack", () => {
  const ended = run("start", { PORT: "eighty" });
  expect(ended.code).toBe(1);
  expect(ended.said).toContain('PORT should be a whole number from 1 to 65535; found "eighty".');
  expectPlainWords(ended);
});

test("a port in use stops the start with a sentence that names another", async () => {
  const holder = createServer().listen(port, "127.0.0.1");
  await once(holder, "listening");
  const ended = run("start", {});
  holder.close();
  expect(ended.code).toBe(1);
  expect(ended.said).toContain(`Port ${String(port)} is in use.`);
  expectPlainWords(ended);
});

test("a content folder that is missing stops the start with a sentence that names the variable", () => {
  const missing = join(folder, "nowhere");
  const ended = run("start", { CONTENT_DIR: missing });
  expect(ended.code).toBe(1);
  expect(ended.said).toContain("CONTENT_DIR");
  expect(ended.said).toContain(missing);
  expectPlainWords(ended);
});

test("production without a session secret stops with a sentence", () => {
  const ended = run("serve", { SESSION_SECRET: "" });
  expect(ended.code).toBe(1);
  expect(ended.said).toContain("SESSION_SECRET");
  expectPlainWords(ended);
});

test("a file that is no database stops the start with a sentence, and is left as it was", () => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, "rapport.db"),
    "This is a shopping list, not a database. ".repeat(200),
  );
  const ended = run("start", {});
  expect(ended.code).toBe(1);
  expect(ended.said).toContain(join(folder, "rapport.db"));
  expectPlainWords(ended);
});

test("a database folder that cannot be made stops the start with a sentence", () => {
  writeFileSync(join(folder, "file"), "in the way");
  const ended = run("start", { DATABASE_URL: `file:${join(folder, "file", "rapport.db")}` });
  expect(ended.code).toBe(1);
  expect(ended.said).toContain(join(folder, "file"));
  expectPlainWords(ended);
});

test("a folder in the place of the database stops the start with a sentence", () => {
  const ended = run("start", { DATABASE_URL: `file:${folder}` });
  expect(ended.code).toBe(1);
  expect(ended.said).toContain(`${folder} could not be opened: it is a folder`);
  expectPlainWords(ended);
});

test("a name that no machine has stops the start with a sentence about HOST", () => {
  const ended = run("start", { HOST: "no such.host" });
  expect(ended.code).toBe(1);
  expect(ended.said).toContain("HOST should be an address or a name of this machine");
  expectPlainWords(ended);
});
