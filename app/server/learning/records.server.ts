/**
 * The record as trainers and managers read it. Plain SQL and pages by key: a thousand learners
 * have some ten thousand records, and Prisma's objects would cost more than the query.
 */
import { setImmediate } from "node:timers/promises";
import type { Scope } from "~/core/access/scope";
import type { RecordsFilter } from "~/core/completion/records-filter.schema";
import type { Cursor } from "~/core/listing/listing";
import { inEveryCase } from "~/core/prose/search-words";
import type { CompletionKind } from "~/core/completion/rule";
import { containing } from "~/server/containing.server";
import type { Database } from "~/server/db.server";
import { Prisma } from "~/server/generated/prisma/client";
import { jsonRows } from "~/server/json-rows.server";

interface RecordRow {
  readonly id: string;
  readonly personId: string;
  readonly person: string;
  readonly email: string;
  readonly team: string | null;
  readonly kind: CompletionKind;
  readonly title: string;
  readonly revision: string;
  readonly outcome: string;
  readonly completedAt: Date;
  readonly timeZone: string;
  readonly rule: string;
  readonly because: string;
  /** What somebody wrote who recorded it by hand. */
  readonly reason: string | null;
}

interface RecordsPage {
  readonly rows: readonly RecordRow[];
  /** Where the next page begins; null on the last. */
  readonly next: Cursor | null;
}

/** What another record corrects says so: whoever counts what is `completed` counts what stands. */
const columns = Prisma.sql`
  c."id", c."personId", p."name" AS "person", p."email", t."name" AS "team", c."kind", c."title",
  c."revisionHash" AS "revision",
  CASE WHEN EXISTS (SELECT 1 FROM "Completion" o WHERE o."correctsId" = c."id")
    THEN 'corrected' ELSE c."outcome" END AS "outcome", c."completedAt", c."timeZone", c."rule",
  c."because", c."reason"`;

/** Teams are joined where they are shown; counting does not need them. */
const tables = Prisma.sql`"Completion" c JOIN "Person" p ON p."id" = c."personId"`;

function inScope(scope: Scope): Prisma.Sql {
  switch (scope.of) {
    case "everyone":
      return Prisma.sql`1 = 1`;
    case "managed":
      return Prisma.sql`p."managerId" = ${scope.managerId}`;
    case "nobody":
      return Prisma.sql`1 = 0`;
  }
}

function where(scope: Scope, { team, person, kind, text }: RecordsFilter): Prisma.Sql {
  const conditions = [inScope(scope)];
  if (team !== undefined) conditions.push(Prisma.sql`p."teamId" = ${team}`);
  if (person !== undefined) conditions.push(Prisma.sql`c."personId" = ${person}`);
  if (kind !== undefined) conditions.push(Prisma.sql`c."kind" = ${kind}`);
  if (text !== undefined) {
    const found = inEveryCase(text).map((each) => {
      const words = containing(each);
      return Prisma.sql`p."name" LIKE ${words} ESCAPE '\\' OR p."email" LIKE ${words} ESCAPE '\\'
        OR c."title" LIKE ${words} ESCAPE '\\'`;
    });
    conditions.push(Prisma.sql`(${Prisma.join(found, " OR ")})`);
  }
  return Prisma.join(conditions, " AND ");
}

/** Newest first. */
export async function listRecords(
  database: Database,
  scope: Scope,
  filter: RecordsFilter,
  { after, size }: { readonly after: Cursor | null; readonly size: number },
): Promise<RecordsPage> {
  const from =
    after === null
      ? Prisma.empty
      : Prisma.sql`AND (c."completedAt", c."id") < (${after.at}, ${after.id})`;
  const found = await database.$queryRaw<RecordRow[]>`
    SELECT ${columns} FROM ${tables} LEFT JOIN "Team" t ON t."id" = p."teamId"
    WHERE ${where(scope, filter)} ${from}
    ORDER BY c."completedAt" DESC, c."id" DESC LIMIT ${size + 1}`;
  const rows = found.slice(0, size);
  const last = found.length > size ? rows.at(-1) : undefined;
  return { rows, next: last === undefined ? null : { at: last.completedAt, id: last.id } };
}

/** Beyond this nobody needs the exact number, and counting on would cost as much as reading. */
export const countedUpTo = 10_000;

export async function countRecords(
  database: Database,
  scope: Scope,
  filter: RecordsFilter,
): Promise<number> {
  const [found] = await database.$queryRaw<{ many: number | bigint }[]>`
    SELECT COUNT(*) AS "many" FROM
      (SELECT 1 FROM ${tables} WHERE ${where(scope, filter)} LIMIT ${countedUpTo + 1})`;
  return Number(found?.many ?? 0);
}

/** A record as the file has it: in the order of the file's columns, its instant as it is stored. */
export type FileRecord = readonly [
  id: string,
  person: string,
  email: string,
  team: string | null,
  kind: string,
  title: string,
  revision: string,
  outcome: string,
  completedAt: string,
  timeZone: string,
  because: string,
  reason: string | null,
];

const fileColumns = [
  "id",
  "person",
  "email",
  "team",
  "kind",
  "title",
  "revision",
  "outcome",
  "completedAt",
  "timeZone",
  "because",
  "reason",
];

/** Oldest first, in chunks, so that a file of any size never stands in memory whole. */
export async function* everyRecord(
  database: Database,
  scope: Scope,
  filter: RecordsFilter,
  chunk = 500,
): AsyncGenerator<readonly FileRecord[], void, undefined> {
  let after = Prisma.empty;
  for (;;) {
    const rows = await jsonRows<FileRecord>(
      database,
      fileColumns,
      Prisma.sql`SELECT ${columns} FROM ${tables} LEFT JOIN "Team" t ON t."id" = p."teamId"
        WHERE ${where(scope, filter)} ${after}
        ORDER BY c."completedAt", c."id" LIMIT ${chunk}`,
    );
    const last = rows.at(-1);
    if (last !== undefined) yield rows;
    if (last === undefined || rows.length < chunk) return;
    after = Prisma.sql`AND (c."completedAt", c."id") > (${last[8]}, ${last[0]})`;
    // The driver answers at once; without this nobody else would be served before the end.
    await setImmediate();
  }
}

interface FilterChoices {
  readonly teams: readonly { readonly id: string; readonly name: string }[];
  /** The name of the person that the list is narrowed to, if the viewer may know them. */
  readonly personName: string | null;
}

export async function filterChoices(
  database: Database,
  scope: Scope,
  { person }: RecordsFilter,
): Promise<FilterChoices> {
  const teams = await database.$queryRaw<{ id: string; name: string }[]>`
    SELECT t."id", t."name" FROM "Team" t
    WHERE EXISTS (SELECT 1 FROM "Person" p WHERE p."teamId" = t."id" AND ${inScope(scope)})
    ORDER BY t."name"`;
  if (person === undefined) return { teams, personName: null };
  const [found] = await database.$queryRaw<{ name: string }[]>`
    SELECT p."name" FROM "Person" p WHERE p."id" = ${person} AND ${inScope(scope)}`;
  return { teams, personName: found?.name ?? null };
}
