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
