/** Whether a copy of the database can be trusted: the file, its structure, and what it says. */
import { createClient } from "@libsql/client";
import { replay } from "~/core/scenario/attempt";
import type { Scenario } from "~/core/scenario/definition";
import type { Database } from "~/server/db.server";
import { Prisma } from "~/server/generated/prisma/client";
import { eventsByAttempt } from "~/server/learning/attempt-log.server";
import { readEvents } from "~/server/learning/attempt-state.server";
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
    const unsound = (await texts("PRAGMA integrity_check(5)")).filter((line) => line !== "ok");
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
    const dangling = [...new Set(await texts("PRAGMA foreign_key_check"))];
    return [
      ...(newer.length === 0
        ? []
        : [`A newer Rapport made it: this version does not know ${some(newer)}.`]),
      ...(halfDone.length === 0 ? [] : [`A migration was never finished: ${some(halfDone)}.`]),
      ...(dangling.length === 0 ? [] : [`Rows name others that are missing: ${some(dangling)}.`]),
    ];
  } catch (error) {
    return [`It cannot be read as a database: ${error instanceof Error ? error.message : "?"}.`];
  } finally {
    client.close();
  }
}

const chunk = 200;

/** Ids of attempts whose log does not replay: they are kept, and shown as such to their owner. */
export async function brokenAttempts(database: Database): Promise<string[]> {
  const scenarios = new Map<string, Scenario | null>();
  const scenarioOf = async (hash: string): Promise<Scenario | null> => {
    const known = scenarios.get(hash);
    if (known !== undefined) return known;
    const revision = await database.revision.findUnique({
      where: { hash, kind: "scenario" },
      select: { definition: true },
    });
    const scenario = revision === null ? null : (JSON.parse(revision.definition) as Scenario);
    scenarios.set(hash, scenario);
    return scenario;
  };
  const broken: string[] = [];
  for (let after = ""; ;) {
    const attempts = await database.attempt.findMany({
      where: { id: { gt: after } },
      orderBy: { id: "asc" },
      take: chunk,
      select: { id: true, revisionHash: true },
    });
    const last = attempts.at(-1);
    if (last === undefined) return broken;
    const events = await eventsByAttempt(database, Prisma.join(attempts.map(({ id }) => id)));
    for (const { id, revisionHash } of attempts) {
      const read = readEvents(events.get(id) ?? []);
      const scenario = await scenarioOf(revisionHash);
      const replays = typeof read !== "string" && scenario !== null && replay(scenario, read).ok;
      if (!replays) broken.push(id);
    }
    after = last.id;
  }
}

/** Ids of completions without evidence, or with evidence that is not there. Corrections rest on their author. */
export async function unprovenCompletions(database: Database): Promise<string[]> {
  const rows = await database.$queryRaw<{ id: string }[]>`
    SELECT c."id" FROM "Completion" c
    WHERE c."correctsId" IS NULL AND c."authorId" IS NULL AND (
      NOT json_valid(c."evidence") OR json_array_length(c."evidence") = 0 OR EXISTS (
        SELECT 1 FROM json_each(CASE WHEN json_valid(c."evidence") THEN c."evidence" ELSE '[]' END) e
        WHERE NOT CASE json_extract(e."value", '$.kind')
          WHEN 'answer' THEN EXISTS (SELECT 1 FROM "CheckAnswer" x WHERE x."id" = json_extract(e."value", '$.id'))
          WHEN 'goal' THEN EXISTS (SELECT 1 FROM "Goal" x WHERE x."id" = json_extract(e."value", '$.id'))
          WHEN 'attempt' THEN EXISTS (SELECT 1 FROM "Attempt" x WHERE x."id" = json_extract(e."value", '$.id'))
          WHEN 'completion' THEN EXISTS (SELECT 1 FROM "Completion" x WHERE x."id" = json_extract(e."value", '$.id'))
          ELSE 1 END))`;
  return rows.map(({ id }) => id);
}
