/** Everything that is kept about a person's learning and is theirs, as plain data to take away. */
import { z } from "zod";
import type { Database } from "~/server/db.server";
import { Prisma } from "~/server/generated/prisma/client";
import { eventsByAttempt, type StoredEvent } from "~/server/learning/attempt-log.server";
import { ownChanges } from "~/server/people/own-changes.server";

/** A row that was damaged is given as it is: it is theirs all the same. */
function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    // What is nested deeper than it can be written out again would take all the rest along.
    JSON.stringify(value);
    return value;
  } catch {
    return text;
  }
}

/** Of an event what is the learner's own and gives nothing away: not what was drawn, nor what its author calls an answer. */
const ownPart = z
  .object({
    type: z.string(),
    words: z.string().nullable().optional(),
    time: z.string().optional(),
  })
  .nullable()
  .catch(null);

interface StoredRun {
  readonly mode: string;
  readonly endedAt: Date | null;
  /** Null also where a run was put aside, because its log does not replay: nobody goes on with that. */
  readonly openAs: string | null;
}

/** Whoever goes on with an official run must not read in their own data how it is built. */
function isOfficialUnderWay({ mode, endedAt, openAs }: StoredRun): boolean {
  return mode === "official" && endedAt === null && openAs !== null;
}

/** The events of a run as far as its player may have them now. */
function eventsOf(run: StoredRun, events: readonly StoredEvent[]) {
  const underWay = isOfficialUnderWay(run);
  return {
    ...(underWay
      ? { note: "What was drawn and answered in this official run follows once it has ended." }
      : {}),
    events: events.map(({ seq, payload, at }) => {
      const whole = parsed(payload);
      return { seq, payload: underWay ? ownPart.parse(whole) : whole, at };
    }),
  };
}

/** Rows as they are stored, without the password's hash and without who else is in the organisation. */
export async function ownData(database: Database, personId: string, now: Date) {
  const person = await database.person.findUniqueOrThrow({
    where: { id: personId },
    select: {
      name: true,
      email: true,
      startDate: true,
      timeZone: true,
      createdAt: true,
      team: { select: { name: true } },
      manager: { select: { name: true } },
      roles: { select: { role: true } },
      assignments: { select: { pathSlug: true, startDate: true, assignedAt: true } },
      sessions: { select: { createdAt: true, lastSeenAt: true, device: true } },
    },
  });
  const mine = { where: { personId }, omit: { personId: true } } as const;
  const completions = await database.completion.findMany({
    where: { personId },
    orderBy: { completedAt: "asc" },
    omit: { personId: true, requirement: true, authorId: true },
  });
  const attempts = await database.attempt.findMany({
    ...mine,
    orderBy: { startedAt: "asc" },
    include: {
      revision: { select: { title: true } },
      sharings: { select: { audience: true, words: true, at: true } },
    },
  });
  const events = await eventsByAttempt(
    database,
    Prisma.sql`SELECT "id" FROM "Attempt" WHERE "personId" = ${personId}`,
  );
  const checkAnswers = await database.checkAnswer.findMany({ ...mine, orderBy: { at: "asc" } });
  const goals = await database.goal.findMany({ ...mine, orderBy: { at: "asc" } });
  const goalReviews = await database.goalReview.findMany({ ...mine, orderBy: { at: "asc" } });
  const selfRatings = await database.selfRating.findMany({ ...mine, orderBy: { at: "asc" } });
  const grants = await database.attemptGrant.findMany({
    where: { personId },
    omit: { personId: true, authorId: true },
    orderBy: { at: "asc" },
  });
  const reflections = await database.reflection.findMany({ ...mine, orderBy: { at: "asc" } });
  const notSavedYet = await database.keptForm.findMany({ ...mine, orderBy: { at: "asc" } });
  return {
    about: "Everything that Rapport keeps about you and your learning. Instants are in UTC.",
    takenAt: now,
    person: {
      ...person,
      team: person.team?.name ?? null,
      manager: person.manager?.name ?? null,
      roles: ["learner", ...person.roles.map(({ role }) => role)],
    },
    completions: completions.map((row) => ({ ...row, evidence: parsed(row.evidence) })),
    attempts: attempts.map(({ revision, ...attempt }) => ({
      ...attempt,
      title: revision?.title ?? attempt.scenarioSlug,
      ...eventsOf(attempt, events.get(attempt.id) ?? []),
    })),
    checkAnswers: checkAnswers.map((row) => ({ ...row, options: parsed(row.options) })),
    goals,
    goalReviews,
    selfRatings,
    reflections,
    notSavedYet: notSavedYet.map((row) => ({ ...row, fields: parsed(row.fields) })),
    grants,
    changes: await ownChanges(database, personId, person.timeZone),
  };
}
