/** What an erasure would take and what it would leave, counted as far as administrators may see it; nothing is changed. */
import { readdir } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { ErasureCounts } from "~/core/access/erasure";
import type { Database } from "~/server/db.server";
import { environment } from "~/server/env.server";
import { aboutPerson } from "~/server/people/audit.server";
import { isLastAdmin } from "~/server/people/person-checks.server";

export interface ErasePreview extends ErasureCounts {
  readonly name: string;
  readonly email: string;
  readonly team: string | null;
  /** Copies beside the database that hold them still: backups, and databases that were replaced. */
  readonly copies: number;
  /** Why they cannot be erased now; null where they can. */
  readonly obstacle: string | null;
}

async function copiesBesideDatabase(): Promise<number> {
  const { databaseFile } = environment();
  const folder = dirname(databaseFile);
  const list = (path: string) => readdir(path).catch((): string[] => []);
  const replaced = (await list(folder)).filter(
    (name) => name.startsWith(`${basename(databaseFile)}.replaced-`) && !/-(wal|shm)$/.test(name),
  );
  const backups = (await list(join(folder, "backups"))).filter((name) => name.endsWith(".db"));
  return replaced.length + backups.length;
}

/** Null where there is nobody of that id, or nobody any more. */
export async function previewErasure(
  database: Database,
  viewerId: string,
  id: string,
): Promise<ErasePreview | null> {
  const person = await database.person.findFirst({
    where: { id, erasedAt: null },
    select: { name: true, email: true, team: { select: { name: true } } },
  });
  if (person === null) return null;
  const where = { personId: id };
  const obstacle =
    viewerId === id
      ? "You cannot erase yourself. Another administrator can."
      : (await isLastAdmin(database, id))
        ? "This is the last administrator. Make somebody else one first."
        : null;
  return {
    name: person.name,
    email: person.email,
    team: person.team?.name ?? null,
    goes: { roles: await database.personRole.count({ where }) },
    stays: {
      records: await database.completion.count({ where }),
      auditEntries: await database.auditEntry.count({
        where: { OR: [{ subject: aboutPerson(id) }, { actorId: id }] },
      }),
      written:
        (await database.completion.count({ where: { authorId: id, reason: { not: null } } })) +
        (await database.attemptGrant.count({ where: { authorId: id } })),
      managed: await database.person.count({ where: { managerId: id } }),
    },
    copies: await copiesBesideDatabase(),
    obstacle,
  };
}
