import { createClient, type Client } from "@libsql/client";
import { afterEach, beforeEach, expect, test } from "vitest";
import { writeTogether, type Database } from "~/server/db.server";
import { Prisma } from "~/server/generated/prisma/client";
import { aDatabase, setPragma, type TestDatabase } from "tests/setup/database";

let open: TestDatabase;
/** Another process, as far as SQLite can tell. */
let other: Client;
beforeEach(async () => {
  open = await aDatabase();
  other = createClient({ url: open.url, timeout: 50 });
});
afterEach(async () => {
  other.close();
  await open.close();
});

const writes: readonly (readonly [
  string,
  (database: Database, name: string) => Promise<unknown>,
])[] = [
  ["a single write", (database, name) => database.team.create({ data: { name } })],
  [
    "raw SQL",
    (database, name) =>
      database.$executeRaw`INSERT INTO "Team" ("id", "name") VALUES (${name}, ${name})`,
  ],
  [
    "a group",
    async (database, name) => {
      const team = Prisma.sql`INSERT INTO "Team" ("id", "name") VALUES (${name}, ${name})`;
      await writeTogether(database, [[team]]);
    },
  ],
  [
    "a transaction",
    (database, name) =>
      database.$transaction((transaction) => transaction.team.create({ data: { name } })),
  ],
  [
    "a transaction that reads first",
    (database, name) =>
      database.$transaction(async (transaction) => {
        await transaction.team.count();
        return transaction.team.create({ data: { name } });
      }),
  ],
];

async function namesSeenByOthers(): Promise<unknown[]> {
  const { rows } = await other.execute(`SELECT "name" FROM "Team" ORDER BY "name"`);
  return rows.map((row) => row["name"]);
}

test.each(writes)(
  "after a lock stood in the way of %s, what is acknowledged is committed",
  async (_, write) => {
    const { database } = open;
    await setPragma(database, "busy_timeout = 20");
    const held = await other.transaction("write");
    await expect(write(database, "refused")).rejects.toThrow();
    await held.rollback();
    for (const [index, [, next]] of writes.entries())
      await next(database, `after-${String(index)}`);
    expect(await namesSeenByOthers()).toEqual(writes.map((__, index) => `after-${String(index)}`));
    const free = await other.transaction("write");
    await free.rollback();
  },
);

test("after a row was there already, what is acknowledged is committed", async () => {
  const { database } = open;
  await database.team.create({ data: { name: "one" } });
  await expect(database.team.create({ data: { name: "one" } })).rejects.toThrow();
  await database.team.create({ data: { name: "two" } });
  expect(await namesSeenByOthers()).toEqual(["one", "two"]);
});

test.each(writes)(
  "%s waits its turn while another process writes, and is refused only after that",
  async (_, write) => {
    const { database } = open;
    const wait = 400;
    await setPragma(database, `busy_timeout = ${String(wait)}`);
    const held = await other.transaction("write");
    const asked = performance.now();
    await expect(write(database, "refused")).rejects.toThrow();
    expect(performance.now() - asked).toBeGreaterThan(wait * 0.8);
    await held.rollback();
    await write(database, "kept");
    expect(await namesSeenByOthers()).toEqual(["kept"]);
  },
);

test("what reads and then writes loses nothing where another process writes in between", async () => {
  const { database } = open;
  await database.$transaction(async (transaction) => {
    await transaction.team.count();
    const between = other.execute(`INSERT INTO "Team" ("id", "name") VALUES ('b', 'between')`);
    await expect(between).rejects.toThrow(/locked/);
    await transaction.team.create({ data: { name: "ours" } });
  });
  expect(await namesSeenByOthers()).toEqual(["ours"]);
});
