/**
 * Runs as others than their owner see them. What is not shared, or not any more, looks like what
 * does not exist; who may see what is said by the one table in core.
 */
import { maySee, type Audience, type Subject, type Viewer } from "~/core/access/policy";
import type { SharedRun } from "~/core/scenario/shared-run";
import type { Database } from "~/server/db.server";
import { findAttempt, type LiveAttempt } from "~/server/learning/attempt-state.server";

/** A run that somebody lets the viewer see. */
export interface SeenRun {
  readonly attempt: LiveAttempt;
  readonly owner: { readonly id: string; readonly name: string };
  /** With what the owner typed in it. */
  readonly words: boolean;
  /** The viewer is the owner's manager. */
  readonly managed: boolean;
  /** The owner did not share it: the course said beforehand that it would be seen. */
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
  const announced = subject.sharedWith?.length === 0;
  return { attempt, owner: { id: owner.id, name: owner.name }, words, managed, announced };
}

const listed = {
  id: true,
  scenarioSlug: true,
  mode: true,
  outcome: true,
  startedAt: true,
  revision: { select: { title: true } },
  person: { select: { id: true, name: true, managerId: true } },
} as const;

/** Ended runs of the viewer's people of which a course said beforehand that managers see them. */
async function listAnnounced(database: Database, viewer: Viewer, personId: string | undefined) {
  const rows = await database.attempt.findMany({
    where: {
      announced: true,
      endedAt: { not: null },
      person: { managerId: viewer.id, deactivatedAt: null },
      ...(personId === undefined ? {} : { personId }),
    },
    orderBy: [{ endedAt: "desc" }, { id: "asc" }],
    take: 200,
    select: { ...listed, endedAt: true },
  });
  return rows.flatMap(({ endedAt, ...attempt }) => {
    const { id, managerId } = attempt.person;
    const subject = { personId: id, managerId, announced: true };
    const sees = id !== viewer.id && maySee(viewer, "officialReplay", subject);
    return sees && endedAt !== null ? [{ attempt, at: endedAt }] : [];
  });
}

/** What people share with the viewer, the latest first; of one person where `personId` is given. */
export async function listSharedRuns(
  database: Database,
  viewer: Viewer,
  personId?: string,
): Promise<readonly SharedRun[]> {
  const rows = await database.attemptSharing.findMany({
    where: {
      OR: [{ audience: "manager", withId: viewer.id }, { audience: "trainer" }],
      attempt: {
        person: { deactivatedAt: null },
        ...(personId === undefined ? {} : { personId }),
      },
    },
    orderBy: [{ at: "desc" }, { attemptId: "asc" }],
    take: 200,
    include: {
      attempt: { select: listed },
    },
  });
  const seen = rows.filter((row) => {
    const { person, mode } = row.attempt;
    const matter = mode === "official" ? "officialReplay" : "practice";
    const subject = { personId: person.id, managerId: person.managerId };
    // One's own runs are on one's own record.
    if (person.id === viewer.id) return false;
    return maySee(viewer, matter, { ...subject, sharedWith: sharedWith([row], viewer) });
  });
  const announced = await listAnnounced(database, viewer, personId);
  const once = new Map([...announced, ...seen].map((row) => [row.attempt.id, row]));
  return [...once.values()]
    .sort((one, other) => other.at.getTime() - one.at.getTime())
    .map(({ attempt, at }) => ({
      id: attempt.id,
      title: attempt.revision?.title ?? attempt.scenarioSlug,
      mode: attempt.mode === "official" ? "official" : "practice",
      outcome:
        attempt.outcome === "passed" || attempt.outcome === "failed" ? attempt.outcome : null,
      person: { id: attempt.person.id, name: attempt.person.name },
      playedAt: attempt.startedAt.toISOString(),
      sharedAt: at.toISOString(),
    }));
}
