/** Starting an attempt, or going on with the one that is open. */
import { randomInt, randomUUID } from "node:crypto";
import { v7 as uuidInOrder } from "uuid";
import type { OfficialSettings } from "~/core/course/definition";
import type { AttemptEvent, TimeSetting } from "~/core/scenario/attempt";
import type { Scenario } from "~/core/scenario/definition";
import { drawValues } from "~/core/scenario/draws";
import { hasTimedMoments } from "~/core/scenario/timing";
import type { Published } from "~/server/content/catalogue.server";
import { readCell, type Database } from "~/server/db.server";
import { Prisma } from "~/server/generated/prisma/client";
import { writeWithOthers } from "~/server/learning/append-together.server";
import { insertionOf, isTaken, type Mode } from "~/server/learning/attempt-log.server";
import { findAttempt, type LiveAttempt } from "~/server/learning/attempt-state.server";
import { lastTimeSetting } from "~/server/learning/attempt-time.server";
import type { Learner } from "~/server/learning/completions.server";
import { isFree, officialRunsOf } from "~/server/learning/official-limits.server";

export interface Start {
  readonly person: Learner;
  readonly scenario: Published<Scenario>;
  readonly mode: Mode;
  /** Practice only: leave the open attempt as it is and begin another. */
  readonly anew?: boolean;
  /** What the course says of official runs; without it there is no limit. */
  readonly official?: OfficialSettings;
  /** The page that asks for it said that managers see official runs. */
  readonly told?: boolean;
  /** How timed moments are to be treated; left out, as the person chose last, or without a clock. */
  readonly time?: TimeSetting | undefined;
}

export interface Started {
  readonly attemptId: string;
  /** It was open already and goes on where it was. */
  readonly continued: boolean;
}

/** Whoever is the person's manager will see this run. */
function isAnnounced({ mode, official }: Start): boolean {
  return mode === "official" && official?.replay === "shared";
}

interface Opening {
  readonly personId: string;
  readonly slug: string;
  readonly mode: Mode;
}

/** Unique among attempts: whichever holds it is the one that a start goes on with. */
export function openAsOf({ personId, slug, mode }: Opening): string {
  return `${personId}:${slug}:${mode}`;
}

function openAs({ person, scenario, mode }: Start): string {
  return openAsOf({ personId: person.id, slug: scenario.definition.slug, mode });
}

/** The first event: the log says what was drawn and, where a moment is timed, how. */
async function firstEvent(database: Database, start: Start): Promise<AttemptEvent> {
  const { definition } = start.scenario;
  const draws = drawValues(definition, randomInt);
  if (!hasTimedMoments(definition)) return { type: "attempt.started", draws };
  const time = start.time ?? (await lastTimeSetting(database, start.person.id)) ?? "none";
  return { type: "attempt.started", draws, time };
}

/** Another revision was published since the start was asked for; nothing was written. */
export class PublishedMeanwhile extends Error {}

/** The course does not allow this run, or not from there; the message says it to the learner. */
export class StartRefused extends Error {}

interface Beginning {
  readonly attemptId: string;
  readonly at: Date;
  readonly event: AttemptEvent;
}

/** Nothing, where another revision is in use by now. */
function insertionOfAttempt(start: Start, { attemptId, at }: Beginning): Prisma.Sql {
  const { person, scenario, mode } = start;
  const { slug } = scenario.definition;
  return Prisma.sql`
    INSERT INTO "Attempt" ("id", "personId", "scenarioSlug", "revisionHash", "mode", "startedAt",
      "timeZone", "openAs", "announced")
    SELECT ${attemptId}, ${person.id}, ${slug}, ${scenario.revision}, ${mode}, ${at},
      ${person.timeZone}, ${openAs(start)}, ${isAnnounced(start)}
    WHERE NOT EXISTS (${otherInUse(start)})`;
}

function otherInUse({ scenario }: Start): Prisma.Sql {
  return Prisma.sql`
    SELECT 1 FROM "Publication" WHERE "kind" = 'scenario'
      AND "slug" = ${scenario.definition.slug} AND "revisionHash" <> ${scenario.revision}`;
}

/** The attempt and its first event, which cannot be there without it: together or not at all. */
function insertionsOf(start: Start, beginning: Beginning): readonly [Prisma.Sql, Prisma.Sql] {
  const { attemptId, at, event } = beginning;
  const first = insertionOf({ attemptId, seq: 0, key: randomUUID(), event, at });
  return [insertionOfAttempt(start, beginning), first];
}

async function create(database: Database, start: Start): Promise<string> {
  const { mode, official } = start;
  const beginning = {
    attemptId: uuidInOrder(),
    at: new Date(),
    event: await firstEvent(database, start),
  };
  if (mode === "official" && official !== undefined && !isFree(official)) {
    await writeWithin(database, start, official, beginning);
  } else {
    await writeFreely(database, start, beginning);
  }
  return beginning.attemptId;
}

async function writeFreely(database: Database, start: Start, beginning: Beginning): Promise<void> {
  try {
    await writeWithOthers(database, insertionsOf(start, beginning));
  } catch (error) {
    const isStale = !isTaken(error) && (await readCell(database, otherInUse(start))) === 1;
    throw isStale ? new PublishedMeanwhile() : error;
  }
}

/** The runs that somebody has are looked at in the transaction: of many starts for the last one, one comes about. */
async function writeWithin(
  database: Database,
  start: Start,
  official: OfficialSettings,
  beginning: Beginning,
): Promise<void> {
  const [attempt, first] = insertionsOf(start, beginning);
  await database.$transaction(async (transaction) => {
    // The write comes first: it takes the lock, so that nothing read after it is stale.
    if ((await transaction.$executeRaw(attempt)) === 0) throw new PublishedMeanwhile();
    await transaction.$executeRaw(first);
    const { slug } = start.scenario.definition;
    const runs = await officialRunsOf(transaction, official, start.person, slug);
    if (!runs.standing.mayBegin) throw new StartRefused(runs.left.join(" "));
  });
}

async function findOpen(database: Database, start: Start): Promise<string | null> {
  const query = Prisma.sql`SELECT "id" FROM "Attempt" WHERE "openAs" = ${openAs(start)}`;
  const found = await readCell(database, query);
  return typeof found === "string" ? found : null;
}

/**
 * Practice is begun anew where that was asked for, or where the clock is to run otherwise. One in
 * which nothing was done yet is at its beginning: a button that was pressed twice goes on with it.
 */
function isLeftBehind(start: Start, { stored, scenario, state }: LiveAttempt): boolean {
  const { mode, anew, time } = start;
  if (mode !== "practice") return false;
  const isTimedOtherwise = time !== undefined && time !== state.time && hasTimedMoments(scenario);
  const isUntouched = state.seq === 1 && stored.revision === start.scenario.revision;
  return isTimedOtherwise || (anew === true && !isUntouched);
}

/** The attempt stays, with its log and its address; a new start no longer leads to it. */
async function putAside(database: Database, attemptId: string): Promise<void> {
  await database.attempt.updateMany({ where: { id: attemptId }, data: { openAs: null } });
}

/**
 * Begins on the published revision, or goes on with the open attempt of the same scenario and
 * mode, on the revision that one began with. One that does not replay is put aside.
 */
export async function startAttempt(database: Database, start: Start): Promise<Started> {
  const open = await findOpen(database, start);
  if (open !== null) {
    const found = await findAttempt(database, { attemptId: open, personId: start.person.id });
    if (found?.kind === "live" && !isLeftBehind(start, found)) {
      return { attemptId: open, continued: true };
    }
    await putAside(database, open);
  }
  // It cannot be taken back, so nobody begins it from a page that did not say so.
  if (isAnnounced(start) && start.told !== true) {
    throw new StartRefused(
      "Your manager can look at this official run once it has ended. Read below what that means, and start it there.",
    );
  }
  try {
    return { attemptId: await create(database, start), continued: false };
  } catch (error) {
    if (!isTaken(error)) throw error;
    // A double click: the other request made it a moment ago.
    const made = await findOpen(database, start);
    if (made === null) throw error;
    return { attemptId: made, continued: true };
  }
}
