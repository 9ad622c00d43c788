/** The audit as administrators read it: narrowed, page by page by key, and whole as a file. */
import { setImmediate } from "node:timers/promises";
import { addedRoles } from "~/core/access/policy";
import { roleName } from "~/core/access/role-name";
import { actorInWords } from "~/core/audit/actor-words";
import { actionsIn, auditActions, isAuditAction } from "~/core/audit/audit-action";
import type { AuditEntry } from "~/core/audit/audit-entry";
import { detailInWords } from "~/core/audit/detail-words";
import type { AuditFilter } from "~/core/audit/audit-filter.schema";
import { addDays, startOfDay } from "~/core/calendar/civil-date";
import type { Cursor } from "~/core/listing/listing";
import { inEveryCase } from "~/core/prose/search-words";
import { containing } from "~/server/containing.server";
import { csvLines } from "~/server/csv-lines.server";
import { readableInstant } from "~/server/damaged-cells.server";
import type { Database } from "~/server/db.server";
import { Prisma } from "~/server/generated/prisma/client";
import { jsonRows } from "~/server/json-rows.server";
import { titlesOf } from "~/server/people/piece-titles.server";
import { readableJson } from "~/server/readable-json.server";

export interface AuditRow extends Omit<AuditEntry, "at" | "told" | "thing"> {
  readonly at: Date;
  readonly detail: string;
}

const columns = Prisma.sql`a."id", a."at", a."action", a."actorId", w."name" AS "actor", a."subject",
  p."id" AS "personId", p."name" AS "person", a."detail", a."address"`;

/**
 * `person:<id>` is looked up by its id, which is a key; so are a record and a run of theirs. A run
 * of a role-play that was given to somebody says in its detail to whom.
 */
const tables = Prisma.sql`"AuditEntry" a
  LEFT JOIN "Person" w ON w."id" = a."actorId"
  LEFT JOIN "Completion" c ON a."subject" LIKE 'completion:%' AND c."id" = substr(a."subject", 12)
  LEFT JOIN "Attempt" t ON a."subject" LIKE 'attempt:%' AND t."id" = substr(a."subject", 9)
  LEFT JOIN "Person" p ON p."id" = CASE
    WHEN a."subject" LIKE 'person:%' THEN substr(a."subject", 8)
    WHEN a."action" = 'attempt.granted' AND json_valid(a."detail") THEN json_extract(a."detail", '$.personId')
    ELSE COALESCE(c."personId", t."personId") END`;

/** Actions that read like the words: what stands on the page can be searched for. */
function actionsSaying(text: string): string[] {
  const wanted = text.toLowerCase();
  return Object.keys(auditActions).filter(
    (action) =>
      action.includes(wanted) ||
      (isAuditAction(action) && auditActions[action].words.includes(wanted)),
  );
}

function saying(text: string): Prisma.Sql {
  const patterns = inEveryCase(text).map(containing);
  const like = (column: Prisma.Sql) =>
    patterns.map((pattern) => Prisma.sql`${column} LIKE ${pattern} ESCAPE '\\'`);
  const actions = actionsSaying(text);
  // A role stands in the detail by its short word, and on the page by its name.
  const roles = addedRoles.filter((role) => roleName(role).includes(text.toLowerCase()));
  const places = [
    ...["w.name", "w.email", "p.name", "p.email", "a.subject", "a.detail", "a.address"].flatMap(
      (column) => like(Prisma.raw(column.replace(/(\w)\.(\w+)/, '$1."$2"'))),
    ),
    ...roles.map(
      (role) => Prisma.sql`a."detail" LIKE ${containing(JSON.stringify(role))} ESCAPE '\\'`,
    ),
    ...(actions.length === 0 ? [] : [Prisma.sql`a."action" IN (${Prisma.join(actions)})`]),
  ];
  return Prisma.sql`(${Prisma.join(places, " OR ")})`;
}

function where({ person, area, from, to, text }: AuditFilter, timeZone: string): Prisma.Sql {
  const conditions = [Prisma.sql`1 = 1`];
  if (person !== undefined) {
    conditions.push(Prisma.sql`(a."actorId" = ${person} OR p."id" = ${person})`);
  }
  if (area !== undefined) {
    conditions.push(Prisma.sql`a."action" IN (${Prisma.join(actionsIn(area))})`);
  }
  if (from !== undefined) conditions.push(Prisma.sql`a."at" >= ${startOfDay(from, timeZone)}`);
  if (to !== undefined) {
    conditions.push(Prisma.sql`a."at" < ${startOfDay(addDays(to, 1), timeZone)}`);
  }
  if (text !== undefined) conditions.push(saying(text));
  return Prisma.join(conditions, " AND ");
}

export interface AuditPage {
  readonly rows: readonly AuditRow[];
  readonly next: Cursor | null;
}

/** Newest first. Dates of the filter are days where the reader is. */
export async function listAudit(
  database: Database,
  filter: AuditFilter,
  given: { readonly after: Cursor | null; readonly size: number; readonly timeZone: string },
): Promise<AuditPage> {
  const { after, size, timeZone } = given;
  const further =
    after === null ? Prisma.empty : Prisma.sql`AND (a."at", a."id") < (${after.at}, ${after.id})`;
  const found = await database.$queryRaw<AuditRow[]>`
    SELECT ${columns} FROM ${tables} WHERE ${where(filter, timeZone)} ${further}
    ORDER BY a."at" DESC, a."id" DESC LIMIT ${size + 1}`;
  const rows = found.slice(0, size).map((row) => ({ ...row, at: new Date(row.at) }));
  return { rows, next: found.length > size ? (rows.at(-1) ?? null) : null };
}

/** As a page shows them: what each tells, in words, with days and times where the reader is. */
export async function auditEntriesOf(
  database: Database,
  rows: readonly AuditRow[],
  timeZone: string,
): Promise<readonly AuditEntry[]> {
  const titles = await titlesOf(
    database,
    rows.map(({ subject }) => subject),
  );
  return rows.map(({ detail, at, ...row }) => ({
    ...row,
    at: at.toISOString(),
    thing: titles.get(row.subject) ?? null,
    told: detailInWords(readableJson(detail), timeZone),
  }));
}

/** Of the person that a list is narrowed to; null where there is none. */
export async function nameOf(database: Database, id: string): Promise<string | null> {
  const person = await database.person.findUnique({ where: { id }, select: { name: true } });
  return person?.name ?? null;
}

type FileEntry = readonly [
  id: string,
  at: string,
  action: string,
  actorId: string | null,
  actor: string | null,
  subject: string,
  personId: string | null,
  person: string | null,
  detail: string,
  address: string | null,
];

const fileColumns = [
  "id",
  "at",
  "action",
  "actorId",
  "actor",
  "subject",
  "personId",
  "person",
  "detail",
  "address",
];

const header = ["at", "who", "who_id", "action", "in_words", "subject", "person", "from", "detail"];

function fields(entry: FileEntry): string[] {
  const [, at, action, actorId, actor, subject, , person, detail, address] = entry;
  const words = isAuditAction(action) ? auditActions[action].words : action;
  return [
    readableInstant(at).toISOString(),
    actorInWords(actor, address),
    actorId ?? "",
    action,
    words,
    subject,
    person ?? "",
    address ?? "",
    detail,
  ];
}

/** The file, piece by piece and oldest first; the first piece is the header. */
export async function* auditCsv(
  database: Database,
  filter: AuditFilter,
  { timeZone, chunk = 2000 }: { readonly timeZone: string; readonly chunk?: number },
): AsyncGenerator<string, void, undefined> {
  yield csvLines([header], { first: true });
  let after = Prisma.empty;
  for (;;) {
    const rows = await jsonRows<FileEntry>(
      database,
      fileColumns,
      Prisma.sql`SELECT ${columns} FROM ${tables} WHERE ${where(filter, timeZone)} ${after}
        ORDER BY a."at", a."id" LIMIT ${chunk}`,
    );
    const last = rows.at(-1);
    if (last !== undefined) yield csvLines(rows.map(fields));
    if (last === undefined || rows.length < chunk) return;
    after = Prisma.sql`AND (a."at", a."id") > (${last[1]}, ${last[0]})`;
    // The driver answers at once; without this nobody else would be served before the end.
    await setImmediate();
  }
}
