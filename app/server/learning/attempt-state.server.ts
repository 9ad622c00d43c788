/** An attempt as it stands: its stored log, replayed on the very revision that it began with. */
import { replay, type AttemptEvent, type AttemptState } from "~/core/scenario/attempt";
import { readAttemptEvent } from "~/core/scenario/attempt-event.schema";
import { holdsRewind } from "~/core/scenario/rewinding";
import type { Scenario } from "~/core/scenario/definition";
import { scenarioOfRevision } from "~/server/content/catalogue.server";
import type { Database } from "~/server/db.server";
import {
  readAttempt,
  type StoredAttempt,
  type StoredEvent,
} from "~/server/learning/attempt-log.server";
import { log } from "~/server/log.server";

export interface LiveAttempt {
  readonly kind: "live";
  readonly stored: StoredAttempt;
  readonly scenario: Scenario;
  readonly state: AttemptState;
}

/** The log does not replay: edited by hand, or damaged. It is kept as it is, and not played on. */
export interface BrokenAttempt {
  readonly kind: "broken";
  readonly stored: StoredAttempt;
  /** For the operator's log. */
  readonly reason: string;
}

function parsed(payload: string): unknown {
  try {
    return JSON.parse(payload);
  } catch {
    return null;
  }
}

/** The events, or which of them is none or out of its place. */
export function readEvents(stored: readonly StoredEvent[]): readonly AttemptEvent[] | string {
  const events: AttemptEvent[] = [];
  for (const [index, { seq, payload }] of stored.entries()) {
    if (seq !== index) return `event ${String(index)} is missing`;
    const event = readAttemptEvent(parsed(payload));
    if (event === null) return `event ${String(index)} cannot be read`;
    events.push(event);
  }
  return events;
}

async function replayed(stored: StoredAttempt): Promise<LiveAttempt | BrokenAttempt> {
  const broken = (reason: string): BrokenAttempt => {
    log().error({ attempt: stored.id, reason }, "an attempt's log does not replay");
    return { kind: "broken", stored, reason };
  };
  const events = readEvents(stored.events);
  if (typeof events === "string") return broken(events);
  if (stored.mode === "official" && holdsRewind(events)) {
    return broken("an official run holds a rewind");
  }
  const scenario = await scenarioOfRevision(stored.revision);
  if (scenario === null) return broken("its revision is gone, or is no role-play's");
  const state = replay(scenario, events);
  if (!state.ok) {
    return broken(
      `event ${String(state.problem.seq)} does not follow (${state.problem.refusal.kind})`,
    );
  }
  return { kind: "live", stored, scenario, state: state.value };
}

/** The person's own attempt; null where it is somebody else's or does not exist: they look alike. */
export async function findAttempt(
  database: Database,
  { attemptId, personId }: { readonly attemptId: string; readonly personId: string },
): Promise<LiveAttempt | BrokenAttempt | null> {
  const stored = await readAttempt(database, attemptId);
  return stored?.personId === personId ? replayed(stored) : null;
}
