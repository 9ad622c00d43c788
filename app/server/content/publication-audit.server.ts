/** What the audit keeps of a publication: which piece, from what to what, and the rules that it changed. */
import { changesOfMove } from "~/server/content/publish-impact.server";
import type { Move } from "~/server/content/publish-plan.server";
import { keyOf } from "~/server/content/piece.server";
import { readRevisions, type KnownRevisions } from "~/server/content/revisions.server";
import type { Database } from "~/server/db.server";
import type { Change } from "~/server/people/audit.server";

/** What made it happen. */
export type PublishedBy = "first-load" | "save" | "studio" | "command";

/** Changes of a rule in sentences, by key of the piece; pieces that come or go change none. */
async function rulesChanged(
  database: Database,
  moves: readonly Move[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const both = moves.flatMap(({ from, to, ...piece }) =>
    from === null || to === null ? [] : [{ ...piece, from, to }],
  );
  const revisions: KnownRevisions = new Map();
  await readRevisions(
    database,
    both.flatMap(({ from, to }) => [from, to]),
    revisions,
  );
  return new Map(
    both.map((move) => {
      const before = revisions.get(move.from) ?? null;
      const after = revisions.get(move.to) ?? null;
      const changes = changesOfMove({ ...move, before, after });
      const rules = changes.filter(({ kind }) => kind === "rule");
      // Names of parts stand between back quotes, for pages that set them otherwise.
      return [keyOf(move), rules.map(({ message }) => message.replace(/`([^`]*)`/g, "“$1”"))];
    }),
  );
}

/** Read before the moves are made: nothing but the writing belongs into their transaction. */
export async function publicationEntries(
  database: Database,
  moves: readonly Move[],
  by: PublishedBy,
): Promise<readonly Change[]> {
  if (by === "first-load") {
    const detail = { by, pieces: moves.length };
    return [{ action: "content.published", subject: "content", detail }];
  }
  const rules = await rulesChanged(database, moves);
  return moves.flatMap((move): Change[] => {
    const { kind, from, to } = move;
    const subject = keyOf(move);
    const what = rules.get(subject) ?? [];
    const rule = kind === "course" ? "course-settings.changed" : "rule.changed";
    return [
      {
        action: to === null ? "content.withdrawn" : "content.published",
        ...{ subject, detail: { from, to, by } },
      },
      ...(what.length === 0 ? [] : [{ action: rule, subject, detail: { what } } as const]),
    ];
  });
}
