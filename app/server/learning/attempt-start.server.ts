/** Starting an attempt, or going on with the one that is open. */
import { randomInt, randomUUID } from "node:crypto";
import type { AttemptEvent } from "~/core/scenario/attempt";
import type { Scenario, Value } from "~/core/scenario/definition";
import { domainOf } from "~/core/scenario/values";
import type { Published } from "~/server/content/catalogue.server";
import type { Database } from "~/server/db.server";
import { isTaken, type Mode } from "~/server/learning/attempt-log.server";
import { findAttempt } from "~/server/learning/attempt-state.server";
import type { Learner } from "~/server/learning/completions.server";

export interface Start {
  readonly person: Learner;
  readonly scenario: Published<Scenario>;
  readonly mode: Mode;
  /** Practice only: leave the open attempt as it is and begin another. */
  readonly anew?: boolean;
}

export interface Started {
  readonly attemptId: string;
  /** It was open already and goes on where it was. */
  readonly continued: boolean;
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

/** The first event, with a value for every variable that is drawn: the log says how it opened. */
function firstEvent({ variables }: Scenario): AttemptEvent {
  const drawn = variables.filter((variable) => variable.drawn === true);
  if (drawn.length === 0) return { type: "attempt.started" };
  const draws: Record<string, Value> = {};
  for (const variable of drawn) {
    const domain = domainOf(variable);
    draws[variable.name] = domain[randomInt(domain.length)] ?? variable.start;
  }
  return { type: "attempt.started", draws };
}

async function create(database: Database, start: Start): Promise<string> {
  const now = new Date();
  const event = firstEvent(start.scenario.definition);
  const { id } = await database.attempt.create({
    data: {
      personId: start.person.id,
      scenarioSlug: start.scenario.definition.slug,
      revisionHash: start.scenario.revision,
      mode: start.mode,
      startedAt: now,
      timeZone: start.person.timeZone,
      openAs: openAs(start),
      events: { create: { seq: 0, key: randomUUID(), payload: JSON.stringify(event), at: now } },
    },
    select: { id: true },
  });
  return id;
}

async function findOpen(database: Database, start: Start): Promise<string | null> {
  const row = await database.attempt.findUnique({
    where: { openAs: openAs(start) },
    select: { id: true },
  });
  return row?.id ?? null;
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
    const wanted = !(start.mode === "practice" && start.anew === true);
    if (found?.kind === "live" && wanted) return { attemptId: open, continued: true };
    await putAside(database, open);
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
