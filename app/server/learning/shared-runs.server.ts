/**
 * Runs as others than their owner see them. What is not shared, or not any more, looks like what
 * does not exist; who may see what is said by the one table in core.
 */
import { maySee, type Audience, type Subject, type Viewer } from "~/core/access/policy";
import type { Database } from "~/server/db.server";
import { findAttempt, type LiveAttempt } from "~/server/learning/attempt-state.server";

/** A run that somebody lets the viewer see. */
interface SeenRun {
  readonly attempt: LiveAttempt;
  readonly owner: { readonly id: string; readonly name: string };
  /** With what the owner typed in it. */
  readonly words: boolean;
  /** The viewer is the owner's manager. */
  readonly managed: boolean;
  /** The owner did not share it with this viewer: the course said beforehand that it would be seen. */
  readonly announced: boolean;
}

interface SharingRow {
  readonly audience: string;
  readonly withId: string | null;
  readonly words: boolean;
}

/** Shared with this viewer's roles. A manager who came after the sharing is not who it was shared with. */
function sharedWith(rows: readonly SharingRow[], viewer: Viewer): Audience[] {
  return rows.flatMap(({ audience, withId }): Audience[] => {
    if (audience === "trainer") return ["trainer"];
    return audience === "manager" && withId === viewer.id ? ["manager"] : [];
  });
}

/** Null where the viewer may not see it, for whatever reason. */
export async function findSharedRun(
  database: Database,
  viewer: Viewer,
  attemptId: string,
): Promise<SeenRun | null> {
  const row = await database.attempt.findUnique({
    // Somebody who has left cannot take anything back; and a hand may have left nobody at all.
    where: { id: attemptId, person: { deactivatedAt: null } },
    select: {
      mode: true,
      announced: true,
      endedAt: true,
      person: { select: { id: true, name: true, managerId: true } },
      sharings: true,
    },
  });
  if (row === null) return null;
  const { person: owner, sharings, mode } = row;
  const subject: Subject = {
    personId: owner.id,
    managerId: owner.managerId,
    sharedWith: sharedWith(sharings, viewer),
    announced: row.announced && row.endedAt !== null,
  };
  const matter = mode === "official" ? "officialReplay" : "practice";
  if (!maySee(viewer, matter, subject)) return null;
  const attempt = await findAttempt(database, { attemptId, personId: owner.id });
  if (attempt?.kind !== "live") return null;
  const withWords = sharedWith(
    sharings.filter(({ words }) => words),
    viewer,
  );
  const words = maySee(viewer, "ownWords", { ...subject, sharedWith: withWords });
  const managed = owner.managerId === viewer.id;
  // Shared with the trainers, it is not shared with a manager who is none of them.
  const announced = !maySee(viewer, matter, { ...subject, announced: false });
  return { attempt, owner: { id: owner.id, name: owner.name }, words, managed, announced };
}
