/** What the database gives back is what stands in it, of every kind and in its order, though it is fetched as bytes. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { Prisma } from "~/server/generated/prisma/client";
import type { Database, Transaction } from "~/server/db.server";
import { aDatabase, type TestDatabase } from "tests/setup/database";
import { fc } from "tests/setup/properties";

let open: TestDatabase;
beforeAll(async () => {
  open = await aDatabase();
  await open.database.$executeRaw`CREATE TABLE "Kept" ("n" INTEGER PRIMARY KEY, "value")`;
});
afterAll(() => open.close());

/** Outside a transaction and inside one, which are fetched in different ways. */
const ways: readonly (<Found>(
  ask: (database: Database | Transaction) => Promise<Found>,
) => Promise<Found>)[] = [(ask) => ask(open.database), (ask) => open.database.$transaction(ask)];

const text = fc.string({ unit: "binary" });
const whole = fc.maxSafeInteger();
const long = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });
const real = fc.double({ noNaN: true, noDefaultInfinity: true });
const bytes = fc.uint8Array({ maxLength: 40 }).map((found) => Buffer.from(found));

type Given = string | number | boolean | null | Date | Uint8Array;

async function keptAndFound(value: Given, column = "value") {
  await open.database.$executeRaw`INSERT OR REPLACE INTO "Kept" VALUES (1, ${value})`;
  const ask = Prisma.sql`SELECT ${Prisma.raw(column)} AS "value" FROM "Kept"`;
  return Promise.all(
    ways.map((by) => by((database) => database.$queryRaw<{ value: unknown }[]>(ask))),
  ).then((found) => found.map(([row]) => row?.value));
}

test("text comes back letter by letter, with null characters and signs of JSON", async () => {
  const awkward = ["", "t", "X'00'", "NULL", "12", "\0", '"\\\u2028', "\uFEFFa", "👩‍👩‍👧", "é"];
  for (const value of awkward) expect(await keptAndFound(value)).toEqual([value, value]);
  await fc.assert(
    fc.asyncProperty(text, async (value) => {
      expect(await keptAndFound(value)).toEqual([value, value]);
    }),
    { numRuns: 60 },
  );
});

test("numbers come back to the last bit", async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(whole, real), async (value) => {
      const found = (await keptAndFound(value)).map(Number);
      // SQLite has one nought.
      expect(found).toEqual([value + 0, value + 0]);
    }),
    { numRuns: 60 },
  );
  await fc.assert(
    fc.asyncProperty(long, async (value) => {
      const asked = await keptAndFound(String(value), `CAST("value" AS INTEGER)`);
      expect(asked.map((found) => BigInt(String(found)))).toEqual([value, value]);
    }),
    { numRuns: 60 },
  );
});

test("bytes come back as bytes, and nothing as nothing", async () => {
  expect(await keptAndFound(null)).toEqual([null, null]);
  await fc.assert(
    fc.asyncProperty(bytes, async (value) => {
      for (const found of await keptAndFound(value)) {
        expect(Buffer.from(found as Uint8Array)).toEqual(value);
      }
    }),
    { numRuns: 60 },
  );
});

test.each([0, 1])(
  "rows come in the order that was asked for, all of them or some (%i)",
  async (at) => {
    const names = Array.from({ length: 300 }, (_, n) => `Team ${String((n * 7919) % 300)}`);
    await open.database.team.deleteMany();
    await open.database.team.createMany({ data: names.map((name) => ({ name })) });
    const by = ways[at] ?? (() => Promise.reject(new Error("no such way")));
    const found = await by((database) => database.team.findMany({ orderBy: { name: "desc" } }));
    const sorted = names.sort((one, other) => (one < other ? 1 : -1));
    expect(found.map(({ name }) => name)).toEqual(sorted);
    const raw = await by(
      (database) =>
        database.$queryRaw<{ name: string }[]>`SELECT "name" FROM "Team" ORDER BY "name" DESC`,
    );
    expect(raw.map(({ name }) => name)).toEqual(sorted);
    const some = await by((database) =>
      database.team.findMany({ orderBy: { name: "desc" }, skip: 10, take: 5 }),
    );
    expect(some.map(({ name }) => name)).toEqual(sorted.slice(10, 15));
  },
);

test("of rows that are not there comes an empty list, with a comment behind it too", async () => {
  for (const by of ways) {
    expect(await by((database) => database.team.findMany({ where: { name: "nobody" } }))).toEqual(
      [],
    );
    expect(
      await by((database) => database.$queryRawUnsafe(`SELECT 1 AS "one" WHERE 0 -- none`)),
    ).toEqual([]);
  }
});

test("columns that are called alike are told apart by their place", async () => {
  for (const by of ways) {
    const found = await by(
      (database) => database.$queryRaw`SELECT 'a' AS "x", 'b' AS "y", 'c' AS "x"`,
    );
    expect(found).toEqual([expect.objectContaining({ y: "b" })]);
  }
});

test("what is asked once works with other parameters, of every kind", async () => {
  const at = new Date("2026-03-01T08:00:00.123Z");
  for (const by of ways) {
    const ask = (value: Given) =>
      by((database) => database.$queryRaw<{ v: unknown }[]>`SELECT ${value} AS "v"`);
    expect(await ask("words")).toEqual([{ v: "words" }]);
    expect(await ask(true)).toEqual([{ v: 1 }]);
    expect(await ask(at)).toEqual([{ v: "2026-03-01T08:00:00.123+00:00" }]);
  }
});

test("a transaction sees what it has written, and nobody else does", async () => {
  await open.database.$transaction(async (transaction) => {
    await transaction.team.create({ data: { name: "Only here" } });
    expect(await transaction.team.count({ where: { name: "Only here" } })).toBe(1);
    await transaction.team.deleteMany({ where: { name: "Only here" } });
  });
  expect(await open.database.team.count({ where: { name: "Only here" } })).toBe(0);
});
