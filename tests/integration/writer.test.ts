import { afterEach, beforeEach, expect, test } from "vitest";
import { writeTogether } from "~/server/db.server";
import { Prisma } from "~/server/generated/prisma/client";
import { storageProblem } from "~/server/storage-problem.server";
import { aDatabase, setPragma, type TestDatabase } from "tests/setup/database";

let open: TestDatabase;
beforeEach(async () => {
  open = await aDatabase();
});
afterEach(() => open.close());

const team = (name: string) =>
  Prisma.sql`INSERT INTO "Team" ("id", "name") VALUES (${name}, ${name})`;

async function names(): Promise<string[]> {
  const teams = await open.database.team.findMany({ orderBy: { name: "asc" } });
  return teams.map(({ name }) => name);
}

test("a unit that breaks a rule leaves nothing of itself, and takes nothing from the others", async () => {
  const outcomes = await writeTogether(open.database, [
    [team("one")],
    [team("two"), team("one")],
    [team("three")],
  ]);
  expect(outcomes).toEqual([null, expect.any(Error), null]);
  expect(await names()).toEqual(["one", "three"]);
});

test("what is written together waits for a transaction that is open, and each sees the other's rows", async () => {
  const { database } = open;
  const seen: number[] = [];
  let written: Promise<unknown> = Promise.resolve();
  await database.$transaction(async (transaction) => {
    await transaction.team.create({ data: { name: "within" } });
    written = writeTogether(database, [[team("beside")]]);
    seen.push(await transaction.team.count());
  });
  await written;
  seen.push(await database.team.count());
  expect(seen).toEqual([1, 2]);
});

test("what is written together goes on after a transaction that was given up", async () => {
  const { database } = open;
  let written: Promise<unknown> = Promise.resolve();
  const givenUp = database.$transaction(async (transaction) => {
    await transaction.team.create({ data: { name: "never" } });
    written = writeTogether(database, [[team("beside")]]);
    throw new Error("change of mind");
  });
  await expect(givenUp).rejects.toThrow("change of mind");
  await written;
  expect(await names()).toEqual(["beside"]);
});

test("50 transactions and 50 groups asked for at once are all stored", async () => {
  const { database } = open;
  const asked = Array.from({ length: 50 }, (_, index) => [
    database.$transaction((transaction) =>
      transaction.team.create({ data: { name: `transaction ${String(index)}` } }),
    ),
    writeTogether(database, [[team(`group ${String(index)}`)], [team(`more ${String(index)}`)]]),
  ]);
  await Promise.all(asked.flat());
  expect(await database.team.count()).toBe(150);
});

test("where there is no room, nothing of a group stands, and the same group is taken once there is", async () => {
  const { database } = open;
  const pages = await database.$queryRawUnsafe<{ page_count: bigint }[]>("PRAGMA page_count");
  const group = [[team("small")], [team("x".repeat(100_000))]];
  await setPragma(database, `max_page_count = ${String(pages[0]?.page_count)}`);
  const error: unknown = await writeTogether(database, group).catch((thrown: unknown) => thrown);
  expect(storageProblem(error)?.kind).toBe("full");
  expect(await names()).toEqual([]);
  expect(await writeTogether(database, group)).toEqual([null, null]);
});
