/** Whether a copy of the database can be trusted: the file, its structure, and what it says. */
import { createClient } from "@libsql/client";
import type { Scenario } from "~/core/scenario/definition";
import type { Database } from "~/server/db.server";
import { Prisma } from "~/server/generated/prisma/client";
import { findRevision } from "~/server/content/revisions.server";
import { jsonRows } from "~/server/json-rows.server";
import { readAttempt } from "~/server/learning/attempt-log.server";
import { replayOn } from "~/server/learning/attempt-state.server";
import { firstColumn } from "~/server/operations/first-column.server";
import { knownMigrations } from "~/server/migrations.server";

const mostNamed = 5;

function some(things: readonly string[]): string {
  const rest = things.length - mostNamed;
  return things.slice(0, mostNamed).join(", ") + (rest > 0 ? ` and ${String(rest)} more` : "");
}

/** What is wrong with the file and its structure, in sentences; empty where all is well. */
export async function structureProblems(file: string): Promise<string[]> {
  const client = createClient({ url: `file:${file}` });
  const texts = (sql: string) => firstColumn(client, sql);
  try {
    const unsound = (await texts("SELECT * FROM pragma_integrity_check(5)")).filter(
      (line) => line !== "ok",
    );
    if (unsound.length > 0) return [`The file is damaged: ${some(unsound)}.`];
    const tables = await texts("SELECT name FROM sqlite_master WHERE name = '_prisma_migrations'");
    if (tables.length === 0) return ["It is a database, but not one of Rapport."];
    const known = await knownMigrations();
    const applied = await texts(
      "SELECT migration_name FROM _prisma_migrations WHERE rolled_back_at IS NULL",
    );
    const newer = applied.filter((name) => !known.includes(name));
    const halfDone = await texts(
      "SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NULL AND rolled_back_at IS NULL",
    );
    return [
      ...(newer.length === 0
        ? []
        : [`A newer Rapport made it: this version does not know ${some(newer)}.`]),
      ...(halfDone.length === 0 ? [] : [`A migration was never finished: ${some(halfDone)}.`]),
    ];
  } catch (error) {
    return [`It cannot be read as a database: ${error instanceof Error ? error.message : "?"}.`];
  } finally {
    client.close();
  }
}

/** Which tables have rows that name others which are not there, in a sentence; none where all are. */
export async function danglingRows(database: Database): Promise<string[]> {
  const rows = await database.$queryRaw<{ table: string }[]>`
    SELECT DISTINCT "table" FROM pragma_foreign_key_check ORDER BY "table"`;
  const tables = rows.map(({ table }) => table);
  return tables.length === 0 ? [] : [`Rows name others that are missing: ${some(tables)}.`];
}

const chunk = 500;

/** Their ids, with the number that SQLite itself gives a row: an id may have been edited by hand. */
async function* everyAttempt(database: Database) {
  for (let after = "-9223372036854775808"; ;) {
    const rows = await jsonRows<readonly [row: string, id: string]>(
      database,
      ["row", "id"],
      Prisma.sql`SELECT CAST(rowid AS TEXT) AS "row", "id" FROM "Attempt"
        WHERE rowid > CAST(${after} AS INTEGER) ORDER BY rowid LIMIT ${chunk}`,
    );
    yield* rows.map(([, id]) => id);
    const last = rows.at(-1);
    if (last === undefined) return;
    [after] = last;
  }
}

/** Ids of attempts whose log does not replay: they are kept, and shown as such to their owner. */
export async function brokenAttempts(database: Database): Promise<string[]> {
  const scenarios = new Map<string, Scenario | null>();
  const scenarioOf = async (hash: string): Promise<Scenario | null> => {
    const known = scenarios.get(hash);
    if (known !== undefined) return known;
    const revision = await findRevision(database, hash);
    const scenario = revision?.kind === "scenario" ? revision.definition : null;
    scenarios.set(hash, scenario);
    return scenario;
  };
  const broken: string[] = [];
  for await (const id of everyAttempt(database)) {
    const stored = await readAttempt(database, id);
    const replays = stored !== null && replayOn(await scenarioOf(stored.revision), stored).ok;
    if (!replays) broken.push(id);
  }
  return broken;
}

/** Ids of completions without evidence, or with evidence that is not there. Corrections rest on their author. */
export async function unprovenCompletions(database: Database): Promise<string[]> {
  const rows = await jsonRows<readonly [id: string]>(
    database,
    ["id"],
    Prisma.sql`SELECT c."id" FROM (
        SELECT "id", CASE WHEN typeof("evidence") = 'text' AND json_valid("evidence")
          THEN "evidence" ELSE '[]' END AS "evidence"
        FROM "Completion" WHERE "correctsId" IS NULL AND "authorId" IS NULL) c
      WHERE json_array_length(c."evidence") = 0 OR EXISTS (
        SELECT 1 FROM json_each(c."evidence") e
        WHERE e."type" <> 'object' OR NOT CASE json_extract(e."value", '$.kind')
          WHEN 'answer' THEN EXISTS (SELECT 1 FROM "CheckAnswer" x WHERE x."id" = json_extract(e."value", '$.id'))
          WHEN 'goal' THEN EXISTS (SELECT 1 FROM "Goal" x WHERE x."id" = json_extract(e."value", '$.id'))
          WHEN 'attempt' THEN EXISTS (SELECT 1 FROM "Attempt" x WHERE x."id" = json_extract(e."value", '$.id'))
          WHEN 'completion' THEN EXISTS (SELECT 1 FROM "Completion" x WHERE x."id" = json_extract(e."value", '$.id'))
          ELSE 1 END)`,
  );
  return rows.map(([id]) => id);
}
