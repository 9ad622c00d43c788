import { dirname } from "node:path";
import { createClient } from "@libsql/client";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Database } from "~/server/db.server";
import { storageProblem } from "~/server/storage-problem.server";
import { aDatabase, type TestDatabase } from "tests/setup/database";

let open: TestDatabase;
beforeEach(async () => {
  open = await aDatabase();
});
afterEach(() => open.close());

const writes: readonly (readonly [
  string,
  (database: Database, name: string) => Promise<unknown>,
])[] = [
  ["a single write", (database, name) => database.team.create({ data: { name } })],
  [
    "a transaction",
    (database, name) =>
      database.$transaction((transaction) => transaction.team.create({ data: { name } })),
  ],
  [
    "raw SQL",
    (database, name) => database.$executeRaw`INSERT INTO Team (id, name) VALUES (${name}, ${name})`,
  ],
];

async function problemOf(work: () => Promise<unknown>) {
  try {
    await work();
  } catch (error) {
    return storageProblem(error);
  }
  throw new Error("It should have failed.");
}

test.each(writes)("a read-only database is told apart: %s", async (_, write) => {
  await open.database.$queryRawUnsafe("PRAGMA query_only = 1");
  expect(await problemOf(() => write(open.database, "One"))).toMatchObject({
    status: 503,
    kind: "read-only",
  });
});

test.each(writes)("a full database is told apart: %s", async (_, write) => {
  const [{ page_count: pages }] =
    await open.database.$queryRawUnsafe<[{ page_count: number }]>("PRAGMA page_count");
  await open.database.$queryRawUnsafe(`PRAGMA max_page_count = ${String(pages)}`);
  const found = await problemOf(() => write(open.database, "x".repeat(20_000)));
  expect(found).toMatchObject({ status: 503, kind: "full" });
});

test.each(writes)("a database that another process holds is told apart: %s", async (_, write) => {
  const other = createClient({ url: open.url });
  const held = await other.transaction("write");
  await open.database.$queryRawUnsafe("PRAGMA busy_timeout = 20");
  expect(await problemOf(() => write(open.database, "One"))).toMatchObject({
    status: 503,
    kind: "locked",
  });
  await held.rollback();
  other.close();
});

test("a database that cannot be opened or is none is told apart", () => {
  expect(storageProblem({ code: "SQLITE_CANTOPEN", message: "" })?.kind).toBe("unreadable");
  expect(storageProblem({ cause: { rawCode: 266 } })?.kind).toBe("unreadable");
});

test("a file that libsql cannot open is told apart by its words alone", async () => {
  const folder = dirname(open.url.slice("file:".length));
  const work = () => Promise.resolve(createClient({ url: `file:${folder}` }));
  expect(await problemOf(work)).toMatchObject({ status: 503, kind: "unreadable" });
});

test("an ordinary error is not a storage problem", async () => {
  await open.database.team.create({ data: { name: "One" } });
  const twice = () => open.database.team.create({ data: { name: "One" } });
  expect(await problemOf(twice)).toBeNull();
  expect(storageProblem(new Error("a bug"))).toBeNull();
  expect(storageProblem(null)).toBeNull();
  const self: { cause?: unknown } = {};
  self.cause = self;
  expect(storageProblem(self)).toBeNull();
});
