/** What entries of the audit call pieces of content: by their titles, and not by the names of their files. */
import { completionKinds, kindNames, type CompletionKind } from "~/core/completion/rule";
import type { Database } from "~/server/db.server";

function isCompletionKind(kind: string): kind is CompletionKind {
  return completionKinds.some((one) => one === kind);
}

/** "the role-play “The late parcel”"; null where it is of a kind that people have no word for. */
export function named(kind: string, title: string): string | null {
  return isCompletionKind(kind) ? `the ${kindNames[kind]} “${title}”` : null;
}

/** What pieces are called by the last revision that there was, by `<kind>:<slug>`. */
export async function titlesOf(database: Database, subjects: readonly string[]) {
  const slugs = subjects.flatMap((subject) => subject.split(/:(.*)/s)[1] ?? []);
  const rows = await database.revision.findMany({
    where: { slug: { in: [...new Set(slugs)] } },
    orderBy: { createdAt: "asc" },
    select: { kind: true, slug: true, title: true },
  });
  return new Map(rows.map(({ kind, slug, title }) => [`${kind}:${slug}`, named(kind, title)]));
}
