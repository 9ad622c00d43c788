import { afterEach, expect, test } from "vitest";
import { connectionProblems } from "~/server/db.server";
import { applyMigrations, pendingMigrations, schemaDiff } from "~/server/migrations.server";
import { aDatabase, type TestDatabase } from "tests/setup/database";

let open: TestDatabase | undefined;
afterEach(async () => {
  await open?.close();
  open = undefined;
});

test("300 writes acknowledged beside a transaction that rolls back are all stored", async () => {
  open = await aDatabase();
  const { database } = open;
  const acknowledged: Promise<unknown>[] = [];
  const rolledBack = database.$transaction(async (transaction) => {
    await transaction.team.count();
    for (let index = 0; index < 300; index += 1) {
      acknowledged.push(database.team.create({ data: { name: `Team ${String(index)}` } }));
    }
    await transaction.team.create({ data: { name: "Never" } });
    throw new Error("change of mind");
  });
  await expect(rolledBack).rejects.toThrow("change of mind");
  await Promise.all(acknowledged);
  expect(await database.team.count()).toBe(300);
});

test("100 read-then-write transactions at once all count", async () => {
  open = await aDatabase();
  const { database } = open;
  await database.rateLimiterFlexible.create({ data: { key: "counter", points: 0 } });
  const increments = Array.from({ length: 100 }, () =>
    database.$transaction(async (transaction) => {
      await transaction.rateLimiterFlexible.update({
        where: { key: "counter" },
        data: { points: { increment: 1 } },
      });
      return transaction.rateLimiterFlexible.findUniqueOrThrow({ where: { key: "counter" } });
    }),
  );
  await Promise.all(increments);
  const row = await database.rateLimiterFlexible.findUniqueOrThrow({ where: { key: "counter" } });
  expect(row.points).toBe(100);
});

test("a transaction that a full disk has rolled back takes nothing more", async () => {
  open = await aDatabase();
  const { database } = open;
  const pages = await database.$queryRawUnsafe<{ page_count: bigint }[]>("PRAGMA page_count");
  await database.$queryRawUnsafe(`PRAGMA max_page_count = ${String(pages[0]?.page_count)}`);
  const after = database.$transaction(async (transaction) => {
    const large = { id: "large", name: "x".repeat(100_000) };
    await transaction.team.create({ data: large }).catch(() => undefined);
    await transaction.team.create({ data: { name: "Small" } });
  });
  await expect(after).rejects.toThrow();
  expect(await database.team.count()).toBe(0);
});

test("a transaction goes on after a row that was there already", async () => {
  open = await aDatabase();
  const { database } = open;
  await database.team.create({ data: { name: "One" } });
  await database.$transaction(async (transaction) => {
    await transaction.team.create({ data: { name: "One" } }).catch(() => undefined);
    await transaction.team.create({ data: { name: "Two" } });
  });
  expect(await database.team.count()).toBe(2);
});

test("the connection is durable, at the start and after a transaction", async () => {
  open = await aDatabase();
  const { database } = open;
  expect(await connectionProblems(database)).toEqual([]);
  await database.$transaction((transaction) => transaction.team.create({ data: { name: "One" } }));
  expect(await connectionProblems(database)).toEqual([]);
});

test("applying the migrations twice does nothing the second time", async () => {
  open = await aDatabase();
  expect(await pendingMigrations(open.database)).toEqual([]);
  expect(await applyMigrations(open.database, open.url)).toEqual([]);
});

test("the migrations lead to exactly what the schema says", async () => {
  expect(await schemaDiff()).toBe("");
});
