/** Taking a person out of the audit's details. Which entries there are, and when, stays as it is. */
import { namesTold, redacted } from "~/core/audit/redaction";
import { containing } from "~/server/containing.server";
import type { Transaction } from "~/server/db.server";
import { Prisma } from "~/server/generated/prisma/client";
import { readableJson } from "~/server/readable-json.server";

interface Entry {
  readonly id: string;
  readonly subject: string;
  readonly detail: string;
}

/** As a text stands inside JSON, and inside LIKE. */
function written(name: string): string {
  return containing(JSON.stringify(name).slice(1, -1));
}

/** What is theirs: the person, and every row of theirs that an entry may be about. */
function aboutThem(personId: string): Prisma.Sql {
  return Prisma.sql`(a."subject" = ${`person:${personId}`}
    OR a."subject" IN (SELECT 'completion:' || c."id" FROM "Completion" c WHERE c."personId" = ${personId})
    OR a."subject" IN (SELECT 'attempt:' || t."id" FROM "Attempt" t WHERE t."personId" = ${personId}))`;
}

/** Every name and address the person ever had, as far as the audit and their row tell. */
export async function namesOf(
  transaction: Transaction,
  person: { readonly id: string; readonly name: string; readonly email: string },
): Promise<string[]> {
  const own = await transaction.$queryRaw<Entry[]>`
    SELECT a."id", a."subject", a."detail" FROM "AuditEntry" a WHERE ${aboutThem(person.id)}`;
  const told = own.flatMap(({ detail }) => namesTold(readableJson(detail)));
  return [...new Set([person.name, person.email, ...told])];
}

/** Redacts every entry that is about them or names them; the number of those that changed. */
export async function redactAudit(
  transaction: Transaction,
  personId: string,
  names: readonly string[],
): Promise<number> {
  const naming = names.map((name) => Prisma.sql`a."detail" LIKE ${written(name)} ESCAPE '\\'`);
  const entries = await transaction.$queryRaw<(Entry & { about: number | bigint })[]>`
    SELECT a."id", a."subject", a."detail", ${aboutThem(personId)} AS "about" FROM "AuditEntry" a
    WHERE ${aboutThem(personId)} OR ${Prisma.join(naming, " OR ")}`;
  let changed = 0;
  for (const { id, detail, about } of entries) {
    // What cannot be read field by field any more is emptied.
    const read = readableJson(detail) ?? {};
    const after = JSON.stringify(redacted(read, { names, about: Number(about) === 1 }));
    if (after === detail) continue;
    await transaction.$executeRaw`UPDATE "AuditEntry" SET "detail" = ${after} WHERE "id" = ${id}`;
    changed += 1;
  }
  // Where they themselves came from, at what they did; also before they were signed in, as where
  // they tried their password too often.
  await transaction.$executeRaw`
    UPDATE "AuditEntry" SET "address" = NULL WHERE "address" IS NOT NULL
      AND ("actorId" = ${personId} OR ("actorId" IS NULL AND "subject" = ${`person:${personId}`}))`;
  return changed;
}
