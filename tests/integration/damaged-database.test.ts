/** Text that is no UTF-8, put by hand where a start, a form, a sign-in or a backup reads it: each does its work. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { loadContent } from "~/server/content/catalogue.server";
import { pendingMigrations } from "~/server/migrations.server";
import { makeBackup } from "~/server/operations/backup.server";
import { restore } from "~/server/operations/restore.server";
import { changePerson } from "~/server/people/change-person.server";
import { signIn } from "~/server/people/sign-in.server";
import { anAccount } from "tests/factories/an-account";
import { whileDamaged } from "tests/setup/damage";
import { withoutTriggers } from "tests/setup/database";
import { aPlayground, type Playground } from "tests/setup/playground";

vi.stubEnv("SESSION_SECRET", "a secret for tests, and only for tests");

let ground: Playground;
let owner: { readonly id: string };
let admin: { readonly id: string };
beforeAll(async () => {
  ground = await aPlayground();
  await loadContent();
  owner = await anAccount(ground.database);
  admin = await anAccount(ground.database, { roles: ["admin"] });
  await withoutTriggers(ground.database);
  await ground.database.$executeRawUnsafe("PRAGMA foreign_keys = OFF");
});
afterAll(() => ground.close());

test.each(["checksum", "migration_name", "logs", "finished_at"])(
  "a start looks through migrations with text that is no UTF-8 in their %s",
  async (column) => {
    const damage = { table: "_prisma_migrations", columns: [column], whose: "rowid = 1" };
    const { found } = await whileDamaged(ground.database, damage, () =>
      pendingMigrations(ground.database),
    );
    expect(found.length).toBe(column === "migration_name" ? 1 : 0);
  },
);

const anew = {
  ...{ name: "Ana", email: "ana.anew@example.test", startDate: "2026-11-03", timeZone: "UTC" },
  ...{ team: null, managerEmail: null, roles: [] },
};

test("a form changes a row with text that is no UTF-8", async () => {
  const columns = ["email", "name", "startDate", "timeZone", "createdAt", "passwordHash"];
  const damage = { table: "Person", columns, whose: `"id" = '${owner.id}'` };
  const actor = { id: admin.id, address: null };
  const change = () => changePerson(ground.database, actor, owner.id, anew);
  const { found } = await whileDamaged(ground.database, damage, change);
  expect(found).toMatchObject({ ok: true });
});

test("a sign-in is counted where what was counted before is text that is no UTF-8", async () => {
  const form = { email: "nobody@example.test", password: "x", shared: false };
  const tried = () => signIn(ground.database, form, { address: "192.0.2.7" });
  await tried();
  const damage = { table: "RateLimiterFlexible", columns: ["points", "expire"], whose: "1 = 1" };
  const { found } = await whileDamaged(ground.database, damage, tried);
  expect(found).toMatchObject({ ok: false });
});

test("a backup is made and restored with text that is no UTF-8 in it", async () => {
  const folder = mkdtempSync(join(tmpdir(), "rapport-damaged-cells-"));
  const backup = join(folder, "copy.db");
  const to = join(folder, "restored.db");
  const now = new Date();
  const columns = ["name", "email", "startDate"];
  const damage = { table: "Person", columns, whose: `"id" = '${owner.id}'` };
  const { found } = await whileDamaged(ground.database, damage, async () => {
    const made = await makeBackup({ databaseFile: ground.file, out: backup, now });
    const done = await restore({ backup, databaseFile: to, now, despiteFindings: false });
    return [made, done];
  });
  expect(found).toMatchObject([{ ok: true }, { ok: true }]);
  rmSync(folder, { recursive: true, force: true });
});
