import { afterEach, beforeEach, expect, test } from "vitest";
import { readCell } from "~/server/db.server";
import { Prisma } from "~/server/generated/prisma/client";
import { Reader } from "~/server/reader.server";
import { aDatabase, type TestDatabase } from "tests/setup/database";

let open: TestDatabase;
beforeEach(async () => {
  open = await aDatabase();
});
afterEach(() => open.close());

const countTeams = Prisma.sql`SELECT COUNT(*) FROM "Team"`;

test("a read sees every write that was acknowledged before it", async () => {
  for (const many of [1, 2, 3]) {
    await open.database.team.create({ data: { name: `Team ${String(many)}` } });
    expect(await readCell(open.database, countTeams)).toBe(many);
  }
});

test("a read sees nothing of a transaction that is not committed, and inside it everything", async () => {
  await open.database.$transaction(async (transaction) => {
    await transaction.team.create({ data: { name: "Front desk" } });
    expect(Number(await readCell(transaction, countTeams))).toBe(1);
    expect(await readCell(open.database, countTeams)).toBe(0);
  });
});

test("a read goes on after the schema was changed beside it", async () => {
  await readCell(open.database, countTeams);
  await open.database.$executeRaw`ALTER TABLE "Team" ADD COLUMN "colour" TEXT`;
  expect(await readCell(open.database, countTeams)).toBe(0);
});

test("a read that found a row holds no lock: the log can be written back to the file", async () => {
  await open.database.team.create({ data: { name: "Front desk" } });
  await readCell(open.database, Prisma.sql`SELECT "name" FROM "Team"`);
  const [row] = await open.database.$queryRaw<{ busy: bigint | number }[]>`
    PRAGMA wal_checkpoint(TRUNCATE)`;
  expect(Number(row?.busy)).toBe(0);
});

test("instants and booleans are compared as Prisma stored them", async () => {
  const at = new Date("2026-03-01T08:00:00.123Z");
  await open.database.auditEntry.create({
    data: { at, action: "person.added", subject: "x", detail: "{}" },
  });
  const found = Prisma.sql`SELECT "action" FROM "AuditEntry" WHERE "at" = ${at} AND ${true} = 1`;
  expect(await readCell(open.database, found)).toBe("person.added");
});

test("a reader writes nothing", async () => {
  const reader = new Reader(open.url.slice("file:".length), 50);
  const sql = `INSERT INTO "Team" ("id", "name") VALUES ('a', 'a') RETURNING 1`;
  expect(() => reader.cell(sql, [])).toThrow();
  const asked = { kind: "query", sql, columns: [], columnTypes: [] } as const;
  expect(() => reader.rows(asked, [])).toThrow(/query|readonly|read-only/i);
  reader.close();
  expect(await readCell(open.database, countTeams)).toBe(0);
});

test("a statement that failed leaves the next ones working", () => {
  const reader = new Reader(open.url.slice("file:".length), 50);
  expect(() => reader.cell("SELECT abs(-9223372036854775808)", [])).toThrow();
  expect(reader.cell("SELECT 1", [])).toBe(1);
  reader.close();
});
